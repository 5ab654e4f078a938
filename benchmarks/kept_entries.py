"""What keeps a cache fastest, packs, a file for each entry or a database: `python benchmarks/kept_entries.py SITE`.

Takes what a build has left in the cache of a site, and writes and reads all of it in each way, in turn, in `TMPDIR`.
Packs are written and read as `mkdocs_blogposts/cache/packs.py` does, in one process; the database is SQLite's with a
write-ahead log, and 200 entries in each transaction. Told are medians, of time on the wall and, in brackets, of the
processor. What is read was written just before, so that the system has it in memory.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from mkdocs_blogposts.cache.packs import HEAD, Packs, records_in

if TYPE_CHECKING:
    from collections.abc import Callable

CACHE = ".cache/plugin/blogposts"
AT_ONCE = 200
"""Entries in a transaction."""
BYTES_AT_ONCE = 64 * 1024
"""What is worth being added to a pack."""

T = TypeVar("T")
Entries = dict[bytes, bytes]


def write_packs(folder: Path, entries: Entries) -> None:
    """All entries in one pack."""
    packs = Packs(folder, "text", "bench")
    for name, entry in entries.items():
        packs.add(name, name, entry, 0)
        if packs.pending_size > BYTES_AT_ONCE:
            packs.write()
    packs.write()


def read_packs(folder: Path, names: list[bytes]) -> list[bytes]:
    """What the pack has of some entries, each asked for by itself."""
    packs = Packs(folder, "text", "other")
    return [next(entry for _, _, entry in packs.find(name)) for name in names]


def write_files(folder: Path, entries: Entries) -> None:
    """Each entry in a file of its own, which is there as a whole or not at all."""
    for name, entry in entries.items():
        half = folder / f".{name.hex()}"
        half.write_bytes(entry)
        half.replace(folder / name.hex())


def read_files(folder: Path, names: list[bytes]) -> list[bytes]:
    """What is in the files of some entries."""
    return [(folder / name.hex()).read_bytes() for name in names]


def write_database(folder: Path, entries: Entries) -> None:
    """All entries in one database."""
    database = sqlite3.connect(folder / "entries.db", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute("CREATE TABLE entries (name BLOB PRIMARY KEY, content BLOB)")
    every = list(entries.items())
    for start in range(0, len(every), AT_ONCE):
        database.execute("BEGIN")
        database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?)", every[start : start + AT_ONCE])
        database.execute("COMMIT")
    database.close()


def read_database(folder: Path, names: list[bytes]) -> list[bytes]:
    """What the database has of some entries, each asked for by itself."""
    database = sqlite3.connect(folder / "entries.db")
    query = "SELECT content FROM entries WHERE name = ?"
    found = [database.execute(query, (name,)).fetchone()[0] for name in names]
    database.close()
    return found


WAYS = {
    "packs": (write_packs, read_packs),
    "files": (write_files, read_files),
    "SQLite": (write_database, read_database),
}


def entries_of(site: Path) -> Entries:
    """What a build has left in the cache of a site, by name."""
    entries: Entries = {}
    for path in sorted((site / CACHE).glob("*.pack")):
        content = path.read_bytes()
        entries |= {record.name: content[record.start + HEAD.size : record.end] for record in records_in(path)}
    return entries


def seconds(work: Callable[[Path, T], object], folder: Path, entries: T) -> tuple[float, float]:
    """How long something takes, on the wall and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    work(folder, entries)
    return time.perf_counter() - wall, time.process_time() - cpu


def take_turn(entries: Entries) -> dict[tuple[str, str], tuple[float, float]]:
    """What writing and reading takes each of the ways, once."""
    taken = {}
    names = list(entries)
    random.Random(1).shuffle(names)
    for way, (write, read) in WAYS.items():
        folder = Path(tempfile.mkdtemp(prefix="entries-"))
        taken["write", way] = seconds(write, folder, entries)
        taken["read", way] = seconds(read, folder, names)
        if read(folder, names) != [entries[name] for name in names]:
            sys.exit(f"{way} gave something else back")
        shutil.rmtree(folder)
    return taken


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", type=Path, help="a site that was built")
    parser.add_argument("--rounds", type=int, default=5, help="how often each way takes its turn")
    arguments = parser.parse_args()
    entries = entries_of(arguments.site)
    if not entries:
        sys.exit(f"{arguments.site} has no cache; build it first")
    turns = [take_turn(entries) for _ in range(arguments.rounds)]
    size = sum(map(len, entries.values())) / 1024**2
    print(f"{len(entries):,} entries, {size:.0f} MiB, in {tempfile.gettempdir()}; load {os.getloadavg()[0]:.1f}")
    print(f"| seconds, wall (CPU) | {' | '.join(WAYS)} |\n|---|{'--:|' * len(WAYS)}")
    for what in ("write", "read"):
        every = [[turn[what, way] for turn in turns] for way in WAYS]
        cells = [f"{median(wall for wall, _ in each):.2f} ({median(cpu for _, cpu in each):.2f})" for each in every]
        print(f"| {what} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
