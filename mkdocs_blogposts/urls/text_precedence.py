"""Which text keeps a URL that several want: the one that their own builder would show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..content.models import JekyllPage
from ..frontmatter.dialects import Dialect
from .url_claims import Claim, UrlClaims

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs.structure.files import File

    from ..content.models import Text
    from ..faults import Place
    from ..jekyll.jekyll_config import Collection

_PAGE_HINT = "give one of them another `permalink`, or take it out"


def settle_jekyll(
    texts: Sequence[tuple[File, Text]], claims: UrlClaims, *, collections: Mapping[str, Collection]
) -> dict[str, str]:
    """The file of each text of Jekyll's dialect, by `src_uri`; Jekyll shows what it writes last."""
    jekylls = [text for _, text in texts if text.dialect is Dialect.JEKYLL]
    if not jekylls:
        return {}
    from ..content.writing_order import when_written  # noqa: PLC0415  # most sites have none

    return _settle(sorted(jekylls, key=lambda text: when_written(text, collections), reverse=True), claims)


def settle_material(texts: Sequence[tuple[File, Text]], claims: UrlClaims) -> dict[str, str]:
    """The same for Material's, which shows the last of its posts by name, and reads no permalinks."""
    others = [text for _, text in texts if text.dialect is not Dialect.JEKYLL]
    others.reverse()
    return _settle(sorted(others, key=lambda text: text.second_dest_uri is not None), claims)


def _settle(texts: Iterable[Text], claims: UrlClaims) -> dict[str, str]:
    """Drafts, which only `serve` shows, take no URL from what is published, and `/a-2/` is its own text's."""
    ordered = sorted(texts, key=lambda text: bool(text.held_back))
    first: dict[str, Text] = {}
    for text in ordered:
        first.setdefault(text.dest_uri, text)
    others = (text for text in ordered if first[text.dest_uri] is not text)
    return {text.src_uri: claims.grant(_claim_of(text)) for text in (*first.values(), *others)}


def place_of_url(text: Text) -> Place | None:
    """Where a text says at which URL it is to stand."""
    places = (text.places.get(key) for key in ("permalink", "slug", "title"))
    return next(filter(None, places), None)


def _claim_of(text: Text) -> Claim:
    claim = {"hint": _PAGE_HINT} if isinstance(text, JekyllPage) else {}
    return Claim(
        dest_uri=text.dest_uri,
        name=text.path,
        path=text.path,
        place=place_of_url(text),
        is_jekylls=isinstance(text, JekyllPage),
        second=None if text.dialect is Dialect.JEKYLL else text.second_dest_uri,
        **claim,
    )
