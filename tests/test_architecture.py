"""The house: who may know whom, and that no room grows too large."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.imports import PACKAGE, imports_of

PROJECT = Path(__file__).parents[1]

WINGS = (
    "__init__",
    "settings",
    "shown_dates",
    "words",
    "faults",
    "log",
    "frontmatter",
    "jekyll",
    "content",
    "jekyll/kramdown",
    "jekyll/filters",
    "jekyll/liquid",
    "blog",
    "cache",
    "html",
    "host",
    "pages",
    "urls",
    "site",
    "rendering",
    "views",
    "output",
    "build",
    "config",
    "plugin",
    "migration",
    "cli",
)
"""The wings and modules of the package; each may know those before it, and itself."""

STILL_UPWARDS = {
    "site.jekyll_pages -> views.finishing",
    "site.jekyll_pages -> views.presenter",
}
"""What is to be turned round."""

STILL_CIRCULAR = {
    "rendering.page_renderer",
    "rendering.rendered",
}
"""Modules that know themselves by way of others, and are not to."""

MOST_MODULES = 20
MOST_LINES = 2500
STILL_TOO_LARGE = {"migration"}
"""Rooms that are to be divided."""

HOSTS = {"mkdocs", "properdocs"}
MEETS_THE_HOST = {
    *("plugin", "config", "build", "log", "cli"),
    *("cache", "html", "host", "pages", "urls", "site", "rendering", "views", "output"),
}
LONGEST = 350


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _name(module: Path) -> str:
    """A module as its wings have it: `content.titles`."""
    return ".".join(module.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def _wing(name: str) -> str:
    """The wing or top-level module that a module belongs to: `content` for `content.titles`."""
    folder = "/".join(name.split(".")[:2])
    return folder if folder in WINGS else name.split(".", maxsplit=1)[0]


def _imports() -> dict[str, set[str]]:
    """The modules of ours that each module knows, also for type checkers only."""
    names = {_name(path) for path in _modules()}
    known: dict[str, set[str]] = {}
    for path in _modules():
        own = (each.partition(".")[2] for each in imports_of(path) if each.split(".")[0] == PACKAGE.name)
        found = {each if each in names else each.rpartition(".")[0] for each in own}
        known[_name(path)] = (found & names) - {_name(path)}
    return known


def test_imports_run_one_way_between_wings() -> None:
    imports = _imports()
    assert {_wing(name) for name in imports} <= set(WINGS), "give a new wing its place"

    upwards = {
        f"{name} -> {other}"
        for name, others in imports.items()
        for other in others
        if WINGS.index(_wing(other)) > WINGS.index(_wing(name))
    }

    assert upwards == STILL_UPWARDS


def _reached(start: str, imports: dict[str, set[str]]) -> set[str]:
    """All that a module knows, itself or by way of others."""
    reached: set[str] = set()
    ahead = [start]
    while ahead:
        found = imports[ahead.pop()] - reached
        reached |= found
        ahead.extend(found)
    return reached


def test_no_module_knows_itself_by_way_of_others() -> None:
    imports = _imports()

    assert {name for name in imports if name in _reached(name, imports)} == STILL_CIRCULAR


def _rooms() -> dict[str, list[Path]]:
    """The modules of each folder of the package."""
    rooms: dict[str, list[Path]] = {}
    for path in _modules():
        if path.stem != "__init__":
            rooms.setdefault(path.parent.relative_to(PACKAGE).as_posix(), []).append(path)
    return rooms


def test_no_room_grows_too_large() -> None:
    lines = {
        room: sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)
        for room, paths in _rooms().items()
    }

    too_large = {room for room, paths in _rooms().items() if len(paths) > MOST_MODULES or lines[room] > MOST_LINES}

    assert too_large == STILL_TOO_LARGE


def test_a_module_has_its_name_to_itself() -> None:
    names = Counter(path.stem for paths in _rooms().values() for path in paths)

    assert {name for name, number in names.items() if number > 1} == set()


def test_only_those_who_meet_the_host_import_it() -> None:
    knowing = {
        _wing(_name(module)) for module in _modules() if HOSTS & {name.split(".")[0] for name in imports_of(module)}
    }

    assert knowing <= MEETS_THE_HOST


def test_nothing_imports_material() -> None:
    """MaterialX installs the same package, so what it holds is not known."""
    names = {name.split(".")[0] for module in _modules() for name in imports_of(module)}

    assert not names & {"material", "materialx"}


@pytest.mark.parametrize("wing", ["frontmatter", "jekyll", "content", "blog"])
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
