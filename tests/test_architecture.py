"""The house: who may know whom, and that no room grows too large."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.imports import PACKAGE, imports_of

PROJECT = Path(__file__).parents[1]

FLOORS = (
    {"__init__", "settings", "shown_dates", "words"},
    {"content", "kramdown"},
    {"blog", "liquid"},
    {"output"},
    {"pages"},
    {"config"},
    {"plugin", "migration"},
    {"cli"},
    {"__main__"},
)
"""The wings and modules of the package; each may know those before it, and itself.

Modules on one floor do not know each other, but for those on the ground.
"""

HOSTS = {"mkdocs", "properdocs"}
MEETS_THE_HOST = {"plugin", "config", "pages", "output", "cli"}
LONGEST = 350


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _wing(module: Path) -> str:
    """The wing or top-level module that a file belongs to: `content` for `content/dates.py`."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported_wings(module: Path) -> set[str]:
    """The wings of ours that a file knows."""
    parts = (name.split(".") for name in imports_of(module))
    return {name[1] for name in parts if name[0] == PACKAGE.name and len(name) > 1} - {"__version__"}


def test_imports_run_one_way() -> None:
    floors = {wing: number for number, wings in enumerate(FLOORS) for wing in wings}
    wings = {path: _wing(path) for path in _modules()}
    assert set(wings.values()) <= set(floors), "give a new module its floor"

    upwards = [
        f"{path.relative_to(PACKAGE)} must not know {other}"
        for path, wing in wings.items()
        for other in _imported_wings(path)
        if other != wing and floors[other] >= max(floors[wing], 1)
    ]

    assert upwards == []


def test_only_those_who_meet_the_host_import_it() -> None:
    knowing = {_wing(module) for module in _modules() if HOSTS & {name.split(".")[0] for name in imports_of(module)}}

    assert knowing <= MEETS_THE_HOST


def test_nothing_imports_material() -> None:
    """MaterialX installs the same package, so what it holds is not known."""
    names = {name.split(".")[0] for module in _modules() for name in imports_of(module)}

    assert not names & {"material", "materialx"}


@pytest.mark.parametrize("wing", ["content", "blog", "liquid", "kramdown"])
def test_pure_wings_run_without_host_and_templates(wing: str) -> None:
    names = [name for _, name, _ in pkgutil.walk_packages([str(PACKAGE / wing)], f"mkdocs_blogposts.{wing}.")]
    script = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\nprint(*sys.modules)"

    ran = subprocess.run([sys.executable, "-c", script, *names], capture_output=True, text=True, check=True)

    assert not {name.split(".")[0] for name in ran.stdout.split()} & {*HOSTS, "jinja2", "material"}


def _sources() -> list[Path]:
    return [path for folder in (PACKAGE, PROJECT / "tests", PROJECT / "benchmarks") for path in folder.rglob("*.py")]


def test_no_file_is_too_long_to_be_read_in_one_go() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _sources()}

    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_nothing_is_left_to_do() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")

    assert [path for path in _sources() if any(mark in path.read_text(encoding="utf-8") for mark in marks)] == []
