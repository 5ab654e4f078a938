"""The files that become texts: which may be such, what is read of each, and what its author calls it."""

# ruff: noqa: PTH109, PTH118, PTH120
# Each file of a site is asked for several times, and paths as texts take a fifth of the time.
from __future__ import annotations

import os
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import is_markdown_file

from ..faults import Kind, Level
from ..frontmatter.file_names import has_dated_name
from ..frontmatter.merging import merge
from ..frontmatter.source import Source
from ..jekyll import endings
from ..jekyll.files import lies_in_jekyll_folder
from ..pages.file_contents import beginning_of
from ..pages.made_files import GENERATED_BY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.base import Config
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..faults import Faults
    from ..jekyll.jekyll_config import JekyllConfig
    from .folders import Folders


class TextFile(File):
    """A text of Jekyll's with an ending that MkDocs does not know: a page, too."""

    def __init__(self, file: File) -> None:
        vars(self).update(vars(file))
        for derived in ("dest_uri", "url", "abs_dest_path"):
            vars(self).pop(derived, None)

    def is_documentation_page(self) -> bool:
        """Return True: it is a page."""
        return True

    def is_static_page(self) -> bool:
        """Return False: it is not published as it is."""
        return False


def take_texts(files: Files, folders: Folders) -> None:
    """Make pages of the posts, drafts and talks that MkDocs would publish as they are, or not at all: `x.html`."""
    found = [file for file in files if is_text(file) and not file.is_documentation_page()]
    for file in found:
        if folders.holds_post(file.src_uri) or folders.may_hold_talk(file.src_uri):
            files.remove(file)
            files.append(TextFile(file))


def source_of(
    file: File,
    config: MkDocsConfig,
    defaults: Mapping[str, Mapping[str, Any]],
    jekyll: JekyllConfig | None = None,
    *,
    is_at_listing: bool = False,
) -> Source:
    """The content of a file, with the front matter that its folders give it; `defaults` is by folder."""
    merged: dict[str, Any] = {}
    for folder in sorted(defaults, key=len):
        if PurePosixPath(file.src_uri).is_relative_to(folder):
            merged = merge(merged, defaults[folder])
    return Source(
        src_uri=file.src_uri,
        path=shown_path(file, config),
        content=file.content_bytes,
        defaults=merged,
        jekyll_defaults=jekyll.front_matter_for(file.src_uri) if jekyll else {},
        is_draft=file.inclusion is InclusionLevel.DRAFT,
        is_at_listing=is_at_listing,
    )


def source_if_there(
    file: File,
    files: Files,
    config: MkDocsConfig,
    faults: Faults,
    defaults: Mapping[str, Mapping[str, Any]] | None = None,
    jekyll: JekyllConfig | None = None,
    *,
    is_at_listing: bool = False,
) -> Source | None:
    """The content of a file; one that has gone away since it was found is told, and left out of the site."""
    try:
        return source_of(file, config, defaults or {}, jekyll, is_at_listing=is_at_listing)
    except (FileNotFoundError, NotADirectoryError):
        tell_gone(file, config, faults)
        files.remove(file)
        return None


def tell_gone(file: File, config: MkDocsConfig, faults: Faults) -> None:
    """Tell that a file has gone away since it was found."""
    message = "failure: went away while the site was built, so it is left out"
    faults.add(Kind.FAILURE, shown_path(file, config), message, hint="build once more", level=Level.WARNING)


def shown_path(file: File, config: MkDocsConfig) -> str:
    """A file as its author would name it: from the folder of `mkdocs.yml`."""
    path = None if file.generated_by == GENERATED_BY else file.abs_src_path
    return _relative(path or os.path.join(config.docs_dir, file.src_uri), config.config_file_path or "", os.getcwd())


def folder_of(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def from_root(path: Path, config: Config) -> str:
    """A path from the folder of `mkdocs.yml`."""
    return _relative(str(path), config.config_file_path or "", os.getcwd())


@cache
def _relative(path: str, beside: str, _from: str) -> str:
    """A path from the folder of a file; asked for of each file several times."""
    folder = os.path.dirname(beside) or "."
    below = path.removeprefix(f"{folder}{os.sep}").replace(os.sep, "/")
    if len(below) < len(path) and not any(odd in f"/{below}/" for odd in ("//", "/./", "/../")):
        return below
    return os.path.relpath(path, folder).replace(os.sep, "/")


def is_text(file: File) -> bool:
    """Whether a file may be a post or talk rather than something that lies beside one."""
    src_uri = file.src_uri
    if is_markdown_file(src_uri) or not lies_in_jekyll_folder(src_uri):
        return is_markdown_file(src_uri)
    return src_uri.lower().endswith(endings.PAGES) or _is_odd_text(file)


def _is_odd_text(file: File) -> bool:
    """Whether a file is a post or talk of Jekyll's for what it begins with, though its name ends as another file's."""
    folders = file.src_uri.split("/")[:-1]
    if "_talks" not in folders and not ("_posts" in folders and has_dated_name(file.src_uri)):
        return False
    if file.src_uri.lower().endswith(endings.STYLES):
        return False
    from ..texts.ordinary_pages import is_headed  # noqa: PLC0415  # few sites have such files

    return is_headed(beginning_of(file))
