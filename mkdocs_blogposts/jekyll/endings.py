"""The endings of files that mean something to Jekyll."""

from __future__ import annotations

import re

from ..late_patterns import late_pattern

MARKDOWN = (".md", ".markdown", ".mkd", ".mkdown", ".mkdn")
"""Of files that it makes HTML of."""
HTML = (".html", ".htm", ".xhtml")
"""Of files that are HTML already."""
PAGES = (*MARKDOWN, *HTML)
"""What Jekyll makes pages of."""

STYLES = (".scss", ".sass", ".coffee")
"""What it makes style sheets and scripts of."""

LAYOUTS = (".html", ".htm", ".liquid", ".md", ".xml", ".json", ".rss", ".atom", ".js", ".txt", ".csv", ".ics", "")
"""What the files of layouts end in."""

WHOLE_PAGE = late_pattern(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
"""What a layout has that makes a page of a text."""
