"""Where recordings are played from, and a frame of them, by their address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from .page_facts import Recording

_YOUTUBE = re.compile(
    r"https?://(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|(?:embed|live|shorts|v)/)|youtu\.be/)"
    r"([\w-]{11})(?![\w-])",
    re.IGNORECASE,
)
_VIMEO = re.compile(r"https?://(?:[\w-]+\.)*vimeo\.com/(?:video/)?(\d+)(?!\d)", re.IGNORECASE)
_FILES = (".mp4", ".m4v", ".webm", ".ogv", ".mov")


def recording_of(url: str) -> Recording:
    """What can be told of a recording without asking for it."""
    embed_url = picture = None
    if found := _YOUTUBE.match(url):
        embed_url = f"https://www.youtube-nocookie.com/embed/{found[1]}"
        picture = f"https://i.ytimg.com/vi/{found[1]}/hqdefault.jpg"
    elif found := _VIMEO.match(url):
        embed_url = f"https://player.vimeo.com/video/{found[1]}"
    is_file = urlsplit(url).path.lower().endswith(_FILES)
    return Recording(url=url, embed_url=embed_url, is_file=is_file, picture=picture)
