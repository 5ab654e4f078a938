"""Finished pages, kept as long as nothing changes that their templates can see.

Half of a build in which little has changed goes into templates of the theme. A page is taken from the store only
where all that its template may ask for is known: the theme, the configuration, the navigation, the page itself, and
what other plugins have put into its context. Anything that can't be told makes the page be rendered.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.config.base import Config
from mkdocs.structure.nav import Navigation, Section

from .conversion import toc_tokens
from .fingerprint import UnknownError, code_below, own_code
from .store import Store, digest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page

OUTPUT = "page"
"""Kind of entry that the store keeps of a finished page."""

KEPT = "blogposts_kept"
"""Name in the context of a page under which `KeptTemplate` finds the `Outputs`."""

_KNOWN_THEMES = frozenset({"material", "materialx", "mkdocs", "readthedocs"})
_PLAIN = jinja2.Environment(autoescape=True)
_KNOWN_FILTERS = frozenset({*_PLAIN.filters, "url", "script_tag", "date"})
_TRANSLATION = frozenset({"_", "gettext", "ngettext", "pgettext", "npgettext"})
_KNOWN_GLOBALS = frozenset({*_PLAIN.globals, *_TRANSLATION, "blogposts"})
_FAR_REACHING = re.compile(
    r"\b(?:pages|homepage|build_date_utc|site_dir|docs_dir|config_file_path|blogposts)\b|\bnow\b"
)
"""What a site's own template may name that reaches beyond what the key of a page holds."""

_OF_THE_HOST = frozenset(
    {"nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "config", "page"}
)
"""What MkDocs puts into every context; the key holds it in other ways."""
_OF_THE_MOMENT = frozenset({"build_date_utc"})
"""What changes with every build; only the home pages of some themes show it."""
_TELL_THE_TIME = frozenset({"mkdocs", "readthedocs"})

_OURS = Path(__file__).parent.parent / "templates"
_NO_TEMPLATES = frozenset({".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".woff", ".woff2"})

_NOT_FOR_TEMPLATES = frozenset(
    {
        *("plugins", "hooks", "theme", "nav", "watch", "markdown_extensions", "mdx_configs", "site_dir", "docs_dir"),
        *("config_file_path", "dev_addr", "validation", "exclude_docs", "draft_docs", "not_in_nav", "strict"),
    }
)
"""Parts of the configuration that the key holds in other ways, or that no page shows."""

_OF_ALL_PAGES = frozenset(
    {
        *("file", "children", "parent", "previous_page", "next_page", "active", "content", "markdown", "toc", "meta"),
        *("article", "view", "pager", "posts", "pages", "categories", "present_anchor_ids", "links_to_anchors"),
        *("_rendering", "_Page__active", "make_excerpt", "views"),
    }
)
"""Attributes of a page that the key holds in other ways, or that no template shows."""


class KeptTemplate(jinja2.Template):
    """A template that gives a finished page, where one is kept."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page, from the store or made anew and then kept; asked last of all, when every plugin has had its say."""
        outputs = args[0].pop(KEPT, None) if args and isinstance(args[0], dict) else None
        if not isinstance(outputs, Outputs) or (key := outputs.key_of(args[0])) is None:
            return super().render(*args, **kwargs)
        kept: str | None = outputs.store.get(OUTPUT, key)
        if kept is None:
            kept = super().render(*args, **kwargs)
            outputs.store.put(OUTPUT, key, kept)
        return kept


@dataclass
class Outputs:
    """Knows which finished pages can be taken from the store."""

    store: Store
    config: MkDocsConfig
    env: jinja2.Environment
    nav: Navigation

    def key_of(self, context: Mapping[str, Any]) -> str | None:
        """All that a page depends on; `None` where that can't be known."""
        if self.site is None:
            return None
        try:
            return digest(self.site, *self._describe_page(context["page"]), *_others(context))
        except UnknownError:
            return None

    @cached_property
    def site(self) -> str | None:
        """What all pages of the site depend on; `None` where that can't be known."""
        try:
            return digest(*self._describe_site())
        except UnknownError:
            return None

    def _describe_site(self) -> Iterator[Any]:
        config, theme = self.config, self.config.theme
        if theme.name not in _KNOWN_THEMES:
            raise UnknownError(theme.name or "theme")
        for known, names in ((_KNOWN_FILTERS, self.env.filters), (_KNOWN_GLOBALS, self.env.globals)):
            if unknown := set(names) - known:
                raise UnknownError(min(unknown))
        yield sorted(f"{found.name} {found.version}" for found in distributions())
        yield own_code()
        yield describe({name: str(theme[name]) if name == "locale" else theme[name] for name in theme})
        yield [list(_own_templates(Path(folder))) for folder in theme.dirs if not _is_installed(Path(folder))]
        yield [code_below(Path(hook).parent) for hook in config["hooks"]]
        yield describe({name: value for name, value in config.items() if name not in _NOT_FOR_TEMPLATES})
        # Hooks stand among the plugins, as modules that have no options.
        yield [(name, describe(dict(getattr(plugin, "config", {})))) for name, plugin in config.plugins.items()]
        yield [_describe_item(item) for item in self.nav]

    def _describe_page(self, page: Page) -> Iterator[Any]:
        if page.is_homepage and self.config.theme.name in _TELL_THE_TIME:
            raise UnknownError("build_date_utc")
        yield (page.url, str(page.title), page.content, toc_tokens(page.toc), describe(page.meta))
        yield [_link(neighbour) for neighbour in (page.previous_page, page.next_page)]
        yield [_link(ancestor) for ancestor in _ancestors(page)]
        yield [page.is_homepage, page.is_index, page.file.src_uri, page.file.name, page.file.inclusion.name]
        yield [_link(category) for category in getattr(page, "categories", ())]
        yield getattr(getattr(page, "pager", None), "number", None)
        yield {name: describe(value) for name, value in vars(page).items() if name not in _OF_ALL_PAGES}


def _others(context: Mapping[str, Any]) -> Iterator[Any]:
    """What plugins have put into a context."""
    for name, value in sorted(context.items()):
        if name not in _OF_THE_HOST and name not in _OF_THE_MOMENT:
            yield (name, describe(value))


def _is_installed(folder: Path) -> bool:
    """Whether a folder of templates is part of a package, whose version the key holds."""
    return folder.is_relative_to(_OURS) or bool({"site-packages", "dist-packages"} & set(folder.parts))


def _own_templates(folder: Path) -> Iterator[str]:
    """The digest of each file of a site's own theme folder; `UnknownError` for a template that reaches far."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if _FAR_REACHING.search(content.decode("utf-8", "replace")) and path.suffix not in _NO_TEMPLATES:
                raise UnknownError(path.name)
            yield f"{path.as_posix()} {hashlib.sha256(content).hexdigest()}"


def _ancestors(page: Page) -> Iterator[StructureItem]:
    item = page.parent
    while item is not None:
        yield item
        item = item.parent


def _link(item: StructureItem | None) -> list[Any] | None:
    """What a template shows of another entry of the navigation."""
    if item is None:
        return None
    return [str(item.title), getattr(item, "url", None), describe(getattr(item, "meta", None))]


def _describe_item(item: StructureItem) -> list[Any]:
    children: Iterable[StructureItem] = item.children or () if isinstance(item, Section) else ()
    return [*(_link(item) or ()), item.is_section, [_describe_item(child) for child in children]]


def describe(value: Any) -> Any:
    """A value as JSON; `UnknownError` for one that could change without being seen to."""
    if value is None or isinstance(value, bool | int | float):
        return value
    for kind, as_json in _DESCRIPTIONS:
        if isinstance(value, kind):
            return as_json(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {part.name: describe(getattr(value, part.name)) for part in dataclasses.fields(value)}
    return _describe_function(value)


def _describe_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): describe(item) for key, item in value.items()}


_DESCRIPTIONS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (str, str),
    (date, date.isoformat),
    (Config, lambda config: _describe_mapping(dict(config))),
    (Mapping, _describe_mapping),
    ((list, tuple), lambda items: [describe(item) for item in items]),
    ((set, frozenset), lambda items: sorted((describe(item) for item in items), key=str)),
    (partial, lambda made: [describe(part) for part in (made.func, made.args, made.keywords)]),
    (Navigation, lambda nav: [_describe_item(item) for item in nav]),
)


def _describe_function(value: Any) -> str:
    name, module = getattr(value, "__qualname__", ""), getattr(value, "__module__", "")
    if not name or "<" in name or isinstance(value, type):
        raise UnknownError(type(value).__qualname__)
    return f"{module}.{name}"
