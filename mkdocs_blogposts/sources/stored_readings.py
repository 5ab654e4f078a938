"""Texts as earlier builds have read them, from the store, where they and all they are read with are the same."""

from __future__ import annotations

import contextlib
import hashlib
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from ..cache.exact_values import exact
from ..cache.fingerprint import UnknownError, installed, own_code
from ..cache.store import digest
from ..cache.typed_values import TypedValues, UntoldError
from ..content.author import Author
from ..content.chapters import Chapter
from ..content.delivery import Delivery, TalkStatus
from ..content.models import (
    Action,
    HeldBack,
    Hero,
    Mention,
    OldUrl,
    Part,
    Picture,
    Post,
    Reference,
    Robots,
    Talk,
)
from ..faults import Fault, Faults, Kind, Level, Place
from ..frontmatter.dialects import Dialect
from ..light_dataclasses import dataclass, field
from ..texts.outcome import Outcome
from .kept_readings import KNOWN, WITH_PLACES, noting_who_asks, stays

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.structure.files import File

    from ..cache.store import Store
    from ..content.reading import Reader
    from ..frontmatter.source import Source
    from .readings_ahead import ReadingsAhead

READING = "reading"
"""Kind of entry that the store keeps of a text."""

FEWEST = 100
"""Files for which it pays to start another process."""

_KINDS = (
    *(Post, Talk, Author, Chapter, Delivery, TalkStatus, Action, HeldBack, Hero, Mention, OldUrl, Part, Picture),
    *(Reference, Robots, Fault, Kind, Level, Place, Dialect),
)


@dataclass(frozen=True, slots=True)
class StoredReadings:
    """What became of each file when it was read."""

    store: Store

    def begin(self, reader: Reader) -> StoredTexts | None:
        """Read the files of a build; `None` where it can't be known what all of them are read with."""
        try:
            about = [exact(getattr(reader, name)) for name in KNOWN]
        except (UnknownError, RecursionError):
            return None
        places = [repr(getattr(reader, name)) for name in WITH_PLACES]
        basis = digest(about, places, installed(), own_code(), [*sys.version_info])
        return StoredTexts(self.store, basis, *noting_who_asks(reader))


@dataclass(frozen=True, slots=True)
class StoredTexts:
    """The files of one build as they are read, those that are as they were from the store."""

    store: Store
    basis: str
    """What all of them depend on."""
    reader: Reader
    asked: list[str]
    """Files of which somebody has asked when they were made, which only their history knows."""
    made: list[str] = field(default_factory=list, init=False)
    """Files that no build has read before as they are, by `src_uri`."""

    def read(self, source: Source, load: Callable[[Source, Reader], Outcome[Any]]) -> Outcome[Any]:
        """What becomes of a file; it is read anew only where that can be something else."""
        key = self._key_of(source, load)
        if key and (known := self._known(self.store.get(READING, key))):
            return known
        self.asked.clear()
        outcome = load(source, self.reader)
        if key and not self.asked and stays(outcome.text, self.reader.now):
            with contextlib.suppress(UntoldError, RecursionError):
                self.store.put(READING, key, _values().tell((outcome.text, outcome.faults.found)))
                self.made.append(source.src_uri)
        return outcome

    def ahead(self, files: Sequence[File], read: Callable[[File], object], cores: int | str) -> ReadingsAhead | None:
        """What has other processes read some of these files; `None` where that does not pay."""
        if len(files) < FEWEST:
            return None
        from .readings_ahead import ReadingsAhead  # noqa: PLC0415  # most sites have fewer

        return ReadingsAhead(self.store, self.made, files, read, cores)

    def _key_of(self, source: Source, load: Callable[..., Any]) -> str | None:
        """All that a text depends on; `None` where that can't be known."""
        try:
            defaults = exact((source.defaults, source.jekyll_defaults))
        except (UnknownError, RecursionError):
            return None
        where = [load.__name__, source.src_uri, source.path, source.is_draft, source.is_at_listing]
        return digest(self.basis, where, defaults, hashlib.sha256(source.content).hexdigest())

    def _known(self, told: Any) -> Outcome[Any] | None:
        """What a file has become, where that is no other thing now."""
        if told is None:
            return None
        # The names of zones are known on some machines only.
        with contextlib.suppress(KeyError):
            text, found = _values().know(told)
            if stays(text, self.reader.now):
                return Outcome(text=text, faults=Faults(chosen=self.reader.levels, found=found))
        return None


@cache
def _values() -> TypedValues:
    return TypedValues.of(_KINDS)
