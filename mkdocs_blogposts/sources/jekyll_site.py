"""Finds the Jekyll site that the posts and talks of a blog come from."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..content.authors import AuthorBook, load_authors
from ..content.reading import posts_folder
from ..faults import Faults, Level
from ..frontmatter.source import Source
from ..jekyll.files import lies_in_jekyll_folder
from ..jekyll.jekyll_config import CONFIG_NAMES, JekyllConfig
from ..light_dataclasses import dataclass
from ..log import log
from .source_files import folder_of, from_root

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..settings import Settings
    from .folders import Folders

_AUTHORS_NAMES = ("authors.yml", "authors.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllPlace:
    """Where a Jekyll site lies, and what it is set to."""

    configs: tuple[Path, ...]
    """Its `_config.yml`, or several of which the later win."""
    folder: Path
    root: str
    """The folder as a path below `docs_dir`, be it a pretended one."""

    @classmethod
    def of(cls, config: MkDocsConfig, settings: Settings, folders: Folders) -> JekyllPlace | None:
        """The place that `jekyll_config` names, or else the nearest that has a `_config.yml`; `None` without one."""
        if settings.jekyll_config:
            configs = tuple(path for path in _named_configs(config, settings) if path.is_file())
            return cls._by_configs(configs, config) if configs else None
        for folder, root in places_of_jekyll(config, settings, folders):
            found = [folder / name for name in CONFIG_NAMES if (folder / name).is_file()]
            if found:
                return cls._by_configs((found[0],), config, usual=(folder, root))
        return None

    @classmethod
    def _by_configs(
        cls, configs: tuple[Path, ...], config: MkDocsConfig, *, usual: tuple[Path, str] | None = None
    ) -> Self:
        """The place that is known by its `_config.yml`, whose `source` may lead elsewhere than to its usual folder."""
        source = ""
        if any(b"source" in path.read_bytes() for path in configs):
            from ..jekyll.config_reader import load_jekyll_config  # noqa: PLC0415  # most sites have no `_config.yml`

            source = load_jekyll_config((_source_of(path, config) for path in configs), "", Faults()).source
        beside = folder_of(config)
        tops = (beside, configs[0].parent) if source else ()
        found = next((top / source for top in tops if (top / source).is_dir()), None)
        if found is None and usual:
            return cls(configs=configs, folder=usual[0], root=usual[1])
        folder = found or beside
        docs_dir = Path(config.docs_dir)
        return cls(
            configs=configs,
            folder=folder,
            root=_root(PurePosixPath(folder.relative_to(docs_dir))) if folder.is_relative_to(docs_dir) else "",
        )


def find_jekyll_config(
    place: JekyllPlace | None,
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    folders: Folders,
    faults: Faults,
) -> JekyllConfig:
    """What the `_config.yml` of a place says, where the site has files of a Jekyll site; empty where there is none."""
    for path in _named_configs(config, settings):
        if not path.is_file():
            log.warning("There is no file '%s', which `jekyll_config` names", from_root(path, config))
    is_jekylls = settings.jekyll_pages or any(_is_jekylls(file.src_uri, folders) for file in files)
    if place is None or not is_jekylls:
        return JekyllConfig()
    configs = [path for path in place.configs if settings.jekyll_config or _stays(path, config)]
    sources = [_source_of(path, config) for path in configs]
    if not sources:
        return JekyllConfig()
    from ..jekyll.config_reader import load_jekyll_config  # noqa: PLC0415  # as above

    return load_jekyll_config(sources, place.root, faults, home=from_root(place.folder, config))


def _stays(path: Path, config: MkDocsConfig) -> bool:
    """Whether a file is no link to elsewhere."""
    if path.resolve().parent == path.parent.resolve():
        return True
    log.warning("'%s' is a link that leads elsewhere, so it is left out", from_root(path, config))
    return False


def _named_configs(config: MkDocsConfig, settings: Settings) -> Iterator[Path]:
    """The files that `jekyll_config` names."""
    yield from (Path(os.path.normpath(folder_of(config) / name)) for name in settings.jekyll_config)


def _source_of(path: Path, config: MkDocsConfig) -> Source:
    shown = from_root(path, config)
    return Source(src_uri=shown, path=shown, content=path.read_bytes())


def find_jekyll_authors(
    jekyll: JekyllConfig, config: MkDocsConfig, faults: Faults
) -> tuple[AuthorBook | None, Path | None]:
    """The authors whom the data of a Jekyll site describes, and where."""
    if not jekyll.exists:
        return None, None
    folder = folder_of(config) / jekyll.home
    for name in _authors_files(jekyll):
        src_uri, path = posixpath.join(jekyll.root, name), folder / name
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            source = Source(src_uri=src_uri, path=from_root(path, config), content=path.read_bytes())
            found = faults.apart()
            authors = load_authors(source, found)
            faults.take(found, at_most=Level.WARNING)
            return authors, path
    return None, None


def _authors_files(jekyll: JekyllConfig) -> Iterator[str]:
    """Where a Jekyll site may describe authors, as paths below its folder."""
    yield from (posixpath.join(jekyll.data_dir, name) for name in _AUTHORS_NAMES)


def read_by_jekyll_alone(jekyll: JekyllConfig, files: Files) -> Iterator[File]:
    """Those files of a Jekyll site that say how it is made, and that nobody is to see."""
    names = (posixpath.join(jekyll.root, name) for name in _authors_files(jekyll)) if jekyll.exists else ()
    yield from filter(None, map(files.get_file_from_path, (*CONFIG_NAMES, *names)))


def _is_jekylls(src_uri: str, folders: Folders) -> bool:
    return lies_in_jekyll_folder(src_uri) and (folders.holds_post(src_uri) or folders.may_hold_talk(src_uri))


def places_of_jekyll(config: MkDocsConfig, settings: Settings, folders: Folders) -> Iterator[tuple[Path, str]]:
    """The folders that may be that of a Jekyll site, nearest first, each with the path that it pretends to have."""
    docs_dir = Path(config.docs_dir)
    posts = posixpath.normpath(posts_folder(settings))
    if posts.startswith(".."):
        yield Path(os.path.normpath(docs_dir / posts)).parent, _root(folders.posts.parent)
    yield docs_dir / settings.blog_dir, _root(folders.blog)
    yield docs_dir, ""
    if config.config_file_path:
        yield folder_of(config), ""


def _root(folder: PurePosixPath) -> str:
    return "" if folder == PurePosixPath() else folder.as_posix()
