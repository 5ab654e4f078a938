"""A value that another process finds, while this one goes on until it needs it."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from ..light_dataclasses import dataclass
from .forking import cores_for, keep_quiet, undisturbed

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 30
"""Seconds that the other process gets once the value is needed."""


@dataclass(frozen=True, slots=True)
class Promised:
    """JSON values that a function gives."""

    process: int
    """The one that calls it."""
    end: int
    """What can be read once that process has ended."""
    letter: IO[bytes]
    """A file without a name, in which it writes the value."""

    @classmethod
    def of(cls, find: Callable[[], Any], workers: int | str) -> Promised | None:
        """What `find` gives in another process; `None` where there is none for that."""
        if cores_for(workers) == 1:
            return None
        opened: list[int] = []
        try:
            opened += os.pipe()
            letter = TemporaryFile()  # noqa: SIM115  # until there is a value
            with undisturbed():
                process = os.fork()
        except OSError:  # where there may be no more processes, or files
            for each in opened:
                os.close(each)
            return None
        end, ends = opened
        if process:
            os.close(ends)
            return cls(process, end, letter)
        try:
            keep_quiet()
            gc.disable()  # which would have what both processes share copied
            letter.write(json.dumps(find()).encode())
            letter.flush()
        finally:
            os._exit(0)

    def value(self) -> Any | None:
        """The value; `None` where that process has not come to it. It is to be had once."""
        ended = select.poll()  # which takes files of any number
        ended.register(self.end, select.POLLIN)
        if not ended.poll(PATIENCE * 1000):
            os.kill(self.process, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self.process, 0)
        os.close(self.end)
        with self.letter, contextlib.suppress(OSError, ValueError):
            self.letter.seek(0)
            return json.loads(self.letter.read())
        return None
