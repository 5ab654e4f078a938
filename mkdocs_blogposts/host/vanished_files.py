"""Files that go away between their being found and their being copied, at which MkDocs ends with a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.structure.files import File


def copy_if_there(file: File, tell: Callable[[File], None]) -> None:
    """Let a file be told where it has gone by the time that it is copied into the site."""
    copy = file.copy_file

    def copy_file(dirty: bool = False) -> None:  # noqa: FBT001, FBT002  # as MkDocs has it
        try:
            copy(dirty)
        except (FileNotFoundError, NotADirectoryError):
            if Path(file.abs_src_path or "").exists():
                raise
            tell(file)

    file.copy_file = copy_file  # type: ignore[method-assign]
