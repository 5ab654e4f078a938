"""Events of a schedule of frab's kind, which pretalx exports as well: as XML and as JSON they say the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ...faults import ContentError
from .export_values import doubtful, end_after, later, line_of, moment_of
from .foreign_talk import ForeignTalk, Occasion

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from .foreign_talk import Circumstances, ForeignLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """What a schedule says of its event."""

    title: str
    location: str
    zone: tzinfo
    day_change: time
    base_url: str

    @classmethod
    def of(cls, values: dict[str, str], base_url: str, given: Circumstances) -> Conference:
        """The event with these values, those aside that whoever imports it has given."""
        place = ", ".join(filter(None, (values.get("city"), values.get("country"))))
        return cls(
            title=given.event or line_of(values.get("title")),
            location=given.location or place or line_of(values.get("venue")),
            zone=_zone_of(values.get("time_zone_name", ""), given.zone),
            day_change=_day_change(values.get("day_change", "")),
            base_url=base_url,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FrabEvent:
    """An event of it, as text."""

    origin: str
    values: dict[str, str]
    day: str
    """The day below which it stands."""
    speakers: tuple[str, ...]
    slides: str
    video: str
    links: tuple[ForeignLink, ...]
    url: str


def talk_of(event: FrabEvent, conference: Conference) -> ForeignTalk:
    """The talk that an event is."""
    values = event.values
    doubts: list[str] = []
    start: datetime | date | None = None
    try:
        start = _start(values, event.day, conference)
    except ContentError as error:
        doubts.append(doubtful("date" if values.get("date") else "start", error))
    title = line_of(values.get("title"))
    subtitle = line_of(values.get("subtitle"))
    return ForeignTalk(
        origin=event.origin,
        title=f"{title}: {subtitle}" if title and subtitle else title or subtitle,
        occasions=(
            Occasion(
                start=start,
                end=end_after(start, line_of(values.get("duration"))),
                room=line_of(values.get("room")),
            ),
        ),
        event=conference.title,
        location=conference.location,
        kind=line_of(values.get("type")),
        language=line_of(values.get("language")),
        speakers=event.speakers,
        abstract=values.get("abstract", ""),
        description=values.get("description", ""),
        tags=tuple(filter(None, (line_of(values.get("track")),))),
        url=event.url,
        slides=event.slides,
        video=event.video,
        links=event.links,
        reason="" if title or subtitle else "it has no title",
        doubts=tuple(doubts),
    )


def _start(values: dict[str, str], day: str, conference: Conference) -> datetime | date | None:
    """When an event begins: as its own date says, or at an hour of its day, which may be early on the next."""
    if values.get("date"):
        return moment_of(values["date"], conference.zone)
    hour = line_of(values.get("start"))
    start = moment_of(f"{day} {hour}".strip(), conference.zone)
    is_late = isinstance(start, datetime) and start.time() < conference.day_change
    return later(start, timedelta(days=1)) if start and is_late else start


def _day_change(text: str) -> time:
    try:
        return time.fromisoformat(text.strip())
    except ValueError:
        return time()


def _zone_of(name: str, usual: tzinfo) -> tzinfo:
    try:
        return ZoneInfo(name.strip())
    except (OSError, ValueError, LookupError):
        return usual
