"""What was saved since the build before, while a site is served."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from ..log import log
from ..sources.source_files import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

_MOST = 3
"""Files that are named; of more there is a number."""


class SavedChanges:
    """Tells, in one line, which posts and talks are new, gone or have been changed."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[int, int]] | None = None
        """When each file was changed, and how long it was; `None` before the first build."""

    def tell(self, files: Iterable[File], config: MkDocsConfig) -> None:
        """Log what is other than in the build before."""
        before = self._seen
        self._seen = now = {}
        for file in files:
            with contextlib.suppress(OSError):
                stat = os.stat(file.abs_src_path or "")  # noqa: PTH116  # of each file of a blog
                now[shown_path(file, config)] = (stat.st_mtime_ns, stat.st_size)
        if before is None:
            return
        told = [
            ("Changed", [path for path, state in now.items() if path in before and before[path] != state]),
            ("New", [path for path in now if path not in before]),
            ("Gone", [path for path in before if path not in now]),
        ]
        line = "; ".join(f"{word}: {_named(paths)}" for word, paths in told if paths)
        if line:
            log.info("%s", line)


def _named(paths: list[str]) -> str:
    more = len(paths) - _MOST
    return ", ".join(sorted(paths)[:_MOST]) + (f" and {more} more" if more > 0 else "")
