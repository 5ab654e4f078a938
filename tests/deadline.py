"""What takes too long is ended, and told: no test waits for a text that keeps a machine busy for ever."""

from __future__ import annotations

import contextlib
import faulthandler
import signal
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

GRACE = 20
"""Seconds until what hears no signal is ended with its whole process."""


@contextlib.contextmanager
def ends_within(seconds: int) -> Iterator[None]:
    """Ends what runs for longer, as a failure of the test."""
    faulthandler.dump_traceback_later(seconds + GRACE, exit=True)
    if hasattr(signal, "SIGALRM"):
        before = signal.signal(signal.SIGALRM, _late)
        signal.alarm(seconds)
    try:
        yield
    finally:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)
        faulthandler.cancel_dump_traceback_later()


def _late(*_: object) -> NoReturn:
    raise TimeoutError("this takes too long")
