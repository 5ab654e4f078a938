"""Filters for numbers, as Ruby's Liquid has them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from liquid.builtin.filters import math

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .site_context import Context

_NUMBER = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)\s*")


def round_(_context: Context, value: Any, digits: Any = 0) -> Any:
    """A number with fewer digits; a half goes up, away from zero."""
    number = Decimal(str(_number(value)))
    wanted = int(_number(digits))
    rounded = number.quantize(Decimal(1).scaleb(-min(wanted, 15)), ROUND_HALF_UP) if abs(number) < 1e15 else number  # noqa: PLR2004
    return int(rounded) if wanted <= 0 else float(rounded)


def _number(value: Any) -> float:
    if isinstance(value, (int, float)):
        return value
    found = _NUMBER.match(value) if isinstance(value, str) else None
    return float(found[0]) if found else 0


def _of_numbers(change: Callable[..., Any]) -> Callable[..., Any]:
    def changed(_context: Context, value: Any, *others: Any) -> Any:
        return change(value, *others)

    return changed


FILTERS: Mapping[str, Callable[..., Any]] = {
    "abs": _of_numbers(math.abs_),
    "at_least": _of_numbers(math.at_least),
    "at_most": _of_numbers(math.at_most),
    "ceil": _of_numbers(math.ceil),
    "divided_by": _of_numbers(math.divided_by),
    "floor": _of_numbers(math.floor),
    "minus": _of_numbers(math.minus),
    "modulo": _of_numbers(math.modulo),
    "plus": _of_numbers(math.plus),
    "round": round_,
    "times": _of_numbers(math.times),
}
