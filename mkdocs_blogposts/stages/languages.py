"""The blog of a site that is built once for each of its languages stands among the pages of that language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..host.plugins.static_i18n import BuiltLanguage
from ..pages.file_moves import move
from ..pages.made_files import GENERATED_BY
from ..pages.text_pages import TextPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..placement.assembly import Placed

_SHARED = "assets/"
"""Folder of what all languages have at one place."""


def into_language(placed: Placed, files: Files, config: MkDocsConfig) -> None:
    """Move all that readers find of a blog to where the language that is built has its pages."""
    language = BuiltLanguage.of(config)
    if language is None:
        return
    ours = [*_files_of(placed, files)]
    language.mend(files)
    for file in ours:
        move(file, f"{language.prefix}{file.dest_uri.removeprefix(language.prefix)}")
        if file.page is not None:
            file.page._set_canonical_url(config.site_url)  # noqa: SLF001  # as the plugin does with other pages
    in_sitemap = [file for file in files.documentation_pages() if _is_in_sitemap(file)]
    language.tell(ours, in_sitemap, placed.view_pages[placed.views.index.src_uri][0].file)


def _is_in_sitemap(file: File) -> bool:
    """Whether the plugin may list a file, which it would do by its place, were its page without an address."""
    return not isinstance(file.page, TextPage) or file.page.article.robots.in_sitemap


def _files_of(placed: Placed, files: Files) -> Iterator[File]:
    """Posts and talks, listings, feeds, calendars and redirects."""
    texts = {page.file for page in (*placed.articles.values(), *placed.held_back)}
    heads = {page.file for pages in placed.view_pages.values() for page in pages}
    yield from texts | heads
    for file in files:
        is_made = file.generated_by == GENERATED_BY and not file.dest_uri.startswith(_SHARED)
        if is_made and file not in texts and file not in heads:
            yield file
