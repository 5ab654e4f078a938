"""Where recordings are played from, and a frame of them, by their address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

_YOUTUBE = late_pattern(
    r"https?://(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|(?:embed|live|shorts|v)/)|youtu\.be/)"
    r"([\w-]{11})(?![\w-])",
    re.IGNORECASE,
)
_VIMEO = late_pattern(r"https?://(?:[\w-]+\.)*vimeo\.com/(?:video/)?(\d+)(?!\d)", re.IGNORECASE)
_FILES = (".mp4", ".m4v", ".webm", ".ogv", ".mov")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A video of a talk, or the one that a post is about."""

    url: str
    embed_url: str | None
    """A player for other sites, where it is known."""
    is_file: bool
    """Whether the URL is that of the film itself."""
    picture: str | None
    """A frame of it."""
    site: str | None
    """What plays it, as people call it."""

    def at(self, second: int) -> str | None:
        """The address at which it plays from a moment on; `None` where no such is known."""
        if self.site == "YouTube":
            parts = urlsplit(self.embed_url or "")
            return f"https://www.youtube.com/watch?v={parts.path.rpartition('/')[2]}&t={second}s"
        if self.site == "Vimeo" or self.is_file:
            return f"{self.url.partition('#')[0]}#t={second}"
        return None


def recording_of(url: str) -> Recording:
    """What can be told of a recording without asking for it."""
    embed_url = picture = site = None
    if found := _YOUTUBE.match(url):
        site, embed_url = "YouTube", f"https://www.youtube-nocookie.com/embed/{found[1]}"
        picture = f"https://i.ytimg.com/vi/{found[1]}/hqdefault.jpg"
    elif found := _VIMEO.match(url):
        site, embed_url = "Vimeo", f"https://player.vimeo.com/video/{found[1]}"
    is_file = urlsplit(url).path.lower().endswith(_FILES)
    return Recording(url=url, embed_url=embed_url, is_file=is_file, picture=picture, site=site)
