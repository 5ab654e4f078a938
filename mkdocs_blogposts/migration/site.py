"""A Jekyll site as it lies in its folder: what it is set to, and what each file of it is."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ..content.models import Source
from ..faults import Faults, Kind
from ..frontmatter.parser import FrontMatter, parse
from ..jekyll.config import CONFIG_NAMES, JekyllConfig, load_jekyll_config
from .filters import Filter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MARKDOWN = (".markdown", ".mkdown", ".mkdn", ".mkd", ".md")
HTML = (".html", ".htm", ".xhtml")

_DATED = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}-.*\.[^.]+")
_HEADED = re.compile(rb"---\s*\r?\n")
_LIQUID_FOLDERS = ("_data", "_includes")
_STYLES = (".scss", ".sass")
_TEXT = (*MARKDOWN, *HTML)


class ImportRefused(Exception):  # noqa: N818  # it is no error of ours
    """Why nothing was imported, in a sentence for the user."""


class Role(StrEnum):
    """What a file is to Jekyll."""

    POST = "post"
    DRAFT = "draft"
    TALK = "talk"
    DOCUMENT = "document"
    """A file of a collection other than posts and talks."""
    PAGE = "page"
    FILE = "file"
    """Published as it is."""
    LIQUID = "liquid"
    """What Liquid in texts may ask for: `_data` and `_includes`."""


_KINDS = {Role.POST: "posts", Role.DRAFT: "drafts", Role.PAGE: "pages"}
"""What `defaults` of `_config.yml` call files that are in no other collection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """One file of the site that is of use without Jekyll."""

    path: PurePosixPath
    """From the folder of the site."""
    role: Role
    collection: str = ""
    """The collection that a document or talk belongs to, or whose folder a file lies in."""
    source: Source | None = None
    """Its text, where it has one to read."""
    head: FrontMatter | None = None
    """Its front matter; `None` also where that cannot be read."""

    @property
    def values(self) -> Mapping[str, Any]:
        """What its front matter says."""
        return self.head.values if self.head else {}

    @property
    def is_markdown(self) -> bool:
        """Whether its text is Markdown."""
        return self.path.suffix.lower() in MARKDOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A collection as `_config.yml` has it."""

    label: str
    is_published: bool
    folder: PurePosixPath


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that looks like content and is not carried."""

    path: str
    why: str
    url: str = ""
    """Where Jekyll publishes it, if it does."""


@dataclass(slots=True, kw_only=True)
class JekyllSite:
    """All that is known of a site before anything is decided."""

    root: Path
    jekyll: JekyllConfig
    collections: Mapping[str, Collection]
    files: list[SiteFile] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)

    @property
    def config(self) -> Mapping[str, Any]:
        """All that `_config.yml` says, as it is."""
        return self.jekyll.values

    @property
    def name(self) -> str:
        """What the site's folder is called."""
        return self.root.name or "site"

    def of(self, *roles: Role) -> Iterator[SiteFile]:
        """The files of some roles."""
        return (file for file in self.files if file.role in roles)

    def entries_in(self, folders: Iterable[PurePosixPath]) -> set[PurePosixPath]:
        """Every file and folder right in some folders, but for those whose name begins with a dot."""
        return {
            folder / path.name
            for folder in folders
            for path in (self.root / folder).iterdir()
            if not path.name.startswith(".")
        }

    def text(self, key: str) -> str:
        """What `_config.yml` says under a key, as one line; empty where that is no text."""
        return as_text(self.config.get(key))

    def part(self, key: str) -> Mapping[str, Any]:
        """What `_config.yml` has below a key; empty where that is no mapping."""
        value = self.config.get(key)
        return value if isinstance(value, dict) else {}


def as_text(value: Any) -> str:
    """A plain value as one line of text; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(str(value).split())


def read_site(root: Path) -> JekyllSite:
    """The site in a folder; an `ImportRefused` where there is none that can be read."""
    if not _has_config(root) and not (root / "_posts").is_dir():
        near = next((each for each in ("docs", "src", "site") if _has_config(root / each)), None)
        hint = f"; did you mean '{(root / near).as_posix()}'?" if near else ""
        raise ImportRefused(f"'{root.as_posix()}' is no Jekyll site: it has neither _config.yml nor _posts{hint}")
    faults = Faults()
    jekyll = _read_config(root, faults)
    site = JekyllSite(root=root, jekyll=jekyll, collections=_collections(jekyll), faults=faults)
    _Walk(site, Filter.of(jekyll)).go()
    return site


def _has_config(root: Path) -> bool:
    return any((root / name).is_file() for name in CONFIG_NAMES)


def _read_config(root: Path, faults: Faults) -> JekyllConfig:
    name = next((name for name in CONFIG_NAMES if (root / name).is_file()), None)
    if name is None:
        return JekyllConfig()
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        raise ImportRefused(f"{name} is a link that leads out of '{root.as_posix()}'")
    jekyll = load_jekyll_config(Source(src_uri=name, path=name, content=path.read_bytes()), "", faults)
    if any(fault.kind in {Kind.FRONT_MATTER, Kind.ENCODING} for fault in faults):
        told = "\n".join(str(fault) for fault in faults)
        raise ImportRefused(f"{name} cannot be read\n{told}")
    return jekyll


def _collections(jekyll: JekyllConfig) -> Mapping[str, Collection]:
    above = above_collections(jekyll)
    return {
        label: Collection(label=label, is_published=each.output, folder=above / f"_{label}")
        for label, each in jekyll.collections.items()
        if re.fullmatch(r"[\w.-]+", str(label)) and label not in {"posts", "drafts"}
    }


def above_collections(jekyll: JekyllConfig) -> PurePosixPath:
    """The folder of all collections, as a path that stays in the site's folder."""
    parts = PurePosixPath(jekyll.collections_dir).parts
    return PurePosixPath(*(part for part in parts if part not in ("..", "/")))


class _Walk:
    """Goes through the folders of a site as Jekyll does."""

    def __init__(self, site: JekyllSite, rules: Filter) -> None:
        self.site = site
        self.rules = rules
        self.top = site.root.resolve()

    def go(self) -> None:
        """Find every file of use."""
        above = above_collections(self.site.jekyll)
        self._folder(PurePosixPath())
        self._included()
        if above.parts:
            self._posts(above)
        for collection in self.site.collections.values():
            self._collection(collection)
        for name in _LIQUID_FOLDERS:
            for path in self._below(PurePosixPath(name)):
                self._add(path, Role.LIQUID)
        self.site.files.sort(key=lambda file: file.path)

    def _folder(self, folder: PurePosixPath) -> None:
        if not above_collections(self.site.jekyll).parts:
            self._posts(folder)
        for path, is_folder in self._entries(folder):
            if not self.rules.takes(path, is_folder=is_folder):
                continue
            if is_folder:
                if path.name not in self._own_folders and self._is_walked(path):
                    self._folder(path)
            elif self.rules.is_content(path):
                self._page_or_file(path)
            elif path.suffix in _STYLES and self._is_headed(path):
                self._pass_over(path, "is a style sheet of the theme", url=f"/{path.with_suffix('.css')}")
            else:
                self._pass_over(path, "is of use to a theme or a tool of Jekyll's only", url=f"/{path}")

    def _included(self) -> None:
        """Take each file that `include` names by its whole path, whatever `exclude` says of its folder."""
        known = {file.path for file in self.site.files}
        for path in map(PurePosixPath, self.rules.include):
            is_inside = path.parts and ".." not in path.parts and path not in known
            if is_inside and (self.site.root / path).is_file() and self._stays(path):
                self._page_or_file(path)

    @property
    def _own_folders(self) -> set[str]:
        return {"_posts", "_drafts", *_LIQUID_FOLDERS, *(each.folder.name for each in self.site.collections.values())}

    def _is_walked(self, path: PurePosixPath) -> bool:
        return path.parts[0] not in {"vendor", "node_modules", "_site"}

    def _posts(self, above: PurePosixPath) -> None:
        for path in self._below(above / "_posts"):
            if _DATED.fullmatch(path.name):
                self._add_text(path, Role.POST)
            elif path.suffix.lower() in _TEXT:
                self._pass_over(path, "its name has no date, so it is no post to Jekyll either")
        for path in self._below(above / "_drafts"):
            if path.suffix.lower() in _TEXT:
                self._add_text(path, Role.DRAFT)

    def _collection(self, collection: Collection) -> None:
        for path in self._below(collection.folder):
            if not self._is_headed(path):
                if collection.is_published and self.rules.is_content(path):
                    self._add(path, Role.FILE, collection.label)
            elif collection.label == "talks":
                self._add_text(path, Role.TALK, collection.label)
            elif collection.is_published:
                self._add_text(path, Role.DOCUMENT, collection.label)
            else:
                self._pass_over(path, f"the collection '{collection.label}' has no pages (`output: true`)")

    def _page_or_file(self, path: PurePosixPath) -> None:
        if self._is_headed(path):
            self._add_text(path, Role.PAGE)
        elif path.suffix.lower() in MARKDOWN:
            self._unheaded(path)
        else:
            self._add(path, Role.FILE)

    def _unheaded(self, path: PurePosixPath) -> None:
        """Take Markdown without front matter for a page where a plugin of the site does."""
        plugins = self.site.config.get("plugins") or self.site.config.get("gems") or []
        wanted = "jekyll-readme-index" if path.stem.lower() == "readme" else "jekyll-optional-front-matter"
        if isinstance(plugins, list) and wanted in plugins:
            self._add_text(path, Role.PAGE)
        else:
            why = "has no front matter, so Jekyll published it as it is; MkDocs would make a page of it"
            self._pass_over(path, why, url=f"/{path}")

    def _below(self, folder: PurePosixPath) -> Iterator[PurePosixPath]:
        """Every file below a folder that Jekyll does not pass over."""
        if not (self.site.root / folder).is_dir() or not self._stays(folder):
            return
        for path, is_folder in self._entries(folder):
            if not self.rules.takes(path, is_folder=is_folder):
                continue
            if is_folder:
                yield from self._below(path)
            else:
                yield path

    def _entries(self, folder: PurePosixPath) -> Iterator[tuple[PurePosixPath, bool]]:
        """The files and folders in a folder, each with whether it is a folder; links that lead out are told."""
        with os.scandir(self.site.root / folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            path = folder / entry.name
            is_folder = entry.is_dir()
            if entry.is_symlink() and self.rules.takes(path, is_folder=is_folder) and not self._stays(path):
                continue
            if is_folder or entry.is_file():
                yield path, is_folder

    def _stays(self, path: PurePosixPath) -> bool:
        """Whether a file or folder is really where it seems to be, below the site's folder and not around itself."""
        real = (self.site.root / path).resolve()
        if not real.is_relative_to(self.top):
            self._pass_over(path, f"is a link that leads out of '{self.site.name}'")
            return False
        if (self.site.root / path).is_symlink() and (self.top / path).parent.is_relative_to(real):
            self._pass_over(path, "is a link to a folder that it lies in")
            return False
        return True

    def _pass_over(self, path: PurePosixPath, why: str, *, url: str = "") -> None:
        self.site.passed_over.append(PassedOver(str(path), why, url))

    def _is_headed(self, path: PurePosixPath) -> bool:
        with (self.site.root / path).open("rb") as opened:
            return bool(_HEADED.match(opened.readline(100)))

    def _add(self, path: PurePosixPath, role: Role, collection: str = "") -> None:
        self.site.files.append(SiteFile(path=path, role=role, collection=collection))

    def _add_text(self, path: PurePosixPath, role: Role, collection: str = "") -> None:
        content = (self.site.root / path).read_bytes()
        kind = collection or _KINDS[role]
        defaults = self.site.jekyll.defaults_for(str(path), kind)
        source = Source(src_uri=str(path), path=str(path), content=content, jekyll_defaults=defaults)
        # What is wrong in posts and talks is told when they are read whole.
        faults = Faults() if role in {Role.POST, Role.DRAFT, Role.TALK} else self.site.faults
        head = parse(source, faults)
        self.site.files.append(SiteFile(path=path, role=role, collection=collection, source=source, head=head))
