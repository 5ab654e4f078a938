"""What looks odd in a text and yet is shown as it is: wrong decoding, Liquid that nothing renders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import Kind, Place
from ..frontmatter.dialects import Dialect
from ..late_patterns import late_pattern
from .plain_lines import plain_lines
from .shared_braces import are_of_macros, are_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..content.reading import Reading

_LIQUID = late_pattern(r"\{%-?\s*[\w-]+[^%\n]{0,60}%\}|\{\{[^}\n]{1,60}\}\}")
_LIQUID_HINT = 'run: pip install "mkdocs-blogposts[jekyll]"; if it is text, set `post_dialect: material`'
_NOT_ASCII = late_pattern(r"[^\x00-\x7f]+")


def has_liquid(text: str) -> bool:
    """Whether a text may have Liquid in it."""
    return "{%" in text or "{{" in text


def _is_bad(text: str) -> bool:
    if text.isascii():
        return False
    from .odd_neighbours import ODD  # noqa: PLC0415  # many sites have no such text

    if not ODD.search(text):
        return False
    from ftfy.badness import is_bad  # noqa: PLC0415  # takes as long as a hundred posts, and most sites need none of it

    return is_bad(text)


def tell_remarks(reading: Reading) -> None:
    """Tell, once for the whole text, what looks odd in it."""
    body = reading.head.body
    decoded = ((index, piece, f"it was probably meant to be '{meant}'") for index, piece, meant in mis_decoded(body))
    _tell(reading, Kind.MOJIBAKE, [*decoded], "was decoded with the wrong character set")
    is_left = not reading.reader.renders_liquid and reading.fields.values.get("render_with_liquid") is not False
    is_of_jekyll = reading.dialect is Dialect.JEKYLL and not braces_are_text(reading)
    if is_left and is_of_jekyll and has_liquid(body) and not _are_of_macros(reading):
        liquid = [(found.start(), found[0], _LIQUID_HINT) for found in _LIQUID.finditer(body)]
        _tell(reading, Kind.LIQUID, liquid, "is Liquid, which is not rendered")


def is_of_both(reading: Reading) -> bool:
    """Whether a text of Jekyll's dialect is one that Material's blog builds."""
    return reading.dialect is Dialect.JEKYLL and reading.has_materials_url


def braces_are_text(reading: Reading) -> bool:
    """Whether a text of Jekyll's dialect has no Liquid, but braces that Material's blog shows as they are."""
    return is_of_both(reading) and has_liquid(reading.head.body) and are_text(reading.head.body)


def _are_of_macros(reading: Reading) -> bool:
    return reading.reader.has_macros and are_of_macros(reading.head.body, reading.source.src_uri)


def _tell(reading: Reading, kind: Kind, found: list[tuple[int, str, str]], what: str) -> None:
    if not found:
        return
    index, text, hint = found[0]
    others = len(found) - 1
    more = f", here and in {others} more place{'' if others == 1 else 's'}" if others else ""
    place = Place.at(reading.head.body, index, reading.head.body_line)
    reading.refuse(kind, f"{kind}: '{text}' {what}{more}", place=place, hint=hint)


def mis_decoded(text: str) -> Iterator[tuple[int, str, str]]:
    """Each piece of a text that was decoded with the wrong character set: where it begins, and what was meant.

    What stands in code may be about just that, and is none of them.
    """
    if not _is_bad(text):
        return
    from ftfy import fix_encoding  # noqa: PLC0415

    for line in plain_lines(text):
        for piece in _NOT_ASCII.finditer(line.text) if _is_bad(line.text) else ():
            meant = fix_encoding(piece[0])
            if meant != piece[0] and not line.is_code(piece.start()):
                yield line.start + piece.start(), piece[0], meant
