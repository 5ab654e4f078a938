"""Dates of mkdocs-git-revision-date-localized-plugin, which gives the moment of the build to what is in no history."""

from __future__ import annotations

import posixpath
from glob import escape
from typing import TYPE_CHECKING

from ..other_plugins import plugins_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_OF_A_FILE = ("git_revision_date_localized", "git_creation_date_localized")
"""How names in front matter begin under which the plugin has dates of a file."""


def take_back_moments(pages: Iterable[Page]) -> None:
    """Leave posts and talks that are made in memory without a date: they would be new with each build."""
    for page in pages:
        if page.file.generated_by:
            for name in [name for name in page.meta if name.startswith(_OF_A_FILE)]:
                del page.meta[name]


def leave_alone(pages: Iterable[Page], files: Files, config: MkDocsConfig) -> None:
    """Have the plugin ask for no dates of pages that are made in memory.

    It asks the clock twice for each, and warns where a second begins in between.
    """
    plugins = plugins_of(config, "git-revision-date-localized")
    made = {page.file.src_uri for page in pages if page.file.generated_by} if plugins else set()
    others = [file.src_uri for file in files if file.src_uri not in made] if made else []
    shared = {"", *(folder for other in others for folder in _folders_of(other))}
    patterns = {
        escape(uri) if posixpath.dirname(uri) in shared else f"{escape(posixpath.dirname(uri))}/*" for uri in made
    }
    for plugin in plugins:
        plugin.config["exclude"] = [*(plugin.config.get("exclude") or ()), *sorted(patterns)]


def _folders_of(uri: str) -> Iterator[str]:
    """The folders that a file lies in."""
    while uri := posixpath.dirname(uri):
        yield uri
