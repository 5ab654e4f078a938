"""Values as Ruby writes them: in the text, for `inspect`, and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from liquid.builtin.expressions.primitive import Blank, Empty
from liquid.undefined import Undefined

from .drops import Drop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo

    from .budget import Budget

DEEPEST = 40
"""How deeply lists and mappings may be nested before the rest is left out."""

_ESCAPES = re.compile(r'["\\\x00-\x1f\x7f]|#(?=[{$@])')
_ESCAPED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\x1b": "\\e", '"': '\\"', "\\": "\\\\", "#": "\\#"}
_LARGEST_PLAIN = 1e16


class Moment(datetime):
    """A point in time that Liquid can compare and print as Ruby does."""

    def __liquid__(self) -> float:
        """What comparisons look at."""
        return self.timestamp()

    @classmethod
    def at(cls, moment: datetime, zone: tzinfo) -> Moment:
        """A moment on a clock; one without a zone is UTC, as in YAML."""
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return cls.fromtimestamp(aware.timestamp(), zone).replace(microsecond=aware.microsecond)


def with_moments(value: Any, zone: tzinfo) -> Any:
    """A value of YAML whose dates have become moments."""
    if isinstance(value, datetime):
        return Moment.at(value, zone)
    if isinstance(value, Mapping):
        return {key: with_moments(item, zone) for key, item in value.items()}
    if isinstance(value, list):
        return [with_moments(item, zone) for item in value]
    return value


def is_nil(value: Any) -> bool:
    """Whether a value is nothing, or the name of nothing."""
    return value is None or isinstance(value, Undefined)


def to_text(value: Any, budget: Budget) -> str:
    """A value as it is printed in a text."""
    return value if isinstance(value, str) else "".join(_printed(value, budget, 0))


def as_text(value: Any, budget: Budget) -> str:
    """A value as filters for texts see it: a list with its brackets."""
    return inspected(value, budget) if isinstance(value, (list, tuple)) else to_text(value, budget)


def _printed(value: Any, budget: Budget, depth: int) -> Iterator[str]:
    budget.spend(1)
    if isinstance(value, (list, tuple)) and depth < DEEPEST:
        for item in value:
            yield from _printed(item, budget, depth + 1)
    elif isinstance(value, Drop):
        yield ""
    elif isinstance(value, Mapping) and not isinstance(value, Undefined):
        yield inspected(value, budget)
    else:
        text = scalar(value)
        budget.check_length(len(text))
        yield text


def scalar(value: Any) -> str:
    """A value that has no parts as Ruby's `to_s` writes it."""
    return next((write(value) for kinds, write in _WRITTEN if isinstance(value, kinds)), str(value))


_WRITTEN: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    ((type(None), Undefined, Empty, Blank), lambda _: ""),
    (bool, lambda value: "true" if value else "false"),
    ((float, Decimal), lambda value: _number(float(value))),
    (range, lambda value: f"{value.start}..{value.stop - 1}"),
    (datetime, lambda value: value.strftime("%Y-%m-%d %H:%M:%S ") + (value.strftime("%z") or "UTC")),
    (date, date.isoformat),
)
"""Kinds of values that Ruby does not write as Python does."""


def _number(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124  # that is what NaN is
        return "NaN" if value != value else ("Infinity" if value > 0 else "-Infinity")  # noqa: PLR0124
    text = repr(value)
    if "e" not in text and abs(value) >= _LARGEST_PLAIN:
        text = f"{value:e}"
    mantissa, sign, exponent = text.partition("e")
    return f"{mantissa if '.' in mantissa else f'{mantissa}.0'}e{exponent}" if sign else text


def inspected(value: Any, budget: Budget) -> str:
    """A value as Ruby's `inspect` writes it."""
    return "".join(_inspected(value, budget, 0))


def _inspected(value: Any, budget: Budget, depth: int) -> Iterator[str]:
    budget.spend(1)
    if depth > DEEPEST:
        yield "..."
    elif isinstance(value, (list, tuple)):
        yield "["
        for number, item in enumerate(value):
            yield ", " if number else ""
            yield from _inspected(item, budget, depth + 1)
        yield "]"
    elif isinstance(value, Mapping) and not isinstance(value, Undefined):
        yield "{"
        for number, (key, item) in enumerate(value.items()):
            yield ", " if number else ""
            yield from _inspected(key, budget, depth + 1)
            yield "=>"
            yield from _inspected(item, budget, depth + 1)
        yield "}"
    elif isinstance(value, str):
        budget.check_length(len(value))
        budget.spend(len(value) // 4)  # to look at each sign
        yield '"' + _ESCAPES.sub(lambda found: _ESCAPED.get(found[0], f"\\x{ord(found[0]):02X}"), value) + '"'
    else:
        yield "nil" if is_nil(value) else scalar(value)


def as_json(value: Any, budget: Budget) -> str:
    """A value as JSON."""
    return json.dumps(_for_json(value, budget, 0), ensure_ascii=False, separators=(",", ":"))


def _for_json(value: Any, budget: Budget, depth: int) -> Any:
    budget.spend(1)
    if depth > DEEPEST:
        return None
    if isinstance(value, (list, tuple, range)):
        return [_for_json(item, budget, depth + 1) for item in value]
    if isinstance(value, Mapping) and not isinstance(value, Undefined):
        return {scalar(key): _for_json(item, budget, depth + 1) for key, item in value.items()}
    if isinstance(value, str):
        budget.check_length(len(value))
        return str(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return None if is_nil(value) else scalar(value)
