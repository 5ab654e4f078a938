"""Talks of a calendar (`.ics`, RFC 5545)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from .export_values import in_zone, later, line_of, text_of, url_of
from .foreign_talk import Export, ExportRefused, ForeignTalk, Occasion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from .foreign_talk import Circumstances

_LINE = re.compile(r"(?P<name>[\w-]+)(?P<parameters>(?:;[\w-]+=(?:\"[^\"]*\"|[^;:\"]*))*):(?P<value>.*)", re.DOTALL)
_PARAMETER = re.compile(r";([\w-]+)=(?:\"([^\"]*)\"|([^;:\"]*))")
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?")
_LASTING = re.compile(r"P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})S)?)?")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_STATES = {"CANCELLED": "cancelled", "TENTATIVE": "proposed"}


@dataclass(slots=True)
class _Property:
    value: str
    zone: str = ""

    @property
    def text(self) -> str:
        return text_of(_ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value))


@dataclass(slots=True)
class _Event:
    line: int
    properties: dict[str, _Property] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What a property says; empty where there is none."""
        found = self.properties.get(name)
        return found.text if found else ""


def read_calendar(text: str, name: str, given: Circumstances) -> Export:
    """The events of a calendar as talks; of one that repeats, its first time."""
    if not text.lstrip("\ufeff").upper().startswith("BEGIN:VCALENDAR"):
        raise ExportRefused(f"{name}:1: it does not begin as a calendar")
    export = Export()
    for event in _events(text.removeprefix("\ufeff"), name, export):
        export.talks.append(_talk(event, f"{name}:{event.line}", given))
    return export


def _events(text: str, name: str, export: Export) -> Iterator[_Event]:
    """Each event with its properties, those of alarms in it aside."""
    event: _Event | None = None
    inner = ""
    for number, line in _unfolded(text):
        found = _LINE.fullmatch(line)
        if not found:
            if line.strip():
                export.odd.append(f"{name}:{number}: it is not a line of a calendar")
            continue
        key, value = found["name"].upper(), found["value"]
        if key == "BEGIN" and value.strip().upper() == "VEVENT":
            _tell_open(event, name, export)
            event = _Event(number)
            inner = ""
        elif event and key == "BEGIN":
            inner = inner or value.strip().upper()
        elif inner:
            inner = "" if key == "END" and value.strip().upper() == inner else inner
        elif event and key == "END":
            yield event
            event = None
        elif event:
            parameters = {each[1].upper(): each[2] or each[3] for each in _PARAMETER.finditer(found["parameters"])}
            event.properties.setdefault(key, _Property(value, parameters.get("TZID", "")))
    _tell_open(event, name, export)


def _tell_open(event: _Event | None, name: str, export: Export) -> None:
    if event:
        export.odd.append(f"{name}:{event.line}: the event that begins here has no end, so it is left out")


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its number; one that begins with a space goes on with that before it."""
    start, parts = 1, list[str]()
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if parts and line[:1] in (" ", "\t"):
            parts.append(line[1:])
        else:
            if parts:
                yield start, "".join(parts)
            start, parts = number, [line]
    yield start, "".join(parts)


def _talk(event: _Event, origin: str, given: Circumstances) -> ForeignTalk:
    doubts: list[str] = []
    start = _moment(event, "DTSTART", given.zone, doubts)
    end = _moment(event, "DTEND", given.zone, doubts) or _after(start, event.text("DURATION"))
    if isinstance(end, date) and not isinstance(end, datetime):
        # The day after its last one, as calendars have it.
        end = later(end, timedelta(days=-1))
    if "RRULE" in event.properties:
        doubts.append("it repeats: only its first time is taken")
    title = line_of(event.text("SUMMARY"))
    categories = event.properties.get("CATEGORIES")
    parts = re.split(r"(?<!\\),", categories.value) if categories else []
    return ForeignTalk(
        origin=origin,
        title=title,
        occasions=(Occasion(start=start, end=end if end != start else None),),
        event=given.event,
        location=given.location or line_of(event.text("LOCATION")),
        kind="" if given.event or given.location or event.text("LOCATION") else "Talk",
        status=_STATES.get(event.text("STATUS").upper(), ""),
        abstract=event.text("DESCRIPTION"),
        tags=tuple(filter(None, (line_of(_Property(part).text) for part in parts))),
        url=url_of(event.text("URL")),
        reason="" if title else "it has no title",
        doubts=tuple(doubts),
    )


def _moment(event: _Event, name: str, zone: tzinfo, doubts: list[str]) -> datetime | date | None:
    """The moment or day of a property; one that is none is told."""
    found = event.properties.get(name)
    if not found:
        return None
    parts = _MOMENT.fullmatch(found.value.strip())
    try:
        year, month, day = map(int, parts.groups()[:3]) if parts else (0, 0, 0)
        if parts and not parts[4]:
            return date(year, month, day)
        hour, minute = (int(parts[4]), int(parts[5])) if parts else (0, 0)
        own = UTC if parts and parts[7] else _zone(found.zone, zone, doubts)
        moment = datetime(year, month, day, hour, minute, tzinfo=own)
    except ValueError:
        doubts.append(f"{name}: '{line_of(found.value)[:40]}' is not a moment")
        return None
    return in_zone(moment, zone) if own is UTC else moment


def _zone(name: str, usual: tzinfo, doubts: list[str]) -> tzinfo:
    if not name:
        return usual
    try:
        return ZoneInfo(name.lstrip("/"))
    except (OSError, ValueError, LookupError):
        doubts.append(f"TZID: '{line_of(name)[:40]}' is not a time zone that is known here")
        return usual


def _after(start: datetime | date | None, lasting: str) -> datetime | date | None:
    found = _LASTING.fullmatch(lasting)
    if start is None or not found or not any(found.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return later(start, timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds))
