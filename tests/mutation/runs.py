"""Runs of tests in processes that are split off from this one, which has imported what all of them need."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import signal
import sys
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from tests.mutation.recording import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

ARGUMENTS = (
    *("-q", "-x", "--tb=short", "-p", "no:cacheprovider", "-p", "no:randomly"),
    *("-W", "ignore:Module already imported"),  # it is, on purpose
)
KEPT = "tests.kept_templates"
OURS = ("mkdocs_blogposts", "tests")
ENDS = {None: "it takes too long", -signal.SIGPROF: "it takes too long", -signal.SIGKILL: "it is ended"}
FAILED = 70
"""The code with which a process ends that cannot run tests."""
MEMORY = 6 << 30
LIMIT = 60
"""Seconds of a test of which nothing is known."""
WALL = 10
"""How much longer than its own time a run may take on a machine that is busy with others."""


@dataclass(frozen=True)
class Run:
    """How a run of tests ended."""

    fails: bool
    because: str
    """The first test that fails, or what else ended it."""


class Runs:
    """Tests of a copy of the repository, each run in a process of its own that has nothing of the package imported."""

    def __init__(self, root: Path, scratch: Path) -> None:
        self.root = root
        self._scratch = scratch
        """Where sites are made: not in the copy, or each had the copy's `mkdocs.yml` above it."""

    def prepare(self, modules: Iterable[str]) -> None:
        """Import what runs would import, without what is changed and its tests, and compile templates of the theme."""
        for name in modules:
            if name.split(".")[0] not in OURS:
                with contextlib.suppress(Exception):
                    importlib.import_module(name)
        if "mkdocs.commands.build" in sys.modules and KEPT not in sys.modules:
            from tests.site import Site  # noqa: PLC0415  # few tests build sites

            root = self._scratch / "first"
            root.mkdir()
            Site(root).without_blog().put("docs/index.md", "# Home\n").build()

    def run(self, files: Sequence[str], limits: Mapping[str, float], seconds: float) -> Run:
        """How some tests end: those that have a limit in seconds of CPU, in its order."""
        now = self._scratch / "now"
        now.write_text("", encoding="utf-8")
        chosen = _Chosen(limits, now)

        def run() -> None:
            code = pytest.main([*ARGUMENTS, *self._places(), *files], plugins=[chosen])
            if code and not chosen.first_failed:
                sys.exit(f"pytest ended with {code!r}")
            self._write({"fails": bool(code), "because": chosen.first_failed})

        ended = self._split_off(run, seconds)
        if ended == 0:
            return Run(**self._read())
        if ended == FAILED:
            self._stop()
        return Run(fails=True, because=f"{now.read_text(encoding='utf-8')}  ({ENDS.get(ended, ended)})")

    def record(self, files: Sequence[str], modules: str, seconds: float) -> Any:
        """Which tests go through which lines of a folder; see `recording.py`."""
        arguments = [*ARGUMENTS, *self._places(), *files]
        if self._split_off(lambda: self._write(record(arguments, self.root / modules)), seconds) != 0:
            self._stop()
        return self._read()

    def _stop(self) -> NoReturn:
        """End, as tests that cannot be run tell nothing."""
        said = (self._scratch / "said").read_text(encoding="utf-8", errors="replace")
        sys.exit(f"{said}\nthe tests cannot be run, fail, or take too long, before anything is changed")

    def _places(self) -> tuple[str, str]:
        return f"--rootdir={self.root}", f"--basetemp={self._scratch / 'sites'}"

    def _write(self, result: Any) -> None:
        (self._scratch / "result.json").write_text(json.dumps(result), encoding="utf-8")

    def _read(self) -> Any:
        return json.loads((self._scratch / "result.json").read_text(encoding="utf-8"))

    def _split_off(self, run: Callable[[], None], seconds: float) -> int | None:
        """The code with which a process ends that does something; `None` if it had to be ended."""
        (self._scratch / "result.json").unlink(missing_ok=True)
        process = os.fork()
        if not process:
            self._inside(run)
        try:
            return _ended(process, WALL * seconds)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process, signal.SIGKILL)  # and what it has started

    def _inside(self, run: Callable[[], None]) -> NoReturn:
        """Do something in this process, which nothing comes back from."""
        try:
            os.setsid()
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            said = os.open(self._scratch / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for stream in (1, 2):
                os.dup2(said, stream)
            os.chdir(self.root)
            os.environ["PYTHONPATH"] = str(self.root)
            sys.path.insert(0, str(self.root))
            for name in [name for name in sys.modules if name.split(".")[0] in OURS and name != KEPT]:
                del sys.modules[name]
            importlib.invalidate_caches()
            run()
        except BaseException:  # noqa: BLE001  # whatever it is, it is not to go on as the other process
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(FAILED)
        sys.stdout.flush()
        os._exit(0)


class _Chosen:
    """Runs chosen tests alone, each within its limit, and notes the first that fails."""

    def __init__(self, limits: Mapping[str, float], now: Path) -> None:
        self.first_failed = ""
        self._limits = limits
        self._now = now
        self._ranks = {name: rank for rank, name in enumerate(limits)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if item.nodeid in self._limits]
        if len(chosen) == len(self._limits):  # else what tests are named by is changed
            items[:] = chosen
        items.sort(key=lambda item: self._ranks.get(item.nodeid, len(items)))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._now.write_text(nodeid, encoding="utf-8")
        signal.setitimer(signal.ITIMER_PROF, self._limits.get(nodeid, LIMIT))  # which ends the process

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.first_failed:
            self.first_failed = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.first_failed:
            self.first_failed = report.nodeid


def _ended(process: int, seconds: float) -> int | None:
    """The code with which a process ends within a time, or `None` once it was ended; a signal's is negative."""

    def end(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    except TimeoutError:
        os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
