"""Tables on a terminal, and in a pipe."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "  "
_LEAST = 12
"""Columns of the screen below which no text is cut."""


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, narrow: int) -> Iterator[str]:
    """The lines of a table; the column `narrow` is cut where a terminal has no room for it, never in a pipe."""
    if not rows:
        return
    rows = [[_on_one_line(cell) for cell in row] for row in rows]
    is_terminal = sys.stdout.isatty()
    told = [heads, *rows] if is_terminal else rows
    widths = [max(_width(row[column]) for row in told) for column in range(len(heads))]
    if is_terminal:
        spare = shutil.get_terminal_size().columns - sum(widths) - len(_GAP) * (len(widths) - 1)
        widths[narrow] = max(min(widths[narrow], widths[narrow] + spare), min(widths[narrow], _LEAST))
        yield click.style(_line(heads, widths), bold=True)
    for row in rows:
        yield _line(row, widths)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(_fitted(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _fitted(text: str, width: int) -> str:
    if _width(text) > width:
        while _width(text) >= width:
            text = text[:-1]
        text += "…"
    return text + " " * (width - _width(text))


def _on_one_line(text: str) -> str:
    """A text without line breaks and without what a terminal would take for a command."""
    return "".join(character if character.isprintable() else " " for character in text)


def _width(text: str) -> int:
    """How many columns of a screen a text takes."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)
