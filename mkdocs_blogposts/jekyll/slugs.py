"""Names as parts of URLs, as Jekyll makes them, and one that it gives to a part of a page."""

from __future__ import annotations

import re
import unicodedata

CONTENTS_ID = "markdown-toc"
"""What the id of a table of contents is, and how those of its links begin."""


def _is_letter_or_digit(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"


def _dashed(text: str, *, also: str = "") -> str:
    """Letters and digits of any script, and a dash for each run of anything else, as Jekyll makes slugs."""
    kept = "".join(one if one in also or _is_letter_or_digit(one) else "-" for one in text)
    return re.sub("-{2,}", "-", kept).strip("-")


def pretty_slug(text: str) -> str:
    """A slug that keeps its case and all that a URL can hold, as `:title` of Jekyll."""
    return _dashed(text, also="._~!$&'()+,;=@")


def plain_slug(text: str) -> str:
    """A slug of lower-case letters and digits, as `:slug` of Jekyll."""
    return _dashed(text).lower()
