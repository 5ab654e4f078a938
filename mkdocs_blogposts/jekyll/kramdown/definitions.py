"""What a text defines: terms, footnotes, links and abbreviations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from . import line_patterns as line_is
from .lists import Item, begins_with_text, marker_of, unwrap
from .nodes import Kind, Node

if TYPE_CHECKING:
    from .scope import Reader, Scope

_NOTE = re.compile(rf"{line_is.SPACE}\[\^(?P<name>\w[\w-]*)\]:\s*(?P<text>.*)$")
_REFERENCE = re.compile(rf"{line_is.SPACE}\[(?P<name>[^\]]+)\]:[ \t]*(?:<(?P<in_angles>[^>]*)>|(?P<url>\S.*?))[ \t]*$")
_TITLE_BEHIND = re.compile(r"[ \t]+([\"'])(?P<title>.+)\1$")
_TITLE_BELOW = re.compile(r"[ \t]*([\"'])(?P<title>.+)\1[ \t]*$")
_ABBREVIATION = re.compile(rf"{line_is.SPACE}\*\[(?P<name>[^\]]+)\]:(?P<title>.*)$")
_WHITESPACE = re.compile(r"\s+")


def read_meanings(scope: Scope, at: int) -> int | None:
    """Read what the terms of the paragraph above mean."""
    found = line_is.MEANING.match(scope.lines[at])
    terms = _take_terms(scope) if found else None
    if terms is None:
        return None
    paragraph, is_loose = terms
    element = _list_for(paragraph, scope)
    for term in (paragraph.element.text or "").split("\n") if paragraph.element is not None else ():
        SubElement(element, "dt").text = term.strip()
    meanings, end = _gather(scope.lines, at, is_loose=is_loose)
    ends_blank = False
    for item, is_item_loose in meanings:
        ends_blank = _add_meaning(scope.reader, element, item, is_loose=is_item_loose)
    if ends_blank:
        scope.nodes.append(Node(Kind.BLANK, lines=1))
    return end


def _list_for(paragraph: Node, scope: Scope) -> Element:
    """The list that goes on with more terms, or a new one."""
    above = next((node for node in reversed(scope.nodes[-2:]) if node.kind is not Kind.BLANK), None)
    if above and above.kind is Kind.DEFINITIONS and above.element is not None:
        return above.element
    element = SubElement(scope.parent, "dl")
    scope.nodes.append(Node(Kind.DEFINITIONS, element, paragraph.attributes))
    return element


def _gather(lines: list[str], at: int, *, is_loose: bool) -> tuple[list[tuple[Item, bool]], int]:
    """Meanings, and whether an empty line is above each of them; and where they end."""
    items: list[tuple[Item, bool]] = []
    starts = line_is.MEANING
    while at < len(lines) and not line_is.END.match(lines[at]):
        line = lines[at]
        if found := starts.match(line):
            items.append((Item.begun(found["marker"], found["text"]), is_loose))
            starts, is_loose = marker_of(":", items[-1][0].indent), False
        elif line_is.is_blank(line):
            items[-1][0].lines.append("")
            is_loose = True
        elif items[-1][0].goes_on_with(line, after_blank=is_loose):
            items[-1][0].lines.append(line.removeprefix(" " * items[-1][0].indent))
            is_loose = False
        else:
            break
        at += 1
    return items, at


def _take_terms(scope: Scope) -> tuple[Node, bool] | None:
    """The paragraph whose lines are the terms, and whether an empty line follows it."""
    nodes = scope.nodes
    is_loose = len(nodes) > 1 and nodes[-1].kind is Kind.BLANK and nodes[-1].lines == 1
    place = -2 if is_loose else -1
    if not nodes or nodes[place].kind is not Kind.PARAGRAPH:
        return None
    paragraph = nodes[place]
    del nodes[place:]
    if paragraph.element is not None:
        scope.parent.remove(paragraph.element)
    return paragraph, is_loose


def _add_meaning(reader: Reader, element: Element, item: Item, *, is_loose: bool) -> bool:
    """Add one meaning; tells whether it ends with an empty line."""
    inside = SubElement(element, "dd")
    nodes = reader.read(item.lines, inside)
    reader.document.add_attributes(inside, item.attributes)
    if begins_with_text(nodes) and not is_loose:
        unwrap(inside)
    return bool(nodes) and nodes[-1].kind is Kind.BLANK


def read_note(scope: Scope, at: int) -> int | None:
    """Read the text of a footnote."""
    found = _NOTE.match(scope.lines[at])
    if found is None:
        return None
    end = _end_of_indented(scope.lines, at + 1)
    text = [found["text"], *(line.removeprefix(line_is.CODE_INDENT) for line in scope.lines[at + 1 : end])]
    scope.reader.document.notes[found["name"]] = "\n".join(text).strip()
    scope.add(Node(Kind.HIDDEN))
    return end


def _end_of_indented(lines: list[str], at: int) -> int:
    """Where lines end that are indented as code, with those that follow them directly."""
    end = at
    while at < len(lines):
        is_indented = lines[at].startswith(line_is.CODE_INDENT) and not line_is.is_blank(lines[at])
        if is_indented or (at == end and at and end > 0 and _goes_on(lines, at)):
            end = at + 1
        elif not line_is.is_blank(lines[at]):
            break
        at += 1
    return end


def _goes_on(lines: list[str], at: int) -> bool:
    above = lines[at - 1]
    return above.startswith(line_is.CODE_INDENT) and not line_is.LAZY_END.match(lines[at])


def read_reference(scope: Scope, at: int) -> int | None:
    """Read where a link leads that is named elsewhere."""
    found = _REFERENCE.match(scope.lines[at])
    if found is None:
        return None
    url, title, end = found["in_angles"], None, at + 1
    if url is None:
        url = found["url"]
        if behind := _TITLE_BEHIND.search(url):
            url, title = url[: behind.start()], behind["title"]
        elif re.search(r"[ \t][\"']", url):
            return None
    if title is None and end < len(scope.lines) and (below := _TITLE_BELOW.match(scope.lines[end])):
        title, end = below["title"], end + 1
    scope.reader.document.md.references[_WHITESPACE.sub(" ", found["name"]).lower()] = (url.strip(), title or "")
    scope.add(Node(Kind.HIDDEN))
    return end


def read_abbreviation(scope: Scope, at: int) -> int | None:
    """Read what an abbreviation stands for."""
    found = _ABBREVIATION.match(scope.lines[at])
    if found is None:
        return None
    if "abbr" in scope.reader.parser.blockprocessors:
        definition = f"*[{found['name']}]: {found['title'].strip()}"
        scope.reader.parser.blockprocessors["abbr"].run(Element("div"), [definition])
    scope.add(Node(Kind.HIDDEN))
    return at + 1
