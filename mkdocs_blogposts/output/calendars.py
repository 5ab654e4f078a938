"""Calendars of talks, as RFC 5545 has them; by hand, since to import icalendar takes a quarter of a second."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ..content.delivery import TalkStatus
from ..html.page_urls import site_root
from ..jekyll.slugs import plain_slug
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from ..pages.made_files import fill
from ..placement.calendar_files import CalendarFiles, is_in_calendar
from .feed_values import GENERATOR
from .time_zones import zone_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..cards.card_maker import CardMaker
    from ..content.delivery import Delivery
    from ..content.models import Talk

_LONGEST_LINE = 75
"""Bytes of a line of a calendar; what is longer goes on in the next one."""
_ESCAPED = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))
_NO_TEXT = late_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What no line of a calendar may hold, or what some readers end a line at."""
_STATUS = {TalkStatus.CANCELLED: "CANCELLED", TalkStatus.POSTPONED: "TENTATIVE"}
"""What a calendar calls what has become of a talk; all others are certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendars:
    """Writes the calendars of one blog."""

    files: CalendarFiles
    cards: CardMaker
    name: str
    """What the calendar of all talks is called."""

    def write(self, talks: Sequence[Talk]) -> None:
        """Fill the files of all calendars."""
        config = self.cards.writer.config
        shown = [talk for talk in talks if is_in_calendar(talk)]
        entries = {talk.src_uri: list(self._entries(talk)) for talk in shown}
        if self.files.of_all:
            every = [entry for talk in shown for entry in entries[talk.src_uri]]
            fill(self.files.of_all, self._calendar(_apart(every), name=self.name), config)
        for talk in shown:
            if file := self.files.of_talks.get(talk.src_uri):
                coming = [entry for entry in entries[talk.src_uri] if entry.delivery.is_coming(self.cards.now)]
                fill(file, self._calendar(_apart(coming)), config)

    def _entries(self, talk: Talk) -> Iterator[_Entry]:
        rendered = self.cards.rendered[talk.src_uri]
        root = site_root(self.cards.writer.config.site_url)
        url = f"{root}{self.cards.articles[talk.src_uri].url.removeprefix('./')}" if root else None
        for delivery in talk.deliveries:
            if delivery.date and delivery.is_certain:
                yield _Entry(
                    uid=_uid(talk, delivery),
                    host=urlsplit(root).hostname or GENERATOR,
                    start=delivery.date,
                    title=rendered.title_text,
                    text=rendered.description,
                    url=url,
                    tags=talk.tags,
                    delivery=delivery,
                )

    def _calendar(self, entries: Sequence[_Entry], *, name: str | None = None) -> bytes:
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{GENERATOR}//EN", "CALSCALE:GREGORIAN"]
        if name:
            lines.append(f"X-WR-CALNAME:{as_text(name)}")
        lines += zone_lines(moment for entry in entries for moment in entry.moments)
        for entry in entries:
            lines += entry.lines()
        lines.append("END:VCALENDAR")
        return "".join(f"{folded(line)}\r\n" for line in lines).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One time that a talk is given, as calendars have it."""

    uid: str
    host: str
    start: datetime
    title: str
    text: str
    url: str | None
    tags: tuple[str, ...]
    delivery: Delivery

    @property
    def moments(self) -> Iterator[datetime]:
        """The moments that need a zone."""
        if not self.delivery.is_all_day:
            yield self.start
            yield self.delivery.end or self.start

    def lines(self) -> Iterator[str]:
        delivery = self.delivery
        yield "BEGIN:VEVENT"
        yield f"UID:{as_text(self.uid)}@{self.host}"
        # When it was written nobody knows; the same site is to give the same bytes at all times.
        yield f"DTSTAMP:{self.start.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        if delivery.is_all_day:
            last = (delivery.end or self.start).date() + timedelta(days=1)
            yield f"DTSTART;VALUE=DATE:{self.start:%Y%m%d}"
            yield f"DTEND;VALUE=DATE:{last:%Y%m%d}"
        else:
            yield f"DTSTART{_moment(self.start)}"
            if delivery.end:
                yield f"DTEND{_moment(delivery.end)}"
        yield f"SUMMARY:{as_text(self.title)}"
        if where := ", ".join(filter(None, (delivery.venue, delivery.address or delivery.location))):
            yield f"LOCATION:{as_text(where)}"
        if text := "\n\n".join(filter(None, (self.text, self.url))):
            yield f"DESCRIPTION:{as_text(text)}"
        if self.url:
            yield f"URL:{self.url}"
        if delivery.coordinates:
            yield "GEO:{};{}".format(*delivery.coordinates)
        if self.tags:
            yield f"CATEGORIES:{','.join(map(as_text, self.tags))}"
        yield f"STATUS:{_STATUS.get(delivery.status, 'CONFIRMED') if delivery.status else 'CONFIRMED'}"
        yield "TRANSP:OPAQUE"
        yield "END:VEVENT"


def _uid(talk: Talk, delivery: Delivery) -> str:
    """What stays the same when a date changes: the file and the event."""
    path = delivery.path or talk.path
    stem = path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    return ".".join(filter(None, (plain_slug(stem), plain_slug(delivery.venue or delivery.location or ""))))


def _apart(entries: Iterable[_Entry]) -> list[_Entry]:
    """The entries from the first to the last; of those at one event, all but the first say on which day."""
    found: dict[str, _Entry] = {}
    for entry in sorted(entries, key=lambda entry: (entry.start, entry.uid)):
        uid, number = entry.uid, 1
        while uid in found:
            uid = f"{entry.uid}.{entry.start:%Y%m%d}" + (f".{number}" if number > 1 else "")
            number += 1
        found[uid] = replace(entry, uid=uid)
    return list(found.values())


def _moment(moment: datetime) -> str:
    """The rest of a line about a moment: in a zone that has a name, else in UTC."""
    if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key != "UTC":
        return f";TZID={moment.tzinfo.key}:{moment:%Y%m%dT%H%M%S}"
    return f":{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def as_text(text: str) -> str:
    """Text as the value of a line; characters that no line may hold are left out."""
    text = _NO_TEXT.sub("", text)
    for mark, escaped in _ESCAPED:
        text = text.replace(mark, escaped)
    return text


def folded(line: str) -> str:
    """A line in pieces that are short enough, none of which ends within a character."""
    pieces, piece, size = [], "", 0
    for character in line:
        length = len(character.encode())
        if size + length > _LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + length
    return "\r\n".join([*pieces, piece])
