"""HTML in what is shown as plain words: the name of an event, of a place, or of a person."""

from __future__ import annotations

import re
from html import unescape

from ..late_patterns import late_pattern

_BREAK = late_pattern(r"</?br\b[^<>]*>", re.IGNORECASE)
_TAG = late_pattern(r"</?(?:abbr|a|b|code|em|font|i|mark|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE)
_ENTITY = late_pattern(r"&#?\w{1,32};")
"""Browsers know some without their semicolon as well, and see one in `News&notes`."""


def without_html(text: str) -> str:
    """The same without tags that format words, and with each entity as the sign that it stands for."""
    if "<" in text:
        text = " ".join(_TAG.sub("", _BREAK.sub(" ", text)).split())
    return _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text
