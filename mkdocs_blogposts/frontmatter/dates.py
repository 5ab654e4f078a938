"""Dates as people write them, as aware datetimes in the site's time zone. Nothing is ever guessed from today."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..faults import ContentError, shown
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

HINT = "write it as 2025-07-01, or 2025-07-01 09:30:00 +02:00"
"""What to tell whoever has written a date that is none."""

_MAX_LENGTH = 80

_ISO_LIKE = late_pattern(
    r"""
    (?P<year>\d{4}|\d{2}(?=-)) (?P<between>[-./]) (?P<month>\d{1,2}) (?P=between) (?P<day>\d{1,2})
    (?:
        (?:[Tt]|\s+|\s*,\s*)
        (?P<hour>\d{1,2}) : (?P<minute>\d{1,2})
        (?: :{1,2} (?P<second>\d{1,2}) (?:[.,](?P<fraction>\d+))? )?
        (?: \s* (?P<half>[AaPp])\.?[Mm]\.? )?
        (?: \s+ (?P=year) (?!\d) )?
        \s* (?P<zone>[Zz]|[+-][\d:]+|[A-Za-z][A-Za-z_/+-]*(?:[+-][\d:]+)?)?
    )?
    """,
    re.VERBOSE,
)
_COMPACT = late_pattern(r"(\d{4})(\d{2})(\d{2})")
_YEAR_FIRST = late_pattern(r"\d{4}[-./]?\d")
_ASIDE = late_pattern(r"\s*\([^()]*\)\s*$")
_OFFSET = late_pattern(r"(?:UTC|GMT)?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?", re.IGNORECASE)

_ZONES = {
    "Z": 0, "UTC": 0, "UT": 0, "GMT": 0, "WET": 0,
    "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1,
    "CEST": 2, "MESZ": 2, "EET": 2, "SAST": 2,
    "EEST": 3, "MSK": 3,
    "SGT": 8, "HKT": 8, "AWST": 8,
    "JST": 9, "KST": 9, "ACST": 9.5,
    "AEST": 10, "ACDT": 10.5, "AEDT": 11,
    "NZST": 12, "NZDT": 13,
    "BRT": -3, "NST": -3.5, "NDT": -2.5, "AST": -4, "ADT": -3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
"""Hours ahead of UTC. Names that stand for several zones (`IST`) are left out."""

_DAY_FIRST = late_pattern(
    r"(?P<day>\d{1,2})(?P<between>[-./])(?P<month>0?[1-9]|1[0-2])(?P=between)(?P<year>\d{4})(?!\d)"
)
_FIRST_OF_RANGE = late_pattern(r"(\d{4}-\d{1,2}-\d{1,2})\s*[^\s\w:.,+]\s*\d{4}-\d{1,2}-\d{1,2}\b.*", re.DOTALL)
_DAY = late_pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COLON_BEFORE_HOUR = late_pattern(r"(?<=\d[Tt]):(?=\d)")
_MOST_IN_FEBRUARY, _MOST = 28, 31
_END_OF_DAY = 24
_HOUR_OF_THREE = late_pattern(r"(?<=\d[Tt ])0(?=\d\d:)")
_DAY_OF_WEEK = late_pattern(r"(?<![\w/])(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*", re.IGNORECASE)
_MONTH = late_pattern(r"(?<![\w/])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[^\W\d_]*", re.IGNORECASE)
_HALF_OF_DAY = late_pattern(r"(?<![\d:])\d{1,2}(?=(?::\d{2}){1,2}\s*[ap]\.?m\b)", re.IGNORECASE)
_QUOTES = " \t\n\"'`,;\u2018\u2019\u201c\u201d"
_RUBYS_ZONES = frozenset(["Z", "UTC", "UT", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"])
_ZONE_NAME = late_pattern(rf"\b(?:{'|'.join(sorted(_ZONES, key=len, reverse=True))})\b")

# They differ in year, month, day and day of the week: what a text leaves out comes out different.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2003, 12, 28))  # noqa: DTZ001


def day_of_ruby(year: int, month: int, day: int) -> date:
    """The day of these numbers; to Ruby, 30 February is 1 or 2 March. A `ValueError` where there is none."""
    if _MOST_IN_FEBRUARY < day <= _MOST:
        return date(year, month, 1) + timedelta(day - 1)
    return date(year, month, day)


def _rolled_over(found: re.Match[str]) -> str:
    try:
        return day_of_ruby(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except (ValueError, OverflowError):
        return found[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """How a site and a dialect understand dates."""

    zone: tzinfo
    """Where dates without a time zone are meant, and where all dates are told that do not keep their own."""
    bare_datetimes_are_utc: bool = False
    """Whether a datetime of YAML without a zone is UTC, as in Jekyll."""
    keeps_offsets: bool = False
    """Whether a date with an offset of its own is told as it is written, as in Material's blog."""

    def read(self, value: Any) -> datetime:
        """The moment that a value of front matter names; a `ContentError` where it names none."""
        try:
            return self._localise(self._moment(value))
        except (ValueError, OverflowError) as error:
            raise not_a_date(value) from error

    def midnight(self, day: date) -> datetime:
        """The beginning of a day on this clock."""
        return self._localise(datetime(day.year, day.month, day.day))  # noqa: DTZ001

    def _moment(self, value: Any) -> datetime:
        if isinstance(value, datetime):
            is_utc = value.tzinfo is None and self.bare_datetimes_are_utc
            return value.replace(tzinfo=UTC) if is_utc else value
        if isinstance(value, date):
            return datetime(value.year, value.month, value.day)  # noqa: DTZ001
        if isinstance(value, str) and len(value) <= _MAX_LENGTH:
            return _read_text(self._as_jekyll(value) if self.bare_datetimes_are_utc else value)
        if isinstance(value, int) and not isinstance(value, bool) and len(str(value)) == len("20250701"):
            return _read_text(str(value))
        raise not_a_date(value)

    def _as_jekyll(self, text: str) -> str:
        """A date as Ruby takes it: the day before the month, the first of several, and of zones only those it knows.

        Of the day of the week and of the month, the first three letters count, and 18:30 am is half past six.
        """
        years = (datetime(2024, month, 1, tzinfo=self.zone) for month in (1, 7))
        own = {moment.tzname() for moment in years}
        text = _HALF_OF_DAY.sub(lambda hour: f"{int(hour[0]) % 12 or 12:02}", text)
        text = _MONTH.sub(r"\1", _DAY_OF_WEEK.sub(" ", text)).strip()
        text = _DAY_FIRST.sub(r"\g<year>-\g<month>-\g<day>", text.strip(_QUOTES))
        text = _COLON_BEFORE_HOUR.sub("", _DAY.sub(_rolled_over, text, count=1))
        text = _HOUR_OF_THREE.sub("", _FIRST_OF_RANGE.sub(r"\1", text))
        return _ZONE_NAME.sub(lambda name: name[0] if name[0] in _RUBYS_ZONES or name[0] in own else "", text)

    def _localise(self, moment: datetime) -> datetime:
        if moment.tzinfo and self.keeps_offsets:
            return moment
        moment = moment if moment.tzinfo else moment.replace(tzinfo=self.zone)
        # By way of UTC, so that a time which the change to summer time skips becomes one that exists.
        return moment.astimezone(UTC).astimezone(self.zone)


def not_a_date(value: Any) -> ContentError:
    """What to tell the author of something that is no date."""
    return ContentError(f"{shown(value)} is not a date", hint=HINT)


def _read_text(text: str) -> datetime:
    """The moment that a text names, without a zone where it has none."""
    told = _ASIDE.sub("", text).strip()
    if compact := _COMPACT.fullmatch(told):
        told = "-".join(compact.groups())
    if iso := _ISO_LIKE.fullmatch(told):
        return _read_iso(iso)
    if _YEAR_FIRST.match(told):
        raise not_a_date(text)
    return _read_words(told)


def _read_iso(iso: re.Match[str]) -> datetime:
    year = int(iso["year"])
    if len(iso["year"]) == len("25"):
        year = full_year(year)
    hour, minute, second = _hour(iso), int(iso["minute"] or 0), int(iso["second"] or 0)
    is_end_of_day = hour == _END_OF_DAY and not (minute or second)
    moment = datetime(  # noqa: DTZ001
        year,
        int(iso["month"]),
        int(iso["day"]),
        0 if is_end_of_day else hour,
        minute,
        second,
        int((iso["fraction"] or "0")[:6].ljust(6, "0")),
    )
    moment += timedelta(days=is_end_of_day)
    return moment.replace(tzinfo=_zone(iso["zone"])) if iso["zone"] else moment


def _hour(iso: re.Match[str]) -> int:
    hour = int(iso["hour"] or 0)
    if not iso["half"]:
        return hour
    if not 1 <= hour <= 12:  # noqa: PLR2004
        raise not_a_date(iso[0])
    return hour % 12 + (12 if iso["half"] in "Pp" else 0)


def full_year(year: int) -> int:
    """The year that two digits stand for, as Ruby takes them: 69 to 99 lie in the last century."""
    return year + (1900 if year >= 69 else 2000)  # noqa: PLR2004


def _read_words(text: str) -> datetime:
    readings = {
        _read_loosely(text, default, day_first=day_first) for default in _DEFAULTS for day_first in (False, True)
    }
    if len(readings) == 1:
        return readings.pop()
    # Read alike with either default, but not with either order of day and month.
    by_order = {_read_loosely(text, _DEFAULTS[0], day_first=order) for order in (False, True)}
    if len(readings) == len(by_order) == 2:  # noqa: PLR2004
        first, second = (f"{reading:%Y-%m-%d}" for reading in sorted(by_order, key=str, reverse=True))
        raise ContentError(f"{shown(text)} can be read in two ways", hint=f"write it as {first}, or as {second}")
    raise ValueError(text)


def _read_loosely(text: str, default: datetime, *, day_first: bool) -> datetime:
    from dateutil import parser  # noqa: PLC0415  # dates are hardly ever written in words

    try:
        return parser.parse(text, default=default, dayfirst=day_first, tzinfos=_zone_of)
    except (TypeError, AttributeError, ArithmeticError, LookupError) as error:
        raise ValueError(text) from error


def _zone_of(name: str | None, offset: int | None) -> tzinfo | None:
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    return _zone(name) if name else None


def _zone(name: str) -> tzinfo | None:
    """The zone that a name or an offset stands for; `None` for an offset that cannot be, as Jekyll drops it."""
    if offset := _OFFSET.fullmatch(name):
        ahead = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        if ahead <= timedelta(hours=15):
            return timezone(ahead if offset["sign"] == "+" else -ahead)
    if name[0] in "+-":
        return None
    if name.upper() in _ZONES:
        return timezone(timedelta(hours=_ZONES[name.upper()]))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:
        raise ContentError(
            f"'{name}' is not a time zone that is known here", hint="write it as an offset from UTC: +02:00"
        ) from error
