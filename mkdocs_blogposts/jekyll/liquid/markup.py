"""HTML that our tags and includes make: what a text says is escaped in it, and no URL can run anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup

from ...frontmatter.schemes import is_safe
from ..filters.site_filters import relative_url
from ..filters.values import to_text

if TYPE_CHECKING:
    from ..filters.site_context import Context

_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "google-drive": "https://drive.google.com/file/d/{}/view",
    "bilibili": "https://www.bilibili.com/video/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "odysee": "https://odysee.com/{}",
    "twitch": "https://www.twitch.tv/videos/{}",
    "spotify": "https://open.spotify.com/track/{}",
    "tiktok": "https://www.tiktok.com/video/{}",
}
"""Where the recordings of each provider are to be seen."""

_VIDEO_ID = re.compile(r"[\w@:./-]+")


def picture(source: str, alt: str) -> Markup:
    """A picture."""
    return Markup('<img src="{}" alt="{}">').format(source, alt)


def figure(content: Markup, caption: Markup, classes: str) -> Markup:
    """What belongs together, with its caption."""
    attribute = Markup(' class="{}"').format(classes) if classes else Markup()
    below = Markup("\n<figcaption>{}</figcaption>").format(caption) if caption else Markup()
    return Markup("<figure{}>\n{}{}\n</figure>").format(attribute, content, below)


def plain(context: Context, value: Any) -> str:
    """A value as one line of text."""
    return " ".join(to_text(value, context.budget).split())


def inline(context: Context, value: Any) -> Markup:
    """A line of Markdown."""
    text = plain(context, value)
    return Markup(context.site_context.inline(text)) if text else Markup()  # noqa: S704  # only formatting and links are left


def address(context: Context, value: Any) -> str | None:
    """A URL that cannot run anything; one of the site begins at its root."""
    text = plain(context, value)
    if not text or not is_safe(text):
        return None
    try:
        is_whole = bool(urlsplit(text).scheme or urlsplit(text).netloc)
    except ValueError:
        return None
    return text if is_whole else str(relative_url(context, text))


def recording(provider: str, name: str) -> Markup:
    """A link to a recording, by the name that its provider gives it; nothing of the provider is loaded."""
    if provider not in _VIDEOS or not _VIDEO_ID.fullmatch(name):
        return Markup()
    return Markup('<p class="video">{}</p>').format(link(_VIDEOS[provider].format(name)))


def link(url: str, text: str = "") -> Markup:
    """A link, by its own address where there is no text for it."""
    return Markup('<a href="{}">{}</a>').format(url, text or url.partition("://")[2].removeprefix("www.") or url)
