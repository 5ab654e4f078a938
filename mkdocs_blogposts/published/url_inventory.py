"""Every URL of a site that its blogs answer for, with what stands there."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..content.models import Article, JekyllPage, Talk, Text
from ..host.other_plugins import options_of
from ..light_dataclasses import dataclass
from ..pages.listing_pages import ViewPage
from ..pages.made_files import GENERATED_BY, MADE_LATER, dest_uri_of
from ..pages.redirect_file import RedirectFile
from ..pages.text_pages import TextPage
from ..placement.calendar_files import OF_A_TALK
from ..placement.redirect_placement import MAP
from ..sources.source_files import shown_path
from .published_urls import PublishedUrl, UrlKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_FEEDS = (".xml", ".json", ".ics")
"""Endings of what programs subscribe to."""
_NO_FEEDS = (MAP, OF_A_TALK, "sitemap.xml")


@dataclass(frozen=True)
class UrlInventory:
    """A site whose files all have their places."""

    files: Files
    config: MkDocsConfig
    documents: Iterable[TextPage] = ()
    """Pages that MkDocs knows only as files to be copied."""

    @cached_property
    def texts(self) -> Mapping[str, tuple[File, Text]]:
        """The posts, talks and pages that we have read, held back or not, by their paths."""
        pages = [*(file.page for file in self.files if isinstance(file.page, TextPage)), *self.documents]
        return {page.article.path: (page.file, page.article) for page in pages}

    def __iter__(self) -> Iterator[PublishedUrl]:
        for file, text in self.texts.values():
            if file.inclusion.is_included():
                yield PublishedUrl(url_of_file(file), _kind_of(text), text.path, _title_of(text))
        for file in self.files:
            if file.inclusion.is_included() and (found := self._made(file)):
                yield found

    def _made(self, file: File) -> PublishedUrl | None:
        """What the blog has made of its own accord at the place of a file."""
        url = url_of_file(file)
        if isinstance(file, RedirectFile):
            return PublishedUrl(url, UrlKind.REDIRECT, file.path)
        if isinstance(file.page, ViewPage):
            view, pager = file.page.view, file.page.pager
            source = shown_path(file, self.config)
            if file.generated_by == GENERATED_BY:
                source = f"{view.kind.noun}: {view.title}"
            return PublishedUrl(url, UrlKind.LISTING if pager.number == 1 else UrlKind.PAGER, source, view.title)
        is_feed = file.generated_by == GENERATED_BY and file.dest_uri.endswith(_FEEDS) and file.page is None
        if is_feed and PurePosixPath(file.dest_uri).name not in _NO_FEEDS and file.dest_uri not in self._documents:
            return PublishedUrl(url, UrlKind.FEED)
        return None

    def answers(self, published: PublishedUrl) -> bool:
        """Whether anything of the site stands at a URL: a page or file of whomever, or a redirect."""
        return any(dest_uri in self._places for dest_uri in published.dest_uris)

    @cached_property
    def _documents(self) -> frozenset[str]:
        return frozenset(page.file.dest_uri for page in self.documents)

    @cached_property
    def _places(self) -> frozenset[str]:
        """Every file below `site_dir` that is there, or whose place a redirect answers for."""
        own = (file.dest_uri for file in self.files if file.inclusion.is_included() or isinstance(file, RedirectFile))
        maps = (options["redirect_maps"] for options in options_of(self.config, "redirects"))
        old = (dest_uri_of(name, self.config) for each in maps for name in each)
        return frozenset({*own, *old, *MADE_LATER, "sitemap.xml"})


def url_of_file(file: File) -> str:
    """The URL of a file from the site's root."""
    return f"/{file.url.removeprefix('./')}"


def _kind_of(text: Text) -> UrlKind:
    if isinstance(text, JekyllPage):
        return UrlKind.PAGE
    return UrlKind.TALK if isinstance(text, Talk) else UrlKind.POST


def _title_of(text: Text) -> str:
    title = text.title if isinstance(text, Article | JekyllPage) else None
    return title or ""
