"""Options of the plugin in `mkdocs.yml` that nobody knows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..faults import Kind, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from ..faults import Faults

_BEGINNING = re.compile(r"^\s*-?\s*[\"']?blogposts\b.*:", re.MULTILINE)


def tell_unknown_options(unknown: Mapping[str, str | None], config: MkDocsConfig, faults: Faults) -> None:
    """Tell each option that nobody knows, with the one that was probably meant."""
    for name, near in unknown.items():
        message = f"unknown option '{name}'" + (f"; did you mean '{near}'?" if near else "")
        hint = None if near else "delete it, or see the names of all options in the documentation"
        path = Path(config.config_file_path or "mkdocs.yml")
        faults.add(Kind.KEY, path.name, message, place=place_of_option(name, path), hint=hint)


def place_of_option(name: str, path: Path) -> Place | None:
    """Where an option stands below the plugin's name; a file that it inherits from may have it instead."""
    text = path.read_text(encoding="utf-8-sig", errors="replace") if path.is_file() else ""
    plugin = _BEGINNING.search(text)
    option = re.compile(rf"^([ \t]+)[\"']?{re.escape(name)}[\"']?[ \t]*:", re.MULTILINE)
    found = option.search(text, plugin.end()) if plugin else None
    return Place.at(text, found.end(1)) if found else None
