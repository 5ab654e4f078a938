"""mkdocs-redirects, which looks for pages to lead to before anybody knows which of them a build leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def hide_what_is_left_out(config: MkDocsConfig) -> None:
    """Take what is in no build out of its table, `doc_pages`; it tells that there is no such target."""
    for name, plugin in config.plugins.items():
        known = getattr(plugin, "doc_pages", None)
        if name.partition(" #")[0] == "redirects" and isinstance(known, dict):
            for path in [path for path, file in known.items() if file.inclusion.is_excluded()]:
                del known[path]
