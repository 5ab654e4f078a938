"""Reads what a blog is made from, and gives every file its place: what `on_files` leaves for the events after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import InclusionLevel

from ..blog.blog import Blog
from ..blog.listing_kinds import TAG, TAG_INDEX
from ..blog.listing_plans import plan_views
from ..blog.spelling import tell_misspellings
from ..content.authors import take_site_author
from ..content.models import JekyllPage, Post, Talk, Text
from ..content.reading import Reader
from ..host.dirty import write_always
from ..host.htmlproofer import let_it_find
from ..host.material_tags import MaterialTags
from ..jekyll.archives import JekyllArchives
from ..jekyll.liquid.installed import renders_liquid
from ..log import log
from ..pages.file_moves import move
from ..pages.made_files import GENERATED_BY
from ..pages.not_found import NOT_FOUND
from ..pages.text_pages import ArticlePage, OrdinaryPage, TalkPage, TextPage
from ..sources.first_mistakes import FirstMistakes, named_in_nav
from ..sources.jekyll_site import JekyllPlace, find_jekyll_authors, find_jekyll_config, read_by_jekyll_alone
from ..sources.loading import Loaded, authors_of, load, notes, tell_unknown_talks
from ..sources.outside_files import add_outside_files, add_outside_pages
from ..sources.page_loading import LoadedPages, load_pages, page_rules, take_pages
from ..sources.source_files import shown_path, take_texts
from ..urls.listing_claims import place_further_listings, place_listings
from ..urls.precedence import settle_jekyll, settle_material
from ..urls.url_claims import UrlClaims
from .archive_redirects import redirects_of_archives
from .departures import Departures, as_links, parted, put_away
from .feed_files import FeedFiles, place_feeds, place_sitemap
from .inclusion import leave_out
from .listing_heads import heads_among
from .placed_files import (
    hold_back,
    media_of,
    place_broken,
    place_media,
    place_texts,
    place_views,
    reserve_others,
    stand_ins,
    titles_in_nav,
    written_listings,
)
from .redirect_pages import Redirect, place_redirects, redirects_of
from .site_facts import place_stylesheet, site_urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..blog.listings import Views
    from ..faults import Faults
    from ..host.theme import Theme
    from ..pages.redirect_file import RedirectFile
    from ..pages.text_pages import TextRenderer
    from ..settings import Settings
    from ..sources.folders import Folders
    from ..texts.ordinary_pages import PageRules
    from .navigation import ViewPages


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Every file of a blog, in its place."""

    outside: list[str]
    """Folders outside `docs_dir` that have posts or talks, and the `_config.yml` that counts for these."""
    loaded: Loaded
    blog: Blog
    views: Views
    view_pages: ViewPages
    articles: Mapping[str, ArticlePage]
    """Pages of shown posts and talks, by `src_uri`."""
    borrowed: Mapping[str, TalkPage]
    """Pages of talks of another blog of the site, by `src_uri`."""
    feeds: FeedFiles
    pages: list[OrdinaryPage]
    """Ordinary pages of a Jekyll site."""
    documents: list[OrdinaryPage]
    """Those that are whole documents, which MkDocs only copies."""
    held_back: list[TextPage]
    """Pages of texts that are not part of the build."""
    sitemap: File | None
    """Beside the feeds, where the theme asks for one there."""
    redirects: list[RedirectFile]
    stylesheet: str
    """URL from the site's root."""

    @property
    def texts(self) -> list[TextPage]:
        """The pages of all texts that were read."""
        return [*self.articles.values(), *self.held_back, *self.pages, *self.documents]

    @cached_property
    def src_uris(self) -> frozenset[str]:
        """The files of all pages of this blog."""
        listings = (page.file.src_uri for pages in self.view_pages.values() for page in pages)
        return frozenset({*self.articles, *listings})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """What the files of a site are read with."""

    outside: list[str]
    reader: Reader
    archives: JekyllArchives | None
    rules: PageRules | None


@dataclass(frozen=True, kw_only=True)
class Placing:
    """How the files of one blog get their places."""

    config: MkDocsConfig
    settings: Settings
    chosen: frozenset[str]
    """Options that the site has set itself."""
    folders: Folders
    theme: Theme
    faults: Faults
    renderer: TextRenderer
    now: datetime
    is_serve: bool

    def place(self, files: Files) -> Placed:
        """Read posts, talks and pages, and give each of them and each listing its file."""
        config, faults = self.config, self.faults
        read = self._begin(files)
        reader, settings, archives = read.reader, read.reader.settings, read.archives
        loaded = load(files, config, self.folders, reader)
        faults.join(loaded.faults)
        leave_out(loaded.passed_over)
        borrowed = {} if self.folders.is_first else _talk_pages(files)
        self._tell(loaded, borrowed, files)
        pages = self._load_pages(files, loaded, reader, read.rules)
        texts: list[tuple[File, Text]] = [*loaded.shown, *pages.shown]
        hidden = [*loaded.held_back, *pages.held_back]
        departures = Departures(texts=texts, hidden=hidden, files=files, site_urls=reader.site_urls)
        here, away = parted(texts, departures.staying(faults)) if self.settings.redirects else (texts, [])
        elsewhere = as_links(away, reader.site_urls)
        articles = [text for _, text in (*here, *elsewhere) if isinstance(text, Post | Talk)]
        blog = Blog.of(
            [article for article in articles if isinstance(article, Post)],
            [article for article in articles if isinstance(article, Talk)],
            [page.article for page in borrowed.values()],
        )
        views = self._views(blog, settings, archives)
        views = self._with_own_page_of_tags(views, files, pages)
        may_be_heads = [*((file, page) for file, page in here if isinstance(page, JekyllPage)), *pages.held_back]
        heads = heads_among(may_be_heads, views, config, faults)
        here_apart = [(file, text) for file, text in here if text.src_uri not in heads]
        claims = UrlClaims(faults)
        media = media_of(files, self.folders)
        broken = [*loaded.broken, *pages.broken]
        held_back = [(file, text) for file, text in hidden if text.src_uri not in heads]
        placed_apart = (*here_apart, *away, *held_back)
        ours = {file.src_uri for file in (*media, *(file for file, _ in placed_apart), *broken)}
        own_heads = set(written_listings(files, ours))
        has_own_404 = any(
            isinstance(text, JekyllPage) and text.dest_uri == NOT_FOUND for _, text in (*here_apart, *away)
        )
        reserve_others(claims, files, ours, config, has_own_404=has_own_404)
        place_media(media, files, claims, config)
        granted = settle_jekyll([*here_apart, *away], claims, collections=reader.jekyll.collections)
        feeds = self._place_feeds(files, claims)
        sitemap = place_sitemap(files, config, settings, claims) if feeds and self.theme.has_post_template else None
        views = place_listings(views, claims, own_heads, config)
        granted |= settle_material([*here_apart, *away], claims)
        views = place_further_listings(views, claims, own_heads, config)
        shown = place_texts(here_apart, granted, config, self.renderer, dict(titles_in_nav(config.nav)))
        hidden_pages = hold_back(held_back, config, self.renderer)
        put_away(away, granted)
        shown += stand_ins(elsewhere, config, self.renderer)
        place_broken(broken, settings, config, claims, is_serve=self.is_serve)
        view_pages = place_views(views, files, settings, config, dict(titles_in_nav(config.nav)), self.renderer)
        write_always(page for listing in view_pages.values() for page in listing)
        redirects = chain(
            redirects_of([*here, *away]) if settings.redirects else (),
            redirects_of_archives(archives, reader.jekyll, views, view_pages)
            if settings.redirects and archives
            else (),
        )
        return Placed(
            outside=read.outside,
            loaded=replace(loaded, broken=broken),
            blog=blog,
            views=views,
            view_pages=view_pages,
            articles={page.file.src_uri: page for page in shown if isinstance(page, ArticlePage)},
            pages=[page for page in shown if isinstance(page, OrdinaryPage) and not page.article.is_whole],
            documents=[page for page in shown if isinstance(page, OrdinaryPage) and page.article.is_whole],
            held_back=hidden_pages,
            borrowed=borrowed,
            feeds=feeds,
            sitemap=sitemap,
            stylesheet=place_stylesheet(files, config),
            redirects=self._place_redirects(redirects, files, claims, reader),
        )

    def _begin(self, files: Files) -> _Begun:
        """With all files there that a blog is made from, what these are to be read with."""
        config, settings, faults = self.config, self.settings, self.faults
        jekylls = JekyllPlace.of(config, settings, self.folders)
        home = jekylls.folder if jekylls else None
        outside = add_outside_files(files, config, settings, self.folders, home)
        take_texts(files, self.folders)
        jekyll = find_jekyll_config(files, config, settings, self.folders, faults)
        outside += (str(Path(config.config_file_path or "").parent / path) for path in jekyll.paths)
        jekyll_authors, described_in = find_jekyll_authors(jekyll, config, faults)
        outside += [str(described_in)] if described_in else []
        archives = JekyllArchives.of(jekyll.values)
        settings = archives.settings_for(settings, self.chosen) if archives else settings
        rules = page_rules(jekyll, settings, self.folders)
        outside += add_outside_pages(files, config, rules.folders if rules else (), home)
        leave_out(read_by_jekyll_alone(jekyll, files))
        reader = Reader(
            settings=settings,
            chosen=self.chosen,
            jekyll=jekyll,
            jekyll_authors=jekyll_authors,
            authors=authors_of(files, config, settings, faults),
            jekyll_author=take_site_author(jekyll.author) if jekyll.author else None,
            levels=faults.chosen,
            now=self.now.astimezone(ZoneInfo(settings.timezone)),
            locale=self.theme.locale,
            use_directory_urls=config.use_directory_urls,
            is_serve=self.is_serve,
            site_urls=site_urls(config, is_serve=self.is_serve),
            renders_liquid=renders_liquid(),
        )
        return _Begun(outside=outside, reader=reader, archives=archives, rules=rules)

    def _tell(self, loaded: Loaded, borrowed: Mapping[str, TalkPage], files: Files) -> None:
        """Tell what is to be known of all files together, and of those that are none of the blog's."""
        tell_unknown_talks(loaded, (page.article for page in borrowed.values()), self.faults)
        for level, message in notes(loaded, self.settings, self.config):
            log.log(level, "%s", message)
        read = [file for file, _ in (*loaded.shown, *loaded.held_back)] + loaded.broken
        placed = {*(file.src_uri for file in read), *named_in_nav(self.config.nav)}
        FirstMistakes(folders=self.folders, config=self.config, faults=self.faults, placed=placed).tell(files)

    def _load_pages(self, files: Files, loaded: Loaded, reader: Reader, rules: PageRules | None) -> LoadedPages:
        """The ordinary pages of a Jekyll site, if it wants such; what belongs to these stands where Jekyll has it."""
        articles = {file.src_uri for file, _ in (*loaded.shown, *loaded.held_back)}
        ours = articles | {file.src_uri for file in loaded.broken}
        pages = load_pages(files, self.config, self.folders, reader, rules, ours=ours)
        self.faults.join(pages.faults)
        for file in pages.not_pages:
            log.info("'%s' has no front matter, so Jekyll makes no page of it", shown_path(file, self.config))
        leave_out(pages.not_pages)
        for file, dest_uri in pages.media.items():
            move(file, dest_uri)
        return replace(pages, shown=take_pages(pages.shown, files), held_back=take_pages(pages.held_back, files))

    def _place_redirects(
        self, redirects: Iterable[Redirect], files: Files, claims: UrlClaims, reader: Reader
    ) -> list[RedirectFile]:
        """The pages at old URLs; with these, all files are there that the blog makes."""
        placed = place_redirects(
            redirects,
            files,
            self.config,
            claims,
            self.faults,
            site_urls=reader.site_urls,
            hosts=() if self.is_serve else self.settings.redirects_files,
        )
        let_it_find([file for file in files if file.generated_by == GENERATED_BY], self.config)
        return placed

    def _views(self, blog: Blog, settings: Settings, archives: JekyllArchives | None) -> Views:
        """Every listing of the blog; what its author should know of them is told."""
        try:
            months = archives.months(settings) if archives else None
            views = plan_views(blog, settings, self.theme.locale, self.theme.words, months=months)
        except ValueError as error:
            raise PluginError(f"blogposts: {error}") from error
        for note in views.notes:
            log.info("%s", note)
        tell_misspellings(views.taxonomies[TAG].terms, self.faults)
        return views

    def _with_own_page_of_tags(self, views: Views, files: Files, pages: LoadedPages) -> Views:
        """Leave the place of our tag index to the page that a site has there for Material's `tags`."""
        index = views.first(TAG_INDEX)
        wanted = {page.src_uri: page.dest_uri for _, page in (*pages.shown, *pages.held_back)}
        page = MaterialTags.of(self.config).own_page(index.src_uri, files, self.config, wanted) if index else None
        if page is None:
            return views
        log.info("The page '%s' stays as it is, so there is no tag index of the blog", page.src_uri)
        return views.without(TAG_INDEX)

    def _place_feeds(self, files: Files, claims: UrlClaims) -> FeedFiles:
        if not self.settings.feeds:
            return {}
        if not self.config.site_url:
            log.info("The blog has no feeds, since they need `site_url` in mkdocs.yml")
            return {}
        return place_feeds(files, self.config, self.settings, claims)


def _talk_pages(files: Files) -> dict[str, TalkPage]:
    """The talks that another blog has placed."""
    placed = (file for file in files if file.inclusion is not InclusionLevel.EXCLUDED)
    return {file.src_uri: file.page for file in placed if isinstance(file.page, TalkPage)}
