"""Files outside `docs_dir` that belong to a blog: `_posts`, `_drafts`, `_talks`, and pages of a Jekyll site."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from ..content.reading import posts_folder
from ..jekyll import endings
from ..jekyll.files import SPECIAL, lies_in_jekyll_folder
from ..log import log
from .folders import POSTS_FOLDERS, TALKS_FOLDER
from .source_files import folder_of, from_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..settings import Settings
    from .folders import Folders

_NOT_OF_A_SITE = ("node_modules", "vendor")
"""Folders of others' programs."""


def add_outside_files(
    files: Files, config: MkDocsConfig, settings: Settings, folders: Folders, home: Path | None
) -> list[str]:
    """Bring the files of folders outside `docs_dir` into the build; gives those folders, for `serve` to watch.

    `home` is the folder of a Jekyll site with a `_config.yml`.
    """
    return _add(files, config, dict(_outside_folders(config, settings, folders, home)))


def add_outside_pages(files: Files, config: MkDocsConfig, names: Iterable[str], home: Path | None) -> list[str]:
    """Do the same with folders of pages beside `mkdocs.yml`."""
    return _add(files, config, dict(_beside(config, names, home)))


def _add(files: Files, config: MkDocsConfig, found: Mapping[Path, str]) -> list[str]:
    """Bring the files of folders into the build, each below the path that its folder pretends to have."""
    for folder, pretended in found.items():
        for path in sorted(folder.rglob("*")):
            src_uri = posixpath.join(pretended, path.relative_to(folder).as_posix())
            if not path.is_file() or not (_is_wanted(path.relative_to(folder)) or _is_tellable(src_uri)):
                continue
            if not path.resolve().is_relative_to(folder.resolve()):
                log.warning(
                    "'%s' is a link that leads out of '%s', so it is left out",
                    from_root(path, config),
                    from_root(folder, config),
                )
            elif files.get_file_from_path(src_uri) is None:
                file = File.generated(config, src_uri, abs_src_path=str(path), inclusion=InclusionLevel.NOT_IN_NAV)
                file.generated_by = None
                file.edit_uri = Path(os.path.relpath(path, config.docs_dir)).as_posix()
                files.append(file)
    return [str(folder) for folder in found]


def _outside_folders(
    config: MkDocsConfig, settings: Settings, folders: Folders, home: Path | None
) -> Iterator[tuple[Path, str]]:
    docs_dir = Path(config.docs_dir)
    posts = posixpath.normpath(posts_folder(settings))
    if posts.startswith("..") and (outside := Path(os.path.normpath(docs_dir / posts))).is_dir():
        yield outside, folders.posts.as_posix()
    if folders.is_first:
        names = (*POSTS_FOLDERS, TALKS_FOLDER) if folders.talks is not None else POSTS_FOLDERS
        yield from _beside(config, names, home)
        if home and not home.is_relative_to(docs_dir):
            yield from _deeper(config, names, home)


def _beside(config: MkDocsConfig, names: Iterable[str], home: Path | None) -> Iterator[tuple[Path, str]]:
    """Those of the folders that are there, beside `mkdocs.yml` or in the Jekyll site, and not in `docs_dir`."""
    if not config.config_file_path:
        return
    for name in names:
        tops = dict.fromkeys((folder_of(config), home or folder_of(config)))
        found = next((top / name for top in tops if (top / name).is_dir()), None)
        if found and not found.is_relative_to(config.docs_dir):
            yield found, name


def _deeper(config: MkDocsConfig, wanted: Iterable[str], home: Path) -> Iterator[tuple[Path, str]]:
    """Those folders that lie further down (`es/_posts`) in a Jekyll site that is not in `docs_dir`."""
    apart = {os.path.realpath(path) for path in (config.docs_dir, config.site_dir)}
    for folder, names, _ in os.walk(home):
        path = Path(folder)
        if path != home:
            found = (path / name for name in wanted if name in names and not (path / name).is_symlink())
            yield from ((each, each.relative_to(home).as_posix()) for each in found)
        names[:] = sorted(
            name
            for name in names
            if not name.startswith(SPECIAL)
            and name not in _NOT_OF_A_SITE
            and os.path.realpath(path / name) not in apart
            and not (path / name / "pyvenv.cfg").exists()
        )


def _is_wanted(path: Path) -> bool:
    return not any(part.startswith(SPECIAL) or part.endswith("~") for part in path.parts)


def _is_tellable(src_uri: str) -> bool:
    """Whether a file is no post by its name alone, so that its author should know of it."""
    is_hidden = any(part.startswith(".") for part in src_uri.split("/"))
    return lies_in_jekyll_folder(src_uri) and src_uri.lower().endswith(endings.PAGES) and not is_hidden
