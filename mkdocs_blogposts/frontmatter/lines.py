"""Where in a file a character of a text stands."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..faults import ContentError, Place

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
CONTROL = re.compile(f"[{_CONTROL}]")
"""A character that text may not hold."""
CONTROL_OR_BREAK = re.compile(f"[{_CONTROL}\t\n\r]")
"""A character that a path may not hold."""


class Lines:
    """Knows the place of each character of a text that is part of a file."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._text = text
        self._first_line = first_line
        self._end = len(text.rstrip())
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, index: int) -> Place:
        """The place of the character at `index`, or of the last one where `index` is behind the text."""
        index = min(index, self._end)
        row = bisect_right(self._starts, index) - 1
        return Place(self._first_line + row, index - self._starts[row] + 1)

    def line_at(self, index: int) -> str:
        """The whole line around `index`."""
        row = bisect_right(self._starts, min(index, self._end)) - 1
        return self._text[self._starts[row] :].split("\n", 1)[0]

    def refuse_control_characters(self) -> None:
        """Raise for the first character that neither YAML nor TOML may hold."""
        if found := CONTROL.search(self._text):
            raise ContentError(
                f"the control character U+{ord(found[0]):04X} is not allowed here",
                place=self.place(found.start()),
                hint="delete it",
            )
