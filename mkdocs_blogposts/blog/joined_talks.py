"""Several files about one talk become a single page: the others only tell of more times that it was given."""

from __future__ import annotations

import difflib
import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from ..content.delivery import Delivery, by_date
from ..faults import Faults, Kind, Level
from .mentions import TalkNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..content.models import Talk

_Item = TypeVar("_Item")


def joined_talks(talks: Sequence[Talk], hidden: Iterable[Talk], faults: Faults) -> Mapping[str, Talk]:
    """The talks that change, by `src_uri`: those with more deliveries than their file tells, and those that move there.

    What is not for all is never told of on a page that is. `hidden` are held back; a talk that is the same as one of
    these stays on its own.
    """
    names, hidden_names = TalkNames.of(talks), TalkNames.of(hidden)
    leads = {talk.src_uri: main.src_uri for talk in talks if (main := _named(talk, names, hidden_names, faults))}
    for first, further in _by_key(talks).items():
        leads |= {uri: first for uri in further if uri not in leads and _end(first, leads) != uri}
    by_uri = {talk.src_uri: talk for talk in talks}
    parts: dict[str, list[Talk]] = {}
    for uri in leads:
        end = _end(uri, leads)
        if end is None:
            _tell_circle(by_uri[uri], faults)
        elif end != uri:
            parts.setdefault(end, []).append(by_uri[uri])
    changed: dict[str, Talk] = {}
    for uri, others in parts.items():
        main = by_uri[uri]
        changed[uri] = _with(main, others)
        for other in others:
            _tell_lost_text(other, main, faults)
            changed[other.src_uri] = replace(other, new_url=_way(other, main))
    return changed


def _named(talk: Talk, names: TalkNames, hidden: TalkNames, faults: Faults) -> Talk | None:
    """The talk that `same_as` names; what is none, or is held back, is told."""
    if not talk.same_as:
        return None
    found = names.find(talk.same_as)
    if found and found is not talk:
        return found if _readers_of(found) == _readers_of(talk) else None
    if held_back := hidden.find(talk.same_as):
        faults.add(
            Kind.HELD_BACK_LINK,
            talk.path,
            f"same_as: '{talk.same_as.id}' is held back ({held_back.held_back}), so this talk has a page of its own",
            place=talk.same_as.place,
            hint="publish that talk, or take the key out",
            level=Level.WARNING,
        )
        return None
    ids = {each.id for each in names.by_src_uri.values()} - {talk.id}
    near = difflib.get_close_matches(talk.same_as.id, ids, n=3, cutoff=0.4)
    faults.add(
        Kind.TALK,
        talk.path,
        f"same_as: there is no other talk '{talk.same_as.id}'",
        place=talk.same_as.place,
        hint=f"did you mean {' or '.join(repr(each) for each in near)}?" if near else "name it by its file",
    )
    return None


def _by_key(talks: Iterable[Talk]) -> Mapping[str, list[str]]:
    """For the first of the talks that share a key, all others of these: the first one that has a text."""
    groups: dict[tuple[str, tuple[bool, bool]], list[Talk]] = {}
    for talk in talks:
        if talk.key:
            groups.setdefault((talk.key.casefold(), _readers_of(talk)), []).append(talk)
    found: dict[str, list[str]] = {}
    for group in groups.values():
        group.sort(key=lambda talk: (not talk.body.strip(), talk.date.isoformat() if talk.date else "9", talk.src_uri))
        first, *others = (talk.src_uri for talk in group)
        found[first] = others
    return found


def _readers_of(talk: Talk) -> tuple[bool, bool]:
    """Who may see a talk: whoever comes by, whoever has its address, or those alone who see drafts."""
    return talk.unlisted, talk.held_back is not None


def _end(uri: str, leads: Mapping[str, str]) -> str | None:
    """Where a way of talks ends that each lead to the next; `None` for a circle."""
    seen = {uri}
    while uri in leads:
        uri = leads[uri]
        if uri in seen:
            return None
        seen.add(uri)
    return uri


def _tell_circle(talk: Talk, faults: Faults) -> None:
    faults.add(
        Kind.TALK,
        talk.path,
        f"same_as: '{talk.same_as.id if talk.same_as else ''}' leads in a circle, so this talk has a page of its own",
        place=talk.same_as.place if talk.same_as else None,
        hint="take the key out of the file that is to be the page",
    )


def _tell_lost_text(other: Talk, main: Talk, faults: Faults) -> None:
    """Tell of a text that no page shows."""
    if other.body.strip() and other.body.strip() not in main.body:
        faults.add(
            Kind.TALK,
            other.path,
            f"its text is shown nowhere, since its page is that of '{main.path}'",
            place=other.same_as.place if other.same_as else other.places.get("talk"),
            hint="put what is worth reading into that file",
            level=Level.WARNING,
        )


def _with(main: Talk, others: Sequence[Talk]) -> Talk:
    """A talk with all times that other files tell of."""
    deliveries = [*main.deliveries, *(each for other in others for each in _deliveries(other))]
    others = sorted(others, key=lambda other: other.src_uri)
    return replace(
        main,
        deliveries=by_date(tuple(deliveries)),
        tags=_all(main.tags, *(other.tags for other in others)),
        speakers=_all(main.speakers, *(other.speakers for other in others)),
        joined=tuple(other.src_uri for other in others),
    )


def _deliveries(talk: Talk) -> Iterable[Delivery]:
    """What a file tells of when it was given, its addresses among it."""
    first, *further = talk.deliveries
    keys = {"event_url": "link", "video_url": "videourl", "slides_url": "slidesurl"}
    yield replace(
        first,
        event_url=first.event_url or talk.link,
        video_url=first.video_url or talk.video_url,
        slides_url=first.slides_url or talk.slides_url,
        names={name: (key, talk.places.get(key)) for name, key in keys.items()} | dict(first.names),
    )
    yield from further


def _all(*groups: Iterable[_Item]) -> tuple[_Item, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _way(talk: Talk, main: Talk) -> str:
    """The file of another talk, as a link in this one would have it."""
    return posixpath.relpath(main.src_uri, posixpath.dirname(talk.src_uri))
