"""Gives every file of a blog its place: what `on_files` leaves for the events after it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..faults import Level
from ..host.dirty import write_always
from ..host.plugins.htmlproofer import let_it_find
from ..light_dataclasses import dataclass
from ..pages.made_files import GENERATED_BY
from ..pages.release_pages import ReleasePage
from ..pages.text_pages import ArticlePage, OrdinaryPage, TalkPage, TextPage
from .category_redirects import redirects_of_spellings
from .departures import put_away
from .gathering import Gathered, gather
from .granting import Granted, grant_urls
from .placed_files import (
    hold_back,
    place_broken,
    place_texts,
    place_views,
    stand_ins,
    titles_in_nav,
)
from .planning import Planned, plan
from .redirect_placement import Redirect, place_redirects, redirects_of
from .stylesheet import Stylesheets, place_stylesheets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.files import File, Files

    from ..blog.blog import Blog
    from ..blog.listings import Views
    from ..content.reading import Reader
    from ..pages.listing_pages import ViewPage
    from ..pages.redirect_file import RedirectFile
    from ..publications.bibliography import Bibliography
    from ..sources.loading import Loaded
    from ..urls.url_claims import UrlClaims
    from .calendar_files import CalendarFiles
    from .feed_files import FeedFiles
    from .navigation import ViewPages
    from .task import PlacementTask


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Every file of a blog, in its place."""

    outside: list[str]
    """Folders outside `docs_dir` that have posts or talks, and the `_config.yml` that counts for these."""
    loaded: Loaded
    reader: Reader
    """What they were read with."""
    blog: Blog
    views: Views
    view_pages: ViewPages
    articles: Mapping[str, ArticlePage]
    """Pages of shown posts and talks, by `src_uri`."""
    releases: Mapping[str, ReleasePage]
    """What stands for the versions of changelogs, by `src_uri`."""
    talks_of_other_blogs: Mapping[str, TalkPage]
    """Pages of talks of another blog of the site, by `src_uri`."""
    bibliography: Bibliography
    """The papers of the site."""
    level_of_papers: Level | None
    """How much faults in these weigh; `None` for as much as their kind does."""
    feeds: FeedFiles
    pages: list[OrdinaryPage]
    """Ordinary pages of a Jekyll site."""
    documents: list[OrdinaryPage]
    """Those that are whole documents, which MkDocs only copies."""
    held_back: list[TextPage]
    """Pages of texts that are not part of the build."""
    calendars: CalendarFiles
    sitemap: File | None
    """Beside the feeds, where the theme asks for one there."""
    redirects: list[RedirectFile]
    claims: UrlClaims
    """Who has which URL, for files that are made still later."""
    stylesheets: Stylesheets
    """URL from the site's root."""

    @property
    def texts(self) -> list[TextPage]:
        """The pages of all texts that were read."""
        return [*self.articles.values(), *self.held_back, *self.pages, *self.documents]

    @property
    def pages_in_place(self) -> list[TextPage | ViewPage]:
        """The pages of all texts and listings that are shown."""
        listings = (page for pages in self.view_pages.values() for page in pages)
        return [*self.articles.values(), *self.pages, *listings]

    @property
    def sources(self) -> list[File]:
        """The files of all posts and talks, those among them that cannot be read."""
        return [*(file for file, _ in (*self.loaded.shown, *self.loaded.held_back)), *self.loaded.broken]

    @cached_property
    def src_uris(self) -> frozenset[str]:
        """The files of all pages of this blog."""
        listings = (page.file.src_uri for pages in self.view_pages.values() for page in pages)
        return frozenset({*self.articles, *listings})

    @property
    def not_for_machines(self) -> frozenset[str]:
        """The files of texts that are held back, unlisted or broken, and of listings that have no text."""
        listed = {text.src_uri for text in (*self.blog.listed, *self.blog.talks) if text.held_back is None}
        texts = {page.file.src_uri for page in (*self.articles.values(), *self.held_back)}
        made = {page.file.src_uri for pages in self.view_pages.values() for page in pages if not page.is_written}
        return frozenset({*texts, *made, *(file.src_uri for file in self.loaded.broken)} - listed)


def assemble(task: PlacementTask, files: Files) -> Placed:
    """Read posts, talks and pages, and give each of them and each listing its file."""
    gathered = gather(task, files)
    planned = plan(task, gathered, files)
    granted = grant_urls(task, gathered, planned, files)
    shown, held_back = _text_pages(task, planned, granted)
    settings, config = gathered.reader.settings, task.config
    place_broken(gathered.broken, settings, config, granted.claims, is_serve=task.is_serve)
    titles = dict(titles_in_nav(config.nav))
    view_pages = place_views(granted.views, files, settings, config, titles, task.renderer)
    write_always(page for pages in view_pages.values() for page in pages)
    ordinary = [page for page in shown if isinstance(page, OrdinaryPage)]
    return Placed(
        outside=gathered.outside,
        loaded=replace(gathered.loaded, broken=gathered.broken),
        reader=gathered.reader,
        blog=planned.blog,
        views=granted.views,
        view_pages=view_pages,
        articles={page.file.src_uri: page for page in shown if isinstance(page, ArticlePage)},
        pages=[page for page in ordinary if not page.article.is_whole],
        documents=[page for page in ordinary if page.article.is_whole],
        held_back=held_back,
        releases={
            post.src_uri: ReleasePage(post, changelog.file, config, task.renderer)
            for changelog in gathered.changelogs
            for post in changelog.releases
        },
        talks_of_other_blogs=gathered.talk_pages,
        bibliography=gathered.bibliography,
        level_of_papers=None if task.settings.publications else Level.INFO,
        feeds=granted.feeds,
        calendars=granted.calendars,
        sitemap=granted.sitemap,
        claims=granted.claims,
        stylesheets=place_stylesheets(files, config),
        redirects=_redirects(task, gathered, planned, granted, view_pages, files),
    )


def _text_pages(task: PlacementTask, planned: Planned, granted: Granted) -> tuple[list[TextPage], list[TextPage]]:
    """The pages of texts that are shown, and those of texts that are held back."""
    config, dest_uris = task.config, granted.dest_uris
    shown = place_texts(planned.apart, dest_uris, config, task.renderer, dict(titles_in_nav(config.nav)))
    held_back = hold_back(planned.held_back, config, task.renderer)
    put_away(planned.away, dest_uris)
    return [*shown, *stand_ins(planned.elsewhere, config, task.renderer)], held_back


def _redirects(
    task: PlacementTask, gathered: Gathered, planned: Planned, granted: Granted, view_pages: ViewPages, files: Files
) -> list[RedirectFile]:
    """The pages at old URLs; with these, all files are there that the blog makes."""
    redirects: list[Redirect] = []
    settings = gathered.reader.settings
    if settings.redirects:
        redirects += redirects_of([*planned.here, *planned.away])
        redirects += redirects_of_spellings(granted.views, view_pages, settings, task.config)
        if gathered.archives:
            from .archive_redirects import redirects_of_archives  # noqa: PLC0415  # few sites have had archives

            jekyll = gathered.reader.jekyll
            redirects += redirects_of_archives(gathered.archives, jekyll, granted.views, view_pages)
    placed = place_redirects(
        redirects,
        files,
        task.config,
        granted.claims,
        task.faults,
        site_urls=gathered.reader.site_urls,
        hosts=() if task.is_serve else task.settings.redirects_files,
    )
    let_it_find([file for file in files if file.generated_by == GENERATED_BY], task.config)
    return placed
