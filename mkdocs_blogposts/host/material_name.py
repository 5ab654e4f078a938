"""The name by which templates and hooks that were written for Material's blog ask for its options and posts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig

_OURS = "blogposts"
_MATERIALS = ("material/blog", "materialx/blog")

_LOOK_UP = frozenset({"__getitem__", "__missing__", "__contains__", "get", "__iter__", "keys", "items"})
"""Functions by which a plugin is looked up, or met."""


class _Answering(dict[str, Any]):
    """Plugins of which ours answer to the name of Material's too.

    Whoever goes through all of them meets each once: hooks under the name of Material's, and all others under ours.
    """

    hooks: ClassVar[Sequence[object]] = ()
    """The names in each module of hooks."""
    is_for_hooks: ClassVar[bool] = True
    """Whether nobody else gets an answer."""
    of_theme: ClassVar[str]
    """The name of Material's blog in the theme of the site."""

    def _ours(self, name: Any) -> Any:
        base, mark, number = str(name).partition(" #")
        is_answered = base in _MATERIALS and (not self.is_for_hooks or _asks_one_of(self.hooks))
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
        if not _asks_one_of(self.hooks):
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


def _asks_one_of(modules: Sequence[object]) -> bool:
    """Whether the function that has asked for a plugin is of one of some modules, by the names in each."""
    frame = sys._getframe(2)  # noqa: SLF001  # the only way to know who asks
    while frame.f_back and frame.f_code.co_name in _LOOK_UP:  # one of which is the host's
        frame = frame.f_back
    return any(frame.f_globals is names for names in modules)


def answer_to_material(config: MkDocsConfig, *, for_hooks: bool = False) -> None:
    """Let `config.plugins["material/blog"]` be our first blog, whose options have the same names, and so on for others.

    For hooks, from the start; for all others it must come after the events by which other plugins look for that plugin.
    """
    kind = type(config.plugins)
    if not issubclass(kind, _Answering):
        kind = type(kind.__name__, (_Answering, kind), {})
        config.plugins.__class__ = kind
    answering: type[_Answering] = kind  # type: ignore[assignment]
    answering.hooks = [vars(module) for module in config["hooks"].values()]
    answering.is_for_hooks = for_hooks
    answering.of_theme = _MATERIALS[config.theme.name == "materialx"]


def answer_to_own_name(config: MkDocsConfig) -> None:
    """Let it be nobody again, before a further build from the same configuration, as mkdocs-static-i18n begins one."""
    kind = type(config.plugins)
    if issubclass(kind, _Answering):
        config.plugins.__class__ = kind.__bases__[1]
