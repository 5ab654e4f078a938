"""What is in files of a site that may have gone away since they were found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.files import File

_LONGEST_MARK = 100


def content_of(file: File) -> bytes:
    """What is in a file; nothing if that has gone."""
    try:
        return file.content_bytes
    except (FileNotFoundError, NotADirectoryError):
        return b""


def length_of(file: File) -> int:
    """Bytes in a file; none if that has gone."""
    path = Path(file.abs_src_path) if file.abs_src_path and not file.generated_by else None
    try:
        return path.stat().st_size if path else len(content_of(file))
    except OSError:
        return 0


def text_of(file: File) -> str:
    """The same as text, however it is encoded."""
    return content_of(file).decode("utf-8-sig", errors="replace")


def beginning_of(file: File) -> bytes:
    """The first line of a file that has one, if it is short; nothing of one in memory, or that has gone."""
    try:
        with Path(file.abs_src_path or "").open("rb") as opened:
            return opened.readline(_LONGEST_MARK)
    except OSError:
        return b""
