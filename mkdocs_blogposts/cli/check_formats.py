"""What `blogposts check` found, in the forms that programs read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .. import __version__
from ..faults import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..faults import Fault

_HOME = "https://mkdocs-blogposts.github.io/mkdocs-blogposts/"
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_OF_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_OF_SARIF = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def repository_of(folder: Path, environ: Mapping[str, str]) -> Path:
    """The folder from which forges count paths: what CI has checked out, or else the repository around a folder."""
    workspace = environ.get("GITHUB_WORKSPACE")
    if workspace and folder.is_relative_to(Path(workspace).resolve()):
        return Path(workspace).resolve()
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)


def as_json(faults: Iterable[Fault]) -> str:
    """All that is known of each fault."""
    rows = [
        {
            "kind": str(fault.kind),
            "level": fault.level.name.lower(),
            "path": fault.path,
            "line": fault.place.line if fault.place else None,
            "column": fault.place.column if fault.place else None,
            "message": fault.message,
            "hint": fault.hint,
        }
        for fault in faults
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(faults: Iterable[Fault], folder: Path, repository: Path) -> Iterator[str]:
    """A line for each fault that makes GitHub show it beside its line; `folder` is that of `mkdocs.yml`."""
    for fault in faults:
        facts = {"file": _from(repository, folder, fault)}
        if fault.place:
            facts |= {"line": str(fault.place.line), "col": str(fault.place.column)}
        facts["title"] = f"blogposts: {fault.kind}"
        told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in facts.items())
        yield f"::{_OF_GITHUB[fault.level]} {told}::{_escaped(_in_full(fault))}"


def as_sarif(faults: Iterable[Fault], folder: Path, repository: Path) -> str:
    """The faults in the form that code scanning and editors read; `folder` is that of `mkdocs.yml`."""
    faults = list(faults)
    kinds = sorted({fault.kind for fault in faults})
    driver = {
        "name": "blogposts",
        "version": __version__,
        "informationUri": _HOME,
        "rules": [
            {
                "id": str(kind),
                "shortDescription": {"text": kind.replace("-", " ")},
                "helpUri": f"{_HOME}faults/#{kind}",
            }
            for kind in kinds
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
        "results": [
            {
                "ruleId": str(fault.kind),
                "ruleIndex": kinds.index(fault.kind),
                "level": _OF_SARIF[fault.level],
                "message": {"text": _in_full(fault)},
                "locations": [{"physicalLocation": _location(fault, folder, repository)}],
            }
            for fault in faults
        ],
    }
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _location(fault: Fault, folder: Path, repository: Path) -> dict[str, Any]:
    uri = quote(_from(repository, folder, fault))
    location: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
    if fault.place:
        location["region"] = {"startLine": fault.place.line, "startColumn": fault.place.column}
    return location


def _in_full(fault: Fault) -> str:
    return f"{fault.message}\n{fault.hint}" if fault.hint else fault.message


def _from(repository: Path, folder: Path, fault: Fault) -> str:
    return Path(os.path.relpath(folder / fault.path, repository)).as_posix()


def _escaped(text: str, signs: str = "") -> str:
    """A text in which nothing is a command of GitHub's."""
    for sign in ("%", "\r", "\n", *signs):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
