"""Which talks of an export are written, and as which files."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...content.delivery import TalkStatus
from .foreign_talk import ExportRefused
from .talk_file import stem_of, title_of_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from ...content.models import Talk
    from .foreign_talk import ForeignTalk


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftTalk:
    """A talk that is not written."""

    talk: ForeignTalk
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is to be done."""

    written: Mapping[str, ForeignTalk]
    """By the name of its file, without the ending."""
    left: tuple[LeftTalk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTalks:
    """The talks that a site has."""

    by_title: Mapping[str, tuple[Talk, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, talks: Iterable[Talk]) -> KnownTalks:
        """Those talks, by their titles."""
        found: dict[str, tuple[Talk, ...]] = {}
        for talk in talks:
            key = _key(talk.title)
            found[key] = (*found.get(key, ()), talk)
        return cls(by_title=found)

    def find(self, talk: ForeignTalk) -> Talk | None:
        """The talk of the same title that is given on the same day or at the same event, or that has neither."""
        days = set(_days(talk))
        event = _key(talk.event)
        for known in self.by_title.get(_key(title_of_file(talk)), ()):
            own = {each.date.date() for each in known.deliveries if each.date}
            events = {_key(each.venue or "") for each in known.deliveries}
            if own & days or (event and event in events) or not (own or any(events)) or not (days or event):
                return known
        return None


def choose(
    talks: Iterable[ForeignTalk],
    speakers: tuple[str, ...],
    known: KnownTalks,
    slugify: Callable[[str], str],
    folder: Path,
) -> Choice:
    """Those by certain speakers, or all; none that the site has, or that another file has told already."""
    wanted = {_key(name) for name in speakers}
    written: dict[str, ForeignTalk] = {}
    told: dict[tuple[str, str, tuple[date, ...]], str] = {}
    left: list[LeftTalk] = []
    for talk in talks:
        if wanted and not wanted & {_key(name) for name in talk.speakers}:
            continue
        same = (_key(talk.title), _key(talk.event), tuple(_days(talk)))
        if talk.reason:
            left.append(LeftTalk(talk=talk, why=talk.reason))
        elif there := known.find(talk):
            left.append(LeftTalk(talk=talk, why=f"it is there already: {there.path}{_news(talk, there)}"))
        elif same in told:
            left.append(LeftTalk(talk=talk, why=f"it is the same as {told[same]}"))
        else:
            told[same] = talk.origin
            written[_free_name(stem_of(talk, slugify), written, folder)] = talk
    return Choice(written=written, left=tuple(left))


def _news(talk: ForeignTalk, there: Talk) -> str:
    """What the export says of a talk that the site does not: another day, or that it is cancelled."""
    days = list(_days(talk))
    known = {each.date.date() for each in there.deliveries if each.date}
    moved = f"; it says {days[0]} now" if days and known and not known & set(days) else ""
    is_known = any(each.status is TalkStatus.CANCELLED for each in there.deliveries)
    cancelled = "; it says cancelled now" if talk.status == TalkStatus.CANCELLED and not is_known else ""
    return moved + cancelled


def check_speakers(talks: Iterable[ForeignTalk], speakers: tuple[str, ...], *, takes_all: bool) -> None:
    """Refuse a name that nobody has; and all talks of an event, unless somebody wants just those."""
    named = [talk for talk in talks if talk.speakers and not talk.reason]
    names = {_key(name): name for talk in named for name in talk.speakers}
    for speaker in speakers:
        if _key(speaker) not in names:
            near = difflib.get_close_matches(_key(speaker), names, n=3, cutoff=0.5)
            hint = f"; did you mean {' or '.join(repr(names[each]) for each in near)}?" if near else ""
            raise ExportRefused(f"'{speaker}' gives none of these talks{hint}")
    if speakers or takes_all or not named:
        return
    common = {*names}.intersection(*({_key(name) for name in talk.speakers} for talk in named))
    if not common:
        raise ExportRefused(
            f'these are talks of {len(names)} people; name yours by `--speaker "{next(iter(names.values()))}"`,'
            " or take those of everybody by `--all`"
        )


def _free_name(stem: str, written: Mapping[str, ForeignTalk], folder: Path) -> str:
    """A name that no other talk has, and no file of another one."""
    names = (stem, *(f"{stem}-{number}" for number in range(2, 10_000)))
    taken = {name.casefold() for name in written}
    return next(name for name in names if name.casefold() not in taken and not (folder / f"{name}.md").exists())


def _days(talk: ForeignTalk) -> Iterator[date]:
    for occasion in talk.occasions:
        if occasion.start:
            yield occasion.start.date() if hasattr(occasion.start, "date") else occasion.start


def _key(name: str) -> str:
    """A name without what people write in several ways: capitals, accents, spaces."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(each for each in parts if not unicodedata.combining(each)).split())
