"""A copy of the repository, in which modules are changed while those of the repository stay as they are."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.mutation.changes import Change

PROJECT = Path(__file__).parents[2]
COPIED = ("mkdocs_blogposts", "tests", "pyproject.toml")
LINKED = ("docs", "example_site", "benchmarks", ".ci", "README.md", "CHANGELOG.md", "mkdocs.yml")
"""What tests read beside that, and do not change."""


class Copy:
    """The package and its tests, and what these read."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._numbers = itertools.count(1)
        for name in COPIED:
            source = PROJECT / name
            if source.is_dir():
                shutil.copytree(source, self.root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(source, self.root / name)
        for name in LINKED:
            (self.root / name).symlink_to(PROJECT / name)

    @contextlib.contextmanager
    def changed(self, change: Change) -> Iterator[None]:
        """The copy with a change."""
        module = self.root / change.module
        before, times = module.read_bytes(), module.stat()
        module.write_text(change.text, encoding="utf-8")
        # What Python has compiled is taken again for a file of the same size and second.
        second = next(self._numbers)
        os.utime(module, (second, second))
        try:
            yield
        finally:
            module.write_bytes(before)
            os.utime(module, ns=(times.st_atime_ns, times.st_mtime_ns))
