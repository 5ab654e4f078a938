"""What looks odd in a text and yet is shown as it is: wrong decoding, Liquid that nothing renders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..faults import Kind, Place
from ..frontmatter.dialects import Dialect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..content.reading import Reading

_LIQUID = re.compile(r"\{%-?\s*[\w-]+[^%\n]{0,60}%\}|\{\{[^}\n]{1,60}\}\}")
_LIQUID_HINT = 'run: pip install "mkdocs-blogposts[jekyll]"; if it is text, set `post_dialect: material`'
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def has_liquid(text: str) -> bool:
    """Whether a text may have Liquid in it."""
    return "{%" in text or "{{" in text


def _is_bad(text: str) -> bool:
    if text.isascii():
        return False
    from ftfy.badness import is_bad  # noqa: PLC0415  # takes as long as a hundred posts, and most sites need none of it

    return is_bad(text)


def tell_remarks(reading: Reading) -> None:
    """Tell, once for the whole text, what looks odd in it."""
    body = reading.head.body
    if _is_bad(body):
        _tell(reading, Kind.MOJIBAKE, _mis_decoded, "was decoded with the wrong character set")
    is_left = not reading.reader.renders_liquid and reading.fields.values.get("render_with_liquid") is not False
    if is_left and reading.dialect is Dialect.JEKYLL and has_liquid(body):
        _tell(reading, Kind.LIQUID, _liquid, "is Liquid, which is not rendered")


def _tell(reading: Reading, kind: Kind, find: Callable[[str], Iterator[tuple[int, str, str]]], what: str) -> None:
    found = [
        (number, *piece)
        for number, line in enumerate(reading.head.body.split("\n"), reading.head.body_line)
        for piece in find(line)
    ]
    if not found:
        return
    line, column, text, hint = found[0]
    others = len(found) - 1
    more = f", here and in {others} more place{'' if others == 1 else 's'}" if others else ""
    reading.refuse(kind, f"{kind}: '{text}' {what}{more}", place=Place(line, column), hint=hint)


def _mis_decoded(line: str) -> Iterator[tuple[int, str, str]]:
    if not _is_bad(line):
        return
    from ftfy import fix_encoding  # noqa: PLC0415

    for piece in _NOT_ASCII.finditer(line):
        meant = fix_encoding(piece.group())
        if meant != piece.group():
            yield piece.start() + 1, piece.group(), f"it was probably meant to be '{meant}'"


def _liquid(line: str) -> Iterator[tuple[int, str, str]]:
    for piece in _LIQUID.finditer(line):
        yield piece.start() + 1, piece.group(), _LIQUID_HINT
