"""The stage at which every post, talk and listing has its place, and texts become HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.toc import get_toc

from ..blog.feed_contents import published
from ..blog.listing_kinds import KINDS, TALK_INDEX
from ..cache.finished_pages import KeptTemplate
from ..cards.part_templates import settle_macros
from ..finishing.failed_pages import FailedPages
from ..finishing.preparation import escape_front_matter, prepare_articles, prepare_listings, prepare_ordinary_pages
from ..finishing.theme_checks import check_icon_of_listing
from ..heads.descriptions import describe_listings, describe_talks
from ..host.dirty import read_unread
from ..host.material_name import answer_to_material
from ..host.plugins import llmstxt, mkdocs_redirects
from ..host.plugins.git_dates import leave_alone, take_back_moments
from ..host.plugins.minified_pages import keep_minified
from ..host.search import SearchIndex
from ..host.theme import Theme
from ..html.page_urls import site_root
from ..jekyll.jekyll_config import settings_for_jekyll
from ..light_dataclasses import dataclass
from ..log import log
from ..material.before_rendering import introduce
from ..material.template_filters import date_filter, url_of_first_page
from ..output.documents import write_documents
from ..output.feed_ids import FeedIds
from ..output.feed_writer import Syndication, fill_sitemap
from ..output.llms_txt import told_of
from ..output.redirects import write_for_hosts, write_redirects
from ..pages.indexing import is_out_of_search
from ..pages.listing_pages import is_of_a_blog
from ..pages.text_pages import ArticlePage, is_article
from ..placement.assembly import Placed, assemble
from ..placement.feed_files import title_of_feeds
from ..placement.inclusion import leave_out
from ..placement.media import media_to_hide, tell_media_that_go_away
from ..placement.navigation import attach, attach_ordinary, take_out_held_back
from ..placement.placed_files import entitle
from ..placement.replaced_pages import retake
from ..placement.task import PlacementTask
from ..processes.workers import Workers, worker_count
from ..rendering.bounded_conversion import TooMuchError
from ..rendering.liquid_texts import LiquidTexts
from ..sources.source_files import shown_path
from ..urls.link_index import LinkIndex
from ..views.embeds import asks_for_cards, asks_for_map, check_requests, may_ask
from ..views.group_lists import promise_anchors, selections_in
from .composition import compose, promise_relations
from .languages import into_language
from .shown_build import ShownBuild

if TYPE_CHECKING:
    from collections.abc import Sequence

    import jinja2
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from ..pages.listing_pages import ViewPage
    from ..sources.kept_readings import KeptReadings
    from ..sources.stored_readings import StoredReadings
    from .begun_build import BegunBuild
    from .composition import Shown


@dataclass(frozen=True, kw_only=True)
class PlacedBuild:
    """A build all of whose files have their URLs."""

    begun: BegunBuild
    """The stage before."""
    theme: Theme
    placed: Placed
    liquid: LiquidTexts

    @property
    def outside(self) -> list[str]:
        """Folders and files outside `docs_dir` of which the blog is made, and what their texts bring in."""
        return [*self.placed.outside, *self.liquid.outside]

    @property
    def index(self) -> ViewPage:
        """The first page of the blog."""
        return self.placed.view_pages[self.placed.views.index.src_uri][0]

    def attach(self, nav: Navigation) -> None:
        """Put the blog into the navigation."""
        placed, settings = self.placed, self.begun.settings
        retake(nav, placed.pages_in_place)
        entitle(placed.pages_in_place, self.begun.config.nav)
        take_out_held_back(nav)
        attach_ordinary(nav, placed.pages)
        names = {
            kind: self.theme.translate(getattr(settings, f"{kind.own_options}_name"), self.begun.config)
            for kind in KINDS
            if kind.has_section
        }
        if not attach(nav, placed.blog, placed.views, placed.view_pages, placed.articles, names):
            log.info(
                "The blog is not in `nav` of mkdocs.yml; to show it there, add: `- %s`", placed.views.index.src_uri
            )

    def begin_page(self, page: Page) -> None:
        """Know whose text is being rendered."""
        self.begun.links.begin(page)

    def end_page(self, content: str, page: Page) -> str:
        """The HTML of any page, with links to posts and talks made right."""
        if self.answers_for(page):
            promise_anchors(page, content, self.placed.blog, self.placed.views)
        content = self.begun.links.finished(content, page) if self.begun.writes_links else content
        if self.begun.rendering.workers and isinstance(page, ArticlePage) and page.file.src_uri in self.placed.articles:
            # Now, while other processes work as well; in `show` they would wait.
            page.content = content
            self.begun.renditions.make_ready(page)
        return content

    def prerender_texts(self, files: Files) -> None:
        """Once all links can be known, let other processes begin with texts that were never rendered."""
        store = self.begun.rendering.store
        if self.begun.is_serve or store is None:
            return
        ours = self.placed.articles
        pages = [ours[file.src_uri] for file in files.documentation_pages() if file.src_uri in ours]
        missing = [page for page in pages if not self.begun.rendering.has(page)]
        number = worker_count(self.begun.settings.workers, len(missing), is_serve=self.begun.is_serve)
        if number:
            self.begun.rendering.workers = Workers.start(missing, self._render_for_store, number, store)

    def _render_for_store(self, page: ArticlePage) -> None:
        """All that the build will ask the store about a page, if no other plugin changes its text."""
        page.read_source(self.begun.config)
        self.begun.links.begin(page)
        try:
            self.begun.rendering.convert(page, self.begun.links.writer.index.files)
        except TooMuchError:
            return  # the main process tells it, and shows what there is
        page.content = self.begun.links.finished(page.content or "", page)
        escape_front_matter(page, self.begun.renditions.of(page))
        for index in SearchIndex.all_of(self.begun.config, self.begun.rendering.basis()):
            index.keep(page, self.begun.rendering.store)
        # This process comes to no page twice, and all that it remembers is beside what the main process does.
        page.content, page.toc, page.present_anchor_ids, page.links_to_anchors = None, get_toc([]), None, None
        self.begun.renditions.forget()

    def answers_for(self, page: Page) -> bool:
        """Whether a page that asks for cards gets those of this blog; one of no blog has the first blog's."""
        is_asked = not is_of_a_blog(page) and self.begun.writes_links
        return page.file.src_uri in self.placed.src_uris or is_asked

    def show(self, env: jinja2.Environment, files: Files) -> ShownBuild:
        """Once every text is HTML: settle what belongs together, and make ready what templates show."""
        begun, placed = self.begun, self.placed
        theme = self.theme.with_env(env)
        begun.stop()
        read_unread(placed.articles.values(), begun.config, files)
        if placed.releases:
            from ..rendering.release_sections import find_sections  # noqa: PLC0415  # few sites have a changelog

            find_sections(placed.releases.values(), theme.locale, begun.config.site_url)
        shown = compose(begun, placed, theme, files)
        listings = [page for pages in placed.view_pages.values() for page in pages]
        take_back_moments(placed.articles.values())
        self._prepare(shown, listings, files)
        with_cards = self._pages_with_cards(files, shown)
        answer_to_material(begun.config)
        self._equip(env, shown)
        keep_minified(begun.config, begun.rendering.store)
        syndication = self._write_beside_pages(shown)
        self._hide(files)
        tell_media_that_go_away(files, begun.folders, begun.config, begun.faults)
        failed = FailedPages(begun.config, env, begun.faults)
        failed.find([*placed.articles.values(), *listings])
        self._tell_what_is_lost(files)
        begun.tell_faults()
        if begun.settings.redirects_files and not begun.is_serve:
            leave_out(write_for_hosts(placed.redirects, files, begun.config))
        return ShownBuild(
            begun=begun,
            placed=placed,
            answers_for=self.answers_for,
            shown=shown,
            failed=failed,
            with_cards=with_cards,
            syndication=syndication,
        )

    def _tell_what_is_lost(self, files: Files) -> None:
        """Tell which headings and published URLs lead nowhere any more, where somebody wants to know."""
        begun, placed = self.begun, self.placed
        if begun.is_check:
            from ..rendering.lost_anchors import tell_lost_anchors  # noqa: PLC0415  # no build does

            tell_lost_anchors([*placed.articles.values(), *placed.pages], begun.config, begun.faults)
        if begun.settings.urls_file and not begun.is_serve:
            from ..published.lost_urls import tell_lost_urls  # noqa: PLC0415  # few sites have such a file
            from ..published.url_inventory import UrlInventory  # noqa: PLC0415  # as above

            tell_lost_urls(UrlInventory(files, begun.config, placed.documents), begun.settings, begun.faults)

    def _prepare(self, shown: Shown, listings: Sequence[ViewPage], files: Files) -> None:
        """Make ready what templates print of each page, and tell what it asks for in vain."""
        begun, theme = self.begun, shown.theme
        shown.cards.pictures.make_copies()
        if shown.slides:
            shown.slides.put_into(self.placed.articles.values())
        prepare_articles(shown.heroes, shown.talks, shown.material_list, theme, files)
        prepare_ordinary_pages(self.placed.pages, shown.cards.named, theme, begun.rendering)
        for page in self.placed.articles.values():
            shown.cards.pictures.teaser_of(page.article)
        for listing in listings:
            check_icon_of_listing(listing, shown_path(listing.file, begun.config), theme, begun.faults)
        prepare_listings(listings, shown.layout, shown.material_list, shown.listings)
        if begun.settings.seo:
            describe_listings(listings, self.placed.blog, self.placed.views, theme.words, begun.config)
            describe_talks(self.placed.articles.values(), theme.words)

    def _pages_with_cards(self, files: Files, shown: Shown) -> frozenset[str]:
        """The pages that ask for cards of this blog in their text; a request that can't be understood is told."""
        pages = (file.page for file in files.documentation_pages() if file.page)
        written = [page for page in pages if may_ask(page.content or "") and self.answers_for(page)]
        asking = [page for page in written if asks_for_cards(page.content or "")]
        for page in written:
            path = shown_path(page.file, self.begun.config)
            check_requests(page, path, self.begun.faults, shown.embeds, has_papers=self._has_papers)
        if self.begun.settings.talks_map or any(asks_for_map(page.content or "") for page in asking):
            shown.map.check(self.placed.blog.talks)
        if self.begun.is_check:
            shown.embeds.papers.check(selection for page in asking for selection in selections_in(page.content or ""))
        return frozenset(page.file.src_uri for page in asking)

    @property
    def _has_papers(self) -> bool:
        """Whether the site has papers, or says where they are."""
        return bool(self.begun.settings.publications or self.placed.bibliography.papers)

    def _hide(self, files: Files) -> None:
        """Keep out of the site, and out of search, what readers are not to find."""
        begun, writer = self.begun, self.begun.links.writer
        held_back = self.placed.loaded.held_back
        leave_out(media_to_hide(files, begun.config, writer.index, held_back=held_back, linked=writer.leading))
        for index in SearchIndex.all_of(begun.config, begun.rendering.basis()):
            index.spare(begun.rendering.store, is_out_of_search=is_out_of_search, is_kept=is_article)

    def _write_beside_pages(self, shown: Shown) -> Syndication:
        """What writes the feeds, redirects and sitemap having been written."""
        placed, config = self.placed, self.begun.config
        syndication = Syndication(
            feeds=placed.feeds,
            cards=shown.cards,
            view_pages=placed.view_pages,
            theme=shown.theme,
            ids=FeedIds.of_site(site_root(config.site_url), placed.loaded.jekyll),
            with_slides=shown.slides.texts if shown.slides else {},
            known=self.begun.memory.feeds if self.begun.memory else None,
        )
        if placed.blog.talks or placed.calendars.of_all:
            from ..output.calendars import Calendars  # noqa: PLC0415  # most sites have no talks

            Calendars(files=placed.calendars, cards=shown.cards, name=self._name_of_talks()).write(placed.blog.talks)
        write_redirects(placed.redirects, shown.theme, config)
        llmstxt.tell(config, told_of(placed.blog, placed.articles, shown.cards.rendered), placed.not_for_machines)
        if placed.sitemap:
            listed = published(placed.blog.listed, self.begun.settings)
            fill_sitemap(placed.sitemap, listed, placed.articles, config)
        return syndication

    def _name_of_talks(self) -> str:
        """The list of talks and the site by name."""
        index = self.placed.views.first(TALK_INDEX)
        return title_of_feeds(self.placed.view_pages[index.src_uri][0], self.begun.config) if index else ""

    def _equip(self, env: jinja2.Environment, shown: Shown) -> None:
        """Give templates the filters and globals that they ask for."""
        env.template_class = KeptTemplate
        env.globals.setdefault("blogposts", shown.embeds.template_global())
        env.filters["date"] = date_filter(self.begun.settings.post_date_format, shown.theme.locale)
        if shown.layout.has_material_list:
            env.filters["url"] = url_of_first_page(env.filters["url"])
        settle_macros(env)


def _tell_what_needs_an_address(begun: BegunBuild) -> None:
    """Tell what a blog goes without where its site does not say where it is."""
    wanted = {
        "feeds": begun.settings.feeds,
        "canonical URLs, breadcrumbs or pictures for shared links": begun.settings.seo,
    }
    missing = ", and no ".join(what for what, is_wanted in wanted.items() if is_wanted)
    if missing and not begun.config.site_url:
        log.info("mkdocs.yml has no `site_url`, so the blog has no %s; add `site_url: https://example.org/`", missing)


def _readings(begun: BegunBuild) -> KeptReadings | StoredReadings | None:
    """What earlier builds have read; `None` where nothing is kept of it."""
    if begun.memory:
        return begun.memory.readings
    if begun.is_built and begun.rendering.store:
        from ..sources.stored_readings import StoredReadings  # noqa: PLC0415  # commands read files as they are

        return StoredReadings(begun.rendering.store)
    return None


def place(begun: BegunBuild, files: Files) -> PlacedBuild:
    """Read posts and talks, and give each of them and each listing its file."""
    theme = Theme.of(begun.config)
    task = PlacementTask(
        config=begun.config,
        settings=begun.settings,
        chosen=begun.chosen,
        folders=begun.folders,
        theme=theme,
        faults=begun.faults,
        renderer=begun.rendering,
        now=begun.now,
        is_serve=begun.is_serve,
        readings=_readings(begun),
    )
    placed = assemble(task, files)
    into_language(placed, files, begun.config)
    introduce(placed, begun.settings, theme)
    begun.links.writer.index = LinkIndex(files, placed.reader.site_urls)
    liquid = LiquidTexts(
        config=begun.config,
        settings=settings_for_jekyll(begun.settings, begun.chosen, placed.loaded.jekyll),
        folders=begun.folders,
        jekyll=placed.loaded.jekyll,
        rendering=begun.rendering,
        faults=begun.faults,
        now=begun.now,
        is_serve=begun.is_serve,
        has_macros=placed.reader.has_macros,
    )
    leave_out(liquid.brought_in(placed.texts, files))
    liquid.render(placed.texts, files)
    write_documents(placed.documents, begun.config)
    leave_alone((page for pages in placed.view_pages.values() for page in pages), files, begun.config)
    llmstxt.find_again(begun.config, files)
    mkdocs_redirects.lead_to_what_is_there(begun.config, files)
    _tell_what_needs_an_address(begun)
    begun.relations = promise_relations(begun, placed)
    return PlacedBuild(begun=begun, theme=theme, placed=placed, liquid=liquid)
