"""Tables: lines with pipes, with or without a head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from . import line_patterns as line_is
from .nodes import Kind, Node

if TYPE_CHECKING:
    from .scope import Scope

_DELIMITERS = frozenset("+|: \t-")
_FOOT = frozenset("+|: \t=")
_ALIGNMENT = re.compile(r"(:?)-+(:?)")
_CODE = re.compile(
    r"(?<!`)(`+)(?!`).{0,1000}?(?<!`)\1(?!`)|<code[^>]{0,200}>.{0,1000}?</code>|<[a-z][^>]{0,1000}>|\{\{[^}]{0,500}\}\}"
)
"""What may hold a pipe that ends no cell: code, tags, and Liquid that nothing has rendered."""

_PIPE = re.compile(r"(?<!\\)\|")
_OPENED = re.compile(r"\s*\|")
_SIDES = {(":", ""): "left", ("", ":"): "right", (":", ":"): "center"}


def is_table_head(lines: list[str], at: int) -> bool:
    """Whether a line is the head of a table, as the line below tells: GitHub has it right below a paragraph too."""
    return "|" in lines[at] and at + 1 < len(lines) and "|" in lines[at + 1] and _is_made_of(lines[at + 1], _DELIMITERS)


def read_table(scope: Scope, at: int) -> int | None:
    """Read a table."""
    if "|" not in scope.lines[at] or not (scope.is_at_boundary or is_table_head(scope.lines, at)):
        return None
    end = at
    while end < len(scope.lines) and "|" in scope.lines[end] and _has_pipe(scope.lines[end]):
        end += 1
    is_alone = end == len(scope.lines) or line_is.is_blank(scope.lines[end]) or line_is.END.match(scope.lines[end])
    if end == at or (end == at + 1 and not _OPENED.match(scope.lines[at])):
        return None  # one line with a pipe in it, a title perhaps, is text
    if not (is_alone or line_is.ATTRIBUTES.match(scope.lines[end])):
        return None
    parts, alignment = _parts(scope.lines[at:end])
    if not any(name == "tbody" for name, _ in parts):
        return None
    table = SubElement(scope.parent, "table")
    columns = max(len(row) for _, rows in parts for row in rows)
    for name, rows in parts:
        part = SubElement(table, name)
        for row in rows:
            _write_row(SubElement(part, "tr"), [*row, *[""] * (columns - len(row))], alignment, is_head=name == "thead")
    scope.add(Node(Kind.OTHER, table))
    return end


def _parts(lines: list[str]) -> tuple[list[tuple[str, list[list[str]]]], list[str]]:
    """Head, bodies and foot, each with its rows, and how columns are aligned."""
    parts: list[tuple[str, list[list[str]]]] = []
    alignment: list[str] = []
    rows: list[list[str]] = []
    has_foot = is_aligned = False
    opened = bool(_OPENED.match(lines[0]))
    for line in lines:
        if _is_made_of(line, _DELIMITERS):
            if rows and not is_aligned and not has_foot:
                parts.append(("thead", rows))
                rows, is_aligned = [], True
                alignment = [_SIDES.get(sides, "") for sides in _ALIGNMENT.findall(line)]
            elif rows and not has_foot:
                parts.append(("tbody", rows))
                rows = []
        elif _is_made_of(line, _FOOT, mark="="):
            if rows:
                parts.append(("tbody", rows))
            rows, has_foot = [], True
        else:
            rows.append(_cells(line, opened=opened))
    if rows:
        parts.append(("tfoot" if has_foot else "tbody", rows))
    return parts, alignment


def _write_row(row: Element, cells: list[str], alignment: list[str], *, is_head: bool) -> None:
    for place, text in enumerate(cells):
        cell = SubElement(row, "th" if is_head else "td")
        cell.text = text
        if place < len(alignment) and alignment[place]:
            cell.set("style", f"text-align: {alignment[place]};")


def _is_made_of(line: str, characters: frozenset[str], mark: str = "-") -> bool:
    return mark in line and characters.issuperset(line)


def _has_pipe(line: str) -> bool:
    return bool(_PIPE.search(_without_code(line)))


def _without_code(line: str) -> str:
    """A line in which code is hidden."""
    return _CODE.sub(lambda code: "x" * len(code.group()), line)


def _cells(line: str, *, opened: bool) -> list[str]:
    """The texts between pipes; pipes in code are a part of it."""
    cells, begin = [], 0
    for pipe in _PIPE.finditer(_without_code(line)):
        cells.append(line[begin : pipe.start()])
        begin = pipe.end()
    cells.append(line[begin:])
    if opened and line_is.is_blank(cells[0]):
        del cells[0]
    if cells and line_is.is_blank(cells[-1]):
        del cells[-1]
    return [cell.strip(line_is.WHITESPACE).replace(r"\|", "|") for cell in cells]
