"""Files that the build makes in memory, as other plugins can take them for files of the site."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

MADE_LATER = ("sitemap.xml.gz", "search/search_index.json")
"""What MkDocs and its search write when all pages are there."""

GENERATED_BY = "blogposts"
"""Marks our files in memory, as other plugins expect it of a file that has no history."""


class MadeFile(File):
    """A file in memory until the host has written it; who asks for its content then gets what is written."""

    _written_to: str | None = None

    @property
    def content_bytes(self) -> bytes:
        """What is in the file."""
        return Path(self._written_to).read_bytes() if self._written_to else super().content_bytes

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._fill(value)
        self._written_to = None

    @property
    def content_string(self) -> str:
        """The same as text."""
        return self.content_bytes.decode("utf-8-sig")

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.content_bytes = value.encode()

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  # the host's own
        """Write the file, and keep its content no longer: feeds of a large blog take a tenth of all memory."""
        if self._written_to:
            self.content_bytes = self.content_bytes  # as it is to be written once more
        super().copy_file(dirty)
        self._fill(b"")
        self._written_to = self.abs_dest_path

    def _fill(self, value: bytes) -> None:
        source = self.abs_src_path
        File.content_bytes.fset(self, value)  # type: ignore[attr-defined]
        self.abs_src_path = source


def dest_uri_of(src_uri: str, config: MkDocsConfig) -> str:
    """Where a file of a name in `docs_dir` is written, below `site_dir`."""
    return File(src_uri, None, config.site_dir, config.use_directory_urls).dest_uri


def made_file(
    config: MkDocsConfig,
    src_uri: str,
    content: str | bytes = "",
    inclusion: InclusionLevel = InclusionLevel.NOT_IN_NAV,
) -> File:
    """A file in memory that pretends to lie in `docs_dir`."""
    file = MadeFile.generated(config, src_uri, content=content, inclusion=inclusion)
    as_made(file, config)
    return file


def fill(file: File, content: bytes, config: MkDocsConfig) -> None:
    """Give a file in memory its content."""
    file.content_bytes = content
    as_made(file, config)


def as_made(file: File, config: MkDocsConfig) -> None:
    """Mark a file as made by us, with `mkdocs.yml`, which asks for it, as the file that it is made from.

    Many plugins read the path of each file; they would end in a traceback, or warn, where it is none of a file that is
    there and has a history. `docs_dir` is where files lie that others have written, so it is none of those.
    """
    file.generated_by = GENERATED_BY
    file.abs_src_path = config.config_file_path


def is_made(file: File) -> bool:
    """Whether a file of the site is one of ours that is made in memory, and no page."""
    return file.generated_by == GENERATED_BY and file.page is None and file.inclusion.is_included()


def alone_at_their_place(files: Iterable[File], all_files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Those of some files at whose place nothing else is written, on any disk."""
    places = Counter(_place(file.dest_uri) for file in all_files if not file.inclusion.is_excluded())
    places.update(_place(name) for name in (*config.theme.static_templates, *config.extra_templates))
    return (file for file in files if places[_place(file.dest_uri)] == 1)


def _place(dest_uri: str) -> str:
    return os.path.normcase(dest_uri).casefold()
