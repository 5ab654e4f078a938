"""The name by which templates and hooks that were written for Material's blog ask for its options and posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_OURS = "blogposts"
_MATERIALS = ("material/blog", "materialx/blog")


class _Answering(dict[str, Any]):
    """Plugins of which ours answer to the name of Material's too; whoever goes through all of them meets each once."""

    def _ours(self, name: Any) -> Any:
        base, mark, number = str(name).partition(" #")
        return dict.get(self, f"{_OURS}{mark}{number}") if base in _MATERIALS else None

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


def answer_to_material(config: MkDocsConfig) -> None:
    """Let `config.plugins["material/blog"]` be our first blog, whose options have the same names, and so on for others.

    For templates and hooks: it must come after all events by which other plugins look for that plugin.
    """
    kind = type(config.plugins)
    if not issubclass(kind, _Answering):
        config.plugins.__class__ = type(kind.__name__, (_Answering, kind), {})


def answer_to_own_name(config: MkDocsConfig) -> None:
    """Let it be nobody again, before a further build from the same configuration, as mkdocs-static-i18n begins one."""
    kind = type(config.plugins)
    if issubclass(kind, _Answering):
        config.plugins.__class__ = kind.__bases__[1]
