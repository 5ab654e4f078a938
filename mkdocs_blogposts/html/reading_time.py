"""How long a post takes to read, counted as Material's blog counts it; Chinese, Japanese and Korean as MaterialX'."""

from __future__ import annotations

import math
import re
from html import unescape

from ..late_patterns import late_pattern
from .unclosed import hide_unclosed, replace_tags, show_unclosed

_SKIPPED = late_pattern(r"<!--.*?-->|<(script|style|svg|object)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = late_pattern(r"""<(?:[^>"']++|"[^"]{0,999}"|'[^']{0,999}')*+>|<[^>]*>""")
_IMAGE = late_pattern(r"<img\b", re.IGNORECASE)
_CJK = late_pattern("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_NO_WORD = late_pattern(r"\W+")
_FIRST_IMAGE, _LEAST_IMAGE = 12, 3
"""Seconds that readers spend on the first picture, and on each from the tenth on."""


def reading_time(content: str, words_per_minute: int, characters_per_minute: int | None = None) -> int:
    """Minutes, rounded up; with `characters_per_minute`, those of languages without spaces count one by one."""
    read = show_unclosed(_SKIPPED.sub("", hide_unclosed(content, "script", "style", "svg", "object")))
    text = unescape(replace_tags(_TAG, "", read))
    words, minutes = _NO_WORD.split(text), 0.0
    if characters_per_minute is not None:
        others, characters = _CJK.subn(" ", text)
        words, minutes = [*filter(None, _NO_WORD.split(others))], characters / max(1, characters_per_minute)
    seconds = math.ceil((minutes + len(words) / max(1, words_per_minute)) * 60)
    for number in range(len(_IMAGE.findall(content))):
        seconds += max(_LEAST_IMAGE, _FIRST_IMAGE - number)
    return math.ceil(seconds / 60)
