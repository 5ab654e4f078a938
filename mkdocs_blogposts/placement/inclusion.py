"""Has MkDocs show files or leave them out, as was decided before: for posts in `content/publication`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.files import File


def show(file: File, *, in_nav: bool) -> None:
    """Have a file seen; `in_nav` also where MkDocs makes the navigation of the folders."""
    file.inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV


def leave_out(files: Iterable[File]) -> None:
    """Keep files out of the build."""
    for file in files:
        file.inclusion = InclusionLevel.EXCLUDED


def put_off(files: Iterable[File]) -> list[tuple[File, InclusionLevel]]:
    """Keep files out of what follows, with what they are to be again."""
    before = [(file, file.inclusion) for file in files]
    leave_out(file for file, _ in before)
    return before


def take_up(before: Iterable[tuple[File, InclusionLevel]]) -> None:
    """Make files that were put off what they were."""
    for file, inclusion in before:
        file.inclusion = inclusion
