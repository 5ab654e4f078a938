"""What all tests share: the host, the `site` fixture, and what a skip means."""

from __future__ import annotations

import importlib
import os
import shutil
from typing import TYPE_CHECKING

import pytest

HOST = os.environ.get("BLOGPOSTS_HOST", "mkdocs")
if HOST == "properdocs":
    importlib.import_module("properdocs.replacement")  # before anything imports `mkdocs`

from tests.site import Site  # noqa: E402  (see above)

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty site of Material with search and a blog; see `tests/site.py`."""
    return Site(tmp_path)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Chromium."""
    return _program("chromium", "chromium-browser", "google-chrome", hint="apt-get install chromium")


@pytest.fixture(scope="session")
def jekyll() -> str:
    """Path of Jekyll, whose plugins Debian has in packages of their own."""
    plugins = " ".join(f"ruby-jekyll-{name}" for name in ("archives", "feed", "redirect-from", "seo-tag"))
    return _program("jekyll", hint=f"apt-get install jekyll {plugins}")


def _program(*names: str, hint: str) -> str:
    """Path of the first program of those names that is there; without one, the test is skipped with a hint."""
    for name in names:
        if path := shutil.which(name):
            return path
    pytest.skip(f"needs {names[0]}: {hint}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped (`BLOGPOSTS_NO_SKIPS=1`, as in CI), a skipped test has failed."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("BLOGPOSTS_NO_SKIPS") == "1":
        _, _, reason = report.longrepr if isinstance(report.longrepr, tuple) else ("", 0, report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped here. {reason}"
    return report
