"""Prints a bill of materials in the form of CycloneDX: what the project stands on, as its lock has it."""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[1]
SECTION = re.compile(r"^# == project\n(.*?)(?=^# == |\Z)", re.MULTILINE | re.DOTALL)
PACKAGE = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?P<rest>.*\n(?: .*\n)*)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:(\w+)")


def components() -> Iterator[dict[str, Any]]:
    """What users get beside the project itself."""
    section = SECTION.search((PROJECT / "requirements.lock").read_text(encoding="utf-8"))
    for found in PACKAGE.finditer(section[1] if section else ""):
        name, version = found["name"], found["version"]
        component = {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{version}",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            "properties": [{"name": "sha256", "value": digest} for digest in HASH.findall(found["rest"])],
        }
        if licence := licence_of(name):
            component["licenses"] = [{"license": {"name": licence}}]
        yield component


def licence_of(name: str) -> str:
    """The licence of an installed package, as it says itself; empty where it is not installed."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return ""
    told = {key: said.get_all(key) or [""] for key in ("License-Expression", "Classifier", "License")}
    classified = [line.rpartition(" :: ")[2] for line in told["Classifier"] if line.startswith("License ::")]
    return told["License-Expression"][0] or ", ".join(classified) or told["License"][0].partition("\n")[0]


def bill() -> dict[str, Any]:
    """The whole bill."""
    ours = re.search(
        r'__version__ = "([^"]+)"', (PROJECT / "mkdocs_blogposts" / "__init__.py").read_text(encoding="utf-8")
    )
    version = ours[1] if ours else ""
    component = {
        "type": "library",
        "name": "mkdocs-blogposts",
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": component},
        "components": list(components()),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(), indent=2) + "\n")
