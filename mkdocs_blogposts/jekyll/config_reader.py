"""Reads `_config.yml` of a Jekyll site, or several such files of which the later win."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ..faults import ContentError, Faults, Kind, Level, shown
from ..frontmatter.fields import Fields
from ..frontmatter.merging import merge_as_jekyll
from ..frontmatter.parser import parse_data
from ..light_dataclasses import dataclass
from .defaults import Scope
from .jekyll_config import Collection, JekyllConfig
from .placeholders import check_placeholders

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..frontmatter.fields import Found
    from ..frontmatter.parser import FrontMatter
    from ..frontmatter.source import Source

_KEYS: Mapping[str, tuple[str, ...]] = {
    "permalink": ("permalink",),
    "timezone": ("timezone",),
    "future": ("future",),
    "show_drafts": ("show_drafts",),
    "unpublished": ("unpublished",),
    "excerpt_separator": ("excerpt_separator",),
    "url": ("url",),
    "baseurl": ("baseurl",),
    "teaser": ("teaser",),
    "author": ("author",),
    "words_per_minute": ("words_per_minute",),
    "source": ("source",),
    "destination": ("destination",),
    "collections_dir": ("collections_dir",),
    "layouts_dir": ("layouts_dir",),
    "includes_dir": ("includes_dir",),
    "data_dir": ("data_dir",),
    "plugins_dir": ("plugins_dir",),
    "collections": ("collections",),
    "defaults": ("defaults",),
    "exclude": ("exclude",),
    "include": ("include",),
}
_FOLDERS = ("collections_dir", "layouts_dir", "includes_dir", "data_dir", "plugins_dir")
"""Keys that name a folder of the site."""

_COLLECTION_KEYS: Mapping[str, tuple[str, ...]] = {
    name: (name,) for name in ("output", "permalink", "sort_by", "order")
}


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


def load_jekyll_config(sources: Iterable[Source], root: str, faults: Faults, *, home: str = ".") -> JekyllConfig:
    """The configuration in files of which the later win; what is wrong in one is a fault, and counts as not said."""
    sources = tuple(sources)
    heads = [(source.path, head) for source in sources if (head := _head(source, faults))]
    values: dict[str, Any] = {}
    for _, head in heads:
        values = merge_as_jekyll(values, head.values)
    said: dict[str, Any] = {}
    for number, (path, head) in enumerate(heads):
        later = {key for _, other in heads[number + 1 :] for key, value in other.values.items() if value is not None}
        own = {key: value for key, value in values.items() if key in head.values and key not in later}
        fields = Fields(head=head, faults=faults, path=path, keys=_KEYS, values=own, level_of=_level_of)
        said |= _Reading(fields, _folder(values.get("collections_dir"))).said()
    said["exclude"] = (*said.get("exclude", ()), *DEFAULT_EXCLUDES, *_built(values))
    said["include"] = (".htaccess", *said.get("include", ()))
    return JekyllConfig(paths=tuple(source.path for source in sources), root=root, home=home, values=values, **said)


def _head(source: Source, faults: Faults) -> FrontMatter | None:
    """What a file says; a value that cannot be read, which Jekyll may never look at, is told, and no error."""
    found = faults.apart()
    head = parse_data(source, found)
    faults.take(found, at_most=Level.ERROR if head is None else Level.WARNING)
    return head


def _level_of(kind: Kind, _name: str) -> Level:
    return Level.INFO if kind is Kind.TYPE else Level.WARNING


def _folder(value: Any) -> str:
    """A folder as a path that stays in the one it is named from; empty for that one."""
    parts = value.strip().split("/") if isinstance(value, str) else ()
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def _built(values: Mapping[str, Any]) -> Iterable[str]:
    """The folder that Jekyll builds the site into."""
    folder = _folder(values.get("destination", "_site"))
    return (f"{folder}/",) if folder else ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads `_config.yml` key by key."""

    fields: Fields
    collections_dir: str

    def said(self) -> dict[str, Any]:
        """What the file says, by the names of `JekyllConfig`."""
        fields = self.fields
        own: dict[str, Any] = {
            "permalink": self._template(fields, "permalink"),
            "timezone": self._timezone(),
            "future": fields.take_flag("future"),
            "show_drafts": fields.take_flag("show_drafts"),
            "unpublished": fields.take_flag("unpublished"),
            "excerpt_separator": self._excerpt_separator(),
            "url": fields.take_line("url"),
            "baseurl": fields.take_line("baseurl"),
            "teaser": fields.take_url("teaser"),
            "words_per_minute": fields.take_number("words_per_minute"),
            "source": _folder(fields.take_line("source")) or None,
            "author": fields,
            "collections": self._collections(),
            "defaults": self._defaults(),
            "exclude": _texts(self.fields, "exclude"),
            "include": _texts(self.fields, "include"),
            **{name: _folder(fields.take_line(name)) or None for name in _FOLDERS},
        }
        return {name: value for name, value in own.items() if name in fields.values and value is not None}

    def _template(self, fields: Fields, name: str) -> str | None:
        """A template of permalinks, with no placeholder but Jekyll's."""
        found = fields.find(name)
        text = fields.text_of(found) if found else None
        return self._if_good(found, text, check_placeholders, kind=Kind.PERMALINK) if found and text else None

    def _timezone(self) -> str | None:
        found = self.fields.find("timezone")
        text = self.fields.text_of(found) if found else None
        # To Jekyll, such a zone is UTC.
        return self._if_good(found, text, _check_zone, kind=Kind.DATE, level=Level.INFO) if found and text else None

    def _if_good(
        self, found: Found, text: str, check: Callable[[str], None], *, kind: Kind, level: Level | None = None
    ) -> str | None:
        try:
            check(text)
        except ContentError as error:
            self.fields.refuse(found, error.message, kind=kind, hint=error.hint, level=level)
            return None
        return text

    def _excerpt_separator(self) -> str | None:
        # Not by a getter: here, blank lines are a value.
        separator = self.fields.values.get("excerpt_separator")
        if separator is None or isinstance(separator, str):
            return separator
        self.fields.reject(self.fields.at("excerpt_separator", separator), "text", hint="write `<!--more-->`")
        return None

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
            sort_by=value["sort_by"] if isinstance(value.get("sort_by"), str) else "",
            order=_texts(fields, "order"),
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
            self.fields.reject(item, "`scope` and `values`", hint="write `values:` and the front matter below it")
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
        return path.removeprefix(f"{self.collections_dir}/") if self.collections_dir else path


def _texts(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(text for text in fields.take_list(name) or () if isinstance(text, str))


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ContentError(
            f"there is no time zone {shown(name)}", hint="write one such as UTC or Europe/Lisbon"
        ) from error
