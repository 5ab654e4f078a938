"""`serve` sees what was saved as soon as the system tells of it, by way of what the host itself looks for."""

from __future__ import annotations

import contextlib
import importlib
import sys
import threading
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from mkdocs_blogposts.host.serving.quick_looks import QuickLooks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watchdog.observers.api import EventEmitter

NEVER = 600.0
"""Seconds between two looks of the host, if nobody makes it look."""
PATIENCE = 20.0


class Server(LiveReloadServer):
    """The server of the host, which notes what there is whenever it builds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.built: list[dict[str, str]] = []
        self.news = threading.Condition()
        self.is_looking = threading.Event()
        super().__init__(self.build, "127.0.0.1", 0, root=str(folder), polling_interval=NEVER, shutdown_delay=0.01)

    def build(self) -> None:
        """Read all files, as a build does."""
        found = {path.name: path.read_text() for path in self.folder.rglob("*.md") if path.is_file()}
        with self.news:
            self.built.append(found)
            self.news.notify_all()

    def serve_forever(self, poll_interval: float = 0.5) -> None:
        """Serve, once the host has begun to look for changes."""
        self.is_looking.set()
        super().serve_forever(poll_interval)

    def builds(self, number: int) -> bool:
        """Whether so many builds are made."""
        with self.news:
            return self.news.wait_for(lambda: len(self.built) >= number, PATIENCE)

    def shows(self, **files: str) -> bool:
        """Whether a build is made that has just these files."""
        wanted = {f"{name}.md": text for name, text in files.items()}
        with self.news:
            return self.news.wait_for(lambda: bool(self.built) and self.built[-1] == wanted, PATIENCE)

    def look(self) -> None:
        """Look as the host does twice a second."""
        for emitter in self.observer.emitters:
            emitter.queue_events(0)


@contextlib.contextmanager
def running(server: Server) -> Iterator[None]:
    """Run a server that looks for changes."""
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        assert server.is_looking.wait(PATIENCE)
        yield
    finally:
        server.shutdown(wait=True)
        thread.join()


@contextlib.contextmanager
def serving(folder: Path, *others: Path) -> Iterator[Server]:
    """A server that looks for changes of a folder, and of others, only when it is made to."""
    server = Server(folder)
    for path in (folder, *others):
        server.watch(str(path))
    looks = QuickLooks.begin(server.observer)
    assert looks
    try:
        with running(server):
            yield server
    finally:
        looks.end()
        for thread in threading.enumerate():
            if thread.name == "quick-looks":
                thread.join(PATIENCE)  # for which `end` waits for a moment only


@pytest.fixture(name="docs")
def _docs(tmp_path: Path) -> Path:
    tmp_path.joinpath("docs/posts").mkdir(parents=True)
    tmp_path.joinpath("docs/posts/a.md").write_text("A")
    return tmp_path / "docs"


def test_each_way_to_save_is_seen_at_once(docs: Path) -> None:
    posts = docs / "posts"
    with serving(docs) as server:
        posts.joinpath("a.md").write_text("Longer")
        assert server.shows(a="Longer")

        with posts.joinpath("a.md").open("w") as file:
            file.flush()
            file.write("In two ")
            file.flush()
            file.write("steps")
        assert server.shows(a="In two steps")

        posts.joinpath("a.md.new").write_text("Renamed")
        posts.joinpath("a.md.new").replace(posts / "a.md")
        assert server.shows(a="Renamed")

        posts.joinpath("old/older").mkdir(parents=True)
        posts.joinpath("old/older/b.md").write_text("B")
        assert server.shows(a="Renamed", b="B")

        posts.joinpath("old").rename(docs / "new")
        docs.joinpath("new/older/b.md").rename(docs / "c.md")
        assert server.shows(a="Renamed", c="B")

        docs.joinpath("c.md").unlink()
        assert server.shows(a="Renamed")


def test_what_the_host_has_seen_at_once_it_does_not_see_again(docs: Path) -> None:
    with serving(docs) as server:
        docs.joinpath("b.md").write_text("B")
        assert server.shows(a="A", b="B")
        server.look()
        docs.joinpath("b.md").write_text("And this")
        assert server.shows(a="A", b="And this")

    assert len(server.built) == 2


def test_files_that_are_watched_alone_or_only_later_are_seen_too(docs: Path, tmp_path: Path) -> None:
    settings, later = tmp_path / "mkdocs.yml", tmp_path / "later"
    settings.write_text("site_name: A")
    later.mkdir()
    with serving(docs, settings) as server:
        tmp_path.joinpath("other.log").write_text("Of no matter")
        tmp_path.joinpath("mkdocs.new").write_text("site_name: B")
        tmp_path.joinpath("mkdocs.new").replace(settings)
        assert server.shows(a="A")

        server.watch(str(later))
        later.joinpath("x.txt").write_text("X")
        assert server.builds(2)
        server.unwatch(str(later))
        later.joinpath("x.txt").write_text("Another")
        docs.joinpath("b.md").write_text("B")
        assert server.shows(a="A", b="B")

    assert len(server.built) == 3


def test_many_files_at_once_are_one_build(docs: Path) -> None:
    names = [f"p{number}" for number in range(300)]
    with serving(docs) as server:
        for name in names:
            docs.joinpath(f"{name}.md").write_text(name)
        assert server.shows(a="A", **{name: name for name in names})

    assert len(server.built) <= 2  # the machine may have paused while they were written


def test_a_file_that_changes_all_the_time_keeps_nothing_from_being_built(docs: Path) -> None:
    is_over = threading.Event()

    def change() -> None:
        while not is_over.wait(0.05):
            with docs.joinpath("big.bin").open("a") as file:
                file.write("x")

    writer = threading.Thread(target=change)
    with serving(docs) as server:
        writer.start()
        try:
            docs.joinpath("posts/a.md").write_text("Longer")
            assert server.shows(a="Longer")
        finally:
            is_over.set()
            writer.join()


@pytest.mark.skipif(sys.platform != "linux", reason="only there files that are open are listed")
def test_nothing_is_left_at_the_end(docs: Path) -> None:
    before = {*threading.enumerate()}
    files = len([*Path("/proc/self/fd").iterdir()])

    with serving(docs) as server:
        docs.joinpath("b.md").write_text("B")
        assert server.shows(a="A", b="B")

    assert {*threading.enumerate()} - before == set()
    assert len([*Path("/proc/self/fd").iterdir()]) <= files  # some were of tests before this one


class AskedObserver(PollingObserver):
    """An observer as the host has it, which tells whenever it is asked what it watches."""

    asked = threading.Semaphore(0)

    @property
    def emitters(self) -> set[EventEmitter]:
        """What it watches."""
        self.asked.release()
        return super().emitters


@pytest.mark.skipif(sys.platform != "linux", reason="only there an observer needs a file")
@pytest.mark.skipif(
    int(version("watchdog").partition(".")[0]) < 7,
    reason="releases before 7 take a folder that they can't open for one that is gone",
)
def test_where_the_system_tells_nobody_the_host_looks_as_ever(docs: Path) -> None:
    resource = importlib.import_module("resource")  # which Windows has not
    server, observer = Server(docs), AskedObserver(timeout=NEVER)
    server.observer = observer
    server.watch(str(docs))
    with running(server):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))  # no more than are open already
        try:
            observer.asked = threading.Semaphore(0)
            looks = QuickLooks.begin(observer)
            assert looks
            for _ in range(2):  # what there is to listen to, and then to look at
                assert observer.asked.acquire(timeout=PATIENCE)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        docs.joinpath("b.md").write_text("B")
        server.look()
        assert server.shows(a="A", b="B")
        kinds = {type(thread).__module__ for thread in threading.enumerate()}
        looks.end()

    assert {kind for kind in kinds if kind.startswith("watchdog")} == {PollingObserver.__module__}


def test_an_observer_of_another_kind_is_left_alone() -> None:
    assert QuickLooks.begin(Observer()) is None
