"""Whether other processes may be started beside this one, and how they begin."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import ForkProcess


def cores_for(wanted: int | str) -> int:
    """How many processes may be at work, this one among them; one where forking is not safe."""
    if not can_fork():
        return 1
    return len(os.sched_getaffinity(0)) if wanted == "auto" else int(wanted)


def can_fork() -> bool:
    """Whether forking is safe at this moment: other plugins may start threads at any time."""
    return sys.platform == "linux" and _thread_count() == 1 and not _is_started_by_python()


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Let nobody stop this process while it starts another one, which hears nothing of Ctrl-C from its first moment on.

    Python loses what comes within a fork: it tells of it, and goes on.
    """
    main = os.getpid()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        if os.getpid() == main:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def started(work: Callable[..., None], *arguments: Any) -> ForkProcess:
    """A process that does some work, and ends with this one."""
    import multiprocessing  # noqa: PLC0415  # it is loaded where a process starts, and in few builds otherwise

    process = multiprocessing.get_context("fork").Process(target=work, args=arguments, daemon=True)
    with undisturbed():
        process.start()
    return process


def keep_quiet() -> None:
    """Have this process, which another one has started, tell nothing."""
    # What is logged or goes wrong here is told by the main process, which then does such work itself.
    for name in logging.root.manager.loggerDict:
        logging.getLogger(name).handlers.clear()
    logging.root.handlers[:] = [logging.NullHandler()]
    # Who presses Ctrl-C stops the main process, and that one these.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def begin_beside() -> Callable[[], bool]:
    """Have this process, which another one has started, keep quiet; given is what tells whether that one is there."""
    keep_quiet()
    import multiprocessing  # noqa: PLC0415  # it is loaded here, and in a build that starts no process it is not

    main_process = multiprocessing.parent_process()
    return lambda: main_process is not None and main_process.pid == os.getppid()


def give_back_memory() -> None:
    """Give the system the memory of what is no longer there."""
    with contextlib.suppress(AttributeError, OSError):
        import ctypes  # noqa: PLC0415  # large sites load it anyway

        ctypes.CDLL(None).malloc_trim(0)  # which glibc has


def _is_started_by_python() -> bool:
    """Whether another Python has started this process, which would then have loaded what tells so."""
    loaded = sys.modules.get("multiprocessing")
    return loaded is not None and loaded.parent_process() is not None


def _thread_count() -> int:
    """How many threads there are, those of libraries included: a fork may leave their locks locked for ever."""
    try:
        return len(list(Path("/proc/self/task").iterdir()))
    except OSError:
        return 2
