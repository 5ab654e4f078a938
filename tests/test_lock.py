"""The lock: all that developers install, in exact versions, and nothing of the machine that it was made on."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[1]
LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8").replace("#| ", "")
PINNED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?: ; [^\\\n]+)? \\\n(?P<hashes>(?: .*\n)+)", re.MULTILINE
)
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def _needed() -> list[str]:
    """What pyproject.toml asks for, for the project and for each group."""
    lists = [PYPROJECT["project"]["dependencies"], *PYPROJECT["project"]["optional-dependencies"].values()]
    lists += PYPROJECT["dependency-groups"].values()
    return sorted({need for needs in lists for need in needs if isinstance(need, str)})


@pytest.mark.parametrize("need", _needed())
def test_what_is_asked_for_is_locked_in_a_version_that_will_do(need: str) -> None:
    requirement = Requirement(need)
    name = canonicalize_name(requirement.name)

    versions = [match["version"] for match in PINNED.finditer(LOCK) if match["name"] == name]

    assert versions
    assert [version for version in versions if version not in requirement.specifier] == []


def test_every_package_has_the_hashes_of_its_files() -> None:
    lines = [line for line in LOCK.splitlines() if line and not line.startswith("#")]
    pinned = list(PINNED.finditer(LOCK))

    assert len(lines) == sum(1 + match["hashes"].count("\n") for match in pinned)
    for match in pinned:
        assert re.fullmatch(r"(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", match["hashes"]), match["name"]


def test_it_names_no_index_and_no_folder() -> None:
    locked = "".join(line for line in LOCK.splitlines(keepends=True) if not line.startswith("#"))

    assert not re.search(r"://|^-|--(?!hash=)", locked, re.MULTILINE)
