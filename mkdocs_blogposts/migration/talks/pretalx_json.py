"""Submissions of pretalx: what its API answers, and what organisers export as JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...faults import ContentError
from .export_values import distinct, doubtful, items_of, line_of, moment_of, sorted_links, text_of, url_of
from .foreign_talk import Export, ForeignLink, ForeignTalk, Occasion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from .foreign_talk import Circumstances

_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "proposal title", "session title"),
    "state": ("state", "proposal state", "session state"),
    "kind": ("submission_type", "session type", "proposal type", "submission type"),
    "track": ("track",),
    "tags": ("tags",),
    "abstract": ("abstract",),
    "description": ("description",),
    "language": ("content_locale", "language"),
    "speakers": ("speakers", "speaker names", "speaker_names"),
    "slots": ("slots", "slot"),
    "start": ("start",),
    "end": ("end",),
    "room": ("room",),
    "resources": ("resources",),
    "url": ("url", "public_url"),
}
"""What the API calls each value, and what stands above it in an export of organisers; all in small letters."""

_STATES = {"submitted": "proposed", "accepted": "accepted", "confirmed": "accepted", "canceled": "cancelled"}
_LEFT_OUT = {
    "rejected": "it was rejected",
    "withdrawn": "it was withdrawn",
    "deleted": "it was deleted",
    "draft": "it is a draft that was not sent",
}


def is_submission(record: Any) -> bool:
    """Whether something may be one of them."""
    return isinstance(record, Mapping) and any(str(key).lower() in _NAMES["title"] for key in record)


def read_pretalx_json(records: list[Any], name: str, given: Circumstances) -> Export:
    """The talks of a list of submissions, and what is none in it."""
    export = Export()
    for number, record in enumerate(records):
        origin = f"{name}: [{number}]"
        if is_submission(record):
            export.talks.append(_talk(_Record(record), origin, given))
        else:
            export.odd.append(f"{origin}: it has no title")
    return export


class _Record:
    """A submission, whose values have several names."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = {str(key).lower(): value for key, value in values.items()}

    def get(self, field: str) -> Any:
        """The value of a field under any of its names."""
        return next((self.values[name] for name in _NAMES[field] if self.values.get(name) is not None), None)

    def name_of(self, field: str) -> str:
        """The name of what a field refers to; nothing of a mere number."""
        return _named(self.get(field))


def _named(value: Any) -> str:
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "tag") if value.get(key)), value)
    return "" if isinstance(value, int | float) else line_of(value)


def _talk(record: _Record, origin: str, given: Circumstances) -> ForeignTalk:
    doubts: list[str] = []
    state = line_of(record.get("state")).lower()
    title = line_of(record.get("title"))
    slides, video, links = sorted_links(_links(record))
    return ForeignTalk(
        origin=origin,
        title=title,
        occasions=tuple(_occasions(record, given.zone, doubts)),
        event=given.event,
        location=given.location,
        kind=record.name_of("kind"),
        language=line_of(record.get("language")),
        status=_STATES.get(state, ""),
        speakers=_speakers(record.get("speakers")),
        abstract=text_of(record.get("abstract")),
        description=text_of(record.get("description")),
        tags=distinct((record.name_of("track"), *(_named(tag) for tag in _several(record.get("tags"))))),
        url=url_of(record.get("url")),
        slides=slides,
        video=video,
        links=links,
        reason=_LEFT_OUT.get(state, "") if title else "it has no title",
        doubts=tuple(doubts),
    )


def _occasions(record: _Record, zone: tzinfo, doubts: list[str]) -> Iterator[Occasion]:
    """Each of its slots; one that is a mere number tells nothing."""
    slots = record.get("slots")
    found = [slot for slot in (slots if isinstance(slots, list) else [slots]) if isinstance(slot, Mapping)]
    if not found and (record.get("start") or record.get("room")):
        found = [{key: record.get(key) for key in ("start", "end", "room")}]
    for slot in found:
        try:
            start, end = moment_of(slot.get("start"), zone), moment_of(slot.get("end"), zone)
        except ContentError as error:
            doubts.append(doubtful("slot", error))
        else:
            yield Occasion(start=start, end=end, room=_named(slot.get("room")))


def _speakers(value: Any) -> tuple[str, ...]:
    """Names; a speaker who is a code alone has none."""
    people = [person.get("name") if isinstance(person, Mapping) else person for person in _several(value)]
    codes = re.compile(r"[A-Z0-9]{6}")
    return distinct(name for name in map(line_of, people) if not codes.fullmatch(name))


def _several(value: Any) -> list[Any]:
    """The items of a list, or of a text that lists them."""
    return re.split(r"\n|, ", value) if isinstance(value, str) else items_of(value)


def _links(record: _Record) -> Iterator[ForeignLink]:
    for resource in _several(record.get("resources")):
        if isinstance(resource, Mapping):
            url = url_of(resource.get("resource")) or url_of(resource.get("link"))
            yield ForeignLink(line_of(resource.get("description")) or url, url)
        elif url := url_of(resource):
            yield ForeignLink(url, url)
