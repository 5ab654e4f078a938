"""Where the files of a site are, as `{% link %}` names them."""

from __future__ import annotations

import os
import posixpath
from functools import cached_property
from typing import TYPE_CHECKING

from ..jekyll.endings import PAGES
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mkdocs.structure.files import File, Files


@dataclass(frozen=True, kw_only=True)
class FileUrls:
    """Finds the URL of a file by its path in the site."""

    files: Files
    roots: Sequence[Path]
    """Folders that may be that of the Jekyll site."""

    def find(self, name: str) -> str | None:
        """The URL of a file from the site's root; for a page that a listing of ours has replaced, where that is."""
        path = posixpath.normpath(name.lstrip("/"))
        really = (self._by_path.get(os.path.normpath(root / path)) for root in self.roots)
        stem, ending = posixpath.splitext(path)
        in_place = (f"{stem.removesuffix('index')}/index.html".lstrip("/"), f"{stem}.html") if ending in PAGES else ()
        listings = (self._by_dest.get(posixpath.normpath(dest)) for dest in in_place)
        file = self.files.get_file_from_path(path) or next(filter(None, (*really, *listings)), None)
        return url_of(file) if file else None

    @cached_property
    def _by_path(self) -> dict[str, File]:
        return {os.path.normpath(file.abs_src_path): file for file in self.files if file.abs_src_path}

    @cached_property
    def _by_dest(self) -> dict[str, File]:
        return {file.dest_uri: file for file in self.files if not file.inclusion.is_excluded()}


def url_of(file: File) -> str:
    """Where a file is, from the site's root."""
    return "/" if file.url == "./" else f"/{file.url}"
