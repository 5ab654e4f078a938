"""The example site, the documentation and the site of the benchmarks: the same bytes however they are built."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built import bytes_of
from tests.conftest import EXAMPLE_SITE
from tests.kept import packs_in
from tests.site import HOST

PROJECT = Path(__file__).parents[1]
PARTS = ("docs", "CHANGELOG.md", "README.md", "mkdocs.yml")
"""What the documentation is made from."""

POSTS = 80


@pytest.fixture(name="root", params=["example_site", "docs", "benchmarks"])
def _root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a site."""
    root = tmp_path / "root"
    if request.param == "example_site":
        shutil.copytree(EXAMPLE_SITE, root, ignore=shutil.ignore_patterns("site", ".cache", "__pycache__"))
    elif request.param == "docs":
        root.mkdir()
        for part in PARTS:
            copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
            copy(PROJECT / part, root / part)
    else:
        subprocess.run([sys.executable, PROJECT / "benchmarks" / "make_site.py", str(POSTS), root], check=True)
    return root


def build(root: Path) -> tuple[dict[str, bytes], list[str]]:
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1793491200"}
    command = [sys.executable, "-m", HOST, "build", "--strict"]
    ran = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return bytes_of(root / "site"), [line for line in ran.stderr.splitlines() if "built in" not in line]


def choose(root: Path, *options: str) -> None:
    """Set options of the plugin in `mkdocs.yml`."""
    path = root / "mkdocs.yml"
    entry = re.compile(r"^( *)- blogposts:?\n", re.MULTILINE)
    chosen = "".join(rf"\1    {option}\n" for option in options)
    text, count = entry.subn(rf"\1- blogposts:\n{chosen}", path.read_text(encoding="utf-8"))
    assert count == 1
    path.write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_cold_kept_and_single_builds_give_the_same_bytes_and_messages(root: Path) -> None:
    first = build(root)
    assert packs_in(root / ".cache")

    again = build(root)
    choose(root, "workers: 1", "cache: false")
    single = build(root)

    for other in (again, single):
        assert [file for file in first[0] if first[0][file] != other[0].get(file)] == []
        assert other[0].keys() == first[0].keys()
        assert other[1] == first[1]
