"""Ids of headings as Jekyll has always given them, so that links to them still lead there, and tables of contents."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from . import emoji

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from markdown import Markdown

    from .blocks import BlockReader

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ESCAPED = re.compile(r"\x02(\d+)\x03")
_TAG = re.compile(r"<[^>]*>|\\[()\[\]]")
_DASHES = re.compile(r"-{2,3}")
"""What kramdown takes for dashes, which are no part of an id."""
_WORD_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
"""Characters of words, as Ruby counts them: signs of vowels are some, raised numbers are none."""

_NO_CONTENTS = "no_toc"
CONTENTS_ID = "markdown-toc"


@dataclass(slots=True)
class Heading:
    """A heading of a text."""

    level: int
    identity: str
    text: str


class Headings(Treeprocessor):
    """Gives headings their ids, once what they hold is known, and lists them where the text asks for that."""

    def __init__(self, md: Markdown, reader: BlockReader) -> None:
        super().__init__(md)
        self.reader = reader

    def run(self, root: Element) -> None:
        """Go through the headings of a text."""
        counted: Counter[str] = Counter()
        listed: list[Heading] = []
        for element in root.iter():
            if element.tag not in _HEADINGS:
                continue
            if "id" not in element.attrib:
                identity = self._identity(element)
                number = counted[identity]
                counted[identity] += 1
                if identity:
                    element.set("id", f"{identity}-{number}" if number else identity)
            if _NO_CONTENTS not in element.get("class", "").split():
                listed.append(Heading(int(element.tag[1]), element.get("id", ""), "".join(_texts(element))))
        if (contents := self.reader.document.contents) is not None:
            _write_contents(contents, listed)

    def _identity(self, heading: Element) -> str:
        text = HTML_PLACEHOLDER_RE.sub(self._shown, "".join(_texts(heading, without=_DASHES)))
        text = _ESCAPED.sub(lambda code: chr(int(code[1])), text)
        return "".join(map(_in_id, text.lower()))

    def _shown(self, placeholder: re.Match[str]) -> str:
        """What a reader sees of HTML that was put away; an emoji is its name."""
        text = html.unescape(_TAG.sub("", str(self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])])))
        return emoji.names().get(text, text)


class HiddenHeadings(Treeprocessor):
    """Keeps headings out of the table of contents of their page that are not to be in one."""

    def run(self, root: Element) -> None:
        """Take them out of what `toc` has found."""
        hidden = {
            element.get("id")
            for element in root.iter()
            if element.tag in _HEADINGS and _NO_CONTENTS in element.get("class", "").split()
        }
        if hidden and hasattr(self.md, "toc_tokens"):
            self.md.toc_tokens = list(_without(self.md.toc_tokens, hidden))


def _without(tokens: list[dict[str, Any]], hidden: set[str | None]) -> Iterator[dict[str, Any]]:
    for token in tokens:
        children = list(_without(token["children"], hidden))
        if token["id"] in hidden:
            yield from children
        else:
            yield {**token, "children": children}


def _in_id(character: str) -> str:
    if character in "- \t":
        return "-"
    return character if unicodedata.category(character) in _WORD_CATEGORIES else ""


def _texts(element: Element, without: re.Pattern[str] | None = None) -> Iterator[str]:
    """The texts in a heading, without marks of footnotes; where it is no code, without what a pattern finds."""

    def cut(text: str | None) -> str:
        return without.sub("", text or "") if without else text or ""

    yield element.text or "" if element.tag == "code" else cut(element.text)
    for child in element:
        if child.tag != "sup" or not child.get("id", "").startswith("fnref"):
            yield from _texts(child, without)
        yield cut(child.tail)


def _write_contents(contents: Element, headings: list[Heading]) -> None:
    contents.attrib.setdefault("id", CONTENTS_ID)
    open_items: list[tuple[int, Element]] = []
    for heading in headings:
        item = SubElement(_list_for(heading.level, open_items, contents), "li")
        link = SubElement(item, "a", {"href": f"#{heading.identity}", "id": f"{CONTENTS_ID}-{heading.identity}"})
        link.text = heading.text
        open_items.append((heading.level, item))


def _list_for(level: int, open_items: list[tuple[int, Element]], contents: Element) -> Element:
    """The list in which a heading of that level stands, below those that are higher."""
    while open_items and level <= open_items[-1][0]:
        open_items.pop()
    if not open_items:
        return contents
    item = open_items[-1][1]
    inner = item.find(contents.tag)
    return inner if inner is not None else SubElement(item, contents.tag)
