"""What our tests miss: `python -m tests.mutation content --sample 60`.

It changes one place of a module at a time, in a copy of the repository, and runs the tests that go through this place.
A change that no test notices is printed: an assertion is missing, or it makes no difference; `explained.yml` says why.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.mutation.changes import changes_of, sample
from tests.mutation.copies import PROJECT, Copy
from tests.mutation.explained import explanations
from tests.mutation.kept import Kept
from tests.mutation.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.mutation.changes import Change

AREAS: Mapping[str, Sequence[str]] = {
    "content": ("content", "texts", "sources/test_slips.py"),
    "frontmatter": ("frontmatter", "content", "texts", "test_public_names.py"),
    "output": ("output", "compat/test_llmstxt.py"),
    "placement": (
        "placement",
        "compat/test_kept_urls.py",
        "compat/test_literate_nav.py",
        "compat/test_redirects.py",
        "compat/test_rss.py",
        "compat/test_shortest_links.py",
        "output/test_calendars.py",
        "output/test_feeds_of_jekyll.py",
        "output/test_listing_feeds.py",
        "output/test_redirects_for_hosts.py",
        "output/test_section_feeds.py",
        "pages/test_jekyll_pages.py",
        "sources/test_first_mistakes.py",
        "sources/test_quiet_mistakes.py",
        "test_surroundings.py",
        "urls/test_clashes.py",
        "urls/test_jekyll_page_clashes.py",
        "urls/test_listing_clashes.py",
    ),
    "urls": ("urls", "rendering/test_jekyll_page_links.py"),
    "published": ("published", "cli/test_list.py", "cli/test_urls.py", "cli/test_preview.py"),
}
"""Tests of folders that have no folder of tests of their own, or not all in that."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Try changes, and print those that no test notices."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("folders", nargs="+", help="folders or modules of the package: content, content/terms.py")
    parser.add_argument("--sample", type=int, default=80, help="how many changes of each are tried")
    parser.add_argument("--seed", type=int, default=0, help="another number tries others")
    parser.add_argument("--tests", nargs="*", help="files and folders of tests that are run, if not those of the area")
    parser.add_argument("--seconds", type=int, default=600, help="how long all tests of an area may take")
    parser.add_argument("--at-least", type=int, default=0, help="how many of a hundred have to be noticed")
    given = parser.parse_args(arguments)
    rows = []
    with tempfile.TemporaryDirectory() as place:
        copy, sites = Copy(Path(place) / "copy"), Path(place) / "sites"
        sites.mkdir()
        runs = Runs(copy.root, sites)
        for folder in given.folders:
            area = Area(copy, runs, folder, given.tests or _tests_of(folder), given.seconds)
            rows.append((folder, area.try_some(given.sample, given.seed)))
    _say("\n| | changes | tried | noticed | explained | left |\n|---|---|---|---|---|---|")
    for folder, counts in rows:
        shares = ("all", "tried", "noticed", "explained", "left")
        _say(f"| `{folder}` | {' | '.join(str(counts[share]) for share in shares)} |")
    return int(any(100 * counts["noticed"] < given.at_least * counts["tried"] for _, counts in rows))


def _tests_of(folder: str) -> list[str]:
    """The tests of a folder or module of the package."""
    room = folder if (PROJECT / "mkdocs_blogposts" / folder).is_dir() else Path(folder).parent.as_posix()
    return [f"tests/{name}" for name in AREAS.get(room, (room,))]


class Area:
    """Modules, and the tests that should notice a change of them."""

    def __init__(self, copy: Copy, runs: Runs, folder: str, tests: Sequence[str], seconds: float) -> None:
        path = copy.root / "mkdocs_blogposts" / folder
        self.modules = sorted(path.glob("*.py")) if path.is_dir() else [path]
        self.files = sorted({file for name in tests for file in _files(copy.root, name)})
        self.copy = copy
        self.kept = Kept(copy.root, folder)
        self.runs = runs
        self.is_tried = False
        self.runs.prepare(self.kept.imported)
        self.recordings: dict[str, Any] = self.kept.recordings(self.runs, self.files, self.modules, seconds)
        self.runs.prepare(self.kept.imported)

    def try_some(self, number: int, seed: int) -> Counter[str]:
        """How many changes there are, are tried, are noticed …, those that are not being told."""
        changes = [
            change
            for module in self.modules
            for change in changes_of(module.relative_to(self.copy.root).as_posix(), module.read_text(encoding="utf-8"))
        ]
        tried = sample(changes, number, seed)
        counts = Counter(all=len(changes), tried=len(tried))
        explained = explanations()
        for change in tried:
            noticed, why = self._is_noticed(change)
            expected = explained.get((change.module, change.code, change.edit))
            counts["noticed" if noticed else "explained" if expected else "left"] += 1
            if noticed == bool(expected):
                _say(f"{change}  ({f'explained, but noticed by {why}' if noticed else why})")
        return counts

    def _is_noticed(self, change: Change) -> tuple[bool, str]:
        """Whether a test notices a change, and which; or why none does."""
        tests = self._tests_through(change)
        if not tests:
            return False, "no test goes through it"
        if (by := self.kept.decision(change, self.files)) is None:
            first = self.kept.first(change)
            limits = {name: 3 * tests[name] + 5 for name in _in_order(tests, first)}
            files = sorted({_file_of(name) for name in tests})
            if not self.is_tried:
                if (run := self.runs.run(files, limits, sum(limits.values()))).fails:
                    sys.exit(f"{run.because} fails before anything is changed")
                self.is_tried = True
            with self.copy.changed(change):
                run = self.runs.run(files, limits, sum(limits.values()))
            self.kept.decide(change, run, self.files)
            by = run.because if run.fails else ""
        return bool(by), by or f"{len(tests)} tests go through it"

    def _tests_through(self, change: Change) -> dict[str, float]:
        """The seconds of each test that a change can make a difference to."""
        found: dict[str, float] = {}
        first, last = change.lines
        imported = f"from {change.module.removesuffix('.py').replace('/', '.')} import"
        for file, recording in self.recordings.items():
            lines = recording["lines"].get(change.module, {})
            if change.runs_at_import and (lines or imported in (self.copy.root / file).read_text(encoding="utf-8")):
                found |= recording["seconds"]
            for name in {name for line, names in lines.items() if first <= int(line) <= last for name in names}:
                found[name] = recording["seconds"][name]
        return found


def _in_order(tests: Mapping[str, float], first: str) -> list[str]:
    """Tests in the order in which they find something soonest; those of a file share what is made for it."""
    files: dict[str, float] = {}
    for name, seconds in tests.items():
        files[_file_of(name)] = min(seconds, files.get(_file_of(name), seconds))
    return sorted(tests, key=lambda name: (name != first, files[_file_of(name)], _file_of(name), tests[name]))


def _file_of(test: str) -> str:
    return test.partition("::")[0]


def _files(root: Path, name: str) -> list[str]:
    path = root / name
    found = path.rglob("test_*.py") if path.is_dir() else [path]
    return [file.relative_to(root).as_posix() for file in found]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
