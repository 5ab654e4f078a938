"""Containers of the site's own extensions, as `!!! note` and `=== "Tab"`, in a text that is else kramdown's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import lines as line_is
from .nodes import Kind, Node

if TYPE_CHECKING:
    from .nodes import Scope

OWN = frozenset(
    {
        *("abbr", "blogposts_kramdown", "code", "defindent", "deflist", "empty", "footnote", "hashheader", "hr"),
        *("indent", "markdown_block", "olist", "paragraph", "quote", "reference", "setextheader", "table", "ulist"),
    }
)
"""Blocks that are read as kramdown does, whichever extension the site has for them."""

_FENCED = "///"
"""Begins a container of pymdownx whose text is not indented."""


def read_foreign(scope: Scope, at: int) -> int | None:
    """Let the site's extensions read a container of theirs, if there is one."""
    processors = scope.reader.foreign
    if not processors:
        return None
    chunk = "\n".join(scope.lines[at : _end_of_chunk(scope.lines, at)])
    if not any(processor.test(scope.parent, chunk) for processor in processors):
        return None
    end = len(scope.lines) if _FENCED in chunk else _end_of_region(scope.lines, at)
    region = scope.lines[at:end]
    for preprocessor in scope.reader.preprocessors:
        region = preprocessor.run(region)
    blocks = "\n".join(region).split("\n\n")
    before = len(scope.parent)
    while blocks:
        scope.reader.depth += 1
        try:
            is_read = any(
                processor.test(scope.parent, blocks[0]) and processor.run(scope.parent, blocks) is not False
                for processor in processors
            )
        finally:
            scope.reader.depth -= 1
        if not is_read:
            break
    if len(scope.parent) == before and blocks:
        return None
    scope.lines[at:end] = [*"\n\n".join(blocks).split("\n"), ""] if blocks else []
    scope.add(Node(Kind.OTHER))
    scope.add(Node(Kind.BLANK, lines=1))
    return at


def _end_of_chunk(lines: list[str], at: int) -> int:
    return next((place for place in range(at, len(lines)) if line_is.is_blank(lines[place])), len(lines))


def _end_of_region(lines: list[str], at: int) -> int:
    """Where the lines end that may belong to a container: those of its block, and all indented ones below."""
    end = _end_of_chunk(lines, at)
    while end < len(lines) and (line_is.is_blank(lines[end]) or lines[end].startswith(line_is.CODE_INDENT)):
        end += 1
    return end
