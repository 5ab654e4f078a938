"""Links to URLs with quotes in them: `[x](/it's)`, where Python-Markdown would see a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.inlinepatterns import IMAGE_LINK_RE, LINK_RE, ImageInlineProcessor, LinkInlineProcessor

if TYPE_CHECKING:
    from markdown import Markdown

_URL = re.compile(r"\(\s*(?P<url>[^\s<]\S*)")
_HIDDEN = str.maketrans({"'": "\ue0f0", '"': "\ue0f1"})
_SHOWN = str.maketrans({"\ue0f0": "'", "\ue0f1": '"'})


class _Link(LinkInlineProcessor):
    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802  # the name is Markdown's
        """The URL and title of a link, whose title has space before it."""
        found = _URL.match(data, index)
        if found and ("'" in found["url"] or '"' in found["url"]):
            start, end = found.span("url")
            data = f"{data[:start]}{found['url'].translate(_HIDDEN)}{data[end:]}"
        href, title, at, is_link = super().getLink(data, index)
        return href.translate(_SHOWN), title, at, is_link


class _Image(ImageInlineProcessor, _Link):
    pass


def read_links(md: Markdown) -> None:
    """Put what reads links and pictures in the place of Markdown's own."""
    patterns = md.inlinePatterns
    if "link" in patterns and type(patterns["link"]) is LinkInlineProcessor:
        patterns.register(_Link(LINK_RE, md), "link", 160)
    if "image_link" in patterns and type(patterns["image_link"]) is ImageInlineProcessor:
        patterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
