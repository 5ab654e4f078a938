"""What the parser of MkDocs' own search plugin finds in HTML, found several times as fast.

What becomes of each tag and text follows `handle_starttag`, `handle_endtag` and `handle_data` of that parser. HTML
with anything that is not known for certain is not read at all.
"""

from __future__ import annotations

from html import unescape

from ..light_dataclasses import dataclass, field
from .known_tags import HEADINGS, UnknownHtmlError, pieces_of


class PlainSection:
    """A heading, and what follows it up to the next."""

    __slots__ = ("id", "text", "title")

    def __init__(self, identity: str | None) -> None:
        self.id = identity
        self.title: str | None = None
        """The last text in the heading."""
        self.text: list[str] = []
        """Those behind it."""


@dataclass(frozen=True, slots=True)
class PlainTexts:
    """What stands between tags."""

    all: list[str] = field(default_factory=list)
    sections: list[PlainSection] = field(default_factory=list)


def texts_of(html: str) -> PlainTexts | None:
    """The texts of HTML; `None` if the parser of the plugin has to find them."""
    found = PlainTexts()
    section: PlainSection | None = None
    in_heading = False
    try:
        for text, tag in pieces_of(html):
            if text:
                plain = unescape(text) if "&" in text else text
                found.all.append(plain)
                if in_heading and section:
                    section.title = plain
                elif section:
                    section.text.append(plain.rstrip("\n"))
            if tag.name in HEADINGS:
                in_heading = tag.begins
                if tag.begins:
                    section = PlainSection(tag.id)
                    found.sections.append(section)
    except UnknownHtmlError:
        return None
    return found
