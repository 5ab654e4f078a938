"""What a release is made with: pinned actions, a bill of materials, licences."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest
import yaml

import mkdocs_blogposts

PROJECT = Path(__file__).parents[1]
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
FREE = re.compile(r"MIT|BSD|Apache|Mozilla Public License 2\.0|PSF|ISC|Zlib|HPND|Unlicense")
"""Licences that ask for no more than to be named, or for changes of their own files."""


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    command = [sys.executable, str(PROJECT / ".ci" / "sbom.py")]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(made.stdout)
    return found


def test_the_bill_of_materials_names_what_users_get(bill: dict[str, Any]) -> None:
    names = {component["name"] for component in bill["components"]}

    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == mkdocs_blogposts.__version__
    assert {"mkdocs", "lxml", "pybtex", "python-liquid"} <= names
    assert "pytest" not in names
    assert all(component["properties"] for component in bill["components"])


def test_all_that_it_stands_on_has_a_known_licence(bill: dict[str, Any]) -> None:
    said = {
        component["name"]: licence["license"]["name"]
        for component in bill["components"]
        for licence in component.get("licenses", ())
    }

    silent = {component["name"] for component in bill["components"]} - set(said)
    assert {name for name in silent if is_installed(name)} == set()
    assert {name: licence for name, licence in said.items() if not FREE.search(licence)} == {}
    assert {"mkdocs", "lxml", "pillow"} <= set(said)


def is_installed(name: str) -> bool:
    """Whether a package is there: some are for other systems alone."""
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_may_do_no_more_than_they_need(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]

    assert workflow["permissions"] == {}
    assert [step["uses"] for step in steps if not re.search(r"@[0-9a-f]{40}$", step.get("uses", "@" + "0" * 40))] == []
    granted = {access for job in workflow["jobs"].values() for access in job["permissions"].items()}
    assert granted <= {("contents", "read"), ("id-token", "write")}
    assert ("id-token", "write") not in granted or path.name == "release.yml"


def test_each_action_is_the_same_everywhere() -> None:
    lines = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = {tuple(found) for found in re.findall(r"uses: ([\w/-]+)@(\w+) # (v\d+\.\d+\.\d+)$", lines, re.MULTILINE)}

    assert lines.count("uses: ") == len(re.findall(r"uses: [\w/-]+@\w+ # v\d+\.\d+\.\d+\n", lines))
    assert len({action for action, _, _ in pins}) == len(pins)
