"""Each time that a talk is given, as its front matter tells it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..faults import Kind, Level, shown
from ..frontmatter.keys import ADDRESS_KEYS, COORDINATE_KEYS, DELIVERY_KEYS
from ..frontmatter.unknown_keys import check_inner_keys
from .delivery import Delivery, TalkStatus, by_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..frontmatter.dates import Clock
    from ..frontmatter.fields import Fields
    from .reading import Reading

_HINT = "write `- {event: PyCon 2025, location: Prague, date: 2025-07-17}`"
_HOURS = re.compile(r"\d[T\s,]+(?!0?0:00(?::00)?\b)\d{1,2}:\d\d", re.IGNORECASE)
_SPELLINGS = {"canceled": TalkStatus.CANCELLED, "rescheduled": TalkStatus.POSTPONED, "confirmed": TalkStatus.ACCEPTED}
"""What others call what may have become of a talk."""
_ADDRESSES = ("event_url", "video_url", "slides_url")
_TOLD = (*_ADDRESSES, "date", "venue", "location", "address", "coordinates")
_FURTHEST = {"latitude": 90, "longitude": 180}


def take_deliveries(reading: Reading, own_date: datetime | None, status: TalkStatus | None) -> tuple[Delivery, ...]:
    """Each time that a talk is given: what its file says at the top, and each of `deliveries`."""
    fields = reading.fields
    own = _delivery(fields, reading, own_date, is_own=True)
    listed = tuple(_listed(fields, reading))
    # What stands at the top is one more of them, unless it repeats one.
    is_told = any(own.date == each.date for each in listed) if own.date and own.venue else _is_empty_beside(own, listed)
    found = listed if is_told else (own, *listed)
    inherited = None if status is TalkStatus.OFFERED else status
    return by_date(tuple(replace(each, status=each.status or inherited) for each in found))


def _is_empty_beside(own: Delivery, listed: tuple[Delivery, ...]) -> bool:
    """Whether the top of a file names no event, or one of those that are listed."""
    venues, urls = ({getattr(each, name) for each in listed} | {None} for name in ("venue", "event_url"))
    return bool(listed) and own.venue in venues and own.event_url in urls


def _listed(fields: Fields, reading: Reading) -> Iterator[Delivery]:
    found = fields.find("deliveries")
    if not found:
        return
    if not isinstance(found.value, list):
        fields.reject(found, "a list", hint=_HINT)
        return
    for item in fields.items(found):
        if isinstance(item.value, Mapping):
            within = fields.within(item, DELIVERY_KEYS)
            check_inner_keys(item, fields, DELIVERY_KEYS)
            yield _delivery(within, reading, within.take_date("date", _as_written(reading)), is_own=False)
        else:
            fields.reject(item, "an event with its date", hint=_HINT)


def _delivery(fields: Fields, reading: Reading, moment: datetime | None, *, is_own: bool) -> Delivery:
    given = [found for found in fields.find_all("date") if not isinstance(found.value, Mapping)]
    is_all_day = fields.take_flag("all_day")
    if is_all_day is None:
        is_all_day = not any(_has_hours(found.value) for found in given[:1])
    if moment and is_own and given and not is_all_day:
        # Jekyll's dialect has it in the site's zone, where nobody is to be at that hour.
        moment = fields.date_of(given[0], _as_written(reading)) or moment
    address, in_short = _take_address(fields)
    urls = {} if is_own else {name: fields.take_url(name) for name in _ADDRESSES}
    if is_own:
        urls["event_url"] = fields.take_url("event_url")
    found = {name: each for name in _TOLD if (each := fields.find(name))}
    return Delivery(
        date=moment,
        end=_take_end(fields, reading, moment),
        is_all_day=is_all_day,
        venue=fields.take_plain_line("venue"),
        location=fields.take_plain_line("location") or in_short,
        address=address,
        coordinates=_take_coordinates(fields),
        status=None if is_own else take_status(fields),
        path=fields.path,
        names={name: (each.name, each.place) for name, each in found.items()},
        **urls,
    )


def _as_written(reading: Reading) -> Clock:
    """The clock of a file that leaves each hour in the zone that it is written in."""
    return replace(reading.clock, keeps_offsets=True)


def _has_hours(value: Any) -> bool:
    """Whether a date of front matter has a time of day."""
    if isinstance(value, datetime):
        return (value.hour, value.minute, value.second) != (0, 0, 0)
    return isinstance(value, str) and _HOURS.search(value) is not None


def _take_end(fields: Fields, reading: Reading, start: datetime | None) -> datetime | None:
    """When it ends; a moment before its beginning is told, and left out."""
    found = fields.find("end")
    end = fields.date_of(found, _as_written(reading), level=Level.WARNING) if found else None
    if found and end and start and end < start:
        hint = "write a day that is not before that of `date`"
        fields.refuse(found, f"{shown(found.value, found.text)} is before the talk begins", kind=Kind.DATE, hint=hint)
        return None
    return end


def take_status(fields: Fields) -> TalkStatus | None:
    """What has become of a talk; a value that means something to somebody else is left to them."""
    found = fields.find("status")
    if not found or not isinstance(found.value, str):
        return None
    text = found.value.strip().casefold()
    if known := _SPELLINGS.get(text) or next((each for each in TalkStatus if each == text), None):
        return known
    if near := difflib.get_close_matches(text, [*TalkStatus, *_SPELLINGS], n=1, cutoff=0.75):
        told = f"{shown(found.value)} is not a status of a talk; did you mean '{near[0]}'?"
        fields.refuse(found, told, hint=f"write one of {', '.join(TalkStatus)}", level=Level.WARNING)
    return None


def _take_address(fields: Fields) -> tuple[str | None, str | None]:
    """An address on a single line; and only its city and country, for whoever is not on the way there."""
    found = fields.find("address")
    if not found or not isinstance(found.value, Mapping):
        return (fields.take_line("address"), None)
    own = fields.within(found, ADDRESS_KEYS)
    parts = {name: own.take_line(name) for name in ADDRESS_KEYS}
    city = " ".join(filter(None, (parts["postcode"], parts["city"])))
    whole = ", ".join(filter(None, (parts["street"], city, parts["region"], parts["country"])))
    return whole or None, ", ".join(filter(None, (parts["city"], parts["country"]))) or None


def _take_coordinates(fields: Fields) -> tuple[float, float] | None:
    """Latitude and longitude: a list, a text, or a mapping of both."""
    found = fields.find("coordinates")
    if not found:
        return None
    if isinstance(found.value, Mapping):
        own = fields.within(found, COORDINATE_KEYS)
        parts = [own.take_line(name) or "" for name in COORDINATE_KEYS]
    else:
        parts = list(map(str, found.value)) if isinstance(found.value, list) else found.text.split(",")
    try:
        latitude, longitude = map(float, parts)
    except ValueError:
        latitude = longitude = float("nan")
    if abs(latitude) <= _FURTHEST["latitude"] and abs(longitude) <= _FURTHEST["longitude"]:
        return latitude, longitude
    fields.reject(found, "a latitude and a longitude", hint=f"write `{found.name}: [50.08, 14.43]`")
    return None
