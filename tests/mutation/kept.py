"""What earlier runs have found out, for as long as it holds."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from tests.mutation.copies import PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.mutation.changes import Change
    from tests.mutation.runs import Run, Runs

FOLDER = PROJECT / ".cache" / "mutation"


def digest(*paths: Path) -> str:
    """A name for what files say."""
    texts = (hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:20]


class Kept:
    """The recordings and decisions of one folder of modules, in a copy of the repository."""

    def __init__(self, root: Path, name: str) -> None:
        self._root = root
        self._name = name.replace("/", ".")
        self._recordings = self._read("recordings")
        self._decisions = self._read("decisions")

    @property
    def imported(self) -> set[str]:
        """What the tests import."""
        return {name for recording in self._recordings.values() for name in recording["imported"]}

    def recordings(self, runs: Runs, files: Sequence[str], modules: Sequence[Path], seconds: float) -> dict[str, Any]:
        """By file of tests, what it goes through, recorded anew where the file or the modules have changed."""
        keys = {file: digest(self._root / file, *modules) for file in files}
        known = self._recordings
        if new := [file for file in files if known.get(file, {}).get("key") != keys[file]]:
            folder = modules[0].parent.relative_to(self._root).as_posix()
            recorded = runs.record(new, folder, seconds)
            none: dict[str, Any] = {"seconds": {}, "lines": {}}
            known |= {file: recorded["files"].get(file, none) | {"key": keys[file], "imported": []} for file in new}
            known[new[0]]["imported"] = [each for each in recorded["imported"] if each not in self.imported]
            self._write("recordings", known)
        return {file: known[file] for file in files}

    def decision(self, change: Change, files: Sequence[str]) -> str | None:
        """The test that notices a change, "" if none does, `None` if that is not known of these tests."""
        kept = self._decisions.get(change.key)
        return kept["by"] if kept and kept["tests"] == self._tests(kept["by"], files) else None

    def first(self, change: Change) -> str:
        """The test that has noticed a change before."""
        kept = self._decisions.get(change.key)
        return kept["by"] if kept else ""

    def decide(self, change: Change, run: Run, files: Sequence[str]) -> None:
        """Keep what has come out."""
        by = run.because if run.fails else ""
        self._decisions[change.key] = {"change": str(change), "by": by, "tests": self._tests(by, files)}
        self._write("decisions", self._decisions)

    def _tests(self, by: str, files: Sequence[str]) -> str:
        """A name for the tests on which a decision rests."""
        file = self._root / by.partition("::")[0]
        return digest(file) if by and file.is_file() else digest(*(self._root / each for each in files))

    def _read(self, what: str) -> dict[str, Any]:
        """What is kept of one kind; nothing where it cannot be read."""
        try:
            return dict(json.loads((FOLDER / f"{self._name}.{what}.json").read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    def _write(self, what: str, values: dict[str, Any]) -> None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{self._name}.{what}.json").write_text(json.dumps(values), encoding="utf-8")
