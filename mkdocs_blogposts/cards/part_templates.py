"""Our templates of parts of pages: cards, listings, what stands around a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig

    from ..host.theme import Theme

_OURS = Path(__file__).parent.parent / "templates"
_MACROS = ("icons.html", "measures.html")


@dataclass(frozen=True, slots=True)
class PartTemplates:
    """The templates below `blogposts/`, or what a site has in their place."""

    theme: Theme
    config: MkDocsConfig
    _loaded: dict[str, jinja2.Template] = field(default_factory=dict, init=False)
    _own: dict[str, bool] = field(default_factory=dict, init=False)

    def render(self, name: str, **values: object) -> Markup:
        """The HTML that a template makes of some values."""
        rendered = self._template(name).render(words=self.theme.words, config=self.config, **values)
        return Markup(rendered)  # our templates escape

    def are_own(self, *names: str) -> bool:
        """Whether these templates are ours, and not those of a site."""
        return all(map(self._is_own, names))

    def _is_own(self, name: str) -> bool:
        if name not in self._own:
            file = self._template(name).filename
            self._own[name] = file is not None and Path(file).is_relative_to(_OURS)
        return self._own[name]

    def _template(self, name: str) -> jinja2.Template:
        if name not in self._loaded:
            self._loaded[name] = _with_settled_globals(self.theme.env.get_template(f"blogposts/{name}"))
        return self._loaded[name]


def settle_macros(env: jinja2.Environment) -> None:
    """Let macros be imported in a moment, of which there are thousands: each time, Jinja compares all globals."""
    for name in _MACROS:
        _with_settled_globals(env.get_template(f"blogposts/{name}"))


def settle_globals(env: jinja2.Environment) -> None:
    """Let templates know what there is now beside what they are given; those that a page includes are many."""

    def make_globals(of_template: Mapping[str, Any] | None) -> dict[str, Any]:
        return {**env.globals, **(of_template or {})}

    for template in env.cache.values() if env.cache else ():
        template.globals = make_globals(template.globals)
    env.make_globals = make_globals  # type: ignore[method-assign, assignment]


def _with_settled_globals(template: jinja2.Template) -> jinja2.Template:
    """A template whose globals are those of now, in one mapping: Jinja goes through them each time, one by one."""
    template.globals = dict(template.globals)
    return template
