"""Where options of the plugin stand in `mkdocs.yml`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..faults import Place
from ..late_patterns import late_pattern
from .source_files import from_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.base import Config

_INHERIT = late_pattern(r"^INHERIT[ \t]*:[ \t]*[\"']?([^\"'\n#]+?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_BEGINNING = late_pattern(r"^\s*-?\s*[\"']?blogposts\b.*:", re.MULTILINE)


def place_of_option(name: str, config: Config) -> tuple[str, Place | None]:
    """The file in which an option stands below the plugin's name, and where: `mkdocs.yml`, or what that inherits.

    Of several blogs that have it each, nobody knows whose is meant.
    """
    first = Path(config.config_file_path or "mkdocs.yml")
    option = re.compile(rf"^([ \t]+)[\"']?{re.escape(name)}[\"']?[ \t]*:", re.MULTILINE)
    for path in _with_inherited(first):
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        plugin = _BEGINNING.search(text)
        if plugin and (found := option.search(text, plugin.end())):
            is_doubtful = _BEGINNING.search(text, plugin.end()) and option.search(text, found.end())
            return from_root(path, config), None if is_doubtful else Place.at(text, found.end(1))
    return first.name, None


def with_line(message: str, name: str, config: Config) -> str:
    """A message about an option with the file and line in which that stands, where these can be found."""
    path, place = place_of_option(name, config) if config.config_file_path else ("", None)
    return f"{message} ({path}, line {place.line})" if place else message


def _with_inherited(path: Path) -> Iterator[Path]:
    """A file and those that it inherits from, as far as they can be found."""
    seen: set[Path] = set()
    while path.is_file() and path not in seen:
        seen.add(path)
        yield path
        above = _INHERIT.search(path.read_text(encoding="utf-8-sig", errors="replace"))
        if above is None:
            return
        path = Path(os.path.normpath(path.parent / above[1]))
