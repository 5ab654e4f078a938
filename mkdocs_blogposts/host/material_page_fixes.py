"""What front matter changes in parts of a page that Material and MaterialX make by themselves."""

from __future__ import annotations

import re

from markupsafe import escape

from ..late_patterns import late_pattern

_TOC_TITLE = late_pattern(
    r"""
      (?P<nav><nav\sclass="md-nav\smd-nav--secondary"\saria-label=")[^"]*
    | (?P<label><label\sclass="?md-nav__title"?\sfor="?__toc"?>\s*<span[^>]*></span>\s*)[^<]*
    """,
    re.VERBOSE,
)
_DATE_ITEM = late_pattern(
    r"""
    <li\sclass="?md-nav__item"?>\s*<div\sclass="?md-nav__link"?>\s*
    <svg\b[^>]*>(?:(?!</svg>).)*</svg>\s*
    <time\b[^>]*>[^<]*</time>\s*
    </div>\s*</li>\s*
    """,
    re.VERBOSE | re.DOTALL,
)


def fitted(output: str, *, toc_label: str | None, shows_date: bool) -> str:
    """A finished page, with the heading of its table of contents, and without the date, where its author wants that."""
    if toc_label:
        label = escape(toc_label)
        output = _TOC_TITLE.sub(lambda found: f"{found['nav'] or found['label']}{label}", output)
    if not shows_date:
        output = _DATE_ITEM.sub("", output)
    return output
