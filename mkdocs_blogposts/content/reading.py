"""A file that is being read: all that is known of it, and of the site, before its fields are."""

from __future__ import annotations

import posixpath
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ..frontmatter.dates import Clock
from ..frontmatter.dialects import Dialect, dialect_of, is_built_by_material
from ..frontmatter.fields import Fields
from ..frontmatter.file_names import JEKYLL_FOLDERS, FileName, file_name_of, folders_above
from ..frontmatter.keys import OTHER_KEYS, keys_of
from ..frontmatter.levels import level_in
from ..frontmatter.unknown_keys import check_keys, tell_other_names
from ..jekyll.jekyll_config import JekyllConfig, settings_for_jekyll
from ..light_dataclasses import dataclass, field
from .authors import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from ..faults import Faults, Kind, Level, Place
    from ..frontmatter.parser import FrontMatter
    from ..frontmatter.source import Source
    from ..settings import Settings
    from .author import Author
    from .authors import AuthorBook


@dataclass(frozen=True, kw_only=True)
class Reader:
    """What a site has decided before its files are read."""

    settings: Settings
    authors: AuthorBook | None
    """`None` where the site has no authors file."""
    now: datetime
    """Aware; what is later than this is in the future."""
    locale: str = "en"
    """The site's language, for the names of months in URLs."""
    use_directory_urls: bool = True
    """Whether pages have URLs without `.html`."""
    is_serve: bool = False
    """Whether it is for a preview, which may show drafts."""
    site_urls: tuple[str, ...] = ()
    """Addresses under which the site is known."""
    renders_liquid: bool = False
    """Whether Liquid is rendered, once all posts have their URLs."""
    created: Callable[[str], datetime | None] = lambda _: None
    """When a file was made, where posts without a date have that of their file."""
    has_macros: bool = False
    """Whether the plugin `macros` renders what stands between braces."""
    jekyll: JekyllConfig = field(default_factory=JekyllConfig)
    """The configuration of the Jekyll site that the files come from, if any."""
    jekyll_authors: AuthorBook | None = None
    """Who is described in `_data/authors.yml`, for the files of a Jekyll site."""
    jekyll_author: Author | str | None = None
    """Who has written those files of a Jekyll site that name nobody."""
    chosen: frozenset[str] = frozenset()
    """Options that the site itself has set; they win over `_config.yml`."""
    levels: Mapping[Kind, Level] = field(default_factory=dict)
    """How much faults of a kind weigh, where the site has set that itself."""

    @cached_property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The names of each field."""
        return keys_of(self.settings)

    @cached_property
    def known_keys(self) -> frozenset[str]:
        """Every key that is a field, or holds some."""
        return frozenset(name.split(".")[0] for names in self.keys.values() for name in names)

    @property
    def shows_drafts(self) -> bool:
        """Whether drafts are part of the site."""
        return self.settings.draft or self.settings.preview or self.shows_drafts_to_authors

    @property
    def shows_drafts_to_authors(self) -> bool:
        """Whether drafts are part of the site because `serve` makes it for whoever writes."""
        return self.is_serve and self.settings.draft_on_serve

    @cached_property
    def jekyll_settings(self) -> Settings:
        """What holds for the files of a Jekyll site."""
        return settings_for_jekyll(self.settings, self.chosen, self.jekyll)

    @cached_property
    def all_authors(self) -> AuthorBook | None:
        """The authors that the files of a Jekyll site may name."""
        return joined(self.authors, self.jekyll_authors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file that is being read field by field; no fault in one field keeps the others from being read."""

    source: Source
    head: FrontMatter
    """Its front matter and its text."""
    reader: Reader
    """What holds for all files."""
    faults: Faults
    """What is found to be wrong in it."""
    fields: Fields
    """Its front matter, field by field."""
    dialect: Dialect
    clock: Clock
    """How its dates are meant."""
    name: FileName
    """What the name of the file says."""
    root: str
    """Folder of all files like this one."""
    settings: Settings
    """What the site has set, for files like this one."""
    authors: AuthorBook | None
    """The authors that it may name."""
    site_author: Author | str | None
    """Who has written it, if it does not say."""
    has_materials_url: bool = False
    """Whether Material's blog would build it, too, whatever keys of Jekyll's it has: readers know it by that URL."""

    def lies_below(self, folder: str) -> bool:
        """Whether the file lies in a folder of this name, however deep."""
        return folder in folders_above(self.source.src_uri)

    def check_keys(self, *, but: str = "", is_talk: bool = False) -> None:
        """Tell each key that is probably a slip of the pen, or another program's, but for one that has been told."""
        known, path = self.reader.known_keys, self.source.path
        check_keys(self.head, self.faults, path, known=known, others=OTHER_KEYS | {but})
        tell_other_names(self.head, self.faults, path, known=known, is_talk=is_talk)

    def refuse(
        self, kind: Kind, message: str, *, place: Place | None, hint: str | None = None, level: Level | None = None
    ) -> None:
        """Note what is wrong with the file."""
        self.faults.add(kind, self.source.path, message, place=place, hint=hint, level=level)


def reading_of(source: Source, head: FrontMatter, reader: Reader, folder: str, faults: Faults) -> Reading:
    """The beginning of a reading of a file that belongs below `folder`; what it finds goes to `faults`."""
    settings = reader.settings
    root = root_of(folder)
    dialect, _ = dialect_of(source.src_uri, head.values, settings, root=root)
    authors, site_author = reader.authors, None
    is_of_jekyll_site = dialect is Dialect.JEKYLL and reader.jekyll.counts_for(source.src_uri)
    has_materials_url = dialect is Dialect.MATERIAL or (
        not is_of_jekyll_site and _is_built_by_material(source.src_uri, head, settings, root)
    )
    if is_of_jekyll_site:
        authors, site_author = reader.all_authors, reader.jekyll_author
        settings, root = reader.jekyll_settings, reader.jekyll.collections_root
    return Reading(
        source=source,
        head=head,
        reader=reader,
        faults=faults,
        fields=Fields(
            head=head,
            faults=faults,
            path=source.path,
            keys=reader.keys,
            values=head.values,
            level_of=level_in(dialect),
        ),
        dialect=dialect,
        clock=Clock(
            zone=ZoneInfo(settings.timezone),
            bare_datetimes_are_utc=dialect is Dialect.JEKYLL,
            keeps_offsets=dialect is Dialect.MATERIAL or (has_materials_url and settings.timezone == "UTC"),
        ),
        name=file_name_of(source.src_uri, root=root),
        root=root,
        settings=settings,
        authors=authors,
        site_author=site_author,
        has_materials_url=has_materials_url,
    )


def _is_built_by_material(src_uri: str, head: FrontMatter, settings: Settings, root: str) -> bool:
    """Whether a file lies where Material's blog finds its posts, and no option of ours gives it another URL."""
    path = PurePosixPath(src_uri)
    if settings.post_dialect != "auto" or settings.post_permalink or not path.is_relative_to(root):
        return False
    return not any(name in JEKYLL_FOLDERS for name in path.parts) and is_built_by_material(head.values)


def posts_folder(settings: Settings) -> str:
    """The folder of the posts of a blog, below `docs_dir`."""
    return settings.post_dir.replace("{blog}", settings.blog_dir)


def root_of(folder: str) -> str:
    """The path below `docs_dir` of a folder; one outside of it pretends to lie inside: `../_posts` is `_posts`."""
    return posixpath.normpath(folder).replace("../", "")


def reading_of_page(source: Source, head: FrontMatter, reader: Reader, faults: Faults) -> Reading:
    """The beginning of a reading of an ordinary page of a Jekyll site, which may have any keys."""
    settings = reader.jekyll_settings
    return Reading(
        source=source,
        head=head,
        reader=reader,
        faults=faults,
        fields=Fields(
            head=head,
            faults=faults,
            path=source.path,
            keys=reader.keys,
            values=head.values,
            level_of=level_in(Dialect.JEKYLL),
        ),
        dialect=Dialect.JEKYLL,
        clock=Clock(zone=ZoneInfo(settings.timezone), bare_datetimes_are_utc=True),
        name=file_name_of(PurePosixPath(source.src_uri).name),
        root="",
        settings=settings,
        authors=reader.all_authors,
        site_author=None,
    )
