"""A value that another process finds, while this one goes on until it needs it."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
from typing import TYPE_CHECKING, Any

from ..light_dataclasses import dataclass
from .forking import cores_for, keep_quiet

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
    letter: int
    """A file without a name, in which it writes the value."""

    @classmethod
    def of(cls, find: Callable[[], Any], workers: int | str) -> Promised | None:
        """What `find` gives in another process; `None` where there is none for that."""
        if cores_for(workers) == 1:
            return None
        opened: list[int] = []
        try:
            opened.append(os.memfd_create("blogposts"))
            opened += os.pipe()
            process = os.fork()
        except OSError:  # where there may be no more processes, or files
            for each in opened:
                os.close(each)
            return None
        letter, end, ends = opened
        if process:
            os.close(ends)
            return cls(process, end, letter)
        try:
            keep_quiet()
            gc.disable()  # which would have what both processes share copied
            with os.fdopen(letter, "wb", closefd=False) as file:
                file.write(json.dumps(find()).encode())
        finally:
            os._exit(0)

    def value(self) -> Any | None:
        """The value; `None` where that process has not come to it. It is to be had once."""
        ended, _, _ = select.select([self.end], [], [], PATIENCE)
        if not ended:
            os.kill(self.process, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self.process, 0)
        os.close(self.end)
        with os.fdopen(self.letter, "rb") as file, contextlib.suppress(OSError, ValueError):
            file.seek(0)
            return json.loads(file.read())
        return None
