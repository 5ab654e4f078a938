"""A Jekyll site as it lies in its folder: what it is set to, and what each file of it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...faults import Faults
from ...jekyll.endings import HTML, MARKDOWN
from ...texts.ordinary_pages import PageRules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path, PurePosixPath

    from ...frontmatter.parser import FrontMatter
    from ...frontmatter.source import Source
    from ...jekyll.jekyll_config import JekyllConfig


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
    """What Liquid in texts may ask for: `_data`, `_includes`, and documents without pages."""


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
    moved_from: PurePosixPath | None = None
    """Where it lies in the old site, if it belongs elsewhere."""

    @property
    def values(self) -> Mapping[str, Any]:
        """What its front matter says."""
        return self.head.values if self.head else {}

    @property
    def is_markdown(self) -> bool:
        """Whether its text is Markdown."""
        return self.path.suffix.lower() in MARKDOWN

    @property
    def is_html(self) -> bool:
        """Whether it is HTML already."""
        return self.path.suffix.lower() in HTML


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that looks like content and is not carried."""

    path: str
    why: str
    url: str = ""
    """Where Jekyll publishes it, if it does."""


@dataclass(kw_only=True)
class JekyllSite:
    """All that is known of a site before anything is decided."""

    root: Path
    """The folder that Jekyll reads."""
    name: str
    """What the site's folder is called."""
    jekyll: JekyllConfig
    configs: tuple[Path, ...] = ()
    """The files that it is set up by, the one that wins last."""
    files: list[SiteFile] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What is to be told before all else."""
    faults: Faults = field(default_factory=Faults)

    @property
    def config(self) -> Mapping[str, Any]:
        """All that `_config.yml` says, as it is."""
        return self.jekyll.values

    @cached_property
    def rules(self) -> PageRules:
        """What decides on its ordinary pages."""
        return PageRules.of(self.jekyll)

    @property
    def collections(self) -> tuple[str, ...]:
        """The labels of its collections but for the posts."""
        return tuple(label for label in self.jekyll.collections if label not in {"posts", "drafts"})

    def of(self, *roles: Role) -> Iterator[SiteFile]:
        """The files of some roles."""
        return (file for file in self.files if file.role in roles)

    def publishes(self, path: str) -> bool:
        """Whether a file of its own lies at a path."""
        return any(str(file.path) == path for file in self.of(Role.FILE, Role.PAGE))

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
