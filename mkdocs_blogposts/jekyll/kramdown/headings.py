"""Headings of a text: their ids, as Jekyll has always given them, and the table of contents asked for by `{:toc}`."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.toc import TocTreeprocessor, remove_fnrefs, render_inner_html, slugify, strip_tags, unique
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from ...late_patterns import late_pattern
from ..slugs import CONTENTS_ID
from . import emoji

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown import Markdown

    from .scope import Reader

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = "no_toc"
_LINK_TAG = late_pattern(r"</?a\b", re.IGNORECASE)
_ESCAPED = late_pattern(r"\x02(\d+)\x03")
_TAG = late_pattern(r"<[^>]*>|\\[()\[\]]")
_DASHES = late_pattern(r"-{2,3}")
"""What kramdown takes for dashes, which are no part of an id."""
_WORD_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
"""Characters of words, as Ruby counts them: signs of vowels are some, raised numbers are none."""


class MaterialHeadings(Treeprocessor):
    """Gives headings the ids that the extension `toc` of a site does, for a text that Material's blog had."""

    def run(self, root: Element) -> None:
        """Go through the headings of a text."""
        used = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
        toc = next((each for each in self.md.treeprocessors if isinstance(each, TocTreeprocessor)), None)
        make, separator = (toc.slugify, toc.sep) if toc else (slugify, "-")
        for element in root.iter():
            if element.tag in HEADINGS and "id" not in element.attrib:
                name = strip_tags(render_inner_html(remove_fnrefs(element), self.md))
                element.set("id", unique(make(html.unescape(name), separator), used))


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


class Contents(Treeprocessor):
    """Lists the headings of a text in it, and keeps those out of any list that are not to be in one."""

    def __init__(self, md: Markdown, reader: Reader) -> None:
        super().__init__(md)
        self.reader = reader

    def run(self, root: Element) -> None:
        """Fill the list, with headings as they are before `toc` adds links of its own."""
        if (contents := self.reader.document.contents) is not None:
            shown = (element for element in root.iter() if element.tag in HEADINGS and not is_hidden(element))
            _fill(contents, shown, self._without_links)

    def _without_links(self, text: str) -> str:
        """A text without links in raw HTML, since one link can't be within another."""
        return HTML_PLACEHOLDER_RE.sub(self._unless_link, text) if "\x02" in text else text

    def _unless_link(self, placeholder: re.Match[str]) -> str:
        is_link = _LINK_TAG.match(str(self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])]))
        return "" if is_link else placeholder[0]


class HiddenHeadings(Treeprocessor):
    """Keeps headings out of the table of contents of their page that are not to be in one."""

    def run(self, root: Element) -> None:
        """Take them out of what `toc` has found."""
        hidden = {element.get("id") for element in root.iter() if element.tag in HEADINGS and is_hidden(element)}
        if hidden and hasattr(self.md, "toc_tokens"):
            self.md.toc_tokens = list(_without(self.md.toc_tokens, hidden))


def is_hidden(heading: Element) -> bool:
    """Whether a heading is not to be in tables of contents."""
    return _HIDDEN in heading.get("class", "").split()


def is_mark_of_note(element: Element) -> bool:
    """Whether an element leads to a footnote."""
    return element.tag == "sup" and element.get("id", "").startswith("fnref")


def _without(tokens: Iterable[dict[str, Any]], hidden: set[str | None]) -> Iterator[dict[str, Any]]:
    for token in tokens:
        children = list(_without(token["children"], hidden))
        if token["id"] in hidden:
            yield from children
        else:
            yield {**token, "children": children}


def _fill(contents: Element, headings: Iterable[Element], clean: Callable[[str], str]) -> None:
    contents.attrib.setdefault("id", CONTENTS_ID)
    open_items: list[tuple[int, Element]] = []
    for heading in headings:
        level, identity = int(heading.tag[1]), heading.get("id", "")
        item = SubElement(_list_for(level, open_items, contents), "li")
        link = SubElement(item, "a", {"href": f"#{identity}", "id": f"{CONTENTS_ID}-{identity}"})
        _copy(heading, link, clean)
        open_items.append((level, item))


def _list_for(level: int, open_items: list[tuple[int, Element]], contents: Element) -> Element:
    """The list in which a heading of that level stands, below those that are higher."""
    while open_items and level <= open_items[-1][0]:
        open_items.pop()
    if not open_items:
        return contents
    item = open_items[-1][1]
    inner = item.find(contents.tag)
    return inner if inner is not None else SubElement(item, contents.tag)


def _copy(source: Element, target: Element, clean: Callable[[str], str]) -> None:
    """Add what a heading holds to its entry, links as their text."""
    _add(target, source.text, clean)
    for child in source:
        if child.tag == "a":
            _copy(child, target, clean)
        elif not is_mark_of_note(child):
            attributes = {name: value for name, value in child.items() if name != "id"}
            _copy(child, SubElement(target, child.tag, attributes), clean)
        _add(target, child.tail, clean)


def _add(target: Element, text: str | None, clean: Callable[[str], str]) -> None:
    if not text:
        return
    text = clean(text)
    if len(target):
        target[-1].tail = f"{target[-1].tail}{text}" if target[-1].tail else text
    else:
        target.text = f"{target.text}{text}" if target.text else text
