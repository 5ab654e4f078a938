"""Code of templates that another process makes ahead and this one takes, by a file that both have open."""

from __future__ import annotations

import marshal
import os
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from types import CodeType

_LENGTH = 8
"""Bytes that tell how long what follows is."""


@dataclass(slots=True)
class CodesAhead:
    """What has come so far, each under the digest of all that it was made from."""

    file: IO[bytes] = field(default_factory=TemporaryFile, init=False)
    """Without a name, so that nobody else writes there."""
    _read: int = field(default=0, init=False)
    _come: dict[str, bytes] = field(default_factory=dict, init=False)

    def put(self, key: str, code: CodeType) -> None:
        """Hand a code over."""
        written = marshal.dumps((key, marshal.dumps(code)))
        self.file.write(len(written).to_bytes(_LENGTH, "big") + written)
        self.file.flush()

    def get(self, key: str) -> CodeType | None:
        """The code under a key, if it has come."""
        if key not in self._come and not self.file.closed:
            self._look()
        written = self._come.get(key)
        code: CodeType | None = marshal.loads(written) if written else None  # noqa: S302  # of a process of ours
        return code

    def end(self) -> dict[str, bytes]:
        """All that has come, once nothing more can."""
        with self.file:
            self._look()
        return self._come

    def _look(self) -> None:
        number = self.file.fileno()
        # Reading at a place leaves the other process its own.
        come = os.pread(number, os.fstat(number).st_size - self._read, self._read)
        start = 0
        while (begin := start + _LENGTH) <= len(come):
            end = begin + int.from_bytes(come[start:begin], "big")
            if end > len(come):
                break
            key, written = marshal.loads(come[begin:end])  # noqa: S302  # as above
            self._come[key] = written
            start = end
        self._read += start
