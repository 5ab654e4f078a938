"""Finished pages, kept as long as nothing changes that their templates can see.

Half of a build in which little has changed goes into templates of the theme. A page is taken from the store only
where all that its template may ask for is known: the theme, the configuration, the navigation, the page itself, and
what other plugins have put into its context. Anything that can't be told makes the page be rendered.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.exceptions import BuildError

from .description import NOT_OF_ITEMS, ancestors, describe, describe_item, describe_link, describe_toc, without
from .fingerprint import UnknownError, code_of, installed, own_code
from .own_templates import is_known, templates_in
from .stand_ins import OWN, OWN_META, UNSEEN_META, shape_of
from .store import Store, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from .page_shells import PageShells

OUTPUT = "page"
"""Kind of entry that the store keeps of a finished page."""

KEPT = "blogposts_kept"
"""Name in the context of a page under which `KeptTemplate` finds the `Outputs`, or the page where it is finished."""

FAILED = "blogposts_failed"
"""Name in the context of a page of ours for what gives the page that stands in its place if its template fails."""

_KNOWN_THEMES = frozenset({"material", "materialx", "mkdocs", "readthedocs"})
_TELL_THE_TIME = frozenset({"mkdocs", "readthedocs"})
"""Themes whose home page shows when it was built."""

_PLAIN = jinja2.Environment(autoescape=True)
_KNOWN_MAKERS = frozenset({"jinja2", "gettext", "material", "materialx", "mkdocs", "mkdocs_blogposts", "properdocs"})
"""Packages whose filters, tests and globals give the same as long as keys are the same."""

_LOOK_AT_ONE_PAGE = frozenset({*_KNOWN_MAKERS, "mkdocs_glightbox", "mkdocs_minify_plugin", "mkdocs_section_index"})
"""Packages whose plugins, in `on_page_context` and `on_post_page`, do with each page what they do with it alone."""

_OF_ITS_OWN_PAGE = ("description",)
"""Front matter that the templates of themes show on the page that has it, and not in the navigation.

That of listings is made of what they list, and the index is on most pages.
"""

_OF_THE_HOST = frozenset({"nav", "pages", "config", "page"})
"""What MkDocs puts into every context; the key holds it in other ways, or no template of a known theme shows it."""
_OF_THE_MOMENT = frozenset({"build_date_utc"})
"""What changes with every build."""

_NOT_FOR_TEMPLATES = frozenset(
    {
        *("plugins", "hooks", "theme", "nav", "watch", "markdown_extensions", "mdx_configs", "site_dir", "docs_dir"),
        *("config_file_path", "dev_addr", "validation", "exclude_docs", "draft_docs", "not_in_nav", "strict"),
    }
)
"""Parts of the configuration that the key holds in other ways, or that no page shows."""

_NOT_OF_SHELLS = OWN_META | UNSEEN_META
"""Metadata that says which page one is."""


class KeptTemplate(jinja2.Template):
    """A template that gives a finished page, where one is kept."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page, from the store or made anew and then kept; asked last of all, when every plugin has had its say."""
        context = args[0] if args and isinstance(args[0], dict) else {}
        outputs, failed = context.pop(KEPT, None), context.pop(FAILED, None)
        if isinstance(outputs, str):
            return outputs
        try:
            if not isinstance(outputs, Outputs):
                return super().render(*args, **kwargs)
            return outputs.keep(context, self.name, lambda: super(KeptTemplate, self).render(*args, **kwargs))[1]
        except Exception as error:
            if failed is None or isinstance(error, BuildError):
                raise
            page: str = failed(error)
            return page


@dataclass
class Outputs:
    """Knows which finished pages can be taken from the store."""

    store: Store
    config: MkDocsConfig
    env: jinja2.Environment
    nav: Navigation
    shells: PageShells | None = None
    """What pages that are alike have in common; `None` where that can't be known."""
    _seen: tuple[bytes, str] | None = field(default=None, init=False)
    """The configuration as it was last, and its digest."""
    _links: dict[int, str] = field(default_factory=dict, init=False)
    """The digests of entries of the navigation that pages lead to; of themselves they are large in a large site."""

    def keep(
        self, context: Mapping[str, Any], template: str | None, render: Callable[[], str]
    ) -> tuple[str | None, str]:
        """The key of a page and the page, made only where it is not kept; no key where it can't be kept."""
        key = self.key_of(context, template)
        if key is None:
            return None, render()
        output = self.get(key, context["page"])
        if output is None:
            output = self.shells.render(context, template, render) if self.shells else render()
            self.store.put(OUTPUT, key, output, self._slot(context["page"]))
        return key, output

    def get(self, key: str, page: Page) -> str | None:
        """The page that is kept under a key."""
        output: str | None = self.store.get(OUTPUT, key, self._slot(page))
        return output

    def _slot(self, page: Page) -> str:
        # Pages are large, and all of them change with the navigation, so that there is one entry for each address.
        return digest(self.config.site_url, page.url)

    def key_of(self, context: Mapping[str, Any], template: str | None) -> str | None:
        """All that a page depends on; `None` where that can't be known."""
        if self.site is None or context["nav"] is not self.nav or context["config"] is not self.config:
            return None
        try:
            config = self._config if self.is_settled else self._config_now()
            page = context["page"]
            about = list(self._describe_page(page))
            return digest(self.site, template, config, page.content, about, list(_others(context)))
        except (UnknownError, RecursionError):
            return None

    @cached_property
    def site(self) -> str | None:
        """What all pages of the site depend on; `None` where that can't be known."""
        try:
            return digest(*self._describe_site())
        except (UnknownError, RecursionError):
            return None

    def basis(self) -> str | None:
        """What all pages depend on as things are now, the configuration included; `None` where that can't be known."""
        try:
            return digest(self.site, self._describe_config()) if self.site else None
        except (UnknownError, RecursionError):
            return None

    def _describe_site(self) -> Iterator[Any]:
        config, theme = self.config, self.config.theme
        if theme.name not in _KNOWN_THEMES:
            raise UnknownError(theme.name or "theme")
        if not self._finds_templates_of_theme:
            raise UnknownError("loader")
        for known, used in (
            (_PLAIN.filters, self.env.filters),
            (_PLAIN.tests, self.env.tests),
            (_PLAIN.globals, self.env.globals),
        ):
            _check_makers(known, used)
        yield (installed(), own_code(), theme.name, code_of(config["hooks"].values()))
        folders = [Path(folder) for folder in theme.dirs]
        yield [[*folder.parts[-2:]] if is_known(folder) else None for folder in folders]
        yield templates_in([folder for folder in folders if not is_known(folder)], self.env)
        # Hooks stand among the plugins, as modules that have no options.
        options = {name: getattr(plugin, "config", None) for name, plugin in config.plugins.items()}
        yield [(name, describe(dict(given)) if isinstance(given, Mapping) else None) for name, given in options.items()]
        unseen = self._unseen
        yield (describe_link(self.nav.homepage, unseen), [describe_item(item, unseen) for item in self.nav])

    @cached_property
    def _unseen(self) -> Collection[str]:
        """Front matter of other pages that no template shows."""
        return _OF_ITS_OWN_PAGE if self.is_of_theme else ()

    @cached_property
    def _not_shown(self) -> Collection[str]:
        """Attributes of a page that no template shows, or that its key holds in other ways."""
        return {*NOT_OF_ITEMS, "text"} if self.is_of_theme else NOT_OF_ITEMS

    @property
    def _finds_templates_of_theme(self) -> bool:
        loader, folders = self.env.loader, self.config.theme.dirs
        return type(loader) is jinja2.FileSystemLoader and [*map(str, loader.searchpath)] == [*map(str, folders)]

    @property
    def is_of_theme(self) -> bool:
        """Whether all templates are those of the theme and known, and nobody has changed what they are made with."""
        return all(is_known(Path(folder)) for folder in self.config.theme.dirs) and self._is_made_as_known

    @property
    def has_alike(self) -> bool:
        """Whether templates show of each page only what can be stood for: those of the theme, and modest ones."""
        own = [Path(folder) for folder in self.config.theme.dirs if not is_known(Path(folder))]
        if not self._is_made_as_known or (own and self.site is None):
            return False
        return not own or self._are_modest(own)

    def _are_modest(self, folders: Iterable[Path]) -> bool:
        from .modest_templates import are_modest  # noqa: PLC0415  # most sites have no templates

        return all(are_modest(folder, self.env) for folder in folders)

    @property
    def _is_made_as_known(self) -> bool:
        own = ((_PLAIN.filters, self.env.filters), (_PLAIN.tests, self.env.tests), (_PLAIN.globals, self.env.globals))
        is_changed = any(used.get(name) is not value for known, used in own for name, value in known.items())
        return self._finds_templates_of_theme and not is_changed and _package(self.env.filters["url"]) in _KNOWN_MAKERS

    @cached_property
    def is_settled(self) -> bool:
        """Whether no plugin or hook of strangers could change configuration or navigation from page to page."""
        events = self.config.plugins.events
        listening = [*events["page_context"], *events["post_page"]]
        return all(_package(method) in _LOOK_AT_ONE_PAGE for method in listening)

    @cached_property
    def _config(self) -> str:
        return self._describe_config()

    def _config_now(self) -> str:
        """The same where it may change from page to page, described anew only then, as some hooks put much into it."""
        try:
            seen = pickle.dumps(self._shown_of_config())
        except Exception:  # noqa: BLE001  # of any value
            return self._describe_config()
        if self._seen is None or self._seen[0] != seen:
            self._seen = seen, self._describe_config()
        return self._seen[1]

    def _describe_config(self) -> str:
        return digest(*map(describe, self._shown_of_config()))

    def _shown_of_config(self) -> tuple[Any, ...]:
        """The configuration and the theme's own."""
        config, theme = self.config, self.config.theme
        return (
            {name: value for name, value in config.items() if name not in _NOT_FOR_TEMPLATES},
            (config["mdx_configs"] or {}).get("toc"),  # its `title` stands above each table of contents
            {name: str(theme[name]) if name == "locale" else theme[name] for name in theme},
        )

    def _link(self, item: StructureItem | None) -> Any:
        if not self.is_settled:
            return describe_link(item, self._unseen)
        if id(item) not in self._links:
            self._links[id(item)] = digest(describe_link(item, self._unseen))
        return self._links[id(item)]

    def key_of_shell(self, context: Mapping[str, Any], template: str | None, place: object) -> str | None:
        """All that a page depends on, but for its own parts; `place` is what links from it look like."""
        page: Page = context["page"]
        try:
            shape = shape_of(page)
            if shape is None:
                return None
            meta = {name: value for name, value in page.meta.items() if name not in _NOT_OF_SHELLS}
            return digest(
                (template, self._config, place, shape, describe(meta)),
                [page.is_homepage, page.is_index, page.file.inclusion.name],
                (describe(without(page, NOT_OF_ITEMS | OWN)), list(_others(context))),
            )
        except (UnknownError, RecursionError):
            return None

    def _describe_page(self, page: Page) -> Iterator[Any]:
        if page.is_homepage and self.config.theme.name in _TELL_THE_TIME:
            raise UnknownError("build_date_utc")
        yield (page.url, str(page.title), describe_toc(page.toc), describe(page.meta))
        yield [page.file.src_uri, page.file.name]
        yield from self._describe_place(page)
        yield describe(without(page, self._not_shown))

    def _describe_place(self, page: Page) -> Iterator[Any]:
        """Where a page stands among others."""
        yield [self._link(neighbour) for neighbour in (page.previous_page, page.next_page)]
        yield [self._link(ancestor) for ancestor in ancestors(page)]
        yield [page.is_homepage, page.is_index, page.file.inclusion.name]
        yield [self._link(category) for category in getattr(page, "categories", ())]
        yield getattr(getattr(page, "pager", None), "number", None)


def _others(context: Mapping[str, Any]) -> Iterator[Any]:
    """What plugins have put into a context."""
    for name, value in sorted(context.items()):
        if name not in _OF_THE_HOST and name not in _OF_THE_MOMENT:
            yield (name, describe(value))


def _check_makers(known: Mapping[str, Any], used: Mapping[str, Any]) -> None:
    """Accept what Jinja or a known package has made, by whatever name."""
    for name, value in used.items():
        if known.get(name) is not value and _package(value) not in _KNOWN_MAKERS:
            raise UnknownError(name)


def _package(value: Any) -> str:
    """The package that a function comes from."""
    return (getattr(value, "__module__", None) or "").partition(".")[0]
