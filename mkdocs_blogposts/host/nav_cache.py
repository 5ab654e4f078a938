"""The navigation as Material makes it, once for all posts, talks and listings that it looks the same on.

Material makes it anew for each page, which is a third of what its templates take. On a page that has no place in it,
it depends on the sections that are open, and on how far the page lies from what it leads to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..cache.description import ancestors
from ..cache.page_shells import PageShells
from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from jinja2.runtime import Context
    from mkdocs.structure.pages import Page

    from ..cache.finished_pages import Outputs

_TEMPLATE = "partials/nav.html"
_THEMES = frozenset({"material", "materialx"})

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NavCache:
    """Renders the navigation of a page, or gives what it was on another."""

    render: Callable[[Context], Iterable[str]]
    """What the theme's own template does."""
    shown: frozenset[str]
    """Files of the pages that have a place in the navigation."""
    passed: frozenset[Parts]
    """Every folder or page that the way to a link of the navigation passes."""
    is_alike: Callable[[Page], bool]
    """Whether a page is one of many for which the navigation may be the same."""
    _made: dict[Any, str] = field(default_factory=dict, init=False)

    @classmethod
    def share(
        cls,
        outputs: Outputs,
        pages: Collection[Page],
        is_alike: Callable[[Page], bool],
        is_listing: Callable[[Page], bool],
    ) -> None:
        """Have the navigation, in which `pages` have a place, made once, if all of it is the theme's own.

        Of listings that have no place in it, all that stands around their text is made once then.
        """
        config, env = outputs.config, outputs.env
        if config.theme.name not in _THEMES or not outputs.is_settled or not outputs.is_of_theme:
            return
        template = env.get_template(_TEMPLATE)
        if isinstance(template.root_render_func, cls):
            return  # another blog of the site was here before
        links = [page.url for page in pages]
        links += [str(link) for link in (config.extra.get("homepage"), config.theme.get("logo")) if link]
        if outputs.nav.homepage:
            links.append(outputs.nav.homepage.url)
        shown = frozenset(page.file.src_uri for page in pages)
        passed = frozenset(parts[:length] for parts in map(_parts, links) for length in range(len(parts) + 1))
        made = template.root_render_func = cls(template.root_render_func, shown, passed, is_alike)
        outputs.shells = PageShells(
            lambda page: is_listing(page) and page.file.src_uri not in shown,
            lambda context, name: outputs.key_of_shell(context, name, made._place(context["page"].url)),
        )

    def __call__(self, context: Context) -> Iterator[str]:
        """The navigation of the page at hand."""
        page = context["page"]
        if not self.is_alike(page) or page.file.src_uri in self.shown:
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
        common = next((length for length in range(len(parts), 0, -1) if parts[:length] in self.passed), 0)
        return parts[:common], len(parts) - common


def _parts(url: str) -> Parts:
    return tuple(part for part in url.split("/") if part not in ("", "."))
