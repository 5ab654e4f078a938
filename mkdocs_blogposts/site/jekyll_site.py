"""Finds the Jekyll site that the posts and talks of a blog come from."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

from ..content.authors import AuthorBook, load_authors
from ..content.models import Source
from ..jekyll.config import CONFIG_NAMES, JekyllConfig, load_jekyll_config
from ..jekyll.files import lies_in_jekyll_folder
from ..log import log
from .sources import from_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..faults import Faults
    from ..settings import Settings
    from .sources import Folders

_AUTHORS_NAMES = ("_data/authors.yml", "_data/authors.yaml")


def find_jekyll_config(
    files: Files, config: MkDocsConfig, settings: Settings, folders: Folders, faults: Faults
) -> JekyllConfig:
    """What the nearest `_config.yml` says, where the site has files of a Jekyll site; empty where there is none.

    None of them is published.
    """
    for name in CONFIG_NAMES:
        if published := files.get_file_from_path(name):
            published.inclusion = InclusionLevel.EXCLUDED
    if not settings.jekyll_pages and not any(_is_jekylls(file.src_uri, folders) for file in files):
        return JekyllConfig()
    for folder, root in places_of_jekyll(config, settings, folders):
        for path in (folder / name for name in CONFIG_NAMES):
            if not path.is_file():
                continue
            if path.resolve().parent != folder.resolve():
                log.warning("'%s' is a link that leads elsewhere, so it is left out", from_root(path, config))
                continue
            source = Source(
                src_uri=posixpath.join(root, path.name), path=from_root(path, config), content=path.read_bytes()
            )
            return load_jekyll_config(source, root, faults)
    return JekyllConfig()


def find_jekyll_authors(
    jekyll: JekyllConfig, files: Files, config: MkDocsConfig, faults: Faults
) -> tuple[AuthorBook | None, Path | None]:
    """The authors whom the data of a Jekyll site describes, and where; the file is not published."""
    if jekyll.path is None:
        return None, None
    folder = Path(config.config_file_path or "").parent / jekyll.path
    for name in _AUTHORS_NAMES:
        src_uri, path = posixpath.join(jekyll.root, name), folder.parent / name
        if published := files.get_file_from_path(src_uri):
            published.inclusion = InclusionLevel.EXCLUDED
        if path.is_file() and path.resolve().is_relative_to(folder.parent.resolve()):
            source = Source(src_uri=src_uri, path=from_root(path, config), content=path.read_bytes())
            return load_authors(source, faults), path
    return None, None


def _is_jekylls(src_uri: str, folders: Folders) -> bool:
    return lies_in_jekyll_folder(src_uri) and (folders.holds_post(src_uri) or folders.may_hold_talk(src_uri))


def places_of_jekyll(config: MkDocsConfig, settings: Settings, folders: Folders) -> Iterator[tuple[Path, str]]:
    """The folders that may be that of a Jekyll site, nearest first, each with the path that it pretends to have."""
    docs_dir = Path(config.docs_dir)
    posts = posixpath.normpath(settings.post_dir.format(blog=settings.blog_dir))
    if posts.startswith(".."):
        yield Path(os.path.normpath(docs_dir / posts)).parent, _root(folders.posts.parent)
    yield docs_dir / settings.blog_dir, _root(folders.blog)
    yield docs_dir, ""
    if config.config_file_path:
        yield Path(config.config_file_path).resolve().parent, ""


def _root(folder: PurePosixPath) -> str:
    return "" if folder == PurePosixPath() else folder.as_posix()
