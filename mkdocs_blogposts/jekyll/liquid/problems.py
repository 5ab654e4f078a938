"""What is wrong with the Liquid in a text, in plain words, with its place and the remedy."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from liquid.exceptions import (
    FilterArgumentError,
    LiquidError,
    LiquidSyntaxError,
    ResourceLimitError,
    UnknownFilterError,
)
from liquid.token import TOKEN_TAG

from ...frontmatter.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from liquid import Environment
    from liquid.token import Token

    from ...faults import Place

_UNKNOWN_HINT = (
    "if a plugin of Jekyll brings it, write it in Markdown or HTML; "
    "if it is text, put it between `{% raw %}` and `{% endraw %}`"
)
_FILTER_HINT = "if a plugin of Jekyll brings it, do without it: what it is to change stays as it is"
_LAX_HINT = "what can be read of it is shown, as in Jekyll; put text between `{% raw %}` and `{% endraw %}`"
_TEXT_HINT = "if it is meant as text, put it between `{% raw %}` and `{% endraw %}`"
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a text that keeps it from being rendered, or that does nothing."""

    message: str
    hint: str | None
    place: Place | None
    """Counted from the first line of the text."""
    include: str | None = None
    """Path of the include in which it is; `None` for the text itself."""


class TagError(LiquidError):
    """What one of our tags has to say, in words meant for users."""

    def __init__(self, message: str, *, hint: str | None = None, token: Token | None = None) -> None:
        super().__init__(message, token=token)
        self.hint = hint


def problem_of(error: LiquidError, source: str, environment: Environment, include: str | None = None) -> Problem:
    """What an error means for the author of `source`."""
    token = error.token if error.token and error.token.source == source else None
    message, hint = _words(error, environment)
    return Problem(message, hint, _place(token, source), include)


def grouped(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems, each told once with its first place, and with how many more there are."""
    groups: dict[tuple[str | None, str, str | None], list[Problem]] = {}
    for problem in dict.fromkeys(problems):
        groups.setdefault((problem.include, problem.message, problem.hint), []).append(problem)
    return tuple(
        replace(group[0], message=f"{group[0].message}{_elsewhere(len(group) - 1)}") for group in groups.values()
    )


def _elsewhere(others: int) -> str:
    return f", here and in {others} more place{'' if others == 1 else 's'}" if others else ""


def told_once(errors: Iterable[LiquidError]) -> Iterator[LiquidError]:
    """Errors without those that only say again, at the end of a block, that nobody knows it."""
    unknown: set[str] = set()
    for error in errors:
        name = _unknown_tag(error)
        if name is None or not name.startswith("end") or name.removeprefix("end") not in unknown:
            yield error
        if name is not None:
            unknown.add(name)


def can_be_read_otherwise(error: LiquidError) -> bool:
    """Whether an error is about an expression, of which Jekyll takes what it knows."""
    return isinstance(error, LiquidSyntaxError) and _unknown_tag(error) is None and str(error.message) not in _SAID


def not_quite_liquid(error: LiquidError) -> TagError:
    """What to tell of an expression that is shown all the same."""
    return TagError(f"this is not quite Liquid: {error.message}", hint=_LAX_HINT, token=error.token)


def _unknown_tag(error: LiquidError) -> str | None:
    """The tag that nobody knows, if that is the error."""
    message = str(error.message)
    return message.split("'")[1] if message.startswith("unexpected tag '") else None


def near(name: str, names: Iterable[str]) -> str | None:
    """A hint at the names that are like one that is not known."""
    found = difflib.get_close_matches(name, list(names), n=2, cutoff=_ALIKE)
    return f"did you mean {' or '.join(repr(each) for each in found)}?" if found else None


def _words(error: LiquidError, environment: Environment) -> tuple[str, str | None]:
    message = str(error.message)
    if isinstance(error, TagError):
        return message, error.hint
    if isinstance(error, ResourceLimitError):
        return f"this {_limit(message)}", "write it without so many loops, or leave some out"
    if isinstance(error, UnknownFilterError):
        return f"there is no filter '{message}'", near(message, environment.filters) or _FILTER_HINT
    if tag := _unknown_tag(error):
        return f"there is no tag '{tag}'", near(tag, environment.tags) or _UNKNOWN_HINT
    if isinstance(error, FilterArgumentError):
        return message, None
    return _SAID.get(message, f"this cannot be read: {message}"), _TEXT_HINT


_SAID: Mapping[str, str] = {
    "expected '}}', found end of file": "the '{{' that begins here is never closed",
    "missing tag name or closing delimiter": "the '{%' that begins here is never closed",
    "missing expression": "this says nothing",
}
"""What python-liquid says, in plain words."""


def _limit(message: str) -> str:
    """What asks for too much, as the end of a sentence that begins with `this`."""
    if "depth" in message or "nesting" in message:
        return "is nested too deeply, or includes itself"
    return message if message.startswith(("asks", "makes")) else "makes too much text"


def _place(token: Token | None, source: str) -> Place | None:
    if token is None or token.start_index < 0:
        return None
    index = token.start_index
    if token.kind == TOKEN_TAG:
        # The token begins with the name of the tag.
        index = max(source.rfind("{%", 0, index), 0)
    return Lines(source).place(index)
