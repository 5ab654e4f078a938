"""mkdocs-htmlproofer-plugin, which looks links up among the files that it has seen before there was a blog."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File


def let_it_find(made: Iterable[File], config: MkDocsConfig) -> None:
    """Add files to its list, `files`, so that links to them are not taken for broken."""
    for name, plugin in config.plugins.items():
        known = getattr(plugin, "files", None)
        if name.partition(" #")[0] == "htmlproofer" and isinstance(known, list):
            ids = {id(file) for file in known}
            known.extend(file for file in made if id(file) not in ids)
