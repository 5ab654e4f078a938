"""Where each file of a site lies in the new one."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .source_site.old_site import Role

if TYPE_CHECKING:
    from .source_site.old_site import JekyllSite, SiteFile

DOCS = PurePosixPath("docs")


class NewPaths:
    """The new place of each file: Jekyll's folders beside `mkdocs.yml`, all else below `docs`."""

    def __init__(self, site: JekyllSite, *, leave_files: bool) -> None:
        self.leave_files = leave_files
        self._rules = site.rules

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
        is_beside = file.role is Role.LIQUID or file.path.parts[0].startswith("_")
        return str(file.path if is_beside else DOCS / file.path)

    def published(self, file: SiteFile) -> PurePosixPath:
        """Where Jekyll publishes a file that it leaves as it is."""
        if not file.collection:
            return file.path.with_name(f"{file.path.stem.rstrip('.')}{file.path.suffix}")
        return PurePosixPath(self._rules.dest_of_file(str(file.path), file.collection))
