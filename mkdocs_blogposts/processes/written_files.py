"""Files that other processes have written, each of which the main process knows again by its state."""

from __future__ import annotations

# ruff: noqa: PTH103, PTH108, PTH120, PTH123
# Each file of a site is asked for, and paths as texts take a fifth of the time.
import contextlib
import os
import stat

STATE_LENGTH = 64
"""Characters of a state."""

_TRIES = 9
"""How often another process may come first, each of which tries once."""


class WrittenContent(bytes):
    """Stands for the content of a file that has been written."""

    digest: str


def write_new(content: bytes, path: str) -> str:
    """Write a file where there is none, and give its state; `OSError` where that can't be, or only in part."""
    try:
        file = open(path, "xb")  # noqa: SIM115  # below
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = open(path, "xb")  # noqa: SIM115  # below
    with file:
        file.write(content)
        file.flush()
        return _told(os.fstat(file.fileno()))


def is_still(path: str, state: str) -> bool:
    """Whether a file is the one that was written, and nobody has touched it since."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and _told(found) == state


def claim(path: str) -> None:
    """Have a file that no other process is writing, whatever there is now; they only write where there is none."""
    for _ in range(_TRIES):
        with contextlib.suppress(OSError):
            os.unlink(path)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            open(path, "xb").close()
        except FileExistsError:
            continue
        except OSError:
            return  # which whoever writes the file will be told
        return


def release(path: str) -> None:
    """Remove a file that was claimed, once no other process is left, if nobody has written anything into it."""
    with contextlib.suppress(OSError):
        if os.lstat(path).st_size == 0:
            os.unlink(path)


def _told(found: os.stat_result) -> str:
    return f"{found.st_ino:016x}{found.st_size:016x}{found.st_mtime_ns:016x}{found.st_ctime_ns:016x}"
