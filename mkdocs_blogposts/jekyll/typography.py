"""Typographic quotes, dashes and dots, as kramdown makes them of plain ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .span_pattern import SpanPattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_NBSP = "\N{NO-BREAK SPACE}"
_SIGNS = {
    "---": "\N{EM DASH}",
    "--": "\N{EN DASH}",
    "...": "\N{HORIZONTAL ELLIPSIS}",
    "<< ": f"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}{_NBSP}",
    " >>": f"{_NBSP}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "<<": "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    ">>": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
}
"""What becomes of each sign; the longest counts."""

_OPENING = {'"': "\N{LEFT DOUBLE QUOTATION MARK}", "'": "\N{LEFT SINGLE QUOTATION MARK}"}
_CLOSING = {'"': "\N{RIGHT DOUBLE QUOTATION MARK}", "'": "\N{RIGHT SINGLE QUOTATION MARK}"}

# Space and words are those of ASCII, as in Ruby, and the ends of words those of any language.
_SPACE, _LETTER = r"[ \t\r\n\f\v]", "[A-Za-z0-9_]"
_PUNCTUATION = r"[!\"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"
_QUOTE = re.compile(r"[^\\\[*_`]?[\"']", re.DOTALL)
"""A quote, with the character before it, if that is not taken for the beginning of something else."""
_SIGN = re.compile("|".join(map(re.escape, _SIGNS)))
_RULES = tuple(
    (re.compile(pattern, re.DOTALL), kinds)
    for pattern, kinds in (
        (r"()([\"'])(?=[_*]{1,2}\S)", _OPENING),
        (rf"()([\"'])(?={_PUNCTUATION}(?!\.\.)\B)", _CLOSING),
        (rf"({_SPACE}?)(\"'|'\")(?={_LETTER})", _OPENING),
        (rf"({_SPACE}?)(')(?=[0-9][0-9]s)", _CLOSING),
        (rf"({_SPACE})([\"'])(?={_LETTER})", _OPENING),
        (r"([^ \\\t\r\n\[{(-])([\"'])", _CLOSING),
        (rf"()([\"'])(?={_SPACE}|s\b|\Z)", _CLOSING),
        (r"(.?)([\"'])", _OPENING),
    )
)
"""Where a quote opens and where it closes: the first that fits decides, and the last fits anywhere."""

_INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "b",
            "big",
            "br",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "i",
            "img",
            "input",
            "ins",
            "kbd",
            "label",
        ),
        *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var"),
    }
)
_AS_IT_IS = frozenset({"code", "kbd", "math", "pre", "samp", "script", "style", "textarea"})
_WRITTEN = {"em": "*", "strong": "**", "del": "~~", "code": "`", "a": "[", "img": "!", "br": "\n"}
"""What an element was written with, at its beginning."""
_PUT_AWAY = re.compile(r"\x02(?:(?P<code>\d+)|wzxhzdk:(?P<html>\d+)|[^\x03]*)\x03")
"""An escaped character by its number, or HTML of whatever kind."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line."""

    text: str
    holder: Element | None = None
    """What has it as its text, or as what follows; `None` for what stays as it is."""
    is_tail: bool = False


class Typography(Extension):
    """Has them made in all texts, once everything else in a line is known."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Run after all that reads lines."""
        md.inlinePatterns.register(_Angles(md), "blogposts_angles", 90.5)
        md.treeprocessors.register(_Typography(md), "blogposts_typography", 6)


class _Angles(SpanPattern):
    """Keeps two signs beside each other, the second of which would else begin a tag: `<<a>>`."""

    PATTERN = "<<"

    def shown(self, m: re.Match[str]) -> str:
        """The signs, out of reach of what reads tags."""
        return m.group()


class _Typography(Treeprocessor):
    """Goes through the lines of a text."""

    def run(self, root: Element) -> None:
        """Change their texts in place."""
        for block in [each for each in root.iter() if each.tag not in _INLINE | _AS_IT_IS]:
            line: list[_Piece] = []
            for piece in (*_pieces(block), None):
                if piece:
                    line.append(piece)
                elif line:
                    self._change(line)
                    line = []

    def _change(self, line: list[_Piece]) -> None:
        """Write the pieces of a line back, changed."""
        shown = [self._as_written(piece.text) for piece in line]
        whole, begin = "".join(shown), 0
        changed: dict[tuple[int, bool], tuple[Element, list[str]]] = {}
        for piece, text in zip(line, shown, strict=True):
            if piece.holder is not None:
                _, parts = changed.setdefault((id(piece.holder), piece.is_tail), (piece.holder, []))
                parts.append(piece.text if text != piece.text else _changed(whole, begin, begin + len(text)))
            begin += len(text)
        for (_, is_tail), (holder, parts) in changed.items():
            setattr(holder, "tail" if is_tail else "text", "".join(parts))

    def _as_written(self, text: str) -> str:
        """How something was written that has been put away."""
        found = _PUT_AWAY.fullmatch(text)
        if not found:
            return text
        if found["code"]:
            return f"\\{chr(int(found['code']))}"
        return str(self.md.htmlStash.rawHtmlBlocks[int(found["html"])]) if found["html"] else "<>"


def _pieces(element: Element) -> Iterator[_Piece | None]:
    """What the lines within an element are made of; `None` where another begins."""
    yield from _texts(element.text, element, is_tail=False)
    for child in element:
        if child.tag not in _INLINE:
            yield None
        else:
            mark = _WRITTEN.get(child.tag, "<")
            if child.tag in _AS_IT_IS or child.text == child.get("href"):
                yield _Piece(f"{mark}{''.join(child.itertext())}{mark}")
            else:
                yield _Piece(mark)
                yield from _pieces(child)
                yield _Piece("](" if child.tag == "a" else mark)
        yield from _texts(child.tail, child, is_tail=True)


def _texts(text: str | None, holder: Element, *, is_tail: bool) -> Iterator[_Piece]:
    if not text:
        return
    if isinstance(text, AtomicString):
        yield _Piece(text)
        return
    place = 0
    for found in _PUT_AWAY.finditer(text):
        yield _Piece(text[place : found.start()], holder, is_tail)
        yield _Piece(found.group(), holder, is_tail)
        place = found.end()
    yield _Piece(text[place:], holder, is_tail)


def _changed(whole: str, place: int, end: int) -> str:
    """A part of a line with other signs; what follows it decides as well, and what stands before it does not."""
    parts = []
    quote, sign = _QUOTE.search(whole, place, end), _SIGN.search(whole, place, end)
    while place < end:
        # Only what has been passed is looked for anew: where there are no quotes, they are looked for once.
        if quote and quote.start() < place:
            quote = _QUOTE.search(whole, place, end)
        if sign and sign.start() < place:
            sign = _SIGN.search(whole, place, end)
        first = min(filter(None, (quote, sign)), key=re.Match.start, default=None)
        if first is None:
            break
        parts.append(whole[place : first.start()])
        if first is sign:
            parts.append(_SIGNS[first.group()])
            place = first.end()
            continue
        found, kinds = next((found, kinds) for rule, kinds in _RULES if (found := rule.match(whole, first.start())))
        parts += (found[1], *(kinds[each] for each in found[2]))
        place = found.end()
    parts.append(whole[place:end])
    return "".join(parts)
