"""Which tests go through which line, from one run of them."""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from coverage import Coverage

AT_IMPORT = ""
"""What coverage calls lines that run before any test does."""


def record(arguments: Sequence[str], folder: Path) -> dict[str, Any]:
    """What each file of tests does with the modules of a folder, as JSON can hold it."""
    from coverage import Coverage  # noqa: PLC0415  # in the process that is split off

    if hasattr(os, "sched_setaffinity"):  # with one core, no build starts processes that coverage sees nothing of
        os.sched_setaffinity(0, [max(os.sched_getaffinity(0))])
    coverage = Coverage(data_file=None, config_file=False, include=[f"{folder}/*"])
    recorder = _Recorder(coverage)
    coverage.start()
    if (code := pytest.main(list(arguments), plugins=[recorder])) != pytest.ExitCode.OK:
        sys.exit(f"pytest ended with {code!r}")
    coverage.stop()
    data, root = coverage.get_data(), Path.cwd()
    lines: dict[str, dict[str, dict[int, list[str]]]] = defaultdict(dict)  # by file, module and line: tests
    for path in data.measured_files():
        module = Path(path).relative_to(root).as_posix()
        for line, contexts in data.contexts_by_lineno(path).items():
            for name in {test for context in contexts for test in recorder.tests_of(context)}:
                lines[name.partition("::")[0]].setdefault(module, {}).setdefault(line, []).append(name)
    files: dict[str, dict[str, Any]] = {}
    for name, seconds in recorder.seconds().items():
        file = name.partition("::")[0]
        files.setdefault(file, {"seconds": {}, "lines": lines.get(file, {})})["seconds"][name] = round(seconds, 4)
    return {"files": files, "imported": list(sys.modules)}


class _Recorder:
    """Tells coverage what runs at a time: a test, or what is made for several."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self._context = AT_IMPORT
        self._file = ""
        self._own: dict[str, float] = {}
        """Seconds of each test, without what is made for others too."""
        self._making: dict[str, float] = {}
        """Seconds of what is made for several tests."""
        self._users: dict[str, list[str]] = defaultdict(list)
        """Tests by what they need of that."""

    def tests_of(self, context: str) -> list[str]:
        """The tests that go through what was noted under a name."""
        return [context] if context in self._own else self._users.get(context, [])

    def seconds(self) -> dict[str, float]:
        """How long each test takes alone."""
        taken = dict(self._own)
        for name, seconds in self._making.items():
            for test in self._users[name]:
                taken[test] += seconds
        return taken

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        _forget()
        self._file = item.nodeid.partition("::")[0]
        for name in getattr(item, "fixturenames", ()):
            self._users[name].append(item.nodeid)
            self._users[f"{name} of {self._file}"].append(item.nodeid)
        self._switch(item.nodeid)
        begun, made = time.process_time(), sum(self._making.values())
        try:
            return (yield)
        finally:
            self._own[item.nodeid] = time.process_time() - begun - (sum(self._making.values()) - made)
            self._switch(AT_IMPORT)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        if fixturedef.scope == "function":
            return (yield)
        name = fixturedef.argname if fixturedef.scope == "session" else f"{fixturedef.argname} of {self._file}"
        before, begun = self._context, time.process_time()
        self._switch(name)
        try:
            return (yield)
        finally:
            self._making[name] = self._making.get(name, 0) + time.process_time() - begun
            self._switch(before)

    def _switch(self, context: str) -> None:
        self._context = context
        self._coverage.switch_context(context)


def _forget() -> None:
    """Empty what functions of the package have kept, so that each test runs all that it needs."""
    for name, module in list(sys.modules.items()):
        if name.startswith("mkdocs_blogposts."):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
