"""Blocks read as kramdown reads them, in place of those that Python-Markdown would find."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

from . import line_patterns as line_is
from .attributes import Attributes
from .code import read_code, read_fence
from .definitions import read_abbreviation, read_meanings, read_note, read_reference
from .document import Document
from .foreign import read_foreign
from .hidden import read_extension
from .lists import read_list
from .math import read_math
from .nodes import Kind, Node
from .raw_html import read_html
from .scope import Scope
from .tables import is_table_head, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown.blockparser import BlockParser
    from markdown.preprocessors import Preprocessor

DEEPEST = 40
"""How many lists and quotes may lie in each other; what lies deeper is text."""


class BlockReader(BlockProcessor):
    """Reads all blocks of a text at once."""

    def __init__(
        self,
        parser: BlockParser,
        fences: Preprocessor | None,
        preprocessors: Sequence[Preprocessor],
        foreign: Sequence[BlockProcessor],
    ) -> None:
        super().__init__(parser)
        self.fences = fences
        """Makes HTML of fenced code."""
        self.preprocessors = preprocessors
        """What the site's own containers need to have run over their text."""
        self.foreign = foreign
        """What reads those containers."""
        self.depth = 0
        self.reset()

    def reset(self) -> None:
        """Begin with another text."""
        self.document = Document(self.parser.md, self.fences)

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  # the signature is Markdown's
        """Whether the blocks are ours: all are."""
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read the blocks of a text, or of a part of it that another extension hands over."""
        text = "\n\n".join(blocks)
        blocks.clear()
        self.read(text.split("\n"), parent)
        if self.depth == 0:
            self.document.finish(text)

    def read(self, lines: list[str], parent: Element) -> list[Node]:
        """Read lines into an element."""
        scope = Scope(self, parent, lines)
        self.depth += 1
        try:
            at = 0
            while at < len(lines):
                at = self._read_block(scope, at)
        finally:
            self.depth -= 1
        self.document.unfinished += [node for node in scope.nodes if node.attributes or node.kind is Kind.CODE]
        return scope.nodes

    def _read_block(self, scope: Scope, at: int) -> int:
        line = scope.lines[at]
        if line_is.is_blank(line):
            return _read_blank(scope, at)
        if self.depth > DEEPEST:
            return _read_paragraph(scope, at)
        if scope.is_at_boundary and (end := read_foreign(scope, at)) is not None:
            return end
        if line.startswith(line_is.CODE_INDENT):
            return read_code(scope, at)
        for read in _READERS.get(line.lstrip(" ")[0], _OF_TEXT):
            end = read(scope, at)
            if end is not None:
                return end
        return _read_paragraph(scope, at)


def _read_blank(scope: Scope, at: int) -> int:
    end = at + 1
    while end < len(scope.lines) and line_is.is_blank(scope.lines[end]):
        end += 1
    if scope.last and scope.last.kind is Kind.BLANK:
        scope.last.lines += end - at
    else:
        scope.add(Node(Kind.BLANK, lines=end - at))
    return end


def _read_paragraph(scope: Scope, at: int) -> int:
    end = at + 1
    while (
        end < len(scope.lines)
        and not line_is.PARAGRAPH_END.match(scope.lines[end])
        and not is_table_head(scope.lines, end)
    ):
        end += 1
    text = "\n".join(scope.lines[at:end]).rstrip(line_is.WHITESPACE)
    last = scope.last
    if last and last.kind is Kind.PARAGRAPH and last.element is not None:
        last.element.text = f"{last.element.text}{last.code}\n{text}"
    else:
        last = scope.add(Node(Kind.PARAGRAPH, SubElement(scope.parent, "p")))
        if last.element is not None:
            last.element.text = text.lstrip(line_is.WHITESPACE)
    # Where the paragraph goes on after all, its line may have ended with a hard break.
    last.code = "  " if scope.lines[end - 1].endswith("  ") else ""
    return end


def _read_placeholder(scope: Scope, at: int) -> int | None:
    if not line_is.PLACEHOLDER.match(scope.lines[at]):
        return None
    placeholder, processors = scope.lines[at].strip(), scope.reader.parser.blockprocessors
    before = len(scope.parent)
    # In a container of the site, `md_in_html` has put away elements.
    if "markdown_block" not in processors or processors["markdown_block"].run(scope.parent, [placeholder]) is False:
        SubElement(scope.parent, "p").text = placeholder
    scope.add(Node(Kind.HTML, scope.parent[-1] if len(scope.parent) > before else None))
    return at + 1


def _read_quote(scope: Scope, at: int) -> int | None:
    end = at + 1
    while end < len(scope.lines) and not line_is.LAZY_END.match(scope.lines[end]):
        end += 1
    node = scope.add(Node(Kind.OTHER, SubElement(scope.parent, "blockquote")))
    if node.element is not None:
        scope.reader.read([_unquoted(line) for line in scope.lines[at:end]], node.element)
    return end


def _unquoted(line: str) -> str:
    """A line of a quote without its mark, if it has one; any other `>` in it is text."""
    mark = line_is.QUOTE.match(line)
    return line[mark.end() :] if mark else line


def _read_heading(scope: Scope, at: int) -> int | None:
    found = line_is.HEADING.match(scope.lines[at])
    if found is None:
        return None
    return _add_heading(len(found["marks"]), found["text"].rstrip(), at + 1, scope)


def _read_underlined(scope: Scope, at: int) -> int | None:
    found = line_is.UNDERLINE.match(scope.lines[at + 1]) if at + 1 < len(scope.lines) and scope.is_at_boundary else None
    return _add_heading(2 if found["mark"] == "-" else 1, scope.lines[at].strip(), at + 2, scope) if found else None


def _add_heading(level: int, text: str, end: int, scope: Scope) -> int | None:
    named = line_is.HEADING_ID.search(text)
    text = line_is.CLOSING_MARKS.sub("", text[: named.start()].rstrip() if named else text).rstrip()
    if not text:
        return None
    heading = SubElement(scope.parent, f"h{level}")
    heading.text = text
    if named:
        heading.set("id", named["id"])
    scope.add(Node(Kind.OTHER, heading))
    return end


def _read_rule(scope: Scope, at: int) -> int | None:
    if not line_is.RULE.match(scope.lines[at]):
        return None
    scope.add(Node(Kind.OTHER, SubElement(scope.parent, "hr")))
    return at + 1


def _read_end(scope: Scope, at: int) -> int | None:
    if not line_is.END.match(scope.lines[at]):
        return None
    scope.add(Node(Kind.END))
    return at + 1


def _read_attributes(scope: Scope, at: int) -> int | None:
    if named := line_is.NAMED_ATTRIBUTES.match(scope.lines[at]):
        scope.reader.document.named.setdefault(named["name"], Attributes()).add(named["list"])
        scope.add(Node(Kind.MARK))
        return at + 1
    found = line_is.ATTRIBUTES.match(scope.lines[at])
    if found is None:
        return None
    last = scope.last
    if last and last.kind not in {Kind.BLANK, Kind.END, Kind.MARK}:
        last.attributes = last.attributes or Attributes()
        last.attributes.add(found["list"])
        if at + 1 == len(scope.lines) or not line_is.ATTRIBUTES.match(scope.lines[at + 1]):
            scope.add(Node(Kind.MARK))
    else:
        scope.pending = scope.pending or Attributes()
        scope.pending.add(found["list"])
    return at + 1


_OF_TEXT = (_read_underlined, read_table)
_READERS: Mapping[str, tuple[Callable[[Scope, int], int | None], ...]] = {
    "`": (read_fence, *_OF_TEXT),
    "~": (read_fence, *_OF_TEXT),
    ">": (_read_quote,),
    "#": (_read_heading, *_OF_TEXT),
    "*": (_read_rule, read_list, _read_underlined, read_table, read_abbreviation),
    "-": (_read_rule, read_list, *_OF_TEXT),
    "_": (_read_rule, *_OF_TEXT),
    "+": (read_list, *_OF_TEXT),
    **dict.fromkeys("0123456789", (read_list, *_OF_TEXT)),
    ":": (read_meanings, *_OF_TEXT),
    "<": (read_html, *_OF_TEXT),
    "$": (_read_underlined, read_math, read_table),
    "[": (_read_underlined, read_table, read_note, read_reference),
    "{": (_read_attributes, read_extension, *_OF_TEXT),
    "^": (_read_end, *_OF_TEXT),
    "\x02": (_read_placeholder, *_OF_TEXT),
}
"""What a line may begin that has a certain first character, in order."""
