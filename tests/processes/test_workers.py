"""Posts rendered by several processes: the same site, the same messages, and no process that stays."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.processes.workers import FEWEST
from tests.built import bytes_of
from tests.kept import kept_in
from tests.offline.sitecustomize import ASKED
from tests.site import HOST, Site

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="other systems can't fork safely"),
]

Result = tuple[dict[str, bytes], list[str]]
"""The files of a build, and what it told."""

COUNT = 2 * FEWEST + 12
DEADLINE = 30
"""Seconds after which what should have happened has not."""


@pytest.fixture(name="many")
def _many(site: Site) -> Site:
    """A site with enough posts for several processes, some with faults."""
    return write(site)


@pytest.fixture(name="single", scope="module")
def _single(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """What one process makes of it, and tells."""
    return build(write(Site(tmp_path_factory.mktemp("single"))), 1)


def write(site: Site) -> Site:
    site.config(validation={"anchors": "warn"}, markdown_extensions=["pymdownx.superfences", "footnotes"])
    site.put("docs/guide.md", "# Guide\n")
    for number in range(COUNT):
        head = f"title: Post {number}\ndate: 2024-01-{number % 28 + 1:02}\ntags: [t{number % 7}]\n"
        link = f"[next]({(number + 1) % COUNT:03}.md)"
        fault = {0: "[lost](lost.md)", 1: "[place](../../guide.md#lost)", 2: "<a href='gone/'>gone</a>"}.get(
            number % 9, ""
        )
        code = f"```python\nx = {number}  # {'text ' * 50}\n```"
        site.put(
            f"docs/blog/posts/{number:03}.md",
            f"---\n{head}---\nText[^1], {link}. {fault}\n\n<!-- more -->\n\n## More\n\n{code}\n\n[^1]: Note.\n",
        )
    return site


def build(site: Site, workers: int, *, clean: bool = True) -> Result:
    """The files of a build in a process of its own, and what it told."""
    if clean:
        shutil.rmtree(site.root / ".cache", ignore_errors=True)
    built, said = site.blogposts(workers=workers).run_build(SOURCE_DATE_EPOCH="1717200000")
    assert built.exit_code == 0, said
    said = said.replace(str(site.root), "")
    return bytes_of(built.dir), [line for line in said.splitlines() if "built in" not in line]


def is_eventually(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.005)
    return False


def processes_in(folder: Path) -> list[str]:
    """Every process that works in a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink() == folder and "State:\tZ" not in (process / "status").read_text():
                found.append(process.name)
        except OSError:
            continue
    return found


def test_one_process_or_many_make_the_same_site(many: Site, single: Result) -> None:
    assert any("lost.md" in line for line in single[1])
    assert build(many, 1) == single
    assert build(many, 1, clean=False) == single
    assert build(many, 2) == single
    assert build(many, 2, clean=False) == single
    assert build(many, 4) == single


HOOK = """
import multiprocessing, os, signal

def on_page_markdown(markdown, page, **_):
    for child in multiprocessing.active_children():
        {}
"""


def test_a_worker_that_is_killed_is_not_missed(many: Site, single: Result) -> None:
    many.config(hooks=["kill.py"]).put("kill.py", HOOK.format("child.kill()"))

    assert build(many, 3) == single


FULL = """
import os

def fork():
    raise BlockingIOError(11, "Resource temporarily unavailable")

os.fork = fork
"""


def test_a_build_goes_on_where_no_process_may_be_started(many: Site, single: Result) -> None:
    many.config(hooks=["full.py"]).put("full.py", FULL)

    assert build(many, 3) == single


def test_a_build_that_fails_leaves_no_process(many: Site) -> None:
    many.config(hooks=["fail.py"]).put("fail.py", HOOK.format("raise RuntimeError('no')"))

    built, said = many.blogposts(workers=2).run_build()

    assert built.exit_code == 1
    assert said.count("RuntimeError: no") == 1
    assert is_eventually(lambda: processes_in(many.root) == [])


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_build_that_is_stopped_leaves_no_process_and_nothing_wrong(
    many: Site, single: Result, stop: signal.Signals
) -> None:
    many.blogposts(workers=3).save()
    started = subprocess.Popen(
        [sys.executable, "-m", HOST, "build"], cwd=many.root, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert is_eventually(lambda: len(kept_in(many.root / ".cache")) > 5)

    if stop is signal.SIGINT:
        os.killpg(started.pid, stop)  # as a terminal does
    else:
        started.send_signal(stop)
    _, said = started.communicate()

    assert is_eventually(lambda: processes_in(many.root) == [])
    assert "Process ForkProcess" not in said
    assert build(many, 2, clean=False) == single


SEVERAL = """
import multiprocessing
from pathlib import Path
from types import SimpleNamespace
from mkdocs_blogposts.cache.store import Store
from mkdocs_blogposts.processes.workers import Workers

context = multiprocessing.get_context("fork")
go = context.Event()
pages = [SimpleNamespace(file=SimpleNamespace(src_uri=name)) for name in "abc"]
workers = Workers.start(pages, lambda page: go.wait(30) and None, 1, Store(Path("nowhere")))
others = [context.Value("i", 7) for _ in range(9)]
go.set()
workers.processes[0].join(30)
workers.finish()
print({other.value for other in others})
"""


def test_several_blogs_share_no_memory() -> None:
    """What the processes of one count in is theirs until they have ended."""
    ran = subprocess.run([sys.executable, "-c", SEVERAL], capture_output=True, text=True, check=True)

    assert ran.stdout == "{7}\n"


IN_ROUNDS = """
from pathlib import Path
from types import SimpleNamespace
from mkdocs_blogposts.cache.store import Store
from mkdocs_blogposts.processes.workers import Workers

made = []

def work(page):
    if "workers" in globals():
        workers.begin(page)  # as rendering it does
    made.append(page.file.src_uri)
    return page.file.src_uri * 64

pages = [SimpleNamespace(file=SimpleNamespace(src_uri=name)) for name in "abcdefgh"]
workers = Workers.start(pages, work, 1, Store(Path("nowhere")), lambda: made, at_once=3)
keys, ended = [], []
for page in pages:
    keys.append((workers.begin(page) or "-")[0])
    ended += [process.pid for process in workers.processes]
    for process in workers.processes:
        process.join(30)
workers.finish()
print(*keys[1:], len(set(ended)), workers.processes)
print([sorted({*report} - {"a"}) for report in workers.reports])
"""


def test_processes_end_now_and_then_and_others_go_on() -> None:
    """What each of them has of its own by and by is as large as what there is.

    The others begin once the first have nothing left to do, and not only when the main process comes to their pages.
    """
    ran = subprocess.run([sys.executable, "-c", IN_ROUNDS], capture_output=True, text=True, check=True)

    assert ran.stdout.splitlines() == [
        "b c d e f g h 3 []",
        "[['b', 'c'], ['d', 'e', 'f'], ['g', 'h']]",
    ]


BESIDE_A_THREAD = """
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace
from mkdocs_blogposts.cache.store import Store
from mkdocs_blogposts.processes.workers import Workers

pages = [SimpleNamespace(file=SimpleNamespace(src_uri=name)) for name in "abcdef"]
workers = Workers.start(pages, lambda page: page.file.src_uri * 64, 1, Store(Path("nowhere")), at_once=3)
workers.processes[0].join(30)
Thread(target=Event().wait, daemon=True).start()
print([(workers.begin(page) or "-")[0] for page in pages[1:]], workers.processes)
"""


def test_no_process_is_started_beside_a_thread_that_another_plugin_has_started_since() -> None:
    ran = subprocess.run([sys.executable, "-c", BESIDE_A_THREAD], capture_output=True, text=True, check=True)

    assert ran.stdout == "['b', 'c', '-', '-', '-'] []\n"


IN_A_WORKER = """
import os, signal, sys
from pathlib import Path
from types import SimpleNamespace
from mkdocs_blogposts.cache.store import Store
from mkdocs_blogposts.processes.workers import Workers

go, number = map(int, sys.argv[1:])

def work(page):
    print("begun", flush=True)
    os.read(go, 1)
    print("done", flush=True)

pages = [SimpleNamespace(file=SimpleNamespace(src_uri=str(place))) for place in range(number)]
workers = Workers.start(pages, work, 1, Store(Path("nowhere")))
sys.stdin.readline()
{}
"""


def said_by_a_worker(pages: int, end: str, *, waits: bool) -> tuple[list[str], str]:
    """What is printed where the main process comes to an end while another is at a page, and what is told of faults."""
    hears, goes = os.pipe()
    command = [sys.executable, "-c", IN_A_WORKER.format(end), str(hears), str(pages)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, pass_fds=[hears], stdin=pipe, stdout=pipe, stderr=pipe, text=True) as main:
        os.close(hears)
        assert main.stdin
        assert main.stdout
        lines = [main.stdout.readline()]
        main.stdin.write("\n")
        main.stdin.flush()
        if waits:
            lines.append(main.stdout.readline())
        else:
            main.wait()
        os.close(goes)
        said, faults = main.communicate()
    return [line.strip() for line in lines] + said.split(), faults


def test_a_process_is_left_its_last_page_and_does_not_hear_ctrl_c() -> None:
    press = 'os.kill(workers.processes[0].pid, signal.SIGINT); print("pressed", flush=True)'
    end = f'{press}; workers.finish(); print("ended")'

    assert said_by_a_worker(1, end, waits=True) == (["begun", "pressed", "done", "ended"], "")


def test_a_process_without_the_main_one_begins_no_other_page() -> None:
    assert said_by_a_worker(3, "os._exit(0)", waits=False) == (["begun", "done"], "")


ASKS = """
import os, socket
from markdown import Markdown

convert = Markdown.convert

def asking(self, text):
    try:
        socket.create_connection((f"{os.getpid()}.example.org", 80))
    except OSError:
        pass
    return convert(self, text)

Markdown.convert = asking
"""


def test_no_process_beside_a_build_reaches_the_network(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = tmp_path / "asked.txt"
    monkeypatch.setenv(ASKED, str(asked))
    site.blogposts(workers=2).config(theme="mkdocs", hooks=["asks.py"]).put("asks.py", ASKS)
    for number in range(2 * FEWEST):
        site.put(f"docs/blog/posts/{number}.md", f"---\ndate: 2024-01-31\n---\n# Post {number}\n")

    built, said = site.run_build("--strict")

    assert built.exit_code == 0, said
    lines = asked.read_text(encoding="utf-8").splitlines()
    assert len({*lines}) == 2
    assert len(lines) >= 2 * FEWEST
