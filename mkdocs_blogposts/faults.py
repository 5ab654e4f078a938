"""What is wrong in a user's files: where, what, and what to write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from .light_dataclasses import dataclass
from .shown_texts import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_SHOWN = 60
_MAX_OF_A_KIND = 5


class Level(IntEnum):
    """How much a fault weighs; the numbers are those of `logging`."""

    IGNORE = 0
    INFO = 20
    WARNING = 30
    ERROR = 40


class Kind(StrEnum):
    """The kinds of fault, as the `faults` option and the docs name them."""

    FRONT_MATTER = "front-matter"
    ENCODING = "encoding"
    DUPLICATE_KEY = "duplicate-key"
    TYPE = "type"
    DATE = "date"
    AUTHOR = "author"
    TALK = "talk"
    PUBLICATION = "publication"
    PERMALINK = "permalink"
    DUPLICATE_URL = "duplicate-url"
    LOST_URL = "lost-url"
    HELD_BACK_LINK = "held-back-link"
    TEASER = "teaser"
    KEY = "key"
    LIQUID = "liquid"
    MARKDOWN = "markdown"
    FAILURE = "failure"
    LINK = "link"
    PLACE = "place"
    MOJIBAKE = "mojibake"
    TAG_SPELLING = "tag-spelling"


DEFAULT_LEVELS: Mapping[Kind, Level] = {
    Kind.FRONT_MATTER: Level.ERROR,
    Kind.ENCODING: Level.ERROR,
    Kind.DUPLICATE_KEY: Level.INFO,
    Kind.TYPE: Level.WARNING,
    Kind.DATE: Level.ERROR,
    Kind.AUTHOR: Level.ERROR,
    Kind.TALK: Level.WARNING,
    Kind.PUBLICATION: Level.WARNING,
    Kind.PERMALINK: Level.WARNING,
    Kind.DUPLICATE_URL: Level.WARNING,
    Kind.LOST_URL: Level.WARNING,
    Kind.HELD_BACK_LINK: Level.INFO,
    Kind.TEASER: Level.WARNING,
    Kind.KEY: Level.WARNING,
    Kind.LIQUID: Level.WARNING,
    Kind.MARKDOWN: Level.WARNING,
    Kind.FAILURE: Level.ERROR,
    Kind.LINK: Level.INFO,
    Kind.PLACE: Level.INFO,
    Kind.MOJIBAKE: Level.INFO,
    Kind.TAG_SPELLING: Level.INFO,
}
"""How much a fault of each kind weighs where whoever tells it does not say otherwise."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file, counted from 1."""

    line: int
    column: int = 1

    @classmethod
    def at(cls, text: str, index: int, first_line: int = 1) -> Place:
        """The place of the character at `index` of a text that begins on a line of its file."""
        return cls(first_line + text.count("\n", 0, index), index - text.rfind("\n", 0, index))


class ContentError(Exception):
    """What is wrong with a value. It never leaves `content`: whoever reads the value makes a `Fault` of it."""

    def __init__(self, message: str, *, hint: str | None = None, place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault in the user's content, with its place and the remedy."""

    kind: Kind
    level: Level
    path: str
    """The file as its author would name it, from the folder of `mkdocs.yml`, always `/`-separated."""
    place: Place | None = None
    """Where in the file; `None` when the fault has no single place."""
    message: str
    """What was found: `date: 'July 1st' is not a date`."""
    hint: str | None = None
    """What to write instead: `write it as 2025-07-01`."""

    def __str__(self) -> str:
        where = self.path if self.place is None else f"{self.path}:{self.place.line}:{self.place.column}"
        told = on_one_line(f"{where}: {self.message}")
        return f"{told}\n    {on_one_line(self.hint)}" if self.hint else told


@dataclass(slots=True)
class Faults:
    """Collects every fault of a run, at the level that the site wants for its kind.

    How loud a fault is told decides nothing on what is built.
    """

    chosen: Mapping[Kind, Level] = field(default_factory=dict)
    """Kinds whose level the site has set itself."""
    found: list[Fault] = field(default_factory=list)
    _known: set[Fault] = field(default_factory=set, init=False)

    @classmethod
    def for_site(cls, chosen: Mapping[str, str]) -> Faults:
        """An empty collection, with the levels that a site has chosen by the names of kinds and levels."""
        return cls(chosen={Kind(kind): Level[level.upper()] for kind, level in chosen.items()})

    def apart(self) -> Faults:
        """An empty collection for the same site."""
        return Faults(chosen=self.chosen)

    def add(
        self,
        kind: Kind,
        path: str,
        message: str,
        *,
        place: Place | None = None,
        hint: str | None = None,
        level: Level | None = None,
    ) -> None:
        """Note a fault, once; `level` is how much it weighs where the site has set nothing for its kind."""
        level = self.chosen.get(kind, DEFAULT_LEVELS[kind] if level is None else level)
        message = " ".join(message.split())
        self._note(Fault(kind=kind, level=level, path=path, place=place, message=message, hint=hint))

    def _note(self, fault: Fault) -> None:
        if fault not in self._known:
            self._known.add(fault)
            self.found.append(fault)

    def take(self, others: Faults, *, at_most: Level = Level.ERROR) -> None:
        """Note the faults of another collection too, none of them at more than `at_most`."""
        for fault in others.found:
            level = min(fault.level, at_most)
            self.add(fault.kind, fault.path, fault.message, place=fault.place, hint=fault.hint, level=level)

    def join(self, others: Faults) -> None:
        """Note the faults of another collection of the same site as they are."""
        for fault in others.found:
            self._note(fault)

    def at_most(self, level: Level) -> Faults:
        """The same faults, none of them at more than `level`, whatever the site has set."""
        return Faults(chosen=self.chosen, found=[replace(fault, level=min(fault.level, level)) for fault in self.found])

    def of(self, path: str) -> list[Fault]:
        """The faults of one file."""
        return [fault for fault in self.found if fault.path == path]

    def after(self, number: int) -> Faults:
        """What was found after the first `number` faults."""
        return Faults(chosen=self.chosen, found=self.found[number:])

    def in_brief(self) -> Iterator[tuple[Level, str]]:
        """What a build tells: of each kind the first few, and how many more of it there are."""
        told = [fault for fault in self if fault.level > Level.IGNORE]
        numbers = Counter((fault.kind, fault.level) for fault in told)
        so_far: Counter[tuple[Kind, Level]] = Counter()
        for fault in told:
            of_a_kind = (fault.kind, fault.level)
            so_far[of_a_kind] += 1
            if so_far[of_a_kind] <= _MAX_OF_A_KIND:
                yield fault.level, str(fault)
            if so_far[of_a_kind] == _MAX_OF_A_KIND < numbers[of_a_kind]:
                more = numbers[of_a_kind] - _MAX_OF_A_KIND
                yield fault.level, f"… and {more} more of the kind `{fault.kind}`; `blogposts check` lists them all"

    def __iter__(self) -> Iterator[Fault]:
        order = sorted(
            self.found, key=lambda f: (f.path, f.place.line if f.place else 0, f.place.column if f.place else 0)
        )
        return iter(order)


def shown(value: Any, text: str | None = None) -> str:
    """A value as messages quote it, on one line; `text` is how its author wrote it."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = " ".join((plain(value) if text is None else text).split())
    text = text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"
    return f"'{text}'" if isinstance(value, str) else text


def plain(value: Any) -> str:
    """A value of YAML as text."""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)
