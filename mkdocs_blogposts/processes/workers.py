"""Pages worked on ahead by other processes, from the last one on, while this one begins with the first."""

from __future__ import annotations

import contextlib
import gc
import json
import os
from typing import IO, TYPE_CHECKING, Any

from ..light_dataclasses import dataclass
from .forking import begin_beside, cores_for, give_back_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.context import ForkProcess

    from mkdocs.structure.pages import Page

    from ..cache.store import Store

PATIENCE = 30
"""Seconds that a process gets for its last page."""

FEWEST = 24
"""Pages for which it pays to start another process."""

_KEY_LENGTH = 64
"""Characters of a digest."""


_AT_ONCE = 1000
"""Pages for which processes are started at a time.

All that the main process has is theirs as well until one of them touches it, and by and by each of them touches all of
it. So they end now and then, and what they had of their own with them.
"""


@dataclass(frozen=True, slots=True)
class _Round:
    """Some of the pages, and the processes that work on these."""

    first: int
    """Place of the first of them among all pages."""
    number: int
    reached: Any
    """Shared: how many pages the main process has begun with."""
    left: Any
    """Shared: how many pages no process has begun with; kept, or another blog would get its place in memory."""
    results: Any
    """Shared: for each page, the key under which the store has it, in digits; zeros where none is known."""
    processes: list[ForkProcess]
    letters: list[IO[bytes]]
    """Shared: files without a name, in which each process writes its report in the end."""


@dataclass(slots=True)
class Workers:
    """Processes that work on some pages and leave what they have made in the store."""

    pages: Sequence[Page]
    """In the order in which this process comes to them."""
    work: Callable[[Any], str | None]
    number: int
    store: Store
    """Where they leave it."""
    report: Callable[[], Any] | None
    at_once: int
    positions: dict[str, int]
    """Place of each page, by `src_uri`."""
    rounds: list[_Round]
    """The one at hand, if any."""
    reports: list[Any]
    """What processes have reported that have stopped."""

    @classmethod
    def start(
        cls,
        pages: Sequence[Page],
        work: Callable[[Any], str | None],
        number: int,
        store: Store,
        report: Callable[[], Any] | None = None,
        at_once: int = _AT_ONCE,
    ) -> Workers:
        """Start `number` processes that call `work`, which may give a digest, as long as pages are left.

        What `report` gives in each of them in the end, as JSON values, is handed over.
        """
        positions = {page.file.src_uri: place for place, page in enumerate(pages)}
        number_of_rounds = max(1, -(-len(pages) // at_once))
        workers = cls(pages, work, number, store, report, -(-len(pages) // number_of_rounds), positions, [], [])
        workers._start(0)
        return workers

    @property
    def processes(self) -> list[ForkProcess]:
        """Those at work."""
        return [process for each in self.rounds for process in each.processes]

    def begin(self, page: Page) -> str | None:
        """What a process has given for a page, if it has come to it; from now on none needs to."""
        place = self.positions.get(page.file.src_uri)
        if place is None:
            return None
        at_hand = self.rounds[0] if self.rounds else None
        if at_hand and place >= at_hand.first + at_hand.number:
            self._stop()
            at_hand = self._start(place)
        if at_hand is None or place < at_hand.first:
            return None
        place -= at_hand.first
        at_hand.reached.value = place + 1
        if place >= at_hand.left.get_obj().value:  # without its lock, which a process may have died with
            self.store.look_again()
        with at_hand.results.get_lock():
            key: bytes = at_hand.results[place * _KEY_LENGTH : (place + 1) * _KEY_LENGTH]
        return key.decode("ascii") if key.rstrip(b"\0") else None

    def finish(self) -> None:
        """Wait until every process has stopped; each of them is at its last page at most."""
        self._stop()

    def _start(self, first: int) -> _Round:
        import multiprocessing  # noqa: PLC0415  # most sites have fewer pages than pay for it
        from tempfile import TemporaryFile  # noqa: PLC0415  # as above

        pages = self.pages[first : first + self.at_once]
        context = multiprocessing.get_context("fork")
        at_hand = _Round(
            first=first,
            number=len(pages),
            reached=context.Value("i", 0),
            left=context.Value("i", len(pages)),
            results=context.Array("c", _KEY_LENGTH * max(1, len(pages))),
            processes=[],
            letters=[],
        )
        self.rounds.append(at_hand)
        self.store.write()  # or each of them would do so, too
        give_back_memory()
        # Whatever the collector touches would have to be copied for both processes.
        gc.freeze()
        for _ in range(self.number):
            letter = TemporaryFile() if self.report else None  # noqa: SIM115  # until `_stop`
            process = context.Process(
                target=_work, args=(pages, self.work, at_hand, self.store, letter, self.report), daemon=True
            )
            process.start()
            at_hand.processes.append(process)
            at_hand.letters.extend([letter] if letter else [])
        return at_hand

    def _stop(self) -> None:
        for at_hand in self.rounds:
            at_hand.reached.value = at_hand.number
            for process in at_hand.processes:
                process.join(PATIENCE)
                # A process that was killed at a bad moment may have left the others waiting for it.
                process.kill()
            gc.unfreeze()
            self.store.look_again()
            for letter in at_hand.letters:
                with letter, contextlib.suppress(OSError, ValueError):
                    letter.seek(0)
                    self.reports.append(json.loads(letter.read()))
        self.rounds.clear()


def _work(
    pages: Sequence[Page],
    work: Callable[[Any], str | None],
    at_hand: _Round,
    store: Store,
    letter: IO[bytes] | None,
    report: Callable[[], Any] | None,
) -> None:
    reached, left, results = at_hand.reached, at_hand.left, at_hand.results
    is_wanted = begin_beside()
    with contextlib.suppress(Exception):
        while is_wanted():
            with left.get_lock():
                left.value -= 1
                place = left.value
            if place < reached.value:
                break
            key = work(pages[place])
            store.write()
            if key:
                with results.get_lock():
                    results[place * _KEY_LENGTH : (place + 1) * _KEY_LENGTH] = key.encode("ascii")
        if letter and report:
            letter.write(json.dumps(report()).encode())
            letter.flush()
    os._exit(0)


def worker_count(wanted: int | str, pages: int, *, is_serve: bool) -> int:
    """How many processes to start beside this one; none where forking is not safe or does not pay."""
    if is_serve or pages < FEWEST:
        return 0
    return max(0, min(cores_for(wanted), pages // (FEWEST // 2)) - 1)
