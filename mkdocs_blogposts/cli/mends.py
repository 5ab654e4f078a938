"""What `blogposts check --fix` mends: what can mean nothing else, and moves no page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..blog.listing_kinds import TAG
from ..blog.tag_spelling import misspellings
from ..content.models import Post
from ..faults import Kind, Level
from ..mending.editable import Editable
from ..mending.safe_edits import mend_dates, mend_decoding
from ..mending.term_edits import rename_terms
from .file_changes import FileChange, sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..mending.edits import Edit
    from ..stages.placed_build import PlacedBuild
    from .site_as_read import SiteAsRead

_MENDED = (Kind.MOJIBAKE, Kind.DATE, Kind.TAG_SPELLING)
"""The kinds of fault that are mended, unless the site wants to hear nothing of them."""


def mends_of(site: SiteAsRead) -> list[FileChange]:
    """The files of a site that can be mended."""
    found: dict[str, FileChange] = {}
    for blog in site.blogs:
        spellings = _spellings(blog)
        chosen = blog.begun.faults.chosen
        wanted = {kind for kind in _MENDED if chosen.get(kind) is not Level.IGNORE}
        for path, source, article in sources_of(site, blog):
            editable = Editable.of(source, blog.placed.reader, is_post=isinstance(article, Post))
            after = editable.manuscript.edited(_edits(editable, spellings, wanted)) if editable else source.content
            if after != source.content:
                found[source.path] = FileChange(path=path, shown_path=source.path, before=source.content, after=after)
    return sorted(found.values(), key=lambda change: change.shown_path)


def _edits(editable: Editable, spellings: Mapping[str, str], wanted: set[Kind]) -> Iterator[Edit]:
    text, article, scalars = editable.manuscript.text, editable.article, editable.scalars
    if Kind.MOJIBAKE in wanted:
        yield from editable.harmless(mend_decoding(text, editable.body_start), lambda found: found.tags == article.tags)
    if Kind.DATE in wanted:
        yield from editable.harmless(mend_dates(scalars, editable.reading), lambda found: found.tags == article.tags)
    if Kind.TAG_SPELLING in wanted:
        tags = {spellings.get(tag, tag) for tag in article.tags}
        edits = rename_terms(
            text,
            scalars,
            editable.keys_of("tags"),
            editable.keys_of("tag"),
            lambda written: spellings.get(" ".join(written.split())),
        )
        yield from editable.harmless(edits, lambda found: set(found.tags) == tags)


def _spellings(blog: PlacedBuild) -> dict[str, str]:
    """Each tag that is written otherwise than most often, or is a typo, with what to write."""
    written = Counter(tag for _, article in blog.placed.loaded.shown for tag in article.tags)
    terms = blog.placed.views.taxonomies[TAG].terms
    found = ((each.rare.name, each.common.name) for each in misspellings(terms))
    typos = {rare.casefold(): common for rare, common in found if not _is_plural(rare.casefold(), common.casefold())}
    alike: dict[str, list[tuple[int, str]]] = {}
    for tag, number in written.items():
        alike.setdefault(tag.casefold(), []).append((number, tag))
    wanted: dict[str, str] = {}
    for folded, ways in alike.items():
        ways.sort(reverse=True)
        is_clear = len(ways) == 1 or ways[0][0] > ways[1][0]
        name = typos.get(folded, ways[0][1] if is_clear else None)
        wanted |= {tag: name for _, tag in ways if name and name != tag}
    return wanted


def _is_plural(name: str, other: str) -> bool:
    """Whether one name is that of several of the other, which may be meant."""
    return f"{name}s" == other or name == f"{other}s"
