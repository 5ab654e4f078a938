"""Files of many entries each: to write thousands of small files takes a disk longer than a build takes for the rest.

A pack is a row of records, each with a head that tells where the next one begins. Each process has a pack of its own
and only ever adds to its end, so that nobody waits for anybody; what a killed one has written by half is not taken for
a record. Whether an entry is right is for its reader to tell, who gets all of a name that there are.
"""

from __future__ import annotations

import contextlib
import os
import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

HALF = ".blogposts-"
"""How the name of a file begins that is not yet written whole."""

HEAD = struct.Struct("<4sI32s32sI")
"""The mark, when the record was last used, its name, its slot, and the size of its entry."""
_MARK = b"bpp1"
_USED = struct.Struct("<I")
_USED_AT = len(_MARK)
_KIND, _DIGEST = 12, 20
"""Bytes of a name: the kind of entry, and as much of its digest as tells it from any other."""

_READS_ANYWHERE = hasattr(os, "pread")
"""Whether a file can be open for long: Windows, which lacks it, does not remove one that is."""

_AT_ONCE = 16 * 1024
"""Bytes that are read of a record; most have fewer."""
_MOST = 16
"""Packs of a family, above which the smaller ones become one."""
_AT_WORK = 60
"""Seconds for which a pack may still be that of a process at work, and is left alone."""


class Record(NamedTuple):
    """Where an entry lies in a pack, and what is known of it without reading it."""

    start: int
    end: int
    used: int
    """When it was last used, in seconds of the epoch; noted again after a day."""
    name: bytes
    slot: bytes


def name_of(kind: str, key: str) -> bytes:
    """The name of an entry."""
    return kind.encode("ascii").ljust(_KIND) + bytes.fromhex(key[: 2 * _DIGEST])


class _OpenPack:
    """A pack that is open for reading, as long as somebody has this."""

    __slots__ = ("descriptor",)

    def __init__(self, path: str) -> None:
        self.descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))

    def __del__(self) -> None:
        if hasattr(self, "descriptor"):
            os.close(self.descriptor)

    def read(self, length: int, start: int) -> bytes:
        """So many bytes from a place on, or fewer where there are no more."""
        if _READS_ANYWHERE:
            # Processes that were forked have one place in common, which this leaves alone.
            return os.pread(self.descriptor, length, start)
        os.lseek(self.descriptor, start, os.SEEK_SET)
        return os.read(self.descriptor, length)


def records_in(path: Path, start: int = 0) -> Iterator[Record]:
    """The records of a pack that are written whole, from one of them on."""
    opened = _OpenPack(str(path))
    size = os.fstat(opened.descriptor).st_size
    while start + HEAD.size <= size:
        head = opened.read(HEAD.size, start)
        if len(head) < HEAD.size:
            return
        mark, used, name, slot, length = HEAD.unpack(head)
        end = start + HEAD.size + length
        if mark != _MARK or end > size:
            return
        yield Record(start, end, used, name, slot)
        start = end


class Packs:
    """The packs of one family in a folder, which several processes and builds may share."""

    def __init__(self, folder: Path, family: str, token: str) -> None:
        self.folder = folder
        self.family = family
        """How their names begin."""
        self.token = token
        """What names of packs have in common that the processes of this build write."""
        self.pending: dict[bytes, bytes] = {}
        """Records that are not yet written."""
        self.pending_size = 0
        self._forget()

    def _forget(self) -> None:
        self._is_known = False
        self._places: dict[str, dict[bytes, int]] = {}
        """Where each record begins, for each pack."""
        self._ends: dict[str, int] = {}
        """Where the last record ends that is known of a pack."""
        self._used: dict[str, set[int]] = {}
        """Where records begin that this process has used."""
        self._open: dict[str, _OpenPack] = {}

    def find(self, name: bytes) -> Iterator[tuple[str, int, bytes]]:
        """Each entry of a name, with its pack and place."""
        if (record := self.pending.get(name)) is not None:
            yield "", 0, record[HEAD.size :]
        self._know()
        for pack, places in self._places.items():
            start = places.get(name)
            if start is not None and (entry := self._read(pack, start, name)) is not None:
                yield pack, start, entry

    def note_use(self, pack: str, start: int) -> None:
        """Know that a record was of use."""
        self._used.setdefault(pack, set()).add(start)

    def has(self, name: bytes) -> bool:
        """Whether there seems to be an entry of a name, which counts as used then."""
        self._know()
        found = [(pack, places[name]) for pack, places in self._places.items() if name in places]
        for pack, start in found:
            self.note_use(pack, start)
        return name in self.pending or bool(found)

    def add(self, name: bytes, slot: bytes, entry: bytes, now: int) -> None:
        """Have an entry written with the next ones."""
        record = HEAD.pack(_MARK, now, name, slot, len(entry)) + entry
        self.pending_size += len(record) - len(self.pending.get(name, b""))
        self.pending[name] = record

    def write(self) -> None:
        """Write what is pending to the pack of this process; `OSError` where that can't be."""
        pack = f"{self.family}-{self.token}-{os.getpid()}.pack"
        path = self.folder / pack
        start = None
        try:
            with path.open("ab") as file:
                start = end = file.tell()
                file.write(b"".join(self.pending.values()))
        except OSError:
            if start is not None:
                with contextlib.suppress(OSError):
                    os.truncate(path, start)
            raise
        places = self._places.setdefault(pack, {})
        for name, record in self.pending.items():
            places[name] = end
            self.note_use(pack, end)
            end += len(record)
        self.pending.clear()
        self.pending_size = 0

    def look_again(self) -> None:
        """Know what other processes of this build have written meanwhile."""
        self._know()
        own = f"-{os.getpid()}.pack"
        for pack in self._in_folder():
            if self.token in pack and not pack.endswith(own):
                self._take(pack)

    @property
    def has_grown(self) -> bool:
        """Whether processes of this build have written anything beside what was there."""
        if not self._places:
            return False
        self._know()
        return len({self.token in pack for pack in self._places}) > 1

    def tidy(self, now: int, unused_after: int, noted_after: int) -> None:
        """Remove records that are superseded in their slot, or were not used for some time, and the use of others.

        A pack goes as a whole once nothing in it lives; one that is dead for the most part, or one of too many small
        ones, leaves what lives to a new pack.
        """
        every = {pack: list(self._records_in(pack)) for pack in self._in_folder()}
        living = self._living(every, now, unused_after)
        settled = {pack: size for pack in every if (size := self._settled_size(pack, now)) is not None}
        alive = {pack: sum(record.end - record.start for record in living[pack]) for pack in settled}
        by_size = sorted((pack for pack in settled if living[pack]), key=lambda pack: (alive[pack], pack))
        poor = {pack for pack in by_size if alive[pack] * 2 < settled[pack]}
        if len(by_size) - len(poor) > _MOST:
            poor |= set(by_size[: -_MOST // 2])
        is_merged = self._merge({pack: living[pack] for pack in by_size if pack in poor}, now)
        for pack in settled:
            if not living[pack] or (is_merged and pack in poor):
                with contextlib.suppress(OSError):
                    (self.folder / pack).unlink()
            else:
                self._note_uses(pack, living[pack], now, noted_after)
        self._forget()

    def _know(self) -> None:
        if not self._is_known:
            self._is_known = True
            for pack in self._in_folder():
                self._take(pack)

    def _in_folder(self) -> list[str]:
        try:
            with os.scandir(self.folder) as entries:
                names = [entry.name for entry in entries if entry.name.endswith(".pack") and entry.is_file()]
        except OSError:
            return []
        return sorted(name for name in names if name.startswith(f"{self.family}-"))

    def _take(self, pack: str) -> None:
        places = self._places.setdefault(pack, {})
        for record in self._records_in(pack, self._ends.get(pack, 0)):
            places[record.name] = record.start
            self._ends[pack] = record.end

    def _records_in(self, pack: str, start: int = 0) -> Iterator[Record]:
        with contextlib.suppress(OSError):
            yield from records_in(self.folder / pack, start)

    def _read(self, pack: str, start: int, name: bytes) -> bytes | None:
        try:
            opened = self._open.get(pack) or _OpenPack(f"{self.folder}{os.sep}{pack}")
            if _READS_ANYWHERE:
                self._open[pack] = opened
            record = opened.read(_AT_ONCE, start)
            mark, _, found, _, length = HEAD.unpack_from(record)
            if (mark, found) != (_MARK, name):
                return None
            end = HEAD.size + length
            return record[HEAD.size : end] + (opened.read(end - _AT_ONCE, start + _AT_ONCE) if end > _AT_ONCE else b"")
        except (OSError, MemoryError, struct.error):
            return None

    def _living(self, every: dict[str, list[Record]], now: int, unused_after: int) -> dict[str, list[Record]]:
        """Those records of each pack that a build may want again."""
        newest: dict[bytes, tuple[bool, int, str, int]] = {}
        for pack, records in every.items():
            used = self._used.get(pack, ())
            for record in records:
                rank = (record.start in used, record.used, pack, record.start)
                if record.slot not in newest or rank > newest[record.slot]:
                    newest[record.slot] = rank
        living: dict[str, list[Record]] = {pack: [] for pack in every}
        for pack, records in every.items():
            for record in records:
                is_used, _, *place = newest[record.slot]
                if place == [pack, record.start] and (is_used or abs(now - record.used) <= unused_after):
                    living[pack].append(record)
        return living

    def _settled_size(self, pack: str, now: int) -> int | None:
        """The size of a pack; `None` where a process of another build may be at work on it."""
        try:
            about = (self.folder / pack).stat()
        except OSError:
            return None
        return about.st_size if self.token in pack or abs(now - about.st_mtime) > _AT_WORK else None

    def _merge(self, living: dict[str, list[Record]], now: int) -> bool:
        """Write the living records of some packs into a new one; whether that could be."""
        if not living:
            return True
        name = f"{self.family}-{self.token}-{os.urandom(4).hex()}.pack"
        half = self.folder / f"{HALF}{name}"
        try:
            with half.open("wb") as made:
                for pack, records in living.items():
                    used = self._used.get(pack, ())
                    made.writelines(_copies(self.folder / pack, records, used, now))
            half.replace(self.folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                half.unlink()
            return False
        return True

    def _note_uses(self, pack: str, records: Iterable[Record], now: int, noted_after: int) -> None:
        """Write into records of a pack that they were used, where that is not noted yet."""
        used = self._used.get(pack, ())
        starts = [record.start for record in records if record.start in used and abs(now - record.used) > noted_after]
        if starts:
            with contextlib.suppress(OSError), (self.folder / pack).open("r+b", buffering=0) as file:
                for start in starts:
                    file.seek(start + _USED_AT)
                    file.write(_USED.pack(now))


def _copies(path: Path, records: Iterable[Record], used: Iterable[int], now: int) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as file:
        for record in records:
            file.seek(record.start)
            copy = bytearray(file.read(record.end - record.start))
            if record.start in used:
                copy[_USED_AT : _USED_AT + _USED.size] = _USED.pack(now)
            yield bytes(copy)
