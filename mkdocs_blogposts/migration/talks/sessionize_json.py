"""Sessions of Sessionize: its views *All* and *Sessions*, its grid, and the profile of a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...faults import ContentError
from .export_values import distinct, doubtful, items_of, line_of, moment_of, text_of, url_of
from .foreign_talk import Export, ForeignTalk, Occasion

if TYPE_CHECKING:
    from .foreign_talk import Circumstances

_STATES = {
    "accepted": "",
    "nominated": "proposed",
    "accept_queue": "proposed",
    "waitlisted": "proposed",
    "inevaluation": "proposed",
}
_LEFT_OUT = {
    "declined": "it was declined",
    "decline_queue": "it was declined",
    "withdrawn": "it was withdrawn",
}
_KINDS = re.compile(r"\b(?:format|type)\b", re.IGNORECASE)
_LEVELS = re.compile(r"\blevel\b", re.IGNORECASE)
_LANGUAGES = re.compile(r"\blanguage\b", re.IGNORECASE)


def is_session(record: Any) -> bool:
    """Whether something may be one of them."""
    return isinstance(record, Mapping) and "startsAt" in record and "title" in record


@dataclass(frozen=True, slots=True)
class _Names:
    """What numbers in sessions stand for."""

    speakers: Mapping[str, str]
    rooms: Mapping[str, str]
    items: Mapping[str, tuple[str, str]]
    """The category and the name of each."""

    @classmethod
    def of(cls, root: Mapping[str, Any]) -> _Names:
        """The names that a view holds beside its sessions."""
        return cls(
            speakers={line_of(each.get("id")): _name_of(each) for each in _mappings(root.get("speakers"))},
            rooms={line_of(each.get("id")): line_of(each.get("name")) for each in _mappings(root.get("rooms"))},
            items={
                line_of(item.get("id")): (line_of(each.get("title")), line_of(item.get("name")))
                for each in _mappings(root.get("categories"))
                for item in _mappings(each.get("items"))
            },
        )


def read_sessionize_json(root: Any, name: str, given: Circumstances) -> Export:
    """The talks of a view: a mapping with `sessions`, a list of such, or days with rooms."""
    names = _Names.of(root if isinstance(root, Mapping) else {})
    export = Export()
    for origin, session in _sessions(root, ""):
        if isinstance(session, Mapping):
            export.talks.append(_talk(session, f"{name}: {origin}", names, given))
        else:
            export.odd.append(f"{name}: {origin}: it is not a session")
    return export


def is_profile(root: Any) -> bool:
    """Whether something may be the profile of a speaker, with what the speaker offers and where they have been."""
    return isinstance(root, Mapping) and any("sessionUrl" in each for each in _mappings(root.get("sessions")))


def read_profile(root: Mapping[str, Any], name: str, given: Circumstances) -> Export:
    """The talks that a speaker offers; events are told apart, since none of them says what was given there."""
    export = Export()
    speaker = root.get("speaker")
    own = _name_of(speaker) if isinstance(speaker, Mapping) else ""
    for number, session in enumerate(items_of(root.get("sessions"))):
        origin = f"{name}: sessions[{number}]"
        if not isinstance(session, Mapping):
            export.odd.append(f"{origin}: it is not a session")
            continue
        title = line_of(session.get("title"))
        export.talks.append(
            ForeignTalk(
                origin=origin,
                title=title,
                event=given.event,
                location=given.location,
                language=line_of(session.get("languageCode")),
                status="" if given.event else "offered",
                speakers=distinct((own,)),
                abstract=text_of(session.get("description")),
                url=url_of(session.get("sessionUrl")),
                reason="" if title else "it has no title",
            )
        )
    for number, event in enumerate(_mappings(root.get("events"))):
        day = line_of(event.get("eventStartDate"))[:10]
        told = ", ".join(filter(None, (f"'{line_of(event.get('name'))}'", day)))
        export.odd.append(f"{name}: events[{number}]: {told}: it does not say which talk was given there")
    return export


def has_sessions(root: Any) -> bool:
    """Whether something may be a view of Sessionize."""
    return any(is_session(session) for _, session in _sessions(root, ""))


def _sessions(root: Any, path: str, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Each session with its place."""
    if isinstance(root, Mapping):
        for number, session in enumerate(items_of(root.get("sessions"))):
            yield f"{path}sessions[{number}]", session
        for number, room in enumerate(items_of(root.get("rooms")) if depth else []):
            yield from _sessions(room, f"{path}rooms[{number}].", depth + 1)
    elif depth == 0:
        for number, part in enumerate(items_of(root)):
            yield from [(f"[{number}]", part)] if is_session(part) else _sessions(part, f"[{number}].", 1)


def _talk(session: Mapping[str, Any], origin: str, names: _Names, given: Circumstances) -> ForeignTalk:
    doubts: list[str] = []
    times: list[Any] = [None, None]
    for index, key in enumerate(("startsAt", "endsAt")):
        try:
            times[index] = moment_of(session.get(key), given.zone)
        except ContentError as error:
            doubts.append(doubtful(key, error))
    state = line_of(session.get("status")).lower()
    title = line_of(session.get("title"))
    labels = list(_labels(session, names))
    room = line_of(session.get("room")) or names.rooms.get(line_of(session.get("roomId")), "")
    is_break = session.get("isServiceSession") is True and not items_of(session.get("speakers"))
    return ForeignTalk(
        origin=origin,
        title=title,
        occasions=(Occasion(start=times[0], end=times[1], room=room),),
        event=given.event,
        location=given.location,
        kind=next((label for category, label in labels if _KINDS.search(category)), ""),
        level=next((label for category, label in labels if _LEVELS.search(category)), ""),
        language=next((label for category, label in labels if _LANGUAGES.search(category)), ""),
        status=_STATES.get(state, ""),
        speakers=distinct(_speaker(each, names) for each in items_of(session.get("speakers"))),
        abstract=text_of(session.get("description")),
        tags=distinct(
            label
            for category, label in labels
            if not any(known.search(category) for known in (_KINDS, _LEVELS, _LANGUAGES))
        ),
        video=url_of(session.get("recordingUrl")),
        reason="it is a break" if is_break else _LEFT_OUT.get(state, "") if title else "it has no title",
        doubts=tuple(doubts),
    )


def _labels(session: Mapping[str, Any], names: _Names) -> Iterator[tuple[str, str]]:
    """Each label with its category."""
    for item in items_of(session.get("categoryItems")):
        if found := names.items.get(line_of(item)):
            yield found
    for category in _mappings(session.get("categories")):
        for item in _mappings(category.get("categoryItems")):
            yield line_of(category.get("name")), line_of(item.get("name"))


def _speaker(value: Any, names: _Names) -> str:
    return _name_of(value) if isinstance(value, Mapping) else names.speakers.get(line_of(value), "")


def _name_of(person: Mapping[str, Any]) -> str:
    parts = " ".join(filter(None, (line_of(person.get("firstName")), line_of(person.get("lastName")))))
    return line_of(person.get("fullName")) or line_of(person.get("name")) or parts


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in items_of(value) if isinstance(each, Mapping)]
