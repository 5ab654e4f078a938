"""The name by which templates and hooks that were written for Material's blog ask for its options and posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_OURS = "blogposts"
_MATERIALS = ("material/blog", "materialx/blog")


def answer_to_material(config: MkDocsConfig) -> None:
    """Let `config.plugins["material/blog"]` be our first blog, whose options have the same names.

    For templates and hooks: it must come after all events by which other plugins look for that plugin.
    """
    plugins = config.plugins
    ours = next((plugin for name, plugin in plugins.items() if name.partition(" #")[0] == _OURS), None)
    for name in _MATERIALS if ours else ():
        if name not in plugins:
            # Not by the collection's own method, which would have the plugin asked twice.
            dict.__setitem__(plugins, name, ours)


def answer_to_own_name(config: MkDocsConfig) -> None:
    """Let it be nobody again, before a further build from the same configuration, as mkdocs-static-i18n begins one."""
    plugins = config.plugins
    ours = [plugin for name, plugin in plugins.items() if name.partition(" #")[0] == _OURS]
    for name in _MATERIALS:
        if any(plugins.get(name) is plugin for plugin in ours):
            del plugins[name]
