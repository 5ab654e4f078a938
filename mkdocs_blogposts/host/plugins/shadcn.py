"""The search of the theme shadcn, which lays the source of each page beside it, in a folder that it takes for made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def make_room_for_sources(config: MkDocsConfig) -> None:
    """Make those folders, and keep `mkdocs.yml` out, which pages name that are made in memory."""
    for name, plugin in config.plugins.items():
        sources = getattr(plugin, "raw_markdown", None)
        if name.rpartition("/")[2] == "search" and isinstance(sources, dict):
            sources.pop(config.config_file_path, None)
            for path in sources.values():
                Path(path).parent.mkdir(parents=True, exist_ok=True)
