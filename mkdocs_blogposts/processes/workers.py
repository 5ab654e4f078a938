"""Pages worked on ahead by other processes, from the last one on, while this one begins with the first."""

from __future__ import annotations

import contextlib
import gc
import json
import os
from typing import IO, TYPE_CHECKING, Any

from ..light_dataclasses import dataclass
from .forking import begin_beside, cores_for

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


@dataclass(slots=True)
class Workers:
    """Processes that work on some pages and leave what they have made in the store."""

    positions: dict[str, int]
    """Place of each page in the order in which this process comes to them, by `src_uri`."""
    reached: Any
    """Shared: how many pages this process has begun with."""
    left: Any
    """Shared: how many pages no process has begun with; kept, or another blog would get its place in memory."""
    results: Any
    """Shared: for each page, the key under which the store has it, in digits; zeros where none is known."""
    store: Store
    """Where they leave it."""
    processes: list[ForkProcess]
    letters: list[IO[bytes]]
    """Shared: files without a name, in which each process writes its report in the end."""
    reports: list[Any]
    """What processes have reported, once all of them have stopped."""

    @classmethod
    def start(
        cls,
        pages: Sequence[Page],
        work: Callable[[Any], str | None],
        number: int,
        store: Store,
        report: Callable[[], Any] | None = None,
    ) -> Workers:
        """Start `number` processes that call `work`, which may give a digest, as long as pages are left.

        What `report` gives in each of them in the end, as JSON values, is handed over.
        """
        import multiprocessing  # noqa: PLC0415  # most sites have fewer pages than pay for it
        from tempfile import TemporaryFile  # noqa: PLC0415  # as above

        context = multiprocessing.get_context("fork")
        reached = context.Value("i", 0)
        left = context.Value("i", len(pages))
        results = context.Array("c", _KEY_LENGTH * len(pages))
        positions = {page.file.src_uri: place for place, page in enumerate(pages)}
        workers = cls(positions, reached, left, results, store, [], [], [])
        store.write()  # or each of them would do so, too
        # Whatever the collector touches would have to be copied for both processes.
        gc.freeze()
        for _ in range(number):
            letter = TemporaryFile() if report else None  # noqa: SIM115  # until `finish`
            process = context.Process(
                target=_work, args=(pages, work, reached, left, results, store, letter, report), daemon=True
            )
            process.start()
            workers.processes.append(process)
            workers.letters += [letter] if letter else []
        return workers

    def begin(self, page: Page) -> str | None:
        """What a process has given for a page, if it has come to it; from now on none needs to."""
        place = self.positions.get(page.file.src_uri)
        if place is None:
            return None
        self.reached.value = place + 1
        if place >= self.left.get_obj().value:  # without its lock, which a process may have died with
            self.store.look_again()
        with self.results.get_lock():
            key: bytes = self.results[place * _KEY_LENGTH : (place + 1) * _KEY_LENGTH]
        return key.decode("ascii") if key.rstrip(b"\0") else None

    def finish(self) -> None:
        """Wait until every process has stopped; each of them is at its last page at most."""
        self.reached.value = len(self.positions)
        for process in self.processes:
            process.join(PATIENCE)
            # A process that was killed at a bad moment may have left the others waiting for it.
            process.kill()
        if self.processes:
            gc.unfreeze()
            self.store.look_again()
        self.processes.clear()
        for letter in self.letters:
            with letter, contextlib.suppress(OSError, ValueError):
                letter.seek(0)
                self.reports.append(json.loads(letter.read()))
        self.letters.clear()


def _work(
    pages: Sequence[Page],
    work: Callable[[Any], str | None],
    reached: Any,
    left: Any,
    results: Any,
    store: Store,
    letter: IO[bytes] | None,
    report: Callable[[], Any] | None,
) -> None:
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
