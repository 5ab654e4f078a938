"""Keeps what is costly to make in a folder, by the digest of all that it was made from.

Whatever a page shows has to be part of one of these keys, or it shows what was true in an earlier build:

- what its front matter says: `sources/stored_readings.py: StoredTexts`
- the HTML of a text: `rendering/page_renderer.py: Rendering.key_of`
- its excerpt, description and reading time: `rendering/rendered.py: Renditions.key_of`
- what search plugins know of it: `host/search.py: SearchIndex.key_of`
- the smaller copies of a picture: `pictures/picture_copies.py: PictureCopies.key_of`
- the slides of a PDF: `pictures/slide_decks.py: SlideDecks.key_of`
- a cover as PNG: `pictures/covers.py: Covers.key_of`
- a finished page, with all that its template gets: `cache/finished_pages.py: Outputs.key_of`
- which posts are alike by their labels: `articles/kept_relations.py: KeptRelations.key`
- what mkdocs-minify-plugin makes of it: `host/plugins/minified_pages.py`

What a build remembers of the whole site is compared piece by piece: `stages/snapshot.py: Snapshot`.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..late_patterns import late_pattern
from .entries import digest, entry_of, value_of
from .packs import HALF, Packs, name_of

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Store", "digest"]

UNUSED_AFTER = 7 * 24 * 3600
"""Seconds after which an entry that no build has used is dropped."""

_IN_FILES = frozenset({"picture", "slides", "cover", "related", "site"})
"""Kinds of entries that are few and large, so that each has a file of its own."""
_PAGES = frozenset({"page", "minified"})
"""The kinds of finished pages, which are no use to a build of other pages and have packs of their own."""

_ENTRY = late_pattern(r"([a-z]+)-[0-9a-f]{40}\.entry")

_MARKER = ".gitignore"
"""The file by which the folder is nothing to commit; its time is that of the last look through all entries."""
_NOTHING_TO_COMMIT = "*\n"

_TOUCHED_AFTER = 24 * 3600
"""Seconds after which the use of an entry is noted again."""

_AT_ONCE = 64 * 1024
"""Bytes that are worth being written."""


@dataclass
class Store:
    """A folder of entries, which several processes and builds may share.

    An entry that can't be read, or was not made for the key that is asked for, counts as missing. Entries are written
    whole or not at all. Those that have a slot make room for each other, where all of them would take too much.
    """

    folder: Path
    _is_writable: bool = field(default=True, init=False)
    _is_tidy: bool = field(default=False, init=False)
    """Whether it was looked for what is of no use any more."""
    _is_behind: bool = field(default=False, init=False)
    """Whether other processes of this build may have kept what is not known here."""
    _used: set[str] = field(default_factory=set, init=False)
    """Names of the files of entries that this process has found."""
    _pages: Packs = field(init=False)
    _texts: Packs = field(init=False)

    def __post_init__(self) -> None:
        token = os.urandom(6).hex()
        self._pages, self._texts = (Packs(self.folder, family, token) for family in ("page", "text"))

    def get(self, kind: str, key: str, slot: str | None = None) -> Any | None:
        """The value kept under a key; `None` if there is none."""
        if kind in _IN_FILES:
            return self._get_from_file(_file_name(kind, slot or key), key)
        packs, name = self._packs(kind), name_of(kind, key)
        value = _found(packs, name, key)
        if value is None and self._is_behind:
            self._is_behind = False
            for each in (self._pages, self._texts):
                each.look_again()
            value = _found(packs, name, key)
        return value

    def has(self, kind: str, key: str) -> bool:
        """Whether there seems to be something in a pack under a key, which counts as used then."""
        return self._packs(kind).has(name_of(kind, key))

    def put(self, kind: str, key: str, value: Any, slot: str | None = None) -> None:
        """Keep a JSON value in place of any other in its slot; where that can't be, nothing is kept."""
        if not self._is_writable or (entry := entry_of(key, value)) is None:
            return
        if kind in _IN_FILES:
            self._put_into_file(_file_name(kind, slot or key), entry)
            return
        packs = self._packs(kind)
        packs.add(name_of(kind, key), name_of(kind, slot or key), entry, int(time.time()))
        if packs.pending_size > _AT_ONCE:
            self.write()

    def write(self) -> None:
        """Let other processes have what this one has kept."""
        waiting = [packs for packs in (self._pages, self._texts) if packs.pending]
        if waiting and self._make_folder():
            try:
                for packs in waiting:
                    packs.write()
            except OSError:
                self._is_writable = False

    def look_again(self) -> None:
        """Know that other processes of this build may have kept something meanwhile."""
        self._is_behind = True

    def try_again(self) -> None:
        """Write what comes, also where that could not be in the build before."""
        self._is_writable = True

    def drop_unused(self) -> None:
        """Write what has come, and remove what has been replaced, unless an earlier build with this store has.

        Once a day, remove what no build has used for a long time, and what a killed one has left half written.
        """
        self.write()
        if self._is_tidy:
            return
        self._is_tidy = True
        now = time.time()
        is_due = self._is_due(now)
        for packs in (self._pages, self._texts):
            if is_due or packs.has_grown:
                packs.tidy(int(now), UNUSED_AFTER, _TOUCHED_AFTER)
        if is_due:
            self._drop_files(now)

    def _is_due(self, now: float) -> bool:
        """Whether the last look through all entries was a day ago; it counts as done, then."""
        marker = self.folder / _MARKER
        with contextlib.suppress(OSError):
            if not marker.is_file():
                marker.write_text(_NOTHING_TO_COMMIT, encoding="utf-8")
                return True
            # What is of a day to come was written while the clock was wrong.
            if abs(now - marker.stat().st_mtime) >= _TOUCHED_AFTER:
                os.utime(marker)
                return True
        return False

    def _drop_files(self, now: float) -> None:
        for path in self.folder.iterdir():
            entry = _ENTRY.fullmatch(path.name)
            if not entry and not path.name.startswith(HALF):
                continue
            with contextlib.suppress(OSError):
                age = abs(now - path.stat().st_mtime)
                if path.name in self._used:
                    if age > _TOUCHED_AFTER:
                        os.utime(path)
                elif age > (UNUSED_AFTER if entry and entry[1] in _IN_FILES else _TOUCHED_AFTER):
                    path.unlink()

    def _packs(self, kind: str) -> Packs:
        return self._pages if kind in _PAGES else self._texts

    def _get_from_file(self, name: str, key: str) -> Any | None:
        try:
            value = value_of(key, self.folder.joinpath(name).read_bytes())
        except OSError:
            return None
        if value is not None:
            self._used.add(name)
        return value

    def _put_into_file(self, name: str, entry: bytes) -> None:
        if not self._make_folder():
            return
        made = self.folder / f"{HALF}{os.getpid()}-{name}"
        try:
            made.write_bytes(entry)
            made.replace(self.folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                made.unlink()

    def _make_folder(self) -> bool:
        """Whether there is a folder, which is nothing to commit."""
        try:
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True, exist_ok=True)
                (self.folder / _MARKER).write_text(_NOTHING_TO_COMMIT, encoding="utf-8")
        except OSError:
            self._is_writable = False
        return self._is_writable


def _found(packs: Packs, name: bytes, key: str) -> Any | None:
    for pack, start, entry in packs.find(name):
        if (value := value_of(key, entry)) is not None:
            packs.note_use(pack, start)
            return value
    return None


def _file_name(kind: str, name: str) -> str:
    return f"{kind}-{name[:40]}.entry"
