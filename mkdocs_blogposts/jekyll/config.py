"""What `_config.yml` of a Jekyll site says about its posts, drafts, talks and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ..content.authors import take_site_author
from ..content.dialects import JEKYLL_FOLDERS
from ..faults import ContentError, Faults, Kind, Level, shown
from ..frontmatter.fields import Fields
from ..frontmatter.parser import parse_data
from .defaults import Scope, defaults_for
from .permalinks import STYLES, check_placeholders

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..content.models import Author, Source
    from ..frontmatter.fields import Found
    from ..settings import Settings

CONFIG_NAMES = ("_config.yml", "_config.yaml")

_KEYS: Mapping[str, tuple[str, ...]] = {
    "permalink": ("permalink",),
    "timezone": ("timezone",),
    "future": ("future",),
    "excerpt_separator": ("excerpt_separator",),
    "url": ("url",),
    "baseurl": ("baseurl",),
    "teaser": ("teaser",),
    "author": ("author",),
    "words_per_minute": ("words_per_minute",),
    "collections_dir": ("collections_dir",),
    "collections": ("collections",),
    "defaults": ("defaults",),
    "exclude": ("exclude",),
    "include": ("include",),
}
_COLLECTION_KEYS: Mapping[str, tuple[str, ...]] = {"output": ("output",), "permalink": ("permalink",)}

_SUFFIXES = {"pretty": "/", "date": ":output_ext", "ordinal": ":output_ext", "none": ":output_ext"}
"""What a style adds to the URL of a page, and of a document of a collection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a site has decided about a collection."""

    label: str
    output: bool = False
    """Whether its documents have pages."""
    permalink: str | None = None
    """Template of their URLs, where the site gives one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllConfig:
    """The configuration of a Jekyll site; without arguments, that of a site which has none."""

    path: str | None = None
    """The file as its author would name it; `None` where there is none."""
    root: str = ""
    """Folder of the Jekyll site, as a path below `docs_dir`; empty for `docs_dir` itself and for the one beside it."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """All that the file says, as it is: `site.*` of Liquid."""
    permalink: str = "date"
    """Style or template of the URLs of posts."""
    timezone: str | None = None
    future: bool | None = None
    """Whether posts with a date to come are shown; `None` where nothing says so."""
    excerpt_separator: str = "\n\n"
    url: str = ""
    baseurl: str = ""
    teaser: str | None = None
    author: Author | str | None = None
    """Whoever wrote the posts that name nobody."""
    words_per_minute: int | None = None
    collections: Mapping[str, Collection] = field(default_factory=dict)
    """By label; the posts are one only where the site has set something of them."""
    collections_dir: str = ""
    defaults: tuple[Scope, ...] = ()
    exclude: tuple[str, ...] = ()
    """Patterns of files that are not part of the site, its own and Jekyll's."""
    include: tuple[str, ...] = ()
    """Patterns of files that are part of it all the same."""

    @property
    def exists(self) -> bool:
        """Whether there is such a file."""
        return self.path is not None

    def counts_for(self, src_uri: str) -> bool:
        """Whether a file is a post, draft or talk of the Jekyll site."""
        path = PurePosixPath(src_uri)
        return (
            self.exists
            and path.is_relative_to(self.root)
            and any(folder in JEKYLL_FOLDERS for folder in path.relative_to(self.root).parts[:-1])
        )

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


DEFAULT_EXCLUDES = (
    ".sass-cache",
    ".jekyll-cache",
    "gemfiles",
    "Gemfile",
    "Gemfile.lock",
    "node_modules",
    "vendor/bundle/",
    "vendor/cache/",
    "vendor/gems/",
    "vendor/ruby/",
)
"""What Jekyll leaves out of any site."""


def load_jekyll_config(source: Source, root: str, faults: Faults) -> JekyllConfig:
    """The configuration in a file; what is wrong in it is a fault, and what cannot be read counts as not said."""
    found = Faults(levels=faults.levels)
    head = parse_data(source, found)
    for fault in found.found:
        # Of two equal keys Jekyll takes the last, and so do we.
        level = min(fault.level, Level.WARNING) if fault.kind is Kind.DUPLICATE_KEY else fault.level
        faults.add(fault.kind, fault.path, fault.message, place=fault.place, hint=fault.hint, level=level)
    if head is None:
        return JekyllConfig(path=source.path, root=root)
    return _Reading(Fields(head=head, faults=faults, path=source.path, keys=_KEYS, values=head.values)).config(root)


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


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads `_config.yml` key by key."""

    fields: Fields

    def config(self, root: str) -> JekyllConfig:
        """The configuration."""
        fields = self.fields
        collections = self._collections()
        own: dict[str, Any] = {
            "permalink": self._template(fields, "permalink"),
            "timezone": self._timezone(),
            "future": fields.take_flag("future"),
            "excerpt_separator": self._excerpt_separator(),
            "url": fields.take_line("url"),
            "baseurl": fields.take_line("baseurl"),
            "teaser": fields.take_url("teaser"),
            "words_per_minute": fields.take_number("words_per_minute"),
            "collections_dir": (fields.take_line("collections_dir") or "").strip("/"),
        }
        return JekyllConfig(
            path=fields.path,
            root=root,
            values=fields.values,
            author=take_site_author(fields),
            collections=collections,
            defaults=self._defaults(),
            exclude=(*self._patterns("exclude"), *DEFAULT_EXCLUDES),
            include=(".htaccess", *self._patterns("include")),
            **{name: value for name, value in own.items() if value is not None},
        )

    def _template(self, fields: Fields, name: str) -> str | None:
        """A template of permalinks, with no placeholder but Jekyll's."""
        found = fields.find(name)
        text = fields.text_of(found) if found else None
        return self._if_good(found, text, check_placeholders, kind=Kind.PERMALINK) if found and text else None

    def _timezone(self) -> str | None:
        found = self.fields.find("timezone")
        text = self.fields.text_of(found) if found else None
        return self._if_good(found, text, _check_zone, kind=Kind.DATE) if found and text else None

    def _if_good(self, found: Found, text: str, check: Callable[[str], None], *, kind: Kind) -> str | None:
        try:
            check(text)
        except ContentError as error:
            self.fields.refuse(found, error.message, kind=kind, hint=error.hint)
            return None
        return text

    def _excerpt_separator(self) -> str | None:
        # Not by a getter: here, blank lines are a value.
        separator = self.fields.values.get("excerpt_separator")
        if separator is None or isinstance(separator, str):
            return separator
        self.fields.reject(self.fields.at("excerpt_separator", separator), "text", hint="write `<!--more-->`")
        return None

    def _patterns(self, name: str) -> tuple[str, ...]:
        return tuple(text for text in self.fields.take_list(name) or () if isinstance(text, str))

    def _collections(self) -> dict[str, Collection]:
        """The collections: a mapping of labels to what is decided, or a list of labels."""
        found = self.fields.find("collections")
        if not found:
            return {}
        if isinstance(found.value, list):
            return {item.text: Collection(label=item.text) for item in self.fields.items(found)}
        if not isinstance(found.value, Mapping):
            self.fields.reject(found, "the names of collections")
            return {}
        return {label: self._collection(found, label, value) for label, value in found.value.items()}

    def _collection(self, collections: Found, label: str, value: Any) -> Collection:
        found = self.fields.at(f"{collections.name}.{label}", value)
        if not isinstance(value, Mapping):
            if value is not None:
                self.fields.reject(found, "keys and values", hint="write `output: true` below it")
            return Collection(label=label)
        fields = self.fields.within(found, _COLLECTION_KEYS)
        return Collection(
            label=label,
            output=fields.take_flag("output") or False,
            permalink=self._template(fields, "permalink"),
        )

    def _defaults(self) -> tuple[Scope, ...]:
        """The defaults for front matter, in the order of the file; one that says nothing is told and left out."""
        found = self.fields.find("defaults")
        if not found:
            return ()
        if not isinstance(found.value, list):
            self.fields.reject(found, "a list", hint="write `- scope:` and `values:` below it")
            return ()
        scopes = (self._scope(item) for item in self.fields.items(found))
        return tuple(scope for scope in scopes if scope)

    def _scope(self, item: Found) -> Scope | None:
        values = item.value.get("values") if isinstance(item.value, Mapping) else None
        if not isinstance(values, Mapping):
            self.fields.faults.add(
                Kind.TYPE,
                self.fields.path,
                f"{item.name}: expected `scope` and `values`, got {shown(item.value)}",
                place=item.place,
                hint="write `values:` and the front matter below it",
                level=Level.WARNING,  # Jekyll goes on without it, too.
            )
            return None
        scope = item.value.get("scope")
        scope = scope if isinstance(scope, Mapping) else {}
        path, kind = scope.get("path"), scope.get("type")
        return Scope(
            path=self._below_collections(path) if isinstance(path, str) else "",
            kind=str(kind) if "type" in scope else None,
            values=values,
        )

    def _below_collections(self, path: str) -> str:
        folder = (self.fields.take_line("collections_dir") or "").strip("/")
        return path.removeprefix(f"{folder}/") if folder else path


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ContentError(
            f"there is no time zone {shown(name)}", hint="write one such as UTC or Europe/Lisbon"
        ) from error
