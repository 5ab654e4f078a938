"""The lines of a text that are no code, for whoever looks for what was not meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = late_pattern(r"[ \t>*+-]*(?P<marks>`{3,}|~{3,})")
_CODE_SPAN = late_pattern(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line of a text outside of fences."""

    text: str
    start: int
    """Where it begins in the text."""

    def is_code(self, index: int) -> bool:
        """Whether a character of the line stands in a span of code."""
        return any(span.start() < index < span.end() for span in _CODE_SPAN.finditer(self.text))


def plain_lines(text: str) -> Iterator[PlainLine]:
    """The lines of a text but for fences of code."""
    fence, start = "", 0
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            fence = "" if found and found["marks"].startswith(fence) else fence
        elif found:
            fence = found["marks"]
        else:
            yield PlainLine(line, start)
        start += len(line) + 1
