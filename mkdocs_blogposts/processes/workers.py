"""Pages worked on ahead by other processes, from the last one on, while this one begins with the first."""

from __future__ import annotations

import contextlib
import gc
import json
import os
from typing import IO, TYPE_CHECKING, Any, Protocol

from ..light_dataclasses import dataclass, field
from .forking import begin_beside, can_fork, cores_for, give_back_memory, started

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.context import ForkProcess

    from mkdocs.structure.files import File

    from ..cache.store import Store
    from .shared_row import SharedRow

PATIENCE = 30
"""Seconds that a process gets for its last page."""

FEWEST = 24
"""Pages for which it pays to start another process."""

DIGEST_LENGTH = 64
"""Characters of a digest."""

_AT_ONCE = 2000
"""Pages for which processes are started at a time.

All that the main process has is theirs as well until one of them touches it, and by and by each of them touches all of
it. So they end now and then, and what they had of their own with them.
"""

_MANY = 2_500
"""Pages of which so much memory is free by then that it pays to look for it, which takes 30 ms in a small site."""


class OfFile(Protocol):
    """What is worked on: a page, or anything else that one file of the site tells from all others."""

    @property
    def file(self) -> File:
        """That file."""


@dataclass(frozen=True, slots=True)
class _Round:
    """Some of the pages, and the processes that work on these."""

    first: int
    """Place of the first of them among all pages."""
    pages: Sequence[OfFile]
    row: SharedRow
    """What has come of each of them."""
    processes: list[ForkProcess] = field(default_factory=list, init=False)
    letters: list[IO[bytes]] = field(default_factory=list, init=False)
    """Shared: files without a name, in which each process writes its report in the end."""

    @property
    def end(self) -> int:
        """Place behind the last of them."""
        return self.first + len(self.pages)


@dataclass(slots=True)
class Workers:
    """Processes that work on some pages and leave what they have made in the store."""

    pages: Sequence[OfFile]
    """In the order in which this process comes to them."""
    work: Callable[[Any], str | None]
    number: int
    store: Store
    """Where they leave it."""
    report: Callable[[], Any] | None
    at_once: int
    positions: dict[str, int]
    """Place of each page, by `src_uri`."""
    length: int
    """Characters of what comes of a page."""
    is_awaited: bool
    """Whether this process takes each page from the store."""
    rounds: list[_Round]
    """The one at hand, if any, and the next once others have nothing left to do in that one."""
    reports: list[Any]
    """What processes have reported that have stopped."""

    @classmethod
    def start(
        cls,
        pages: Sequence[OfFile],
        work: Callable[[Any], str | None],
        number: int,
        store: Store,
        report: Callable[[], Any] | None = None,
        at_once: int = _AT_ONCE,
        length: int = DIGEST_LENGTH,
        *,
        is_awaited: bool = True,
    ) -> Workers:
        """Start `number` processes that call `work` as long as pages are left, which may give so many characters.

        What `report` gives in each of them in the end, as JSON values, is handed over.
        """
        positions = {page.file.src_uri: place for place, page in enumerate(pages)}
        number_of_rounds = max(1, -(-len(pages) // at_once))
        size = -(-len(pages) // number_of_rounds)
        workers = cls(pages, work, number, store, report, size, positions, length, is_awaited, [], [])
        workers._start(0)
        return workers

    @property
    def processes(self) -> list[ForkProcess]:
        """Those at work."""
        return [process for each in self.rounds for process in each.processes]

    def begin(self, page: OfFile) -> str | None:
        """What has come of a page, if a process has come to it; from now on none needs to.

        It is empty if another process may be at that page.
        """
        place = self.positions.get(page.file.src_uri)
        if place is None:
            return None
        while self.rounds and place >= self.rounds[0].end:
            self._end(self.rounds.pop(0))
            if not self.rounds:
                self._start(place)
        at_hand = self.rounds[0] if self.rounds else None
        if at_hand is None or place < at_hand.first:
            return None
        place -= at_hand.first
        at_hand.row.begin(place)
        if not at_hand.row.is_begun(place, len(at_hand.processes)):
            return None
        self.store.look_again()
        if len(self.rounds) == 1 and at_hand.end < len(self.pages):
            # Nothing is left to do for the others, while this process has yet to take what they have made.
            self._start(at_hand.end)
        return at_hand.row.result(place) or ""

    def finish(self) -> None:
        """Wait until every process has stopped; each of them is at its last page at most."""
        for at_hand in self.rounds:
            at_hand.row.end()
        while self.rounds:
            self._end(self.rounds.pop(0))

    def _end(self, at_hand: _Round) -> None:
        at_hand.row.end()
        for process in at_hand.processes:
            process.join(PATIENCE)
            # A process that was killed at a bad moment may have left the others waiting for it.
            process.kill()
        if not self.rounds:
            gc.unfreeze()
        self.store.look_again()
        for letter in at_hand.letters:
            with letter, contextlib.suppress(OSError, ValueError):
                letter.seek(0)
                self.reports.append(json.loads(letter.read()))

    def _start(self, first: int) -> None:
        """Start processes for some pages; where that can't be, this one works on all that are left."""
        if not can_fork():
            return
        from tempfile import TemporaryFile  # noqa: PLC0415  # as above

        from .shared_row import SharedRow  # noqa: PLC0415  # as above

        # Where processes have no memory in common, or there may be no more of them.
        with contextlib.suppress(ImportError, OSError):
            pages = self.pages[first : first + self.at_once]
            at_hand = _Round(first, pages, SharedRow.of(len(pages), self.length))
            self.rounds.append(at_hand)
            self.store.write()  # or each of them would do so, too
            if len(self.pages) > _MANY:
                gc.collect(1)  # or what it would find next belonged to what is left alone from now on
                give_back_memory()  # before other processes have a part in it for good
            # Whatever the collector touches would have to be copied for both processes.
            gc.freeze()
            for _ in range(self.number):
                letter = TemporaryFile() if self.report else None  # noqa: SIM115  # until `finish`
                at_hand.letters.extend([letter] if letter else [])
                at_hand.processes.append(started(self._work, at_hand, letter))

    def _work(self, at_hand: _Round, letter: IO[bytes] | None) -> None:
        self.rounds.clear()  # What comes to a page here does not tell the others that the main process has.
        is_wanted = begin_beside()
        with contextlib.suppress(Exception):
            while is_wanted() and (place := at_hand.row.take()) is not None:
                result = self.work(at_hand.pages[place])
                if self.is_awaited:
                    self.store.write()
                if result:
                    at_hand.row.put(place, result)
            self.store.write()
            if letter and self.report:
                letter.write(json.dumps(self.report()).encode())
                letter.flush()
        os._exit(0)


def worker_count(wanted: int | str, pages: int, *, is_serve: bool) -> int:
    """How many processes to start beside this one; none where forking is not safe or does not pay."""
    if is_serve or pages < FEWEST:
        return 0
    return max(0, min(cores_for(wanted), pages // (FEWEST // 2)) - 1)
