"""Which pages of a blog show what they showed in the build before, so that they can be left as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..pages.text_pages import ArticlePage
from .snapshot import pages_of, state_of_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from .shown_build import ShownBuild
    from .snapshot import Snapshot, State


def same_pages(
    build: ShownBuild, snapshot: Snapshot, before: Snapshot, shown_on: Mapping[str, set[str]]
) -> Iterator[Page]:
    """The pages of a blog that show what they have shown before; `shown_on` are the texts that each has shown."""
    changed = snapshot.changed_since(before, shown_on)
    if changed is None:
        return
    told = snapshot.told_otherwise(before)
    pages = list(pages_of(build))
    # The host packs the sitemap under the newest of these dates.
    newest = max(pages, key=lambda page: page.update_date)
    for page in pages:
        is_told = told and (page is build.shown.completion.index or _path_of(page) in told)
        shows_more = page is newest or page.is_homepage or page.file.src_uri in build.with_cards
        if not (is_told or shows_more or page.file.src_uri in changed):
            yield page


def _path_of(page: Page) -> str | None:
    return page.article.path if isinstance(page, ArticlePage) else None


def states_of(files: Files) -> dict[str, State]:
    """The states of all files that lie on the disk and are no pages."""
    paths = (file.abs_src_path for file in files if file.abs_src_path and not file.is_documentation_page())
    return {path: state for path in paths if (state := state_of_source(path))}
