"""The name by which templates and hooks that were written for Material's blog ask for its options and posts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

_OURS = "blogposts"
_MATERIALS = ("material/blog", "materialx/blog")

_MISLED = frozenset({"mkdocs_rss_plugin", "mkdocs_static_i18n"})
"""Packages of plugins that change what blogs have made, if they find that of Material: ours makes that itself."""

_HOST = frozenset({"mkdocs", "properdocs", "material", "materialx", __name__.partition(".")[0]})
"""Packages that go through all plugins and mean ours by its own name."""

_LOOK_UP = frozenset({"__getitem__", "__missing__", "__contains__", "get", "__iter__", "keys", "items"})
"""Functions by which a plugin is looked up, or met."""


class _Answering(dict[str, Any]):
    """Plugins of which ours answer to the name of Material's too.

    Whoever goes through all of them meets each once: the host under our name, and all others under that of Material's.
    """

    is_early: ClassVar[bool] = True
    """Whether those get no answer whom it would mislead."""
    of_theme: ClassVar[str]
    """The name of Material's blog in the theme of the site."""

    def _ours(self, name: Any) -> Any:
        base, mark, number = str(name).partition(" #")
        is_answered = base in _MATERIALS and not (self.is_early and _asking() in _MISLED)
        return dict.get(self, f"{_OURS}{mark}{number}") if is_answered else None

    def __missing__(self, name: str) -> Any:
        """The blog of ours that stands for that of Material."""
        if found := self._ours(name):
            return found
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        """Whether there is such a plugin."""
        return dict.__contains__(self, name) or self._ours(name) is not None

    def get(self, name: str, default: Any = None) -> Any:
        """The plugin of a name."""
        return dict.get(self, name) or self._ours(name) or default

    def _met(self) -> dict[str, Any]:
        """All plugins under the names by which they are met."""
        if _asking() in _HOST | _MISLED:
            return dict(dict.items(self))
        return {self._of_material(name): plugin for name, plugin in dict.items(self)}

    def _of_material(self, name: str) -> str:
        base, mark, number = name.partition(" #")
        return f"{self.of_theme}{mark}{number}" if base == _OURS else name

    def __iter__(self) -> Iterator[str]:
        """The name of each plugin."""
        return iter(self._met())

    def keys(self) -> Any:
        """The names of all plugins."""
        return self._met().keys()

    def items(self) -> Any:
        """All plugins with their names."""
        return self._met().items()


def _asking() -> str:
    """The package of the function that has asked for a plugin."""
    frame = sys._getframe(2)  # noqa: SLF001  # the only way to know who asks
    while frame.f_back and frame.f_code.co_name in _LOOK_UP:  # one of which is the host's
        frame = frame.f_back
    name = str(frame.f_globals.get("__name__"))
    return name if name.endswith(".py") else name.partition(".")[0]  # that of a hook is its path


def answer_to_material(config: MkDocsConfig, *, is_early: bool = False) -> None:
    """Let `config.plugins["material/blog"]` be our first blog, whose options have the same names, and so on for others.

    For some plugins not before the events are over by which they look for that plugin.
    """
    kind = type(config.plugins)
    if not issubclass(kind, _Answering):
        kind = type(kind.__name__, (_Answering, kind), {})
        config.plugins.__class__ = kind
    answering: type[_Answering] = kind  # type: ignore[assignment]
    answering.is_early = is_early
    answering.of_theme = _MATERIALS[config.theme.name == "materialx"]


def answer_to_own_name(config: MkDocsConfig) -> None:
    """Let it be nobody again, before a further build from the same configuration, as mkdocs-static-i18n begins one."""
    kind = type(config.plugins)
    if issubclass(kind, _Answering):
        config.plugins.__class__ = kind.__bases__[1]
