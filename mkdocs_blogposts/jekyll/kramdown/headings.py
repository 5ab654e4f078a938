"""Ids of headings as Jekyll has always given them, so that links to them still lead there."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from . import emoji
from .contents import HEADINGS, is_mark_of_note

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_ESCAPED = re.compile(r"\x02(\d+)\x03")
_TAG = re.compile(r"<[^>]*>|\\[()\[\]]")
_DASHES = re.compile(r"-{2,3}")
"""What kramdown takes for dashes, which are no part of an id."""
_WORD_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
"""Characters of words, as Ruby counts them: signs of vowels are some, raised numbers are none."""


class Headings(Treeprocessor):
    """Gives headings their ids, once what they hold is known."""

    def run(self, root: Element) -> None:
        """Go through the headings of a text."""
        counted: Counter[str] = Counter()
        for element in root.iter():
            if element.tag not in HEADINGS or "id" in element.attrib:
                continue
            identity = self._identity(element)
            number = counted[identity]
            counted[identity] += 1
            if identity:
                element.set("id", f"{identity}-{number}" if number else identity)

    def _identity(self, heading: Element) -> str:
        text = HTML_PLACEHOLDER_RE.sub(self._shown, "".join(_texts(heading, without=_DASHES)))
        text = _ESCAPED.sub(lambda code: chr(int(code[1])), text)
        return "".join(map(_in_id, text.lower()))

    def _shown(self, placeholder: re.Match[str]) -> str:
        """What a reader sees of HTML that was put away; an emoji is its name."""
        text = html.unescape(_TAG.sub("", str(self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])])))
        return emoji.names().get(text, text)


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
        if not is_mark_of_note(child):
            yield from _texts(child, without)
        yield cut(child.tail)
