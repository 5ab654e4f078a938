"""Texts read by other processes, from the last one on, while this one reads those that come first.

What they have read is found in the store then, as if an earlier build had left it there.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from ..light_dataclasses import dataclass, field
from ..processes.forking import cores_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.structure.files import File

    from ..cache.store import Store
    from ..processes.workers import Workers

_OF_EACH = 50
"""Files for each process at the least."""
_FIRST = 8
"""Files after which it is clear whether earlier builds have read the others."""
_AT_ONCE = 8
"""Files that a process reads before it writes down what they are."""


class _Portion(NamedTuple):
    """Some files in a row."""

    file: File
    """The first of them."""
    files: Sequence[File]


@dataclass(slots=True)
class ReadingsAhead:
    """The files of a build as this process and others read them."""

    store: Store
    made: Sequence[str]
    """Those that this process has read anew, so far, and put into the store."""
    files: Sequence[File]
    read: Callable[[File], object]
    """Reads one of them, from the store where it can."""
    cores: int | str
    """How many processes a site wants."""
    _portions: dict[str, _Portion] = field(default_factory=dict, init=False)
    """Those that other processes may read, by the `src_uri` of their first file."""
    _workers: Workers | None = field(default=None, init=False)
    _begun: int = field(default=0, init=False)

    def begin(self, file: File) -> None:
        """Know that this process reads a file now, which is the next one."""
        if self._workers and (portion := self._portions.get(file.src_uri)):
            self._workers.begin(portion)
        elif self._begun == _FIRST and len(self.made) * 2 > _FIRST:
            self._start(self.files[_FIRST:])
        self._begun += 1

    def end(self) -> None:
        """Know that all are read."""
        if self._workers:
            self._workers.finish()

    def _start(self, files: Sequence[File]) -> None:
        number = min(cores_for(self.cores), len(files) // _OF_EACH) - 1
        if number < 1:
            return
        from ..processes.workers import Workers  # noqa: PLC0415  # most sites have fewer posts

        parts = (files[start : start + _AT_ONCE] for start in range(0, len(files), _AT_ONCE))
        portions = [_Portion(part[0], part) for part in parts]
        self._portions = {portion.file.src_uri: portion for portion in portions}
        self._workers = Workers.start(portions, self._read_all, number, self.store)
        self._workers.begin(portions[0])

    def _read_all(self, portion: _Portion) -> None:
        for file in portion.files:
            with suppress(Exception):  # which the main process meets as well, and tells
                self.read(file)
