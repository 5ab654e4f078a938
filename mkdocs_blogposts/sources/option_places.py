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

    from mkdocs.config.defaults import MkDocsConfig

_INHERIT = late_pattern(r"^INHERIT[ \t]*:[ \t]*[\"']?([^\"'\n#]+?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_BEGINNING = late_pattern(r"^\s*-?\s*[\"']?blogposts\b.*:", re.MULTILINE)


def place_of_option(name: str, config: MkDocsConfig) -> tuple[str, Place | None]:
    """The file in which an option stands below the plugin's name, and where: `mkdocs.yml`, or what that inherits."""
    first = Path(config.config_file_path or "mkdocs.yml")
    option = re.compile(rf"^([ \t]+)[\"']?{re.escape(name)}[\"']?[ \t]*:", re.MULTILINE)
    for path in _with_inherited(first):
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        plugin = _BEGINNING.search(text)
        if plugin and (found := option.search(text, plugin.end())):
            return from_root(path, config), Place.at(text, found.end(1))
    return first.name, None


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
