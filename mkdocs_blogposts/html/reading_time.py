"""How long a post takes to read, counted as Material's blog counts it."""

from __future__ import annotations

import math
import re
from html import unescape

_SKIPPED = re.compile(r"<!--.*?-->|<(script|style|svg|object)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""<(?:[^>"']++|"[^"]{0,999}"|'[^']{0,999}')*+>|<[^>]*>""")
_IMAGE = re.compile(r"<img\b", re.IGNORECASE)
_NO_WORD = re.compile(r"\W+")
_FIRST_IMAGE, _LEAST_IMAGE = 12, 3
"""Seconds that readers spend on the first picture, and on each from the tenth on."""


def reading_time(content: str, words_per_minute: int) -> int:
    """Minutes, rounded up."""
    text = unescape(_TAG.sub("", _SKIPPED.sub("", content)))
    seconds = math.ceil(len(_NO_WORD.split(text)) / max(1, words_per_minute) * 60)
    for number in range(len(_IMAGE.findall(content))):
        seconds += max(_LEAST_IMAGE, _FIRST_IMAGE - number)
    return math.ceil(seconds / 60)
