"""The colour that a site has given its theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

USUAL_COLOUR = "#2a6fb0"
"""Where a theme has none that can be told; that of links in `blogposts.css`."""

_USUAL_NAME = "indigo"
_CUSTOM = late_pattern(r"--md-primary-fg-color:\s*#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_NAMED = late_pattern(r"\[data-md-color-primary=\"?([\w-]+)\"?\]\{--md-primary-fg-color:#([0-9a-f]{6}|[0-9a-f]{3})\b")


def primary_colour(config: MkDocsConfig) -> str:
    """The main colour of a site of Material, as `#rrggbb`; a quiet blue for any other."""
    name = _name_of(config)
    if name is None:
        return USUAL_COLOUR
    if name == "custom":
        found = (_CUSTOM.search(text) for text in _own_styles(config))
        return next((_whole(colour[1]) for colour in found if colour), USUAL_COLOUR)
    for text in _palettes(config):
        for known, colour in _NAMED.findall(text):
            if known == name:
                return _whole(colour)
    return USUAL_COLOUR


def _name_of(config: MkDocsConfig) -> str | None:
    """What the first palette of a site calls its colour."""
    if config.theme.name not in {"material", "materialx"}:
        return None
    palette = config.theme.get("palette")
    first = palette[0] if isinstance(palette, list) and palette else palette
    name = first.get("primary") if isinstance(first, Mapping) else None
    return str(name or _USUAL_NAME).replace(" ", "-")


def _own_styles(config: MkDocsConfig) -> Iterator[str]:
    """The style sheets of a site itself."""
    for name in config.extra_css:
        path = Path(config.docs_dir, str(name))
        if path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")


def _palettes(config: MkDocsConfig) -> Iterator[str]:
    """The style sheets in which the theme says what its colours are."""
    for folder in config.theme.dirs:
        for path in sorted(Path(folder, "assets", "stylesheets").glob("palette*.css")):
            yield path.read_text(encoding="utf-8", errors="replace")


def _whole(digits: str) -> str:
    """A colour in six digits."""
    return f"#{digits if len(digits) == len('rrggbb') else ''.join(digit * 2 for digit in digits)}".lower()
