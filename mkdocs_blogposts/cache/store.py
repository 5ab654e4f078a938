"""Keeps what is costly to make in a folder, by the digest of all that it was made from.

Whatever a page shows has to be part of one of these keys, or it shows what was true in an earlier build:

- the HTML of a text: `rendering/page_renderer.py: Rendering.key_of`
- its excerpt, description and reading time: `rendering/rendered.py: Renditions.key_of`
- what search plugins know of it: `host/search.py: SearchIndex.key_of`
- the smaller copies of a picture: `pictures/picture_copies.py: PictureCopies.key_of`
- the slides of a PDF: `pictures/slide_decks.py: SlideDecks.key_of`
- a cover as PNG: `pictures/covers.py: Covers.key_of`
- a finished page, with all that its template gets: `cache/finished_pages.py: Outputs.key_of`

What a build remembers of the whole site is compared piece by piece: `stages/snapshot.py: Snapshot`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..late_patterns import late_pattern

if TYPE_CHECKING:
    from pathlib import Path

UNUSED_AFTER = 7 * 24 * 3600
"""Seconds after which an entry that no build has used is dropped."""

_ENTRY = late_pattern(r"[a-z]+-[0-9a-f]{40}\.entry")
_HALF = ".blogposts-"
"""How the name of an entry begins that is not yet written whole."""

_JSON, _TEXT = b"j", b"t"
"""What an entry holds: the value as JSON, or text as it is."""

_MARKER = ".gitignore"
"""The file by which the folder is nothing to commit; its time is that of the last look through all entries."""

_TOUCHED_AFTER = 24 * 3600
"""Seconds after which the use of an entry is noted again."""


def digest(*parts: object) -> str:
    """The digest of some JSON values, in which nothing of one part can pass for a piece of another."""
    made = hashlib.sha256()
    for part in parts:
        # Texts are whole pages, of which JSON takes longer to make than the digest does.
        mark, text = (_TEXT, part) if isinstance(part, str) else (_JSON, _as_json(part))
        content = text.encode("utf-8", "surrogatepass")
        made.update(b"%b%d:" % (mark, len(content)))
        made.update(content)
    return made.hexdigest()


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@dataclass
class Store:
    """A folder of entries, which several processes and builds may share.

    An entry that can't be read, or was not made for the key that is asked for, counts as missing. Entries are written
    whole or not at all. Those that have a slot make room for each other, where all of them would take too much.
    """

    folder: Path
    _is_writable: bool = field(default=True, init=False)
    _used: set[str] = field(default_factory=set, init=False)
    """Names of the files of entries that this process has found."""

    def get(self, kind: str, key: str, slot: str | None = None) -> Any | None:
        """The value kept under a key; `None` if there is none."""
        name = _file_name(kind, slot or key)
        try:
            checksum, mark, content = _parts(self.folder.joinpath(name).read_bytes())
            if checksum != _checksum(key, mark, content):
                return None
            value = content.decode("utf-8", "surrogatepass")
            self._used.add(name)
            return value if mark == _TEXT else json.loads(value)
        except (OSError, ValueError):
            return None

    def has(self, kind: str, key: str) -> bool:
        """Whether there seems to be something under a key."""
        return self.folder.joinpath(_file_name(kind, key)).is_file()

    def put(self, kind: str, key: str, value: Any, slot: str | None = None) -> None:
        """Keep a JSON value in place of any other in its slot; where that can't be, nothing is kept."""
        if not self._is_writable:
            return
        try:
            is_text = isinstance(value, str)
            text = value if is_text else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        except (TypeError, RecursionError):
            return  # plugins may have put anything into it
        mark, content = _TEXT if is_text else _JSON, text.encode("utf-8", "surrogatepass")
        name = _file_name(kind, slot or key)
        path, made = self.folder / name, self.folder / f"{_HALF}{os.getpid()}-{name}"
        try:
            self._make_folder()
        except OSError:
            self._is_writable = False
            return
        try:
            made.write_bytes(b"".join((_checksum(key, mark, content), mark, content)))
            made.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                made.unlink()

    def drop_unused(self) -> None:
        """Once a day, remove what no build has used for a long time, and what a killed one has left half written."""
        now = time.time()
        marker = self.folder / _MARKER
        try:
            # What is of a day to come was written while the clock was wrong.
            if abs(now - marker.stat().st_mtime) < _TOUCHED_AFTER:
                return
            os.utime(marker)
        except OSError:
            return
        for path in self.folder.iterdir():
            is_entry = _ENTRY.fullmatch(path.name)
            if not is_entry and not path.name.startswith(_HALF):
                continue
            with contextlib.suppress(OSError):
                age = abs(now - path.stat().st_mtime)
                if path.name in self._used:
                    if age > _TOUCHED_AFTER:
                        os.utime(path)
                elif age > (UNUSED_AFTER if is_entry else _TOUCHED_AFTER):
                    path.unlink()

    def _make_folder(self) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            # The folder is nothing to commit.
            (self.folder / _MARKER).write_text("*\n", encoding="utf-8")


def _file_name(kind: str, name: str) -> str:
    return f"{kind}-{name[:40]}.entry"


def _checksum(key: str, mark: bytes, content: bytes) -> bytes:
    made = hashlib.sha256(key.encode("ascii"))
    made.update(mark)
    made.update(content)
    return made.digest()


def _parts(content: bytes) -> tuple[bytes, bytes, bytes]:
    """Checksum, mark and content of an entry."""
    size = hashlib.sha256().digest_size
    return content[:size], content[size : size + 1], content[size + 1 :]
