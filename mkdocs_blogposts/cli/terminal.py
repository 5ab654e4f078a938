"""What commands say on a terminal, and in a pipe: lines, tables and JSON. Nothing of what they quote is obeyed."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import click

from ..shown_texts import COMMANDS, as_message, on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "  "
_LEAST = 12
"""Columns of the screen below which no text is cut."""


def tell(message: str, *, err: bool = False, fg: str | None = None) -> None:
    """Say something, whose further lines are indented, in a colour where there are colours."""
    text = as_message(message)
    click.echo(click.style(text, fg=fg) if fg else text, err=err)


def tell_json(text: str) -> None:
    """Give out JSON that is no less JSON on a terminal."""
    click.echo("\n".join(map(_as_json, text.split("\n"))))


def tell_values(values: Any) -> None:
    """Give out values as JSON."""
    tell_json(json.dumps(values, ensure_ascii=False, indent=2))


def tell_table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, narrow: int) -> None:
    """Show a table; the column `narrow` is cut where a terminal has no room for it, never in a pipe."""
    for line in _table(heads, rows, narrow=narrow):
        click.echo(line)


def _as_json(line: str) -> str:
    """A line of JSON that has what a terminal would obey as JSON may have it: ESC by its number."""
    return COMMANDS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, narrow: int) -> Iterator[str]:
    """The lines of a table; the column `narrow` is cut where a terminal has no room for it, never in a pipe."""
    if not rows:
        return
    rows = [[on_one_line(cell.replace("\t", " ")) for cell in row] for row in rows]
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


def _width(text: str) -> int:
    """How many columns of a screen a text takes."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)
