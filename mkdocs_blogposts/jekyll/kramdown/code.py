"""Code: between fences, or indented by four spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from . import line_patterns as line_is
from .nodes import Kind, Node

if TYPE_CHECKING:
    from .scope import Scope

CODE_DEPTH = len(line_is.CODE_INDENT)


def read_fence(scope: Scope, at: int) -> int | None:
    """Read fenced code; a fence that nothing closes is text."""
    found = line_is.FENCE.match(scope.lines[at])
    if found is None:
        return None
    fence = found["fence"]
    mark, length = fence[0], len(fence)
    if scope.is_unclosed(mark, length):
        return None
    for end in range(at + 1, len(scope.lines)):
        closing = scope.lines[end].strip()
        if closing.startswith(fence) and not closing.strip(mark) and line_is.indent_of(scope.lines[end]) < CODE_DEPTH:
            node = Node(Kind.CODE, SubElement(scope.parent, "p"), info=found["info"].strip(), fenced=True)
            node.code = "\n".join(scope.lines[at + 1 : end])
            scope.add(node)
            return end + 1
    scope.unclosed[mark] = length
    return None


def read_code(scope: Scope, at: int) -> int:
    """Read indented code; lines that are not, but follow directly, belong to the line above."""
    code: list[str] = []
    end = at
    while end < len(scope.lines):
        line = scope.lines[end]
        if line.startswith(line_is.CODE_INDENT) and not line_is.is_blank(line):
            code.append(line.removeprefix(line_is.CODE_INDENT))
        elif line_is.is_blank(line):
            following = next(
                (place for place in range(end, len(scope.lines)) if not line_is.is_blank(scope.lines[place])), None
            )
            if following is None or not scope.lines[following].startswith(line_is.CODE_INDENT):
                break
            code += [blank.removeprefix(line_is.CODE_INDENT) for blank in scope.lines[end:following]]
            end = following
            continue
        elif line_is.LAZY_END.match(line):
            break
        else:
            code[-1] += f" {line}"
        end += 1
    scope.add(Node(Kind.CODE, SubElement(scope.parent, "pre"), code="\n".join(code)))
    return end
