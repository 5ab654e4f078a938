"""Papers that have pages of their own: the collection `publications` of a Jekyll site, as academicpages has it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ..jekyll.scholar import COLLECTION
from ..publications.bibliography import Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..content.models import JekyllPage

_ADDRESSES: Mapping[str, tuple[str, ...]] = {
    "paper": ("paperurl", "paper_url", "link"),
    "slides": ("slidesurl", "slides_url"),
    "code": ("codeurl", "code_url"),
    "bibtex": ("bibtexurl", "bibtex_url"),
}
"""What front matter calls each address; the first that is there wins."""


def papers_of(pages: Iterable[JekyllPage]) -> Iterator[Paper]:
    """The papers that have pages, with what the front matter of these says."""
    for page in pages:
        if page.collection == COLLECTION:
            yield _paper(page)


def _paper(page: JekyllPage) -> Paper:
    from ..content.doi import doi_of  # noqa: PLC0415  # most sites have no papers

    meta = page.meta
    found = {kind: next(filter(None, (_text(meta, name) for name in names)), "") for kind, names in _ADDRESSES.items()}
    doi = doi_of(_text(meta, "doi")) or doi_of(found["paper"])
    if doi and doi_of(found["paper"]) == doi:
        found["paper"] = ""
    name = page.src_uri.rpartition("/")[2].rpartition(".")[0]
    venue = _text(meta, "venue")
    return Paper(
        key=name,
        kind=_text(meta, "category").lower() or "article",
        # Themes of Jekyll print both as they are.
        title=page.title or escape(name),
        venue=f"<em>{venue}</em>" if venue else "",
        when=str(page.date.year) if page.date else "",
        month=page.date.month if page.date else 0,
        doi=doi,
        addresses={kind: address for kind, address in found.items() if address},
        tags=tuple(str(tag) for tag in meta.get("tags") or ()),
        citation=_text(meta, "citation"),
        page=page.src_uri,
        path=page.path,
    )


def _text(meta: Mapping[str, Any], name: str) -> str:
    value = meta.get(name)
    return " ".join(str(value).split()) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
