"""Texts that take Markdown much longer than others of their length: they are given up, and shown as they are written.

Python-Markdown looks for the end of some signs anew at each of them, so that a run of `[` which is twice as long takes
four times as long. What other texts ask of it is not bounded: an extension may run programs.
"""

from __future__ import annotations

import signal
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from markupsafe import escape

from ..faults import Place
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 5
"""Of a processor, that each text has."""
CHARACTERS_A_SECOND = 50_000
"""For so many it has another one; others take less than a twentieth of that."""
HINT = "shorten what repeats, or split the text"

_GLANCE = 0.2
"""Seconds between two looks of a thread at the clock."""
_MANY = 1_000
"""Signs of one kind by which a text may take long; fewer never do."""
_DEEP = 100
"""The same by which it may be nested too deeply."""
_SIGNS = "[<*_`>!#=-.:|~&^$({+\\\"'/"
"""What Markdown looks for."""
_BLANK_LINES = late_pattern(r"\n[ \t]*\n\s*")
_PLAIN_COMMENT = late_pattern(r"<!--[\w \t:-]*-->")
"""May mark where an excerpt ends."""
_WATCHED = threading.local()
"""Whether another thread watches over this one, as `is_on`."""


class TooMuchError(BaseException):
    """A text is given up; no extension takes it for a mistake of its own, and goes on."""


@dataclass(frozen=True, slots=True)
class Run:
    """The sign that a text has most of."""

    sign: str
    count: int
    place: Place
    """The line with most of them, counted from the first of the text."""

    def __str__(self) -> str:
        return f"'{self.sign}' stands in it {self.count:,} times"


def run_in(text: str) -> Run | None:
    """What a text has so much of that Markdown may not get to its end; `None` for nearly all."""
    count, sign = max((text.count(each), each) for each in _SIGNS)
    if count < _DEEP:
        return None
    number, line = max(enumerate(text.split("\n"), 1), key=lambda numbered: numbered[1].count(sign))
    return Run(sign, count, Place(number, line.find(sign) + 1))


@contextmanager
def bounded(text: str) -> Iterator[None]:
    """Raises `TooMuchError` where what happens meanwhile to a text takes too long, or is nested too deeply.

    Where a text in it is bounded already, that bound holds.
    """
    run = run_in(text)
    if run is None:
        yield
        return
    with _ends_within(seconds_for(text) if run.count >= _MANY else 0):
        try:
            yield
        except RecursionError as error:
            raise TooMuchError("is nested too deeply for Markdown") from error


def seconds_for(text: str) -> int:
    """How long Markdown may take for a text."""
    return SECONDS + len(text) // CHARACTERS_A_SECOND


@contextmanager
def _ends_within(seconds: int) -> Iterator[None]:
    is_main = threading.current_thread() is threading.main_thread()
    can_be_signalled = hasattr(signal, "setitimer") and is_main
    is_bounded = signal.getitimer(signal.ITIMER_VIRTUAL)[0] if can_be_signalled else vars(_WATCHED).get("is_on")
    if not seconds or is_bounded:
        yield
        return
    with _signalled(seconds) if can_be_signalled else _watched(seconds):
        yield


def _told(seconds: int) -> str:
    return f"takes Markdown more than {seconds} seconds"


@contextmanager
def _signalled(seconds: int) -> Iterator[None]:
    is_over = False

    def end(*_: object) -> None:
        if not is_over:
            raise TooMuchError(_told(seconds))

    before = signal.signal(signal.SIGVTALRM, end)
    # Once more each second, as an extension may have taken the first for an error of its own.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)
    try:
        yield
    finally:
        is_over = True
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _watched(seconds: int) -> Iterator[None]:
    """The same by another thread, as Windows has no such signal; nothing ends while one pattern is looked for."""
    import ctypes  # noqa: PLC0415  # for few texts

    class LateError(TooMuchError):
        def __str__(self) -> str:
            return _told(seconds)

    thread, begin = ctypes.c_ulong(threading.get_ident()), time.process_time()
    is_over = threading.Lock()
    is_over.acquire()

    def watch() -> None:
        last = begin + seconds
        while not is_over.acquire(timeout=_GLANCE):
            if time.process_time() > last:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(LateError))
                last += 1  # as above

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    _WATCHED.is_on = True
    try:
        yield
    finally:
        _WATCHED.is_on = False
        is_over.release()  # at once, since whatever is called may be ended
        watcher.join()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)


def as_written(text: str) -> str:
    """HTML that shows a text as it is written, in paragraphs."""
    blocks = (block for block in _BLANK_LINES.split(text.strip()) if block)
    return "\n".join(block if _PLAIN_COMMENT.fullmatch(block) else f"<p>{escape(block)}</p>" for block in blocks)
