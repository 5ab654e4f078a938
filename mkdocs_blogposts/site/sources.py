"""Which files are posts and talks, inside `docs_dir` and beside it."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import is_markdown_file

from ..blog.listing_plans import may_be_listing
from ..frontmatter.merging import merge
from ..frontmatter.source import Source
from ..jekyll import endings
from ..jekyll.files import SPECIAL, lies_in_jekyll_folder
from ..log import log
from ..pages.made_files import GENERATED_BY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import Files

    from ..jekyll.jekyll_config import JekyllConfig
    from ..settings import Settings

POSTS_FOLDERS = ("_posts", "_drafts")
TALKS_FOLDER = "_talks"
_NOT_OF_A_SITE = ("node_modules", "vendor")
"""Folders of others' programs."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a blog is among the blogs of its site."""

    is_first: bool
    others: tuple[PurePosixPath, ...] = ()
    """Folders of the others, but for one that is the whole site."""

    @classmethod
    def of(cls, plugin: BasePlugin[Any], config: MkDocsConfig) -> Scope:
        """The scope of an instance of the plugin, beside the others that are switched on."""
        instances = (each for each in config.plugins.values() if isinstance(each, type(plugin)))
        blogs = [each for each in instances if each.config["enabled"]]
        folders = (PurePosixPath(posixpath.normpath(each.config["blog_dir"])) for each in blogs if each is not plugin)
        return cls(
            is_first=next(iter(blogs), plugin) is plugin,
            others=tuple(folder for folder in folders if folder != PurePosixPath()),
        )


@dataclass(frozen=True, slots=True)
class Folders:
    """Where one blog keeps its posts and talks, as paths below `docs_dir`."""

    posts: PurePosixPath
    talks: PurePosixPath | None
    """`None` for a blog that has no talks of its own."""
    blog: PurePosixPath
    scope: Scope

    @classmethod
    def of(cls, settings: Settings, scope: Scope) -> Folders:
        """The folders that the options of a blog name."""
        blog = posixpath.normpath(settings.blog_dir)
        posts = posixpath.normpath(settings.post_dir.format(blog=blog))
        return cls(
            posts=PurePosixPath(posts.lstrip("./") if posts.startswith("..") else posts),
            talks=PurePosixPath(posixpath.normpath(settings.talks_dir)) if settings.talks and scope.is_first else None,
            blog=PurePosixPath(blog),
            scope=scope,
        )

    @property
    def is_first(self) -> bool:
        """Whether Jekyll's folders belong to this blog, where no other claims them."""
        return self.scope.is_first

    def holds_post(self, src_uri: str) -> bool:
        """Whether a file lies where this blog's posts do."""
        path = PurePosixPath(src_uri)
        return path.is_relative_to(self.posts) or self._in_jekyll_folder(path, POSTS_FOLDERS)

    def may_hold_talk(self, src_uri: str) -> bool:
        """Whether a file lies where this blog's talks do; there, only front matter tells talks from pages."""
        path = PurePosixPath(src_uri)
        if self.talks is None:
            return False
        return path.is_relative_to(self.talks) or self._in_jekyll_folder(path, (TALKS_FOLDER,))

    def has_post_at_listing(self, src_uri: str, settings: Settings) -> bool:
        """Whether a file lies among the posts, and where a listing may be as well."""
        return self.blog.is_relative_to(self.posts) and may_be_listing(src_uri, settings)

    def media_uri(self, src_uri: str) -> str | None:
        """Where a file beside posts is published, below the blog; `None` for a file elsewhere."""
        path = PurePosixPath(src_uri)
        if path.is_relative_to(self.posts):
            below = path.relative_to(self.posts)
        elif self._in_jekyll_folder(path, POSTS_FOLDERS):
            own = path.relative_to(self.blog) if path.is_relative_to(self.blog) else path
            below = PurePosixPath(*(part for part in own.parts[:-1] if part not in POSTS_FOLDERS), own.name)
        else:
            return None
        return posixpath.normpath((self.blog / below).as_posix())

    def _in_jekyll_folder(self, path: PurePosixPath, names: Iterable[str]) -> bool:
        folders = path.parts[:-1]
        if not any(name in folders for name in names):
            return False
        above = [blog for blog in (self.blog, *self.scope.others) if blog.parts and path.is_relative_to(blog)]
        return max(above, key=lambda blog: len(blog.parts)) == self.blog if above else self.is_first


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
    posts = posixpath.normpath(settings.post_dir.format(blog=settings.blog_dir))
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


def shown_path(file: File, config: MkDocsConfig) -> str:
    """A file as its author would name it: from the folder of `mkdocs.yml`."""
    path = None if file.generated_by == GENERATED_BY else file.abs_src_path
    return from_root(Path(path or Path(config.docs_dir, file.src_uri)), config)


def folder_of(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def from_root(path: Path, config: MkDocsConfig) -> str:
    """A path from the folder of `mkdocs.yml`."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return Path(os.path.relpath(path, root)).as_posix()


def is_text(file: File) -> bool:
    """Whether a file may be a post or talk rather than something that lies beside one."""
    src_uri = file.src_uri
    return is_markdown_file(src_uri) or (src_uri.lower().endswith(endings.PAGES) and lies_in_jekyll_folder(src_uri))
