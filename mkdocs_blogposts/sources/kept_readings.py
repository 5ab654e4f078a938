"""Texts as earlier builds of `serve` have read them, for as long as their files and all they are read with stay."""

from __future__ import annotations

import copy
from dataclasses import fields, replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from ..content.models import Article
from ..content.reading import Reader
from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.structure.files import File

    from ..frontmatter.source import Source
    from ..texts.outcome import Outcome

_OF_THE_MOMENT = frozenset({"now", "created"})
"""What a reader knows that may be another for each text; those that ask for it are not kept."""
_STAY = frozenset({type(None), bool, int, float, str, date, datetime})
"""Kinds of values that never change."""
WITH_PLACES = ("authors", "jekyll_authors", "jekyll_author")
KNOWN = tuple(field.name for field in fields(Reader) if field.name not in _OF_THE_MOMENT)


@dataclass(frozen=True, slots=True)
class KeptReadings:
    """What became of each file when it was read."""

    _with: list[Reader] = field(default_factory=list, init=False)
    """What all of them were read with."""
    _read: dict[str, tuple[Source, Outcome[Any]]] = field(default_factory=dict, init=False)

    def begin(self, reader: Reader) -> TextReadings:
        """Read the files of a build; what was read with anything else is forgotten."""
        if not self._with or not _is_same(reader, self._with[0]):
            self._with[:] = [reader]
            self._read.clear()
        return TextReadings.of(self._read, reader)


@dataclass(frozen=True, slots=True)
class TextReadings:
    """The files of one build as they are read, those that are as they were from memory."""

    known: dict[str, tuple[Source, Outcome[Any]]]
    reader: Reader
    asked: list[str]
    """Files of which somebody has asked when they were made, which only their history knows."""

    @classmethod
    def of(cls, known: dict[str, tuple[Source, Outcome[Any]]], reader: Reader) -> TextReadings:
        """What is `known` so far, and what the rest is read with."""
        return cls(known, *noting_who_asks(reader))

    def read(self, source: Source, load: Callable[[Source, Reader], Outcome[Any]]) -> Outcome[Any]:
        """What becomes of a file; it is read anew only where that can be something else."""
        known = self.known.get(source.src_uri)
        if known and known[0] == source and _defaults(known[0]) == _defaults(source):
            return _apart(known[1])
        self.asked.clear()
        self.known.pop(source.src_uri, None)
        outcome = load(source, self.reader)
        if self.asked or not stays(outcome.text, self.reader.now):
            return outcome
        self.known[source.src_uri] = (source, outcome)
        return _apart(outcome)

    def ahead(self, _files: Sequence[File], _read: Callable[[File], object], _cores: int | str) -> None:
        """Nothing: `serve` has read most of them before."""


def noting_who_asks(reader: Reader) -> tuple[Reader, list[str]]:
    """The same reader, and the files of which it is asked when they were made."""
    asked: list[str] = []

    def created(path: str) -> datetime | None:
        asked.append(path)
        return reader.created(path)

    return replace(reader, created=created), asked


def _is_same(reader: Reader, other: Reader) -> bool:
    """Whether two read all files alike; where authors stand in their file is told as well."""
    return all(getattr(reader, name) == getattr(other, name) for name in KNOWN) and all(
        repr(getattr(reader, name)) == repr(getattr(other, name)) for name in WITH_PLACES
    )


def _defaults(source: Source) -> str:
    """What folders give to a file, in which `1` and `true` are not the same."""
    return repr((source.defaults, source.jekyll_defaults))


def stays(text: Any, now: datetime) -> bool:
    """Whether a text is what it is, whatever the clock says from now on."""
    is_published = isinstance(text, Article) and text.held_back is None and text.expires is None
    return is_published and (text.appears is None or text.appears <= now)


def _apart(outcome: Outcome[Any]) -> Outcome[Any]:
    """The same, with front matter of its own, which plugins may change."""
    text: Any = outcome.text
    kind: Any = type(text)
    apart = kind.__new__(kind)
    for name in _names_of(kind):  # a third of the time of `replace`, for each text of a site
        object.__setattr__(apart, name, getattr(text, name))
    object.__setattr__(apart, "meta", own(text.meta))
    return replace(outcome, text=apart)


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def own(value: Any, known: dict[int, Any] | None = None) -> Any:
    """What `copy.deepcopy` gives, in less time for values of YAML."""
    kind = type(value)
    if kind in _STAY:
        return value
    known = {} if known is None else known
    if kind not in (dict, list):
        return copy.deepcopy(value, known)
    if id(value) not in known:
        copied: Any = kind()
        known[id(value)] = copied
        if kind is dict:
            copied.update((key, own(item, known)) for key, item in value.items())
        else:
            copied.extend(own(item, known) for item in value)
    return known[id(value)]
