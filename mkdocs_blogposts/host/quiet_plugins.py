"""Keeps the plugins around us out of what only reads a site: those that fetch, draw, or ask for its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_KEPT_OUT = frozenset(
    {
        *("info", "optimize", "privacy", "projects", "social"),
        *("git-authors", "git-committers", "git-committers-2", "git-revision-date", "git-revision-date-localized"),
        *("exporter", "minify", "mkdocstrings", "pdf-export", "to-pdf", "with-pdf"),
    }
)
"""Plugins, without the name of their theme, that change neither which files a site has nor where these stand."""


def keep_out(config: MkDocsConfig) -> None:
    """Let no such plugin of a site hear of any event."""
    kept_out = {id(plugin) for name, plugin in config.plugins.items() if _bare(name) in _KEPT_OUT}
    for methods in config.plugins.events.values():
        methods[:] = [method for method in methods if id(getattr(method, "__self__", None)) not in kept_out]


def _bare(name: str) -> str:
    """`social` for `material/social` and for `social #2`."""
    return name.partition(" #")[0].rpartition("/")[2]
