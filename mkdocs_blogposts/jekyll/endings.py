"""The endings of files that mean something to Jekyll."""

from __future__ import annotations

MARKDOWN = (".md", ".markdown", ".mkd", ".mkdown", ".mkdn")
"""Of files that it makes HTML of."""
HTML = (".html", ".htm", ".xhtml")
"""Of files that are HTML already."""
PAGES = (*MARKDOWN, *HTML)
"""What Jekyll makes pages of."""

STYLES = (".scss", ".sass", ".coffee")
"""What it makes style sheets and scripts of."""

LAYOUTS = (".html", ".htm", ".liquid", ".md", ".xml", "")
"""What the files of layouts end in."""
