"""The example site and the documentation, built again with what the first build has kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE_SITE
from tests.pages.test_determinism import bytes_of
from tests.site import HOST

PROJECT = Path(__file__).parents[1]
PARTS = ("docs", "CHANGELOG.md", "README.md", "mkdocs.yml")
"""What the documentation is made from."""


def build(root: Path, *options: str) -> tuple[dict[str, bytes], list[str]]:
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1793491200"}
    command = [sys.executable, "-m", HOST, "build", "--strict", *options]
    ran = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return bytes_of(root / "site"), [line for line in ran.stderr.splitlines() if "built in" not in line]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["example_site", "docs"])
def test_a_second_build_gives_the_same_bytes_and_messages(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    ignored = shutil.ignore_patterns("site", ".cache", "__pycache__")
    if name == "docs":
        for part in PARTS:
            copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
            root.mkdir(exist_ok=True)
            copy(PROJECT / part, root / part)
    else:
        shutil.copytree(EXAMPLE_SITE, root, ignore=ignored)

    first = build(root)
    assert list((root / ".cache").rglob("*.entry"))

    again = build(root)

    assert [file for file in first[0] if first[0][file] != again[0].get(file)] == []
    assert again[0].keys() == first[0].keys()
    assert again[1] == first[1]
