"""Where each file of a site lies in the new one."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .site import Role, above_collections

if TYPE_CHECKING:
    from .site import JekyllSite, SiteFile

DOCS = PurePosixPath("docs")


class Places:
    """The new place of each file: Jekyll's folders beside `mkdocs.yml`, all else below `docs`."""

    def __init__(self, site: JekyllSite, *, leave_files: bool) -> None:
        self.leave_files = leave_files
        self._above = above_collections(site.jekyll)
        self._collections = {label: each.folder for label, each in site.collections.items()}

    def src_uri(self, file: SiteFile) -> str:
        """The path by which other files of the new site name a file."""
        if self.leave_files:
            return str(file.path)
        dest = PurePosixPath(self.dest(file))
        return str(dest.relative_to(DOCS) if dest.is_relative_to(DOCS) else dest)

    def dest(self, file: SiteFile) -> str:
        """The path of a file that is copied, from the folder of `mkdocs.yml`."""
        if file.role is Role.FILE:
            return str(DOCS / self.published(file))
        path = file.path
        if self._above.parts and path.is_relative_to(self._above):
            path = path.relative_to(self._above)
        return str(path if path.parts[0].startswith("_") else DOCS / path)

    def published(self, file: SiteFile) -> PurePosixPath:
        """Where Jekyll publishes a file that it leaves as it is."""
        folder = self._collections.get(file.collection)
        return PurePosixPath(file.collection) / file.path.relative_to(folder) if folder else file.path
