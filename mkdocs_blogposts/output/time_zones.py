"""Time zones as calendars have them: when clocks are changed, in the years that matter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DAY = timedelta(days=1)


def zone_lines(moments: Iterable[datetime]) -> Iterator[str]:
    """A `VTIMEZONE` for each zone with a name, from the first moment in it to the last."""
    by_zone: dict[str, list[datetime]] = {}
    for moment in moments:
        if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key != "UTC":
            by_zone.setdefault(moment.tzinfo.key, []).append(moment)
    for key in sorted(by_zone):
        found = by_zone[key]
        zone = ZoneInfo(key)
        yield "BEGIN:VTIMEZONE"
        yield f"TZID:{key}"
        first, last = min(found), max(found)
        start = datetime(first.year - 1, 1, 1, tzinfo=UTC)
        yield from _observance(start, start.astimezone(zone), start.astimezone(zone))
        for change in _changes(zone, start, start.replace(year=last.year + 1)):
            before, after = (change - timedelta(seconds=1)).astimezone(zone), change.astimezone(zone)
            yield from _observance(change, before, after)
        yield "END:VTIMEZONE"


def _observance(change: datetime, before: datetime, after: datetime) -> Iterator[str]:
    """What holds from a moment on; that is told in the time which held before it."""
    kind = "DAYLIGHT" if after.dst() else "STANDARD"
    local = change + (before.utcoffset() or timedelta())
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{local:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{before:%z}"
    yield f"TZOFFSETTO:{after:%z}"
    yield f"TZNAME:{after.tzname()}"
    yield f"END:{kind}"


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """Each moment at which the clocks of a zone are changed."""
    day = start
    while day < end:
        if _offset(day, zone) != _offset(day + _DAY, zone):
            yield _change_within(day, zone)
        day += _DAY


def _change_within(day: datetime, zone: ZoneInfo) -> datetime:
    """The first second of a day that has the offset of the next one."""
    low, high = 0, int(_DAY.total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        same = _offset(day + timedelta(seconds=middle), zone) == _offset(day, zone)
        low, high = (middle, high) if same else (low, middle)
    return day + timedelta(seconds=high)


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()
