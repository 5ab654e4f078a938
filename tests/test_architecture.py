"""The house: who may know whom, and that no room grows too large."""

from __future__ import annotations

import ast
import json
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from mkdocs_blogposts.frontmatter.keys import AUTHOR_KEYS, KEYS, TALK_FIELDS
from tests.house import WINGS, imports, modules, name_of, picture, wing_of
from tests.imports import PACKAGE, imports_of

PROJECT = Path(__file__).parents[1]

MOST_MODULES = 20
MOST_LINES = 2500

HOSTS = {"mkdocs", "properdocs"}
MEETS_THE_HOST = {
    *("plugin", "config", "log", "failures", "cli"),
    *("cache", "processes", "html", "host", "host/plugins", "host/serving"),
    *("pages", "urls", "sources", "placement", "published"),
    *("rendering", "pictures", "cards", "material", "articles", "views", "heads", "finishing", "output", "stages"),
}
LONGEST = 350


def test_imports_run_one_way_between_wings() -> None:
    known = imports()
    assert {wing_of(name) for name in known} <= set(WINGS), "give a new wing its place"

    upwards = {
        f"{name} -> {other}"
        for name, others in known.items()
        for other in others
        if WINGS.index(wing_of(other)) > WINGS.index(wing_of(name))
    }

    assert upwards == set()


def _reached(start: str, known: dict[str, set[str]]) -> set[str]:
    """All that a module knows, itself or by way of others."""
    reached: set[str] = set()
    ahead = [start]
    while ahead:
        found = known[ahead.pop()] - reached
        reached |= found
        ahead.extend(found)
    return reached


def test_no_module_knows_itself_by_way_of_others() -> None:
    known = imports()

    assert [name for name in known if name in _reached(name, known)] == []


def _rooms() -> dict[str, list[Path]]:
    """The modules of each folder of the package."""
    rooms: dict[str, list[Path]] = {}
    for path in modules():
        if path.stem != "__init__":
            rooms.setdefault(path.parent.relative_to(PACKAGE).as_posix(), []).append(path)
    return rooms


def test_no_room_grows_too_large() -> None:
    lines = {
        room: sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)
        for room, paths in _rooms().items()
    }

    too_large = {room for room, paths in _rooms().items() if len(paths) > MOST_MODULES or lines[room] > MOST_LINES}

    assert too_large == set()


def test_a_module_has_its_name_to_itself() -> None:
    names = Counter(path.stem for paths in _rooms().values() for path in paths)

    assert {name for name, number in names.items() if number > 1} == set()


def test_contributors_see_the_house_as_it_is() -> None:
    assert picture() in (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8"), "`make house` draws it"


def test_the_way_of_a_post_leads_to_functions_that_are_there() -> None:
    guide = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    steps = re.findall(r"^\| .* \| (`\w+/\w+\.py: .*`) \|$", guide, re.MULTILINE)
    missing = []
    for step in steps:
        current = ""
        for path, name in re.findall(r"`(?:([\w/]+\.py): )?(\w+)`", step):
            current = path or current
            tree = ast.parse((PACKAGE / current).read_text(encoding="utf-8"))
            if name not in {getattr(node, "name", None) for node in tree.body}:
                missing.append(f"{current}: {name}")

    assert len(steps) > 10
    assert missing == []


def test_whoever_looks_for_a_key_of_the_cache_is_told_of_all() -> None:
    told = re.findall(r"`([\w/]+\.py): \w+\.key_of`", (PACKAGE / "cache" / "store.py").read_text(encoding="utf-8"))
    making = {path for path in modules() if "    def key_of(" in path.read_text(encoding="utf-8")}

    assert {PACKAGE / path for path in told} == making


def test_only_those_who_meet_the_host_import_it() -> None:
    knowing = {
        wing_of(name_of(module)) for module in modules() if HOSTS & {name.split(".")[0] for name in imports_of(module)}
    }

    assert knowing <= MEETS_THE_HOST


def test_one_module_says_what_part_a_file_has_in_a_build() -> None:
    setting = {name_of(module) for module in modules() if ".inclusion = " in module.read_text(encoding="utf-8")}

    assert setting == {"placement.inclusion"}


def test_nothing_imports_material() -> None:
    """MaterialX installs the same package, so what it holds is not known."""
    names = {name.split(".")[0] for module in modules() for name in imports_of(module)}

    assert not names & {"material", "materialx"}


@pytest.mark.parametrize("wing", ["frontmatter", "jekyll", "content", "texts", "blog", "mending"])
def test_pure_wings_run_without_host_and_templates(wing: str) -> None:
    names = [name for _, name, _ in pkgutil.walk_packages([str(PACKAGE / wing)], f"mkdocs_blogposts.{wing}.")]
    script = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\nprint(*sys.modules)"

    ran = subprocess.run([sys.executable, "-c", script, *names], capture_output=True, text=True, check=True)

    assert not {name.split(".")[0] for name in ran.stdout.split()} & {*HOSTS, "jinja2", "material"}


BESIDE_THE_WINGS = {"browser", "compat", "fuzz", "mutation", "offline"}
"""Folders of tests of all wings together."""


def test_tests_lie_in_folders_named_as_the_wings_that_they_test() -> None:
    folders = {path.name for path in (PROJECT / "tests").iterdir() if any(path.glob("**/*.py"))}

    assert folders - BESIDE_THE_WINGS - set(WINGS) == set()


def _sources() -> list[Path]:
    return [path for folder in (PACKAGE, PROJECT / "tests", PROJECT / "benchmarks") for path in folder.rglob("*.py")]


def test_no_file_is_too_long_to_be_read_in_one_go() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _sources()}

    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_nothing_is_left_to_do() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")

    assert [path for path in _sources() if any(mark in path.read_text(encoding="utf-8") for mark in marks)] == []


def test_editors_know_every_key_of_front_matter() -> None:
    """A key that is new stands in `docs/front_matter.py` as well."""
    schemas = {
        name: json.loads((PROJECT / "docs" / f"schema-{name}.json").read_text(encoding="utf-8"))["properties"]
        for name in ("post", "talk", "authors")
    }
    authors = schemas["authors"]["authors"]["additionalProperties"]["anyOf"][1]["properties"]
    names = {name for names in (*KEYS.values(), *TALK_FIELDS.values()) for name in names if "." not in name}

    assert schemas["post"].keys() | schemas["talk"].keys() == names
    assert set(authors) == {name for names in AUTHOR_KEYS.values() for name in names}
    assert all(each["description"] for name in ("post", "talk") for each in schemas[name].values())
