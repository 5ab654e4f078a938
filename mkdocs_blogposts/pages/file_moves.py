"""Where files of MkDocs stand in the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.files import File


def move(file: File, dest_uri: str) -> None:
    """Give a file another place in the site, and forget what MkDocs has derived from the old one."""
    file.dest_uri = dest_uri
    for derived in ("url", "abs_dest_path"):
        file.__dict__.pop(derived, None)
