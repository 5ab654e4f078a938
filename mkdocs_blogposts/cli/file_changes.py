"""Changes to files of a site: shown first, and written once somebody has agreed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..content.models import Post
from ..faults import Faults
from ..mending.edits import diff_of
from ..sources.loading import folder_defaults
from ..sources.source_files import source_of
from .terminal import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.structure.files import File

    from ..content.models import Talk
    from ..frontmatter.source import Source
    from ..stages.placed_build import PlacedBuild
    from .site_as_read import SiteAsRead

yes_option = click.option("-y", "--yes", is_flag=True, help="Change the files without asking.")
"""What each command takes that changes files."""

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """A file as it is, and as it is to be."""

    path: Path
    shown_path: str
    before: bytes
    after: bytes


def sources_of(site: SiteAsRead, blog: PlacedBuild) -> Iterator[tuple[Path, Source, Post | Talk]]:
    """Every post and talk of a blog that is a file of its own, with that file as it is read."""
    folders, loaded, settings = blog.begun.folders, blog.placed.loaded, blog.placed.reader.settings
    defaults = folder_defaults(site.files, site.config, Faults())
    for file, article in (*loaded.shown, *loaded.held_back):
        if path := _own_path(file):
            at_listing = isinstance(article, Post) and folders.has_post_at_listing(file.src_uri, settings)
            source = source_of(file, site.config, defaults, loaded.jekyll, is_at_listing=at_listing)
            yield path, source, article


def _own_path(file: File) -> Path | None:
    """Where a file lies; `None` for one that a plugin makes, and for a link to one that lies elsewhere."""
    path = Path(file.abs_src_path) if file.abs_src_path else None
    return path if path and path.is_file() and not path.is_symlink() else None


def make_changes(changes: Sequence[FileChange], *, yes: bool) -> None:
    """Show what changes, and change it; refused where nobody agrees.

    What is shown goes where faults go that are no output, so that a report for programs stays whole.
    """
    for change in changes:
        for line in diff_of(change.shown_path, change.before, change.after):
            tell(line, fg=_COLOURS.get(line[:1]), err=True)
    files = _files(len(changes))
    if not yes:
        try:
            is_wanted = click.confirm(f"Change {files}?", err=True)
        except click.Abort:
            raise click.ClickException("nothing was changed; give --yes where nobody can answer") from None
        if not is_wanted:
            raise click.ClickException("nothing was changed")
    for change in changes:
        try:
            change.path.write_bytes(change.after)
        except OSError as error:
            raise click.ClickException(f"'{change.shown_path}' cannot be written: {error.strerror}") from error
    tell(f"{files} changed", err=True)


def _files(number: int) -> str:
    return f"{number} file{'' if number == 1 else 's'}"
