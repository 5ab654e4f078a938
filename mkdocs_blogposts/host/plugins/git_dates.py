"""Dates of mkdocs-git-revision-date-localized-plugin, which gives the moment of the build to what is in no history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.pages import Page

_OF_A_FILE = ("git_revision_date_localized", "git_creation_date_localized")
"""How names in front matter begin under which the plugin has dates of a file."""


def take_back_moments(pages: Iterable[Page]) -> None:
    """Leave pages that are made in memory without a date: they would be new with each build."""
    for page in pages:
        if page.file.generated_by:
            for name in [name for name in page.meta if name.startswith(_OF_A_FILE)]:
                del page.meta[name]
