"""What comes out when the tests of a changed module are run."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.mutation.copies import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

MODULE = """
from functools import cache

@cache
def half(number):
    return number / 2

def unused():
    return 1
"""
TESTS = """
import pytest

@pytest.fixture(scope="module")
def made():
    from mkdocs_blogposts.halves import half
    return half(2)

def test_plain(): pass
def test_made(made): assert made == 1
def test_again(made): assert made
def test_call():
    from mkdocs_blogposts.halves import half
    assert half(2) == 1
"""
SCRIPT = """
import json, sys
from pathlib import Path
from tests.mutation.runs import Runs

root, scratch = map(Path, sys.argv[1:3])
module = root / "mkdocs_blogposts" / "halves.py"
runs = Runs(root, scratch)
recorded = runs.record(["tests/test_halves.py"], "mkdocs_blogposts", 60)
limits = {f"tests/test_halves.py::test_{name}": 1 for name in ("again", "made", "plain")}
ran = [runs.run(["tests/test_halves.py"], limits, 60).because]
for text in sys.argv[3:]:
    module.write_text(text)
    ran.append(runs.run(["tests/test_halves.py"], limits, 60).because)
print(json.dumps({"lines": recorded["files"]["tests/test_halves.py"]["lines"], "ran": ran}))
"""


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="needs processes that are split off")
def test_tests_are_known_by_line_and_run_until_one_fails(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pytest.importorskip("coverage", reason="it is not among what tests need")
    for name, text in {
        "mkdocs_blogposts/__init__.py": "",
        "mkdocs_blogposts/halves.py": MODULE,
        "tests/test_halves.py": TESTS,
        "pyproject.toml": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    changed = [
        MODULE.replace("/ 2", "/ 4"),
        MODULE.replace("/ 2", "* 0"),
        MODULE.replace("return number", "while 1: 1"),
    ]

    command = [sys.executable, "-B", "-c", SCRIPT, str(tmp_path), str(tmp_path_factory.mktemp("sites")), *changed]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    result = json.loads(ran.stdout)
    through = result["lines"]["mkdocs_blogposts/halves.py"]
    assert {name.partition("::")[2] for name in through["6"]} == {"test_made", "test_again", "test_call"}
    assert "9" not in through
    assert result["ran"] == [
        "",
        "tests/test_halves.py::test_made",
        "tests/test_halves.py::test_again",
        "tests/test_halves.py::test_again  (it takes too long)",
    ]
