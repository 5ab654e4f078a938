"""The name by which templates and hooks that were written for Material's blog ask for its options and posts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig

_OURS = "blogposts"
_MATERIALS = ("material/blog", "materialx/blog")

_LOOK_UP = frozenset({"__getitem__", "__missing__", "__contains__", "get"})
"""Functions by which a plugin is looked up."""


class _Answering(dict[str, Any]):
    """Plugins of which ours answer to the name of Material's too; whoever goes through all of them meets each once."""

    hooks: ClassVar[Sequence[object] | None] = None
    """The names in each module of hooks that alone get an answer; `None` where all do."""

    def _ours(self, name: Any) -> Any:
        base, mark, number = str(name).partition(" #")
        is_answered = base in _MATERIALS and (self.hooks is None or _asks_one_of(self.hooks))
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
    kind.hooks = [vars(module) for module in config["hooks"].values()] if for_hooks else None  # type: ignore[attr-defined]


def answer_to_own_name(config: MkDocsConfig) -> None:
    """Let it be nobody again, before a further build from the same configuration, as mkdocs-static-i18n begins one."""
    kind = type(config.plugins)
    if issubclass(kind, _Answering):
        config.plugins.__class__ = kind.__bases__[1]
