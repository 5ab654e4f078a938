"""Links in the text of a talk that are plainly its video or its slides."""

from __future__ import annotations

import re

from markupsafe import Markup

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from .unclosed import hide_unclosed

VIDEOS = late_pattern(
    r"https?://(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|media\.ccc\.de|pyvideo\.org)/.",
    re.IGNORECASE,
)
SLIDES = late_pattern(
    r"https?://(?:[\w-]+\.)*(?:speakerdeck\.com|slideshare\.net|slides\.com|noti\.st|docs\.google\.com/presentation)/.",
    re.IGNORECASE,
)

_LINK = late_pattern(r"""<a\b[^<>]*?\shref\s*=\s*["']([^"']+)["'][^>]*>(.*?)</a>""", re.DOTALL | re.IGNORECASE)
_VIDEO_TEXT = late_pattern(r"\s*(?:<[^>]*>\s*)*(?:watch|video|recording)\b", re.IGNORECASE)
_SLIDES_TEXT = late_pattern(r"\bslides?\b", re.IGNORECASE)
_BEFORE = 200
"""Characters above a link in which its sentence is looked for."""
_SENTENCE_END = late_pattern(r"[.!?]\s+(?=[A-Z]|$)|</?(?:p|li|h\d|br|td|div)\b[^>]*>")
_SLIDES_FILE = late_pattern(r"\.(?:pdf|pptx?|odp|key)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recordings:
    """Where a talk can be seen and its slides read."""

    video: str | None
    slides: str | None


def find_recordings(content: str) -> Recordings:
    """The first link of each kind in the HTML of a talk."""
    video = slides = None
    content = hide_unclosed(content, "a")
    for found in _LINK.finditer(content):
        url, text = str(Markup(found.group(1)).unescape()), found.group(2)
        before = content[max(0, found.start() - _BEFORE) : found.start()]
        if video is None and (VIDEOS.match(url) or _VIDEO_TEXT.match(text)):
            video = url
        elif slides is None and (SLIDES.match(url) or _is_slides_file(url, text, before)):
            slides = url
    return Recordings(video=video, slides=slides)


def _is_slides_file(url: str, text: str, before: str) -> bool:
    """Whether a link leads to a file, and its words or those before it in its sentence are of slides."""
    if not _SLIDES_FILE.search(url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]):
        return False
    sentence = _SENTENCE_END.split(before)[-1]
    # What has been linked before it in the sentence may be the slides.
    return bool(_SLIDES_TEXT.search(text) or ("<a" not in sentence and _SLIDES_TEXT.search(sentence)))
