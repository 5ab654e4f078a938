"""Texts of strangers on a terminal, which takes some signs for commands."""

from __future__ import annotations

from .late_patterns import late_pattern

COMMANDS = late_pattern("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a terminal, ends a line, turns the direction of what follows, or is no character at all."""
_CONTINUED = late_pattern(r"\n(?= {4})")
"""Where a message goes on with its next line."""


def on_one_line(text: str) -> str:
    """A text that is one line wherever it is shown, with each sign that would be obeyed as Python writes it."""
    return COMMANDS.sub(lambda sign: sign[0].encode("unicode_escape").decode(), text)


def as_message(text: str) -> str:
    """The same for a message, whose further lines are indented."""
    return "\n".join(map(on_one_line, _CONTINUED.split(text)))
