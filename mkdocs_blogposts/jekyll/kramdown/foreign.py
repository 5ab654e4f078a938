"""Containers of the site's own extensions, as `!!! note` and `=== "Tab"`, in a text that is else kramdown's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import line_patterns as line_is
from .nodes import Kind, Node

if TYPE_CHECKING:
    from .scope import Scope

OWN = frozenset(
    {
        *("abbr", "blogposts_kramdown", "code", "defindent", "deflist", "empty", "footnote", "hashheader", "hr"),
        *("indent", "markdown_block", "olist", "paragraph", "quote", "reference", "setextheader", "table", "ulist"),
    }
)
"""Blocks that are read as kramdown does, whichever extension the site has for them."""

_FENCED = re.compile(r" {0,3}(/{3,})(.*)$")
"""Begins or ends a container of pymdownx whose text is not indented."""


def read_foreign(scope: Scope, at: int) -> int | None:
    """Let the site's extensions read a container of theirs, if there is one."""
    processors = scope.reader.foreign
    if not processors:
        return None
    chunk = "\n".join(scope.lines[at : _end_of_chunk(scope.lines, at)])
    if not any(processor.test(scope.parent, chunk) for processor in processors):
        return None
    end = _end_of_region(scope.lines, at)
    region = scope.lines[at:end]
    for preprocessor in scope.reader.preprocessors:
        region = preprocessor.run(region)
    blocks = "\n".join(region).split("\n\n")
    is_read = False
    scope.reader.depth += 1
    try:
        while blocks and any(
            processor.test(scope.parent, blocks[0]) and processor.run(scope.parent, blocks) is not False
            for processor in processors
        ):
            is_read = True
    finally:
        scope.reader.depth -= 1
    if not is_read:
        return None
    scope.lines[at:end] = [*"\n\n".join(blocks).split("\n"), ""] if blocks else []
    scope.add(Node(Kind.OTHER))
    scope.add(Node(Kind.BLANK, lines=1))
    return at


def _end_of_chunk(lines: list[str], at: int) -> int:
    return next((place for place in range(at, len(lines)) if line_is.is_blank(lines[place])), len(lines))


def _end_of_region(lines: list[str], at: int) -> int:
    """Where the lines end that may belong to a container: those of its block, and all indented ones below."""
    end = _end_of_fenced(lines, at) if _FENCED.match(lines[at]) else _end_of_chunk(lines, at)
    while end < len(lines) and (line_is.is_blank(lines[end]) or lines[end].startswith(line_is.CODE_INDENT)):
        end += 1
    return end


def _end_of_fenced(lines: list[str], at: int) -> int:
    """Where the container ends that begins with a line; one that nothing ends holds all that follows."""
    depth = 0
    for place in range(at, len(lines)):
        if found := _FENCED.match(lines[place]):
            depth += 1 if found[2].strip() else -1
            if depth == 0:
                return place + 1
    return len(lines)
