"""Spans of time as people write them: `2 years`, `18 months`, `1 year 6 months`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import ContentError, shown
from ..late_patterns import late_pattern

if TYPE_CHECKING:
    from datetime import datetime

    from dateutil.relativedelta import relativedelta

HINT = "write it as 2 years, 18 months or 90 days"
"""What to tell whoever has written a span that is none."""

_PART = late_pattern(r"(?P<number>\d{1,5})\s*(?P<unit>year|month|week|day)s?(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*)")


def read_span(value: object) -> relativedelta:
    """The span that a value names; a `ContentError` where it names none."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  # most sites name no span

    text = value.strip().lower() if isinstance(value, str) else ""
    parts = [*_PART.finditer(text)]
    if not parts or "".join(part[0] for part in parts) != text:
        raise ContentError(f"{shown(value)} is not a span of time", hint=HINT)
    span = relativedelta()
    for part in parts:
        span += relativedelta(**{f"{part['unit']}s": int(part["number"])})  # type: ignore[arg-type]
    return span


def end_of(span: relativedelta, begin: datetime) -> datetime | None:
    """When a span is over; `None` where that lies beyond what dates can tell."""
    try:
        return begin + span
    except (ValueError, OverflowError):
        return None
