"""The events of MkDocs that the blog answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from .config import BlogPostsConfig
from .failures import one_line
from .host.former_site import FormerSite
from .host.material_name import answer_to_material, answer_to_own_name
from .host.plugins.listeners import closes_its_files
from .host.plugins.static_i18n import BuiltLanguage
from .host.process_end import end_at_once, end_swiftly
from .stages.rare_collection import RareCollection

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from .cache.compiled_templates import CompiledTemplates
    from .host.serving.quick_looks import QuickLooks
    from .material.material_list import ListedPost
    from .pages.listing_pages import ViewPage
    from .stages.begun_build import BegunBuild
    from .stages.late_collection import LateCollection
    from .stages.live_memory import LiveMemory
    from .stages.placed_build import PlacedBuild
    from .stages.remembered_site import RememberedSite
    from .stages.saved_changes import SavedChanges
    from .stages.shown_build import ShownBuild


class BlogPostsPlugin(BasePlugin[BlogPostsConfig]):
    """Adds a blog to a docs site."""

    supports_multiple_instances = True

    site: RememberedSite | None = None
    """What is remembered of the build before; `None` where all pages are made."""
    memory: LiveMemory | None = None
    """What `serve` remembers of single files and texts; `None` in a build."""
    saved: SavedChanges | None = None
    """What `serve` tells of changes; `None` in a build."""
    compiled: CompiledTemplates | None = None
    """The templates of the build at hand; `None` where the plugin is switched off."""
    looks: QuickLooks | None = None
    """Has MkDocs look for changes as soon as there are some, while a site is served."""
    collection: LateCollection | RareCollection | None = None
    """When Python looks for circles among its values."""
    nav: Navigation | None = None
    """The navigation of the build at hand."""
    begun: BegunBuild | None = None
    """The build at hand; `None` where the plugin is switched off."""
    placed: PlacedBuild | None = None
    """The same once all files have their URLs."""
    shown: ShownBuild | None = None
    """The same once all texts are HTML."""
    is_built = False
    """Whether the whole site is built, for its folder and for nothing else."""
    is_dirty = False
    """Whether MkDocs leaves the folder of the site as it is."""
    former: FormerSite | None = None
    """What was in that folder before, if it may be needed."""
    is_check = False
    """Whether `blogposts check` builds, which wants to know of faults and of nothing else."""

    @property
    def blog(self) -> ViewPage | None:
        """The index, which has all posts and listings, as hooks written for Material's blog ask for it."""
        return self.placed.index if self.placed else None

    def _render_post(self, excerpt: ListedPost, view: Page) -> ListedPost:
        """An item of a listing for another page, as hooks written for Material's blog have it made."""
        excerpt.render(view, self.config.post_excerpt_separator)
        return excerpt

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Know what the site is made for; having this hook keeps one plugin through all builds of `serve`."""
        end_swiftly()
        self.is_dirty = dirty
        self.is_built = command == "build" and not dirty
        self.memory = self.saved = self.site = None
        if command == "serve":
            self._begin_serving()
        else:
            self.collection = RareCollection()

    def _begin_serving(self) -> None:
        # A build has no use for these.
        from .stages.late_collection import LateCollection  # noqa: PLC0415
        from .stages.live_memory import LiveMemory  # noqa: PLC0415
        from .stages.live_site import LiveSite  # noqa: PLC0415
        from .stages.saved_changes import SavedChanges  # noqa: PLC0415

        self.memory, self.saved, self.site = LiveMemory(), SavedChanges(), LiveSite()
        self.collection = LateCollection()

    def on_shutdown(self) -> None:
        """Leave nothing behind that changes what Python or MkDocs does, also where somebody has stopped a build."""
        if self.looks:
            self.looks.end()
            self.looks = None
        if self.begun:
            self.begun.end()
        if self.collection:
            self.collection.stop()
        if self.former:
            self.former.end()
            self.former = None
        if self.is_built and self.begun and self.begun.rendering.basis() and closes_its_files(self.begun.config):
            end_at_once()

    @event_priority(100)
    def _introduce(self, config: MkDocsConfig) -> None:
        """Answer to its names, and let Python look for what is left of a build when nobody waits for this one."""
        answer_to_own_name(config)
        answer_to_material(config, is_early=True)
        if self.collection:
            self.collection.begin()
        self.compiled = self._share(config) if self.config.enabled else None

    @event_priority(-100)  # After hooks, which may change options.
    def _begin(self, config: MkDocsConfig) -> None:
        """Begin a build."""
        settings = self.config.to_settings()
        chosen, unknown = self.config.chosen, self.config.unknown
        self.begun = self.placed = self.shown = None
        self.site = self.site if self.memory else None
        if settings.enabled:
            # What builds is some 280 modules, of no use to a site that switches its blog off.
            from .sources.folders import Scope  # noqa: PLC0415
            from .stages.begun_build import BegunBuild  # noqa: PLC0415

            scope = Scope.of(self, config)
            self.begun = BegunBuild(
                config,
                settings,
                chosen,
                scope,
                self.memory,
                self.compiled or self._share(config),  # where a hook has switched it on
                is_check=self.is_check,
                is_built=self.is_built and not self.is_check,
            )
            self.begun.check_options(unknown)
            if self.begun.is_remembered and not self.memory:
                from .stages.kept_site import KeptSite  # noqa: PLC0415  # as above

                self.site = KeptSite.of(self.begun)

    on_config = CombinedEvent(_introduce, _begin)

    def _share(self, config: MkDocsConfig) -> CompiledTemplates:
        from .stages.begun_build import share_compiled  # noqa: PLC0415  # as above

        return share_compiled(config, self.memory, keeps=self.config.cache)

    @event_priority(-100)  # Last of all, as MkDocs empties the folder of the site next.
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Put aside what has been built before, and begin with what needs no file of the site."""
        keeps = self.begun and self.begun.settings.keep_files and not self.is_dirty
        if keeps and not self.former:  # which another plugin's build within this one finds as well
            self.former = FormerSite.put_aside(config.site_dir, self.site.files if self.site else None)
        if self.begun:
            self.begun.compile_ahead()

    @event_priority(-50)  # After plugins that make files, so that these can be posts.
    def _place(self, files: Files, *, config: MkDocsConfig) -> None:
        """Give every post, talk and listing its place among the files."""
        if BuiltLanguage.of(config) is None:
            self._place_all(files, config)
            if self.placed:
                answer_to_material(config)  # whoever asks from here on

    @event_priority(-110)  # After the plugin that chooses those of one language.
    def _place_chosen(self, files: Files, *, config: MkDocsConfig) -> None:
        """Do so once the files of one language are chosen."""
        if BuiltLanguage.of(config):
            self._place_all(files, config)

    on_files = CombinedEvent(_place, _place_chosen)

    def _place_all(self, files: Files, config: MkDocsConfig) -> None:
        if not self.begun or not self.config.enabled:  # which a hook may have switched off since
            return
        from .stages.placed_build import place  # noqa: PLC0415  # as above

        with one_line("reading its files"):
            if self.site:
                self.site.see(files)
            self.placed = place(self.begun, files)
            if self.saved and BuiltLanguage.of(config) is None:  # whose builds alternate
                self.saved.tell(self.placed.placed.sources, config)

    @event_priority(-50)  # After plugins that arrange the navigation.
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Put the blog into the navigation."""
        with one_line("putting it into the navigation"):
            self.nav = nav
            if self.placed:
                self.placed.attach(nav)
                self.placed.prerender_texts(files)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Know whose text is rendered next."""
        if self.placed:
            self.placed.begin_page(page)

    @event_priority(-100)  # After plugins that change the HTML.
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Make links of raw HTML right, and note where a text leads."""
        with one_line(f"reading the text of '{page.file.src_uri}'"):
            return self.placed.end_page(html, page) if self.placed else None

    @event_priority(-100)  # After autorefs, which changes contents at -50.
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        """With every text rendered, make ready what templates show, and tell all faults."""
        with one_line("making ready what its pages show"):
            self.shown = self.placed.show(env, files) if self.placed else None
            if self.shown and self.site and self.nav:
                self.site.leave(self.shown, self.nav, files, self.former)
            if self.shown and self.nav:
                self.shown.prerender_pages(self.nav, files, self.site.left if self.site else None, self.former)
                self.shown.write_feeds()

    @event_priority(100)  # Before other plugins ask which pages there are.
    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> None:
        """Give templates of their own all pages, those that are not made again among them."""
        if self.site and self.site.left:
            context["pages"] = self.site.left.for_templates

    @event_priority(100)
    def _give_pages(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Give the templates of pages the same."""
        if self.site and self.site.left:
            context["pages"] = self.site.left.for_pages

    @event_priority(-100)  # After search plugins, so that they find texts and not cards.
    def _complete(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Put cards and links around the text of our pages."""
        with one_line(f"making the page of '{page.file.src_uri}'"):
            if self.shown:
                self.shown.complete(page, context, nav)

    on_page_context = CombinedEvent(_give_pages, _complete)

    def _put_links(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        """Put our style sheet and feeds into the head of our pages."""
        with one_line(f"ending the page of '{page.file.src_uri}'"):
            return self.shown.with_head(output, page) if self.shown else None

    @event_priority(-40)  # After plugins that say the same, and before `privacy`, which reads what has been said.
    def _put_metadata(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        """Tell machines what our pages are, where nobody else has."""
        with one_line(f"telling what the page of '{page.file.src_uri}' is"):
            return self.shown.with_metadata(output, page) if self.shown else None

    on_post_page = CombinedEvent(_put_links, _put_metadata)

    @event_priority(100)  # Before other plugins ask which pages there are.
    def _take_left(self, *, config: MkDocsConfig) -> None:
        """Let the site have all of its pages again, and each page its text."""
        if self.shown:
            self.shown.end_pages()
        if self.site:
            self.site.end_pages()
        if self.shown:
            self.shown.forget()

    def _end(self, *, config: MkDocsConfig) -> None:
        """Leave the cache in order."""
        if self.begun:
            self.begun.end()
        if self.shown:
            self.shown.end()

    @event_priority(-100)  # After plugins that write into the folder of the site.
    def _end_former(self, *, config: MkDocsConfig) -> None:
        """Remove what the site had before and has no more."""
        if self.site:
            self.site.end_other_plugins()
        if self.former:
            self.former.end()
            self.former = None
        if self.site:
            self.site.end()
        if self.collection:
            self.collection.end()

    on_post_build = CombinedEvent(_take_left, _end, _end_former)

    def on_build_error(self, error: Exception) -> None:
        """Leave no process behind."""
        for stage in (self.begun, self.shown):
            if stage:
                stage.stop()
        if self.begun:
            self.begun.end()
        if self.former:
            self.former.end()
            self.former = None
        if self.site:
            self.site.begin()
        if self.collection:
            self.collection.end()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> None:
        """Watch folders outside `docs_dir` as well, and look for changes as soon as there are some."""
        for folder in self.placed.outside if self.placed else ():
            server.watch(folder)
        if self.begun and self.begun.writes_links:  # the first blog of the site
            from .host.serving.quick_looks import QuickLooks  # noqa: PLC0415  # a build has no use for this

            self.looks = QuickLooks.begin(server.observer)
