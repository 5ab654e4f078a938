"""Lists, whose items may hold any block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from . import line_patterns as line_is
from .attributes import Attributes
from .nodes import Kind, Node

if TYPE_CHECKING:
    from .scope import Reader, Scope

_MARKERS = {**dict.fromkeys("*+-", "[*+-]"), ".": r"\d+\.", ")": r"\d+\)", ":": ":"}
"""What begins an item beside one that begins so."""


@dataclass(slots=True)
class Item:
    """An item while its lines are gathered."""

    lines: list[str]
    indent: int
    """Where its text begins."""
    holds_list: bool
    """Whether a list within it may have begun."""
    attributes: Attributes | None = None

    @classmethod
    def begun(cls, marker: str, text: str) -> Item:
        """The item that begins with a line."""
        attributes = None
        indent = len(marker) + line_is.indent_of(text)
        given = line_is.ITEM_ATTRIBUTES.match(text)
        if line_is.is_blank(text) or (given and given.end() == len(text)):
            indent = len(line_is.CODE_INDENT)
        if given:
            attributes = Attributes()
            attributes.add(given["list"])
            text = text[given.end() :]
        text = text.lstrip(line_is.WHITESPACE)
        return cls([text] if text else [], indent, bool(line_is.LIST.match(text)), attributes)

    def add(self, line: str) -> None:
        """Take in another line."""
        if line.startswith(" " * self.indent):
            line = line[self.indent :]
            self.holds_list = self.holds_list or bool(line_is.LIST.match(line))
        elif self.holds_list and line_is.LIST.match(line):
            line = " " * (self.indent + 4) + line
        self.lines.append(line)

    def goes_on_with(self, line: str, *, after_blank: bool) -> bool:
        """Whether a line belongs to the item."""
        return line.startswith(" " * self.indent) or (not after_blank and line_is.is_lazy(line, self.indent))


@cache
def marker_of(mark: str, indent: int) -> re.Pattern[str]:
    """What begins the next item beside one of that mark whose text is indented so far."""
    return re.compile(rf"(?P<marker> {{0,{max(0, min(indent - 1, 3))}}}{_MARKERS[mark]})(?P<text>[ \t].*)$")


def read_list(scope: Scope, at: int) -> int | None:
    """Read a list."""
    first = line_is.BULLET.match(scope.lines[at]) or line_is.NUMBER.match(scope.lines[at])
    if first is None:
        return None
    starts = first.re
    items: list[Item] = []
    after_blank = was_ended = False
    while at < len(scope.lines):
        line = scope.lines[at]
        if after_blank and line_is.RULE.match(line):
            break
        if line_is.END.match(line):
            was_ended = True
            at += 1
            break
        if found := starts.match(line):
            items.append(Item.begun(found["marker"], found["text"]))
            starts = marker_of(first["mark"], items[-1].indent)
            after_blank = False
        elif line_is.is_blank(line):
            items[-1].lines.append("")
            items[-1].holds_list = after_blank = True
        elif items[-1].goes_on_with(line, after_blank=after_blank):
            items[-1].add(line)
            after_blank = False
        else:
            break
        at += 1
    element = SubElement(scope.parent, "ul" if first.re is line_is.BULLET else "ol")
    scope.add(Node(Kind.LIST, element))
    blank = _fill(scope.reader, element, items, was_ended=was_ended)
    if was_ended:
        scope.add(Node(Kind.END))
    elif blank:
        scope.nodes.append(blank)
    return at


def _fill(reader: Reader, element: Element, items: list[Item], *, was_ended: bool) -> Node | None:
    """Read the items into their list; gives the empty lines that the last of them ends with."""
    blank = None
    are_loose: list[bool] = []
    for item in items:
        inside = SubElement(element, "li")
        nodes = reader.read(item.lines, inside)
        reader.document.add_attributes(inside, item.attributes)
        is_last = item is items[-1]
        is_tight = (
            begins_with_text(nodes)
            and (len(nodes) == 1 or nodes[1].kind is not Kind.BLANK or (is_last and not nodes[2:] and not was_ended))
            and (not is_last or len(items) == 1 or not all(are_loose))
        )
        are_loose.append(begins_with_text(nodes) and not is_tight)
        if is_tight:
            unwrap(inside)
        blank = nodes[-1] if nodes and nodes[-1].kind is Kind.BLANK else None
    return blank


def begins_with_text(nodes: list[Node]) -> bool:
    """Whether a paragraph comes first."""
    return bool(nodes) and nodes[0].kind is Kind.PARAGRAPH


def unwrap(inside: Element) -> None:
    """Leave the text of the paragraph that comes first without the paragraph around it."""
    paragraph = inside[0]
    inside.text = f"{paragraph.text}\n" if len(inside) > 1 else paragraph.text
    inside.remove(paragraph)
