"""What `_config.yml` of a Jekyll site says about its posts, drafts, talks and pages."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..frontmatter.file_names import JEKYLL_FOLDERS
from ..light_dataclasses import dataclass
from .defaults import Scope, defaults_for
from .placeholders import STYLES
from .plugins import plugins_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..frontmatter.fields import Fields
    from ..settings import Settings

CONFIG_NAMES = ("_config.yml", "_config.yaml")
"""Names of the file, the one that is looked for first before the other."""

_SUFFIXES = {"pretty": "/", "date": ":output_ext", "ordinal": ":output_ext", "none": ":output_ext"}
"""What a style adds to the URL of a page, and of a document of a collection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a site has decided about a collection."""

    label: str
    """Its name: `talks`."""
    output: bool = False
    """Whether its documents have pages."""
    permalink: str | None = None
    """Template of their URLs, where the site gives one."""
    sort_by: str = ""
    """The key of front matter that its documents are sorted by; empty where it is date and path."""
    order: tuple[str, ...] = ()
    """The documents that come first, by their paths in its folder."""

    def rank(self, path: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """What its documents are sorted by before date and path; nothing, as a rule."""
        if self.order:
            places = (place for place, name in enumerate(self.order) if path.endswith(f"_{self.label}/{name}"))
            return (next(places, len(self.order)),)
        value = values.get(self.sort_by) if self.sort_by else None
        if isinstance(value, (int, float)):
            return 0, 0, value
        if isinstance(value, str):
            return 0, 1, value
        return (1 if value is None else 0, 2) if self.sort_by else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllConfig:
    """The configuration of a Jekyll site; without arguments, that of a site which has none."""

    paths: tuple[str, ...] = ()
    """The files as their author would name them, the one that wins last; empty where there is none."""
    root: str = ""
    """Folder of the Jekyll site, as a path below `docs_dir`; empty for `docs_dir` itself and for the one beside it."""
    home: str = "."
    """The same folder as its author would name it."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """All that the file says, as it is: `site.*` of Liquid."""
    permalink: str = "date"
    """Style or template of the URLs of posts."""
    timezone: str | None = None
    """Where dates without a zone are meant."""
    future: bool | None = None
    """Whether posts with a date to come are shown; `None` where nothing says so."""
    show_drafts: bool = False
    """Whether what lies in `_drafts` is published."""
    unpublished: bool = False
    """Whether what says `published: false` is published all the same."""
    excerpt_separator: str = "\n\n"
    """What ends the excerpt of a post."""
    url: str = ""
    """Address of the site, without its path."""
    baseurl: str = ""
    """Path of the site at that address."""
    teaser: str | None = None
    """Picture of posts that have none."""
    author: Fields | None = None
    """What says, under `author`, who wrote the posts that name nobody; not yet read."""
    words_per_minute: int | None = None
    collections: Mapping[str, Collection] = field(default_factory=dict)
    """By label; the posts are one only where the site has set something of them."""
    source: str = ""
    """Folder of the site, as the file has it; empty for the one that the file lies in."""
    collections_dir: str = ""
    """Folder that all collections lie in; empty where they lie in that of the site."""
    layouts_dir: str = "_layouts"
    includes_dir: str = "_includes"
    data_dir: str = "_data"
    plugins_dir: str = "_plugins"
    defaults: tuple[Scope, ...] = ()
    """Front matter for files by their path and type."""
    exclude: tuple[str, ...] = ()
    """Patterns of files that are not part of the site, its own and Jekyll's."""
    include: tuple[str, ...] = ()
    """Patterns of files that are part of it all the same."""

    @property
    def exists(self) -> bool:
        """Whether there is such a file."""
        return bool(self.paths)

    def counts_for(self, src_uri: str) -> bool:
        """Whether a file is a post, draft or talk of the Jekyll site."""
        path = PurePosixPath(src_uri)
        return (
            self.exists
            and path.is_relative_to(self.root)
            and any(folder in JEKYLL_FOLDERS for folder in path.relative_to(self.root).parts[:-1])
        )

    @property
    def follows_redirects(self) -> bool:
        """Whether `redirect_to` may mean something: not where the plugins are listed without the one that reads it."""
        plugins = plugins_of(self.values)
        # What the gem of a theme needs is on without a word.
        return not plugins or "jekyll-redirect-from" in plugins or bool(self.values.get("theme"))

    @property
    def collections_root(self) -> str:
        """Folder of all collections, as a path below `docs_dir`."""
        return PurePosixPath(self.root, self.collections_dir).as_posix().removeprefix(".")

    def front_matter_for(self, src_uri: str) -> dict[str, Any]:
        """The front matter that the site gives to one of its posts, drafts or talks."""
        if not self.defaults or not self.counts_for(src_uri):
            return {}
        path = PurePosixPath(src_uri)
        root = next(root for root in (self.collections_root, self.root) if path.is_relative_to(root))
        kind = "talks" if "_talks" in path.parts[:-1] else "posts"
        return self.defaults_for(path.relative_to(root).as_posix(), kind)

    def defaults_for(self, path: str, kind: str) -> dict[str, Any]:
        """The front matter that the site gives to a file, named from the site's folder, of a type as Jekyll has it.

        Types are `posts`, `drafts`, `pages`, and the labels of collections.
        """
        return defaults_for(self.defaults, path, kind)

    def template_of(self, label: str) -> str:
        """The template of the URLs of a collection: `posts`, `talks`."""
        own = self.collections[label].permalink if label in self.collections else None
        if own or label != "posts":
            return own or self.with_suffix("/:collection/:path")
        return STYLES.get(self.permalink, self.permalink)

    def with_suffix(self, template: str) -> str:
        """The template of the URL of a page or document, with the end that the style of the site's permalinks gives."""
        if self.permalink in _SUFFIXES:
            return template + _SUFFIXES[self.permalink]
        return template + next((end for end in ("/", ":output_ext") if self.permalink.endswith(end)), "")


def settings_for_jekyll(settings: Settings, chosen: frozenset[str], jekyll: JekyllConfig) -> Settings:
    """The options of a blog for Jekyll's files: as `_config.yml` has it where the site itself has `chosen` nothing."""
    if not jekyll.exists:
        return settings
    said: dict[str, Any] = {
        "post_permalink": jekyll.template_of("posts"),
        "talks_permalink": jekyll.template_of("talks") if "talks" in jekyll.collections else None,
        "timezone": jekyll.timezone,
        "post_excerpt_separator": jekyll.excerpt_separator.strip() or None,
        "draft_if_future_date": None if jekyll.future is None else not jekyll.future,
        "post_teaser_default": jekyll.teaser,
        "post_readtime_words_per_minute": jekyll.words_per_minute,
    }
    return replace(
        settings, **{name: value for name, value in said.items() if value is not None and name not in chosen}
    )
