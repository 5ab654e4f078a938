"""Changes in single places of a file, all of which but these stays as it is, byte for byte."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BOM = "\ufeff"
_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A piece of a text, and what is to stand in its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Manuscript:
    """A file that is UTF-8, as it is and as whoever reads it has it."""

    content: bytes

    @cached_property
    def text(self) -> str:
        """The text without a byte order mark and with one kind of line ends; edits count in it."""
        return self._raw.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The file with some changes, the first of those that overlap."""
        raw, pieces, done = self._raw, [], 0
        for edit in sorted(set(edits)):
            start, end = self._in_raw(edit.start), self._in_raw(edit.end)
            if start >= done:
                pieces += [raw[done:start], edit.text]
                done = end
        return "".join([*pieces, raw[done:]]).encode()

    @cached_property
    def _raw(self) -> str:
        return self.content.decode("utf-8")

    @cached_property
    def _ends(self) -> list[int]:
        """Where in the text lines end that have two characters for it in the file."""
        after_mark = self._raw.removeprefix(_BOM)
        return [found.start() - number for number, found in enumerate(re.finditer("\r\n", after_mark))]

    def _in_raw(self, index: int) -> int:
        return index + bisect_left(self._ends, index) + self._raw.startswith(_BOM)


def diff_of(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """What changes in a file, line by line, as `diff -u` has it."""
    old, new = (_LINE_END.split(content.decode("utf-8")) for content in (before, after))
    yield from difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", lineterm="", n=1)
