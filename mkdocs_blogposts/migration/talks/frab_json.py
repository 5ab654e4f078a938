"""`schedule.json`, as frab and pretalx export it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .export_values import distinct, items_of, line_of, sorted_links, text_of, url_of
from .foreign_talk import Export, ForeignLink
from .frab_events import Conference, FrabEvent, talk_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .foreign_talk import Circumstances

_NAMES = ("public_name", "full_public_name", "name")


def read_frab_json(root: Mapping[str, Any], name: str, given: Circumstances) -> Export:
    """The talks of a schedule that has a `conference`."""
    export = Export()
    schedule = root["schedule"]
    about = schedule["conference"]
    base = text_of(schedule.get("base_url"))
    conference = Conference.of({key: text_of(value) for key, value in about.items()}, base, given)
    for number, day in enumerate(items_of(about.get("days"))):
        rooms = day.get("rooms") if isinstance(day, Mapping) else None
        for room, events in rooms.items() if isinstance(rooms, Mapping) else ():
            for index, event in enumerate(items_of(events)):
                origin = f"{name}: days[{number}].rooms.{line_of(room)}[{index}]"
                if isinstance(event, Mapping):
                    export.talks.append(talk_of(_event(event, day, line_of(room), origin, base), conference))
                else:
                    export.odd.append(f"{origin}: it is not a mapping")
    return export


def _event(event: Mapping[str, Any], day: Mapping[str, Any], room: str, origin: str, base: str) -> FrabEvent:
    values = {key: text_of(value) for key, value in event.items()}
    values["room"] = values.get("room") or room
    slides, video, links = sorted_links(_links(event, base))
    people = [person for person in items_of(event.get("persons")) if isinstance(person, Mapping)]
    return FrabEvent(
        origin=origin,
        values=values,
        day=text_of(day.get("date")),
        speakers=distinct(line_of(next((person[key] for key in _NAMES if person.get(key)), "")) for person in people),
        slides=slides,
        video=url_of(values.get("video_download_url"), base) or video,
        links=links,
        url=url_of(values.get("url"), base),
    )


def _links(event: Mapping[str, Any], base: str) -> Iterator[ForeignLink]:
    for key in ("links", "attachments"):
        for link in items_of(event.get(key)):
            if isinstance(link, Mapping):
                url = url_of(link.get("url"), base)
                yield ForeignLink(line_of(link.get("title")) or url, url)
