"""The navigation as Material makes it, once for all posts, talks and listings that it looks the same on.

Material makes it anew for each page, which is a third of what its templates take. On a page that has no place in it,
it depends on the sections that are open, and on how far the page lies from what it leads to.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Link
from mkdocs.utils import normalize_url

from ..cache.description import ancestors
from ..cache.page_shells import LivePart, PageShells
from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page

    from ..cache.finished_pages import Outputs

_TEMPLATE = "partials/nav.html"
_TOC = "partials/toc.html"
_OF_ITS_PLACE = (_TEMPLATE, "partials/tabs.html", "partials/path.html")
"""Templates that say which place in the navigation a page has."""
_THEMES = frozenset({"material", "materialx"})

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ways:
    """Every folder or page that the way to some links passes."""

    passed: frozenset[Parts]

    @classmethod
    def to(cls, links: Iterable[str]) -> _Ways:
        """The ways to some URLs, from the root of the site."""
        return cls(frozenset(parts[:length] for parts in map(_parts, links) for length in range(len(parts) + 1)))

    def place(self, url: str) -> tuple[Parts, int]:
        """How far these ways go together with the URL of a page, and how far it goes on alone."""
        folder, _, name = url.rpartition("/")
        parts = _parts(folder if "." in name else url)
        common = next((length for length in range(len(parts), 0, -1) if parts[:length] in self.passed), 0)
        return parts[:common], len(parts) - common

    def lead_alike(self, url: str, link: str) -> bool:
        """Whether a link is the same on all pages that have the place of one."""
        common, _ = self.place(url)
        parts = _parts(link)
        return parts[: len(common)] != common or parts[: len(common) + 1] in self.passed


@dataclass(frozen=True, slots=True)
class NavCache:
    """Renders the navigation of a page, or gives what it was on another."""

    render: Callable[[Context], Iterable[str]]
    """What the theme's own template does."""
    shown: frozenset[str]
    """Files of the pages that have a place in the navigation."""
    ways: _Ways
    """To all that the navigation leads to, and what stands beside it."""
    other_ways: _Ways
    """To what stands beside it alone."""
    is_alike: Callable[[Page], bool]
    """Whether a page is one of many for which the navigation may be the same."""
    _made: dict[Any, str] = field(default_factory=dict, init=False)

    @classmethod
    def share(cls, outputs: Outputs, pages: Collection[Page], is_alike: Callable[[Page], bool]) -> None:
        """Have the navigation, in which `pages` have a place, made once, if all of it is the theme's own.

        All that stands around the parts of pages that are alike is made once then, too.
        """
        config, env = outputs.config, outputs.env
        if config.theme.name not in _THEMES or not outputs.is_settled or not outputs.has_alike:
            return
        template = env.get_template(_TEMPLATE)
        if isinstance(template.root_render_func, LivePart):
            return  # another blog of the site was here before
        others = [str(link) for link in _others(config) if link]
        if outputs.nav.homepage:
            others.append(outputs.nav.homepage.url)
        shown_links = [*_links_in(outputs.nav), *(page.url for page in pages)]
        ways, other_ways = _Ways.to([*others, *shown_links]), _Ways.to(others)
        shown = frozenset(page.file.src_uri for page in pages)
        made = template.root_render_func = cls(template.root_render_func, shown, ways, other_ways, is_alike)
        outputs.shells = PageShells(
            env,
            [LivePart.of(env, _TOC), *(LivePart.of(env, name, made.shows) for name in _OF_ITS_PLACE)],
            made.shows,
            is_alike,
            made.leads_alike,
            lambda context, name: outputs.key_of_shell(context, name, made.place(context)),
        )

    def __call__(self, context: Context) -> Iterator[str]:
        """The navigation of the page at hand."""
        page = context["page"]
        if not self.is_alike(page) or self.shows(page):
            yield from self.render(context)
            return
        key = (*self.ways.place(page.url), *map(id, ancestors(page)))
        if key not in self._made:
            self._made[key] = "".join(self.render(context))
        yield self._made[key]

    def shows(self, page: Page) -> bool:
        """Whether a page has a place in the navigation."""
        return page.file.src_uri in self.shown

    def leads_alike(self, page: Page, link: str) -> bool:
        """Whether a link is the same on a page and on all others that have its place."""
        return (self.other_ways if self.shows(page) else self.ways).lead_alike(page.url, link)

    def place(self, context: Mapping[str, Any]) -> tuple[object, ...]:
        """Where a page stands, as far as what it has around its own parts depends on that."""
        page: Page = context["page"]
        if self.shows(page):
            return (True, *self.other_ways.place(page.url))
        above = [(id(item), _leads_to(item, context)) for item in ancestors(page)]
        return (False, *self.ways.place(page.url), above)


def _leads_to(item: StructureItem, context: Mapping[str, Any]) -> str | None:
    """What a link to an entry of the navigation looks like on a page."""
    url = getattr(item, "url", None)
    return normalize_url(url, context["page"], context["base_url"]) if isinstance(url, str) else None


def _others(config: MkDocsConfig) -> Iterator[object]:
    """What pages link to besides, the theme's own `assets` and what is searched among it."""
    yield from ("assets/stylesheets/", "assets/javascripts/workers/", "search/", config.extra.get("homepage"))
    yield from (config.theme.get("logo"), config.theme.get("favicon"), *config.extra_css, *config.extra_javascript)
    for name in ("alternate", "social", "polyfills"):
        for each in config.extra.get(name) or ():
            yield each.get("link") if isinstance(each, dict) else each


def _links_in(items: Iterable[StructureItem]) -> Iterator[str]:
    """What the navigation leads to beside pages of MkDocs."""
    for item in items:
        if isinstance(item, Link):
            yield item.url
        yield from _links_in(getattr(item, "children", None) or ())


def _parts(url: str) -> Parts:
    return tuple(filter(None, posixpath.normpath(f"/{url}").split("/")))
