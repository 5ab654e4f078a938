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
_BEGINNING = late_pattern(r"^([ \t]*)(?:-[ \t]*)?[\"']?blogposts\b.*:", re.MULTILINE)


def place_of_option(name: str, config: Config) -> tuple[str, Place | None]:
    """The file in which an option stands below the plugin's name, and where: `mkdocs.yml`, or what that inherits.

    Of several blogs that have it each, nobody knows whose is meant.
    """
    first = Path(config.config_file_path or "mkdocs.yml")
    option = re.compile(rf"^([ \t]+)[\"']?{re.escape(name)}[\"']?[ \t]*:", re.MULTILINE)
    for path in _with_inherited(first):
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        found = [each for start, end in _blogs_in(text) if (each := option.search(text, start, end))]
        if found:
            return from_root(path, config), Place.at(text, found[0].end(1)) if len(found) == 1 else None
    return first.name, None


def _blogs_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the options of each blog begin and end, which are indented more than its name."""
    for blog in _BEGINNING.finditer(text):
        end = re.compile(rf"^[ \t]{{0,{len(blog[1])}}}[^ \t\n#]", re.MULTILINE).search(text, blog.end())
        yield blog.end(), end.start() if end else len(text)


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
