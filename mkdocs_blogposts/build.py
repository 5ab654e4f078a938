"""One build of one blog: what each event of MkDocs leaves for the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.exceptions import BuildError, PluginError
from mkdocs.structure.files import Files

from .blog.mentions import Mentions
from .cache.finished_pages import FAILED, KEPT, KeptTemplate, Outputs
from .faults import Faults, Level
from .host.dirty import read_unread
from .host.nav_cache import NavCache
from .host.search import SearchIndex
from .host.theme import Theme
from .host.theme_parts import fitted
from .html.page_urls import from_page
from .jekyll.jekyll_config import settings_for_jekyll
from .log import log
from .output.documents import write_documents
from .output.redirects import write_redirects
from .output.syndication import fill_sitemap, write_feeds
from .pages.indexing import give_address, is_out_of_search, with_noindex
from .pages.listing_pages import ViewPage
from .pages.not_found import base_of, from_base
from .pages.text_pages import ArticlePage, FaultPage, PostPage, TextPage, is_article
from .rendering.link_extension import LinkExtension
from .rendering.link_writer import LinkWriter
from .rendering.liquid_texts import LiquidTexts
from .rendering.page_renderer import Rendering
from .rendering.rendered import Renditions
from .rendering.workers import Workers, worker_count
from .site.inclusion import leave_out
from .site.media import media_to_hide
from .site.navigation import attach, attach_ordinary, pages_in
from .site.placing import Placed, Placing
from .site.site_facts import build_time, refuse_two_blogs, site_urls, store_of
from .site.sources import Folders, Scope, shown_path
from .urls.link_index import LinkIndex
from .views.card_maker import CardMaker
from .views.embeds import asks_for_cards, cards_global, check_requests, has_cards
from .views.failed_pages import FailedPages
from .views.finishing import complete, escape_front_matter, prepare_articles, prepare_ordinary_pages, prepare_view
from .views.group_lists import promise_anchors
from .views.introduction import introduce
from .views.material_list import url_of_first_page
from .views.prerender import Prerender
from .views.presenter import Presenter

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from .host.compiled_templates import CompiledTemplates
    from .settings import Settings

TEMPLATES = Path(__file__).parent / "templates"


class BlogBuild:
    """Goes through the events of MkDocs once, for one blog."""

    def __init__(
        self,
        config: MkDocsConfig,
        settings: Settings,
        chosen: frozenset[str],
        scope: Scope,
        compiled: CompiledTemplates | None,
        *,
        is_check: bool = False,
    ) -> None:
        refuse_two_blogs(config, settings)
        self.config = config
        self.settings = settings
        self.chosen = chosen
        """Options that the site has set itself."""
        self.is_serve = compiled is not None
        self.is_check = is_check
        """Whether faults are looked for, and nothing else is wanted."""
        self.compiled = compiled
        """What `serve` keeps of templates from build to build."""
        self.folders = Folders.of(settings, scope)
        self.faults = Faults.for_site(settings.faults)
        others = LinkExtension.of(config)
        self.links = others or LinkExtension(LinkWriter(config, self.faults, LinkIndex(Files([]), ())))
        self.writes_links = others is None
        """Whether this blog, the first of the site, makes links right for all of them."""
        self.rendering = Rendering(
            config, self.links, self.faults, store_of(config, settings), smart_quotes=settings.smart_quotes
        )
        self.renditions = Renditions(rendering=self.rendering, settings=settings)
        self.told = 0
        """How many faults have been told."""
        self.with_cards: set[str] = set()
        """Pages that ask for cards in their text."""
        self.now = build_time()
        self.placed: Placed
        self.liquid: LiquidTexts
        self.theme: Theme
        self.presenter: Presenter
        self.failed: FailedPages
        self.outputs: Outputs | None = None
        self.prerender: Prerender | None = None
        config.theme.dirs.append(str(TEMPLATES))
        if self.writes_links:
            config.markdown_extensions.append(self.links)  # type: ignore[arg-type]

    def place(self, files: Files) -> None:
        """Read posts and talks, and give each of them and each listing its file."""
        self.theme = Theme.of(self.config, self.compiled)
        placing = Placing(
            config=self.config,
            settings=self.settings,
            chosen=self.chosen,
            folders=self.folders,
            theme=self.theme,
            faults=self.faults,
            renderer=self.rendering,
            now=self.now,
            is_serve=self.is_serve,
        )
        self.placed = placing.place(files)
        introduce(self.placed, self.settings, self.theme)
        self.links.writer.index = LinkIndex(files, site_urls(self.config, is_serve=self.is_serve))
        self.liquid = LiquidTexts(
            config=self.config,
            settings=settings_for_jekyll(self.settings, self.chosen, self.placed.loaded.jekyll),
            folders=self.folders,
            jekyll=self.placed.loaded.jekyll,
            rendering=self.rendering,
            faults=self.faults,
            now=self.now,
            is_serve=self.is_serve,
        )
        leave_out(self.liquid.brought_in(self.placed.texts, files))
        self.liquid.render(self.placed.texts, files)
        write_documents(self.placed.documents, self.config)

    @property
    def outside(self) -> list[str]:
        """Folders and files outside `docs_dir` of which the blog is made, and what their texts bring in."""
        return [*self.placed.outside, *self.liquid.outside]

    def attach(self, nav: Navigation) -> None:
        """Put the blog into the navigation."""
        placed, settings = self.placed, self.settings
        attach_ordinary(nav, placed.pages)
        names = {
            "archive": self.theme.translate(settings.archive_name, self.config),
            "categories": self.theme.translate(settings.categories_name, self.config),
            "authors": self.theme.translate(settings.authors_profiles_name, self.config),
        }
        if not attach(nav, placed.blog, placed.views, placed.view_pages, placed.articles, names):
            log.info(
                "The blog is not in `nav` of mkdocs.yml; to show it there, add: `- %s`", placed.views.index.src_uri
            )

    def begin_page(self, page: Page) -> None:
        """Know whose text is being rendered."""
        self.links.begin(page)

    def end_page(self, content: str, page: Page) -> str:
        """The HTML of any page, with links to posts and talks made right."""
        if self.answers_for(page):
            promise_anchors(page, content, self.placed.blog, self.placed.views)
        content = self.links.finished(content, page) if self.writes_links else content
        if self.rendering.workers and isinstance(page, ArticlePage) and page.file.src_uri in self.placed.articles:
            # Now, while other processes work as well; in `show` they would wait.
            page.content = content
            self.renditions.make_ready(page)
        return content

    def render_ahead(self, files: Files) -> None:
        """Once all links can be known, let other processes begin with texts that were never rendered."""
        ours = self.placed.articles
        pages = [ours[file.src_uri] for file in files.documentation_pages() if file.src_uri in ours]
        missing = [page for page in pages if not self.rendering.has(page)]
        number = worker_count(self.settings.workers, len(missing), is_serve=self.is_serve)
        if number:
            self.rendering.workers = Workers.start(missing, self._render_for_store, number)

    def _render_for_store(self, page: ArticlePage) -> None:
        """All that the build will ask the store about a page, if no other plugin changes its text."""
        page.read_source(self.config)
        self.links.begin(page)
        self.rendering.convert(page, self.links.writer.index.files)
        page.content = self.links.finished(page.content or "", page)
        escape_front_matter(page, self.renditions.of(page))
        for index in SearchIndex.all_of(self.config, self.rendering.basis()):
            index.keep(page, self.rendering.store)

    def show(self, env: jinja2.Environment, files: Files) -> None:
        """Once every text is HTML: settle what belongs together, and make ready what templates show."""
        placed, settings = self.placed, self.settings
        self.theme = self.theme.with_env(env)
        env.bytecode_cache = self.compiled or env.bytecode_cache
        self.stop()
        read_unread(placed.articles.values(), self.config, files)
        told = {**placed.articles, **placed.borrowed}
        rendered = {uri: self.renditions.of_or_failed(page) for uri, page in told.items()}
        mentions = Mentions.of(placed.blog, self.links.writer.leading)
        self.presenter = Presenter(
            config=self.config,
            settings=settings,
            theme=self.theme,
            blog=placed.blog,
            views=placed.views,
            view_pages=placed.view_pages,
            mentions=mentions,
            cards=CardMaker(
                settings=settings,
                locale=self.theme.locale,
                views=placed.views,
                view_pages=placed.view_pages,
                articles=told,
                rendered=rendered,
                mentions=mentions,
                writer=self.links.writer,
                faults=self.faults,
                now=self.now,
            ),
            feeds=placed.feeds,
        )
        prepare_articles(self.presenter, files)
        prepare_ordinary_pages(placed.pages, self.presenter, self.rendering)
        for page in placed.articles.values():
            self.presenter.cards.image(page.article)
        for pages in placed.view_pages.values():
            prepare_view(pages, self.presenter)
        for file in files.documentation_pages():
            if file.page and self.answers_for(file.page) and asks_for_cards(file.page.content or ""):
                self.with_cards.add(file.src_uri)
                check_requests(file.page, shown_path(file, self.config), self.faults)
        env.template_class = KeptTemplate
        env.globals.setdefault("blogposts", cards_global(self.presenter))
        write_feeds(placed.feeds, self.presenter)
        write_redirects(placed.redirects, self.theme, self.config)
        if placed.sitemap:
            fill_sitemap(placed.sitemap, self.presenter)
        held_back, leading = placed.loaded.held_back, self.links.writer.leading
        leave_out(media_to_hide(files, self.config, self.links.writer.index, held_back=held_back, linked=leading))
        env.filters["date"] = self.presenter.date_filter
        if self.presenter.material_list:
            env.filters["url"] = url_of_first_page(env.filters["url"])
        for index in SearchIndex.all_of(self.config, self.rendering.basis()):
            index.spare(self.rendering.store, is_left_out=is_out_of_search, is_kept=is_article)
        self.failed = FailedPages(self.config, env, self.faults)
        listings = (page for pages in placed.view_pages.values() for page in pages)
        self.failed.find([*placed.articles.values(), *listings])
        self.tell_faults()

    def tell_faults(self) -> None:
        """Log the faults that have not been told; an error among them ends a build, never `serve`."""
        if self.is_check:
            return
        late = self.faults.after(self.told)
        self.told = len(self.faults.found)
        for level, message in late.in_brief():
            log.log(level, "%s", message)
        errors = [fault for fault in late if fault.level >= Level.ERROR]
        if errors and not self.is_serve:
            files = len({fault.path for fault in errors})
            raise PluginError(f"{_count(len(errors), 'fault')} in {_count(files, 'file')}")

    def stop(self) -> None:
        """End the processes that work ahead."""
        for workers in (self.rendering.workers, self.prerender and self.prerender.workers):
            if workers:
                workers.finish()

    def end(self) -> None:
        """Leave the store in order, and tell what has failed since all texts were there."""
        self.stop()
        if self.rendering.store:
            self.rendering.store.drop_unused()
        self.tell_faults()

    def has_part_in(self, page: Page) -> bool:
        """Whether this blog shows anything on a page."""
        if isinstance(page, FaultPage):
            return page.file in self.placed.loaded.broken
        src_uri = page.file.src_uri
        has_backlinks = self.settings.backlinks and src_uri in self.presenter.mentions.articles_about
        return src_uri in self.placed.src_uris or has_backlinks or src_uri in self.with_cards

    def answers_for(self, page: Page) -> bool:
        """Whether a page that asks for cards gets those of this blog; one of no blog has the first blog's."""
        is_of_none = not isinstance(page, ArticlePage | ViewPage)
        return page.file.src_uri in self.placed.src_uris or (is_of_none and self.writes_links)

    def complete(self, page: Page, context: TemplateContext, nav: Navigation) -> None:
        """Put our parts above and below the text of a page; one that is finished already need not be made again."""
        give_address(page)
        values = cast("dict[str, Any]", context)
        if base := base_of(page, self.config):
            values["base_url"] = base
        if not self.has_part_in(page):
            return
        if page.file.src_uri in self.failed.told:
            values["told"] = self.failed.told[page.file.src_uri]
            return
        if self.outputs is None and self.rendering.store:
            self.outputs = Outputs(self.rendering.store, self.config, self.theme.env, nav)
            NavCache.share(self.outputs, [*pages_in(nav)], is_article)
            if not self.is_serve:
                workers = self.settings.workers
                self.prerender = Prerender.start(self.outputs, page, context["pages"], self.has_part_in, workers)
        if self.prerender and (finished := self.prerender.take(page)) is not None:
            values[KEPT] = finished
            return
        try:
            complete(page, context, self.presenter)
        except BuildError:
            raise
        except Exception as error:  # noqa: BLE001  # of any template
            values[KEPT] = self.failed.of(page, error)
            return
        values[FAILED] = lambda error: self.failed.of(page, error)
        if self.outputs:
            values[KEPT] = self.outputs

    def with_head(self, output: str, page: Page) -> str:
        """A page with what we have to say in `<head>`, if it shows anything of ours."""
        if base := base_of(page, self.config):
            output = from_base(output, base)
        output = with_noindex(output, page)
        if not self.has_part_in(page) and not (has_cards(output) and self.answers_for(page)):
            return output
        noindex = isinstance(page, TextPage) and page.article.robots.noindex
        # Another blog of the site may have been here before.
        stylesheet = None if self.placed.stylesheet in output else self.placed.stylesheet
        head = self.presenter.head(stylesheet, noindex=noindex)
        output = fitted(
            output,
            toc_label=page.article.toc_label if isinstance(page, ArticlePage) else None,
            shows_date=not isinstance(page, PostPage) or page.article.shows_date,
        )
        return output.replace("</head>", f"{from_page(head, page.url)}\n</head>", 1)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
