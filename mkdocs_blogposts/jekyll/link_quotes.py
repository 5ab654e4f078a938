"""Links to URLs with quotes in them: `[x](/it's)`, where Python-Markdown would see a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.inlinepatterns import IMAGE_LINK_RE, LINK_RE, ImageInlineProcessor, LinkInlineProcessor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown import Markdown

_URL = re.compile(r"\(\s*(?P<url>[^\s<]\S{0,2000})")
_FARTHEST = 4000
"""Characters after which no link ends whose URL has quotes: each one that is not closed would be read to the end."""
_BRACKET = re.compile(r"[\[\]]")
_HIDDEN = str.maketrans({"'": "\ue0f0", '"': "\ue0f1"})
_SHOWN = str.maketrans({"\ue0f0": "'", "\ue0f1": '"'})


class LinkWithQuotes(LinkInlineProcessor):
    """Reads links as Markdown does, but for quotes in URLs."""

    _data = ""
    _ends: Mapping[int, int] = {}

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802  # the name is Markdown's
        """What stands in brackets, for which Markdown reads all that follows each of them."""
        if data != self._data:
            self._data, self._ends = data, _ends(data)
        end = self._ends.get(index)
        return (data[index:], len(data), False) if end is None else (data[index:end], end + 1, True)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802  # the name is Markdown's
        """The URL and title of a link, whose title has space before it."""
        found = _URL.match(data, index)
        if found and ("'" in found["url"] or '"' in found["url"]) and ")" in data[index : index + _FARTHEST]:
            start, end = found.span("url")
            data = f"{data[:start]}{found['url'].translate(_HIDDEN)}{data[end:]}"
        href, title, at, is_link = super().getLink(data, index)
        return href.translate(_SHOWN), title, at, is_link


class _Image(ImageInlineProcessor, LinkWithQuotes):
    pass


def _ends(data: str) -> dict[int, int]:
    """Where what begins behind each bracket ends, for those that are closed."""
    begun: list[int] = []
    ends = {}
    for bracket in _BRACKET.finditer(data):
        if bracket[0] == "[":
            begun.append(bracket.end())
        elif begun:
            ends[begun.pop()] = bracket.start()
    return ends


def read_links(md: Markdown) -> None:
    """Put what reads links and pictures in the place of Markdown's own."""
    patterns = md.inlinePatterns
    if "link" in patterns and type(patterns["link"]) is LinkInlineProcessor:
        patterns.register(LinkWithQuotes(LINK_RE, md), "link", 160)
    if "image_link" in patterns and type(patterns["image_link"]) is ImageInlineProcessor:
        patterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
