"""What all tests share: the host, the `site` fixture, and what a skip means."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

import tests.offline.sitecustomize  # closes this process

OFFLINE = str(Path(tests.offline.sitecustomize.__file__).parent)
"""Folder for `PYTHONPATH`, which closes each process that a test starts."""

HOST = os.environ.get("BLOGPOSTS_HOST", "mkdocs")
os.environ["PYTHONPATH"] = os.pathsep.join([OFFLINE, *filter(None, [os.environ.get("PYTHONPATH")])])
os.environ["NO_MKDOCS_2_WARNING"] = "1"  # else Material says at length what it thinks of MkDocs
if HOST == "properdocs":
    importlib.import_module("properdocs.replacement")  # before anything imports `mkdocs`

from mkdocs.config import load_config  # noqa: E402  (see above)

from tests.built import Built, path_of  # noqa: E402
from tests.site import Site  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

OF_ALL = ("example",)
OF_A_FILE = ("academic", "both", "built", "cards", "docs", "home", "imported", "items", "single", "stopped", "theirs")
"""Fixtures that are built for all tests, and for those of a file."""

PROJECT = Path(__file__).parents[1]
EXAMPLE_SITE = PROJECT / "example_site"

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty site of Material with search and a blog; see `tests/site.py`."""
    return Site(tmp_path)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The example site, built under the path that its `site_url` has, as CI builds it."""
    site_url = load_config(config_file=str(EXAMPLE_SITE / "mkdocs.yml")).site_url or ""
    site_dir = tmp_path_factory.mktemp("www") / path_of(site_url).strip("/")
    command = [sys.executable, "-m", HOST, "build", "--strict", "--site-dir", str(site_dir)]
    asked = site_dir.with_name("asked.txt")
    environment = os.environ | {tests.offline.sitecustomize.ASKED: str(asked)}
    ran = subprocess.run(command, cwd=EXAMPLE_SITE, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert not asked.exists(), asked.read_text(encoding="utf-8")
    return Built(site_dir, site_url, [], None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Chromium."""
    return _program("chromium", "chromium-browser", "google-chrome", hint="apt-get install chromium")


@pytest.fixture(scope="session")
def jekyll() -> str:
    """Path of Jekyll."""
    return _program("jekyll", hint="apt-get install jekyll")


@pytest.fixture(scope="session")
def jekyll_with(jekyll: str) -> Callable[..., str]:
    """Path of Jekyll, for tests that need some plugins of it; Debian has them in packages of their own."""

    @cache
    def path_with(*plugins: str) -> str:
        gems = [f"jekyll-{name}" for name in plugins]
        require = "ARGV.each { |gem| begin; require gem; rescue LoadError; puts gem; end }"
        command = [_program("ruby", hint="apt-get install jekyll"), "-rjekyll", "-e", require, *gems]
        if missing := subprocess.run(command, capture_output=True, text=True, check=True).stdout.split():
            packages = " ".join(f"ruby-{gem}" for gem in missing)
            pytest.skip(f"needs {', '.join(missing)}: apt-get install {packages}")
        return jekyll

    return path_with


@pytest.fixture(scope="session")
def readers() -> Path:
    """Folder with what reads our files beside Python, and what it needs from npm."""
    folder = PROJECT / ".ci" / "readers"
    _program("node", hint="apt-get install npm, and make test")
    if not (folder / "node_modules").is_dir():
        pytest.skip("needs packages of npm: make test")
    return folder


def _program(*names: str, hint: str) -> str:
    """Path of the first program of those names that is there; without one, the test is skipped with a hint."""
    for name in names:
        if path := shutil.which(name):
            return path
    pytest.skip(f"needs {names[0]}: {hint}")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests of what is built for several in one process, so that it is built once."""
    for item in items:
        used = getattr(item, "fixturenames", ())
        if shared := next((name for name in OF_ALL if name in used), None):
            item.add_marker(pytest.mark.xdist_group(shared))
        elif any(name in used for name in OF_A_FILE):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, a skipped test has failed."""
    return _unskipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Where nothing may be skipped, a skipped file has failed."""
    return _unskipped((yield))


def _unskipped(report: Report) -> Report:
    """The report, as a failure if something was skipped though nothing may be (`BLOGPOSTS_NO_SKIPS=1`, as in CI)."""
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("BLOGPOSTS_NO_SKIPS") == "1":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped here. {reason}"
    return report
