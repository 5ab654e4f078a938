"""What a command costs: time on the wall, time of all cores, and memory of all its processes together."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROC = Path("/proc")
PAUSE = 0.25
"""Seconds between two looks at the memory."""
OF_USER = ".of-user"
"""How the folder beside a site ends that has what programs keep for a user; a first build has none of that either."""
MEBIBYTE = 1024**2 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in: bytes there, kibibytes elsewhere."""


class Cost(NamedTuple):
    """What a command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of all its processes together."""
    memory: float
    """Mebibytes at the peak, of all its processes together; memory that they share counts once."""


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end, and fail where it does."""
    start = perf_counter()
    with tempfile.TemporaryFile() as said:
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(folder.with_suffix(OF_USER))}
        # Users' builds find all modules compiled, those of a checkout as well.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT)
        with _watching(process.pid) as seen:
            _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{said.read().decode()}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(usage.ru_maxrss / MEBIBYTE, *seen))


@contextlib.contextmanager
def _watching(pid: int) -> Iterator[list[float]]:
    """Looks at the memory of a process and its descendants again and again; only Linux tells of it."""
    seen = [0.0, 0.0]
    is_over = threading.Event()

    def look() -> None:
        while not is_over.wait(PAUSE):
            seen.append(sum(map(_share, _family(pid))) / 1024)

    watcher = threading.Thread(target=look, daemon=True)
    if PROC.joinpath("self", "smaps_rollup").exists():
        watcher.start()
    try:
        yield seen
    finally:
        is_over.set()
        if watcher.ident:
            watcher.join()


def _family(pid: int) -> list[int]:
    """A process and all its descendants."""
    try:
        children = Path(PROC, str(pid), "task", str(pid), "children").read_text(encoding="ascii").split()
    except OSError:
        children = []
    return [pid, *(each for child in children for each in _family(int(child)))]


def _share(pid: int) -> int:
    """Kibibytes of a process; what it shares with others is divided among them."""
    with contextlib.suppress(OSError):
        for line in Path(PROC, str(pid), "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
