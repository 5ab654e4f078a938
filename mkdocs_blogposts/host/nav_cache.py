"""The navigation as Material makes it, once for all posts and talks that it looks the same on.

Material makes it anew for each page, which is a third of what its templates take. On a page that has no place in it,
it depends on the sections that are open, and on how far the page lies from what it leads to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page

from ..cache.description import ancestors
from ..cache.own_templates import is_known
from ..site.structure import ArticlePage, ViewPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinja2.runtime import Context
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

    from ..cache.finished_pages import Outputs

_TEMPLATE = "partials/nav.html"
_THEMES = frozenset({"material", "materialx"})

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameNav:
    """Renders the navigation of a page, or gives what it was on another."""

    render: Callable[[Context], Iterable[str]]
    """What the theme's own template does."""
    shown: frozenset[str]
    """Files of the pages that have a place in the navigation."""
    passed: frozenset[Parts]
    """Every folder or page that the way to a link of the navigation passes."""
    _made: dict[Any, str] = field(default_factory=dict, init=False)

    @classmethod
    def share(cls, outputs: Outputs) -> None:
        """Have the navigation made once, where all that has a part in it is the theme's own."""
        config, env = outputs.config, outputs.env
        folders = map(Path, config.theme.dirs)
        if config.theme.name not in _THEMES or not outputs.is_settled or not all(is_known(each) for each in folders):
            return
        template = env.get_template(_TEMPLATE)
        if isinstance(template.root_render_func, cls):
            return  # another blog of the site was here before
        pages = [*_pages_of(outputs.nav)]
        links = [page.url for page in pages]
        links += [str(link) for link in (config.extra.get("homepage"), config.theme.get("logo")) if link]
        if outputs.nav.homepage:
            links.append(outputs.nav.homepage.url)
        shown = frozenset(page.file.src_uri for page in pages)
        passed = frozenset(parts[:length] for parts in map(_parts, links) for length in range(len(parts) + 1))
        template.root_render_func = cls(template.root_render_func, shown, passed)

    def __call__(self, context: Context) -> Iterator[str]:
        """The navigation of the page at hand."""
        page = context["page"]
        if not isinstance(page, ArticlePage) or page.file.src_uri in self.shown:
            yield from self.render(context)
            return
        key = (*self._place(page.url), *map(id, ancestors(page)))
        if key not in self._made:
            self._made[key] = "".join(self.render(context))
        yield self._made[key]

    def _place(self, url: str) -> tuple[Parts, int]:
        """How far ways to links go together with the URL of a page, and how far it goes on alone."""
        folder, _, name = url.rpartition("/")
        parts = _parts(folder if "." in name else url)
        common = next(length for length in range(len(parts), -1, -1) if parts[:length] in self.passed)
        return parts[:common], len(parts) - common


def _pages_of(items: Navigation | Iterable[StructureItem]) -> Iterator[Page]:
    """Every page that an entry of the navigation is, or stands for."""
    for item in items:
        if isinstance(item, ViewPage):
            yield from item.pages
        elif isinstance(item, Page):
            yield item
        yield from _pages_of(getattr(item, "children", None) or ())


def _parts(url: str) -> Parts:
    return tuple(part for part in url.split("/") if part not in ("", "."))
