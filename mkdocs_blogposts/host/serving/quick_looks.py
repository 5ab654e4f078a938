"""Has `serve` look for changes as soon as the system tells of one, and not only twice a second.

MkDocs compares what its watched files are with what they were, whenever half a second has passed. Here it is made to do
so at once when another observer of watchdog, which the system tells of changes, has heard of one. That one decides
nothing: what has changed and has to be built is found as ever. Where there is none (too few watches, network drives,
folders of containers), MkDocs looks when it always does.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watchdog.observers.api import BaseObserver, ObservedWatch

_NATIVE = frozenset({"InotifyObserver", "FSEventsObserver", "WindowsApiObserver"})
"""Observers that hold no file open for each that they watch, as the one of BSD does."""
_CHANGES = [
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
"""What is heard of; a build, which only reads, causes none of it."""
_MOST_FOLDERS = 4096
"""Folders below one that is watched; some systems let a user watch 8,192 with all programs together."""
_STILL = 0.02
"""Seconds without a change until MkDocs is made to look, so that it sees all of a save in several steps."""
_BEGINS = 0.25
"""Seconds within which MkDocs begins to build what it has seen, unless it sees more: it waits for a tenth of one."""
_LONGEST = 0.5
"""Seconds for which changes that follow one another put that off."""
_GLANCE = 1.0
"""Seconds until it is known that MkDocs watches something else."""
_PATIENCE = 2.0
"""Seconds for which who ends the server waits for the observer of the system, which then ends with the process."""

_Folder = tuple[str, bool]
"""A folder to be watched, and whether all below it is."""


class QuickLooks:
    """Has the observer of a server look at once, in a thread of its own."""

    def __init__(self, observer: PollingObserver) -> None:
        self._observer = observer
        self._native: BaseObserver | None = None
        self._watched: dict[_Folder, tuple[_Ear, ObservedWatch | None]] = {}
        """What is watched, and by whom; by nobody where that is not possible."""
        self._told = Event()
        self._over = Event()
        self._thread = Thread(target=self._run, name="quick-looks", daemon=True)
        self._thread.start()

    @classmethod
    def begin(cls, observer: object) -> QuickLooks | None:
        """Begin for the observer of a server; `None` where it is another, or where the system tells nobody."""
        if not isinstance(observer, PollingObserver) or getattr(Observer, "__name__", "") not in _NATIVE:
            return None
        return cls(observer)

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self._told.set()
        self._thread.join(_PATIENCE)

    def _run(self) -> None:
        try:
            while not self._over.is_set():
                if self._follow() or self._told.wait(_GLANCE):
                    self._look_until_all_is_still()
        finally:
            if self._native:
                self._native.stop()
                self._native.join()

    def _look_until_all_is_still(self) -> None:
        end = time.monotonic() + _LONGEST
        self._told.set()
        while self._told.is_set() and time.monotonic() < end and not self._over.is_set():
            self._told.clear()
            if not self._told.wait(_STILL):
                self._look()
                self._told.wait(_BEGINS)
        if self._told.is_set():
            self._over.wait(_BEGINS)

    def _look(self) -> None:
        for emitter in self._observer.emitters.copy():
            # One that has not begun takes all files for new.
            if emitter.is_alive():
                with contextlib.suppress(Exception):  # of which MkDocs is told when it looks of itself
                    emitter.queue_events(0)

    def _follow(self) -> bool:
        """Watch what MkDocs watches by now; whether anything is new, of which nobody has heard so far."""
        wanted: dict[_Folder, set[str] | None] = {}
        for emitter in self._observer.emitters.copy():
            for folder, name in _folders_of(emitter.watch):
                names = wanted.get(folder, set())
                wanted[folder] = {*names, name} if names is not None and name else None
        for folder in self._watched.keys() - wanted.keys():
            _, watch = self._watched.pop(folder)
            if self._native and watch:
                with contextlib.suppress(Exception):  # where it is gone already
                    self._native.unschedule(watch)
        new = wanted.keys() - self._watched.keys()
        for folder in new:
            ear = _Ear(self._told)
            self._watched[folder] = ear, self._watch(folder, ear)
        for folder, names in wanted.items():
            self._watched[folder][0].names = names
        return bool(new)

    def _watch(self, folder: _Folder, ear: _Ear) -> ObservedWatch | None:
        """Listen to what happens in a folder; `None` where that is not possible."""
        path, is_deep = folder
        if is_deep and _has_many_folders(path):
            return None
        try:
            if self._native is None:
                self._native = _started()
            return self._native.schedule(ear, path, recursive=is_deep, event_filter=_CHANGES)
        except Exception:  # noqa: BLE001  # of any system, and of a release that does not know how to listen to some
            return None


class _Ear(FileSystemEventHandler):
    """Hears of changes in one folder."""

    def __init__(self, told: Event) -> None:
        self._told = told
        self.names: set[str] | None = None
        """Files that count; `None` where all do."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = (event.src_path, event.dest_path)
        if self.names is None or not self.names.isdisjoint(Path(os.fsdecode(path)).name for path in paths):
            self._told.set()


def _folders_of(watch: ObservedWatch) -> Iterator[tuple[_Folder, str | None]]:
    """The folder in which something is watched, and its name there if it is a file, which another may replace."""
    path = Path(os.fsdecode(getattr(watch, "raw_path", watch.path)))
    if path.is_dir():
        yield (str(path.resolve()), watch.is_recursive), None
        return
    for each in {path, path.resolve()}:
        yield (str(each.parent.resolve()), False), each.name


def _has_many_folders(path: str) -> bool:
    """Whether watching a folder would take from other programs what they may watch."""
    return any(number >= _MOST_FOLDERS for number, _ in enumerate(os.walk(path)))


def _started() -> BaseObserver:
    """An observer that is told by the system, and keeps to itself what goes wrong."""
    native = Observer()
    module = type(native).__module__
    for name in {module, f"{module}_c"}:
        logging.getLogger(name).addHandler(logging.NullHandler())
    native.start()
    return native
