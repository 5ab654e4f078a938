"""A row of things that the main process works on from the first one on, and others from the last one on."""

from __future__ import annotations

from typing import Any

from ..light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SharedRow:
    """What all processes know of such a row."""

    number: int
    """How many things are in it."""
    length: int
    """Characters of each result, which are ASCII."""
    reached: Any
    """Shared: how many of them the main process has begun with, which alone writes it."""
    left: Any
    """Shared: how many of them no other process has begun with; kept, or another row would get its place in memory."""
    results: Any
    """Shared: what has come of each of them, or zeros.

    It has no lock, which a process may have died with: each place is written once, and what has a zero is not whole.
    """

    @classmethod
    def of(cls, number: int, length: int) -> SharedRow:
        """One that nobody has begun with."""
        import multiprocessing  # noqa: PLC0415  # most sites have fewer pages than pay for it

        context = multiprocessing.get_context("fork")
        results = context.RawArray("c", length * max(1, number))
        return cls(number, length, context.RawValue("i", 0), context.Value("i", number), results)

    def begin(self, place: int) -> None:
        """Have no other process begin with what the main process is at."""
        self.reached.value = place + 1

    def is_begun(self, place: int, others: int) -> bool:
        """Whether one of so many other processes may have begun with a thing before the main process has."""
        # Without its lock, which a process may have died with; each of them may be about to count.
        return place >= self.left.get_obj().value - others  # type: ignore[no-any-return]

    def result(self, place: int) -> str | None:
        """What has come of a thing; `None` where that is not known."""
        found: bytes = self.results[place * self.length : (place + 1) * self.length]
        return None if b"\0" in found else found.decode("ascii")

    def take(self) -> int | None:
        """The place of what another process is to do next; `None` if the main process is at it, or at the end."""
        with self.left.get_lock():
            self.left.value -= 1
            place: int = self.left.value
        return place if place >= self.reached.value else None

    def put(self, place: int, result: str) -> None:
        """Tell the main process what has come of a thing."""
        self.results[place * self.length : (place + 1) * self.length] = result.encode("ascii")

    def end(self) -> None:
        """Have no other process begin with any of them."""
        self.reached.value = self.number
