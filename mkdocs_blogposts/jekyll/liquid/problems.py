"""What is wrong with the Liquid in a text, in plain words, with its place and the remedy."""

from __future__ import annotations

import difflib
from dataclasses import replace
from functools import lru_cache
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
from ...light_dataclasses import dataclass
from .lexer import NO_NAME, OPEN_BRACES, OPEN_RAW, OPEN_TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from liquid import Environment
    from liquid.token import Token

    from ...faults import Place

_FILTER_HINT = "if a plugin of Jekyll brings it, do without it: what it is to change stays as it is"
_UNKNOWN_HINT = "Jekyll passes over it as well: what it is to change stays as it is"
_LAX_HINT = "what can be read of it is shown, as in Jekyll; put text between `{% raw %}` and `{% endraw %}`"
_TEXT_HINT = "if it is meant as text, put it between `{% raw %}` and `{% endraw %}`"
_RAW_HINT = "put `{% endraw %}` where it ends"
_ALIKE = 0.6

_JEKYLLS_FILTERS = ("sassify", "scssify")
"""Those of Jekyll's that we do not have."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a text that keeps it from being rendered, or that does nothing."""

    message: str
    hint: str | None
    place: Place | None
    """Counted from the first line of the text."""
    include: str | None = None
    """Path of the include in which it is; `None` for the text itself."""
    is_of_plugin: bool = False
    """Whether it is a tag of a plugin that we do not have; a site is told once of each."""
    is_of_filter: bool = False
    """Whether it is a filter that neither Jekyll has nor we have."""
    is_shown: bool = False
    """Whether what is shown is what Jekyll shows."""
    places: int = 1
    """In how many places it is; `place` is the first."""

    @property
    def hint_without_plugins(self) -> str | None:
        """The hint on a site that has no plugins to bring a filter."""
        return _UNKNOWN_HINT if self.hint == _FILTER_HINT else self.hint

    @property
    def told(self) -> str:
        """The message, with how many more places there are."""
        others = self.places - 1
        elsewhere = f", here and in {others} more place{'' if others == 1 else 's'}" if others else ""
        return f"{self.message}{elsewhere}"


class TagError(LiquidError):
    """What one of our tags has to say, in words meant for users."""

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        token: Token | None = None,
        is_of_plugin: bool = False,
        is_shown: bool = False,
    ) -> None:
        super().__init__(message, token=token)
        self.hint = hint
        self.is_of_plugin = is_of_plugin
        self.is_shown = is_shown


def problem_of(error: LiquidError, source: str, environment: Environment, include: str | None = None) -> Problem:
    """What an error means for the author of `source`."""
    token = error.token if error.token and error.token.source == source else None
    message, hint = _words(error, environment)
    return Problem(
        message,
        hint,
        _place(token, source),
        include,
        is_of_plugin=isinstance(error, TagError) and error.is_of_plugin,
        is_of_filter=isinstance(error, UnknownFilterError) and str(error.message) not in _JEKYLLS_FILTERS,
        is_shown=isinstance(error, TagError) and error.is_shown,
    )


def grouped(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems, each told once with its first place, and with how many more there are."""
    groups: dict[tuple[str | None, str, str | None], list[Problem]] = {}
    for problem in dict.fromkeys(problems):
        groups.setdefault((problem.include, problem.message, problem.hint), []).append(problem)
    return tuple(replace(group[0], places=sum(problem.places for problem in group)) for group in groups.values())


def can_be_read_otherwise(error: LiquidError) -> bool:
    """Whether an error is about an expression, of which Jekyll takes what it knows."""
    return isinstance(error, LiquidSyntaxError) and str(error.message) not in _SAID


def not_quite_liquid(error: LiquidError) -> TagError:
    """What to tell of an expression that is shown all the same."""
    return TagError(f"this is not quite Liquid: {error.message}", hint=_LAX_HINT, token=error.token, is_shown=True)


def near(name: str, names: Iterable[str]) -> str | None:
    """A hint at the names that are like one that is not known."""
    return _near(name, tuple(names))


@lru_cache(maxsize=256)
def _near(name: str, names: tuple[str, ...]) -> str | None:
    found = difflib.get_close_matches(name, names, n=2, cutoff=_ALIKE)
    return f"did you mean {' or '.join(repr(each) for each in found)}?" if found else None


def _words(error: LiquidError, environment: Environment) -> tuple[str, str | None]:
    message = str(error.message)
    if isinstance(error, TagError):
        return message, error.hint
    if isinstance(error, ResourceLimitError):
        return f"this {_limit(message)}", "write it without so many loops, or leave some out"
    if isinstance(error, UnknownFilterError):
        return f"there is no filter '{message}'", near(message, environment.filters) or _FILTER_HINT
    if isinstance(error, FilterArgumentError):
        return message, None
    hint = _RAW_HINT if message == OPEN_RAW else _TEXT_HINT
    return _SAID.get(message, f"this cannot be read: {message}"), hint


_SAID: Mapping[str, str] = {
    OPEN_BRACES: OPEN_BRACES,
    OPEN_TAG: OPEN_TAG,
    OPEN_RAW: OPEN_RAW,
    NO_NAME: NO_NAME,
    "missing expression": "this says nothing",
}
"""What is said of what cannot be read otherwise, in plain words."""


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
    return _lines(source).place(index)


@lru_cache(maxsize=4)
def _lines(source: str) -> Lines:
    return Lines(source)
