"""Keeps what is costly to make in a folder, by the digest of all that it was made from."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

UNUSED_AFTER = 7 * 24 * 3600
"""Seconds after which an entry that no build has used is dropped."""

_ENTRY = re.compile(r"[a-z]+-[0-9a-f]{40}\.json")
_HALF = ".blogposts-"
"""How the name of an entry begins that is not yet written whole."""

_TOUCHED_AFTER = 24 * 3600
"""Seconds after which the use of an entry is noted again."""


def digest(*parts: object) -> str:
    """The digest of some JSON values, in which nothing of one part can pass for a piece of another."""
    return hashlib.sha256(
        json.dumps(parts, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    ).hexdigest()


@dataclass
class Store:
    """A folder of entries, which several processes and builds may share.

    An entry that can't be read, or was not made for the key that is asked for, counts as missing. Entries are written
    whole or not at all. Those that have a slot make room for each other, where all of them would take too much.
    """

    folder: Path
    _is_writable: bool = field(default=True, init=False)

    def get(self, kind: str, key: str, slot: str | None = None) -> Any | None:
        """The value kept under a key; `None` if there is none."""
        path = self._path(kind, slot or key)
        try:
            checksum, _, text = path.read_text(encoding="utf-8").partition("\n")
            if checksum != _checksum(key, text):
                return None
            self._note_use(path)
            return json.loads(text)
        except (OSError, ValueError):
            return None

    def has(self, kind: str, key: str) -> bool:
        """Whether there seems to be something under a key."""
        return self._path(kind, key).is_file()

    def put(self, kind: str, key: str, value: Any, slot: str | None = None) -> None:
        """Keep a JSON value in place of any other in its slot; where that can't be, nothing is kept."""
        if not self._is_writable:
            return
        try:
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        except (TypeError, RecursionError):
            return  # plugins may have put anything into it
        path = self._path(kind, slot or key)
        made = path.with_name(f"{_HALF}{os.getpid()}-{path.name}")
        try:
            self._make_folder()
        except OSError:
            self._is_writable = False
            return
        try:
            made.write_text(f"{_checksum(key, text)}\n{text}", encoding="utf-8", newline="")
            made.replace(path)
        except (OSError, UnicodeEncodeError):
            with contextlib.suppress(OSError):
                made.unlink()

    def drop_unused(self) -> None:
        """Remove what no build has used for a long time, and what a killed one has left half written."""
        now = time.time()
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            kept_for = UNUSED_AFTER if _ENTRY.fullmatch(path.name) else _TOUCHED_AFTER
            if _ENTRY.fullmatch(path.name) or path.name.startswith(_HALF):
                with contextlib.suppress(OSError):
                    if path.stat().st_mtime < now - kept_for:
                        path.unlink()

    def _path(self, kind: str, name: str) -> Path:
        return self.folder / f"{kind}-{name[:40]}.json"

    def _make_folder(self) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            # The folder is nothing to commit.
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")

    def _note_use(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < time.time() - _TOUCHED_AFTER:
                os.utime(path)


def _checksum(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
