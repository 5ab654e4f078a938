"""The options of `mkdocs.yml` as MkDocs knows them, made from `Settings`."""

from __future__ import annotations

import difflib
import posixpath
import re
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from functools import partial
from string import Formatter
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from mkdocs.config import config_options as option
from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings, ValidationError

from .choices import frozen
from .faults import ContentError, Kind, Level, shown
from .frontmatter.time_spans import read_span
from .settings import Settings

_NOUNS: Mapping[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    str: "text",
    tuple: "a list of texts",
    Mapping: "keys with a list of names each",
    Callable: "a function, such as `!!python/name:pymdownx.slugs.uslugify`",
}
"""What an option wants to be given, by its type."""


class Value(option.OptionallyRequired[Any]):
    """A value of some type, which a message calls by words that whoever writes `mkdocs.yml` knows."""

    def __init__(self, kind: Any, default: Any) -> None:
        super().__init__(default=default)
        self.kind = kind

    def run_validation(self, value: object) -> Any:
        """The value, if it is of its type."""
        if not _fits(value, self.kind):
            hint = f"; write `[{value}]`" if isinstance(value, str) and _fits([value], self.kind) else ""
            raise ValidationError(f"expected {_noun(self.kind)}, got {_misfit(value, self.kind)}{hint}")
        return value


class OptionalValue(Value):
    """A value that need not be there."""

    def validate(self, value: object) -> Any:
        """The value, or nothing where there is none."""
        return None if value is None else self.run_validation(value)


def _fits(value: object, kind: Any) -> bool:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return isinstance(value, str) and value in parts
    if origin is tuple:
        return isinstance(value, list) and all(_fits(item, parts[0]) for item in value)
    if origin is Mapping:
        return isinstance(value, dict) and all(_fits(key, str) and _fits(item, parts[1]) for key, item in value.items())
    return isinstance(value, Callable if origin is Callable else kind)


def _misfit(value: object, kind: Any) -> str:
    """What does not fit of a value, in the words of whoever has written it: of a list, that item."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple and isinstance(value, list):
        return f"{_misfit(next(item for item in value if not _fits(item, parts[0])), parts[0])} in it"
    if origin is Mapping and isinstance(value, dict):
        key, item = next((key, item) for key, item in value.items() if not (_fits(key, str) and _fits(item, parts[1])))
        return f"{shown(item) if isinstance(item, (str, bool, list, dict)) else item} for `{key}`"
    return shown(value) if isinstance(value, (str, bool, list, dict)) else str(value)


def _noun(kind: Any) -> str:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _one_of(parts)
    if origin is tuple and get_origin(parts[0]) is Literal:
        return f"a list of {_one_of(get_args(parts[0]))}"
    return _NOUNS[origin or kind]


def _one_of(names: Iterable[str]) -> str:
    *others, last = map(repr, names)
    return f"{', '.join(others)} or {last}"


class TimeZone(Value):
    """A name of the IANA time zone database, such as `Europe/Lisbon`."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default)

    def run_validation(self, value: object) -> str:
        """The name, if there is such a zone."""
        name: str = super().run_validation(value)
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise ValidationError(f"there is no time zone {name!r}; write one such as UTC or Europe/Lisbon") from None
        return name


class FaultLevels(Value):
    """A level for each kind of fault that should not have its own."""

    def __init__(self, default: Mapping[str, str]) -> None:
        super().__init__(dict, dict(default))

    def run_validation(self, value: object) -> dict[str, str]:
        """The levels, if they and their kinds are known."""
        names = _one_of(level.name.lower() for level in Level)
        if not isinstance(value, dict):
            raise ValidationError(f"expected kinds of fault with {names} each, got {shown(value)}")
        for kind, level in value.items():
            if kind not in list(Kind):
                raise ValidationError(f"there is no fault of the kind {kind!r}; the kinds are {', '.join(Kind)}")
            if level not in [level.name.lower() for level in Level]:
                raise ValidationError(f"{kind}: expected {names}, got {shown(level)}")
        return value


_PLACEHOLDERS: Mapping[str, frozenset[str]] = {
    "post_dir": frozenset({"blog"}),
    "authors_file": frozenset({"blog"}),
    "post_url_format": frozenset({"date", "slug", "categories", "file"}),
    "archive_url_format": frozenset({"date"}),
    "categories_url_format": frozenset({"slug"}),
    "tags_url_format": frozenset({"slug"}),
    "series_url_format": frozenset({"slug"}),
    "events_url_format": frozenset({"slug"}),
    "authors_profiles_url_format": frozenset({"slug", "name"}),
    "pagination_url_format": frozenset({"page"}),
}
"""What each option that is a pattern may have between braces."""


_OUTSIDE_SITE = frozenset({"post_dir", "authors_file"})
"""Patterns of what is read and not written, so that it may lie anywhere."""

_FROM_ROOT = frozenset({"tags_url_format", "series_url_format"})
"""Patterns that count from the site's root where they begin with a slash."""

_DRIVE = re.compile("[A-Za-z]:")


def _refuse_way_out(path: str, *, from_folder: str | None = None) -> None:
    """Be an error where a path has a way up; below a folder, only where that leads above the site's root."""
    is_up = ".." in re.split(r"[/\\]" if from_folder is None else r"\\", path)
    below = posixpath.normpath(posixpath.join(from_folder or "", path.strip("/")))
    if is_up or _DRIVE.match(path) or below.partition("/")[0] == "..":
        raise ValidationError(f"{path!r} may lead out of the site; write a path below it, without `..`")


class SitePath(Value):
    """A path below the site's root."""

    def __init__(self, default: str, *, is_folder: bool) -> None:
        super().__init__(str, default)
        self.is_folder = is_folder

    def run_validation(self, value: object) -> str:
        """The path, if it stays within the site; Material's blog lets a URL, but no folder, begin with a slash."""
        path: str = super().run_validation(value)
        _refuse_way_out(path)
        if self.is_folder and path.startswith(("/", "\\")):
            message = f"{path!r} may lead out of the site; write a path below it, without `/` at its beginning"
            raise ValidationError(message)
        return path


class Pattern(Value):
    """A text with placeholders between braces."""

    def __init__(self, default: str, placeholders: frozenset[str], *, stays_in_site: bool) -> None:
        super().__init__(str, default)
        self.placeholders = placeholders
        self.stays_in_site = stays_in_site

    def run_validation(self, value: object) -> str:
        """The pattern, if it has no placeholder but those that can be filled in."""
        pattern: str = super().run_validation(value)
        known = ", ".join(f"{{{name}}}" for name in sorted(self.placeholders))
        try:
            names = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
        except ValueError as error:
            raise ValidationError(f"{pattern!r} can't be filled in: {error}; it may have {known}") from None
        if unknown := names - self.placeholders:
            raise ValidationError(f"{pattern!r} has {{{min(unknown)}}}, and may only have {known}")
        return pattern

    def post_validation(self, config: Config, key_name: str) -> None:
        """Refuse what leads out of the site; as with Material's blog, it may lead out of the folder of the blog."""
        pattern = config[key_name]
        if self.stays_in_site:
            folder = config["talks_dir" if key_name == "events_url_format" else "blog_dir"]
            is_below_root = pattern.startswith("/") and key_name in _FROM_ROOT
            _refuse_way_out(pattern, from_folder="" if is_below_root else folder)


class WorkerCount(option.OptionallyRequired[int | str]):
    """A number of processes, or `auto`."""

    def run_validation(self, value: object) -> int | str:
        """The number, or `auto`."""
        if value == "auto" or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
            return value
        raise ValidationError(f"expected a number of processes or `auto`, got {shown(value)}")


class Span(OptionalValue):
    """A span of time, such as `2 years`."""

    def __init__(self, default: None) -> None:
        super().__init__(str, default)

    def run_validation(self, value: object) -> str:
        """The span as it is written, if it is one."""
        try:
            read_span(value)
        except ContentError as error:
            raise ValidationError(f"{error.message}; {error.hint}") from None
        return str(value)


class Names(Value):
    """A list of texts, or one alone."""

    def __init__(self, default: tuple[str, ...]) -> None:
        super().__init__(tuple[str, ...], list(default))

    def run_validation(self, value: object) -> Any:
        """The list."""
        return super().run_validation([value] if isinstance(value, str) else value)


class ShareLinks(Value):
    """Links to places where readers share posts."""

    def __init__(self, default: Mapping[str, Any]) -> None:
        super().__init__(dict, dict(default))

    def run_validation(self, value: object) -> dict[str, dict[str, str]]:
        """The links, if each has an address, and nothing but texts."""
        if not isinstance(value, dict):
            raise ValidationError(f"expected names with a `link` each, got {shown(value)}")
        for name, link in value.items():
            if not isinstance(link, dict) or not link.get("link") or not all(isinstance(x, str) for x in link.values()):
                message = f"{name}: expected `link`, `title` and `icon`, got {shown(link)}; write "
                raise ValidationError(f"{message}`{{link: 'https://example.com/?url={{post_url}}', title: Share}}`")
        return {str(name): link for name, link in value.items()}


ALONE_OR_LISTED = ("changelog", "changelog_categories", "publications", "jekyll_config", "feeds_sections")
"""Options that are a list, or one of what it would hold."""
_OWN_OPTIONS: Mapping[str, Callable[[Any], BaseConfigOption[Any]]] = {
    "timezone": TimeZone,
    "faults": FaultLevels,
    "share_links": ShareLinks,
    "workers": lambda default: WorkerCount(default=default),
    "outdated_after": Span,
    **dict.fromkeys(ALONE_OR_LISTED, Names),
    "blog_dir": partial(SitePath, is_folder=True),
    "talks_dir": partial(SitePath, is_folder=True),
    "tags_index_url": partial(SitePath, is_folder=False),
    "feeds_atom_url": partial(SitePath, is_folder=False),
    **{
        name: partial(Pattern, placeholders=known, stays_in_site=name not in _OUTSIDE_SITE)
        for name, known in _PLACEHOLDERS.items()
    },
}
"""Options whose values have to be more than of the right type."""


def option_for(setting: Field[Any], kind: Any) -> BaseConfigOption[Any]:
    """The option of MkDocs that takes what a field of `Settings` may hold."""
    default: Any = setting.default if setting.default_factory is MISSING else setting.default_factory()
    if setting.name in _OWN_OPTIONS:
        return _OWN_OPTIONS[setting.name](default)
    origin, parts = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return OptionalValue(parts[0], None)
    if origin is tuple:
        return Value(kind, list(default))
    return Value(kind, dict(default) if origin is Mapping else default)


def _options() -> tuple[tuple[str, BaseConfigOption[Any]], ...]:
    kinds = get_type_hints(Settings)
    return tuple((setting.name, option_for(setting, kinds[setting.name])) for setting in fields(Settings))


class BlogPostsConfig(Config):
    """What stands under `plugins: - blogposts:`."""

    _schema = (*_options(), ("pagination_template", option.Deprecated(moved_to="pagination_format")))

    chosen: frozenset[str] = frozenset()
    """The options that the site has set itself, be it to their defaults."""

    def __getattr__(self, name: str) -> Any:
        """The value of an option, for hooks that ask for it as for one of Material's blog."""
        options = vars(self).get("data", {})
        if name not in options:
            raise AttributeError(name=name, obj=self)
        return options[name]

    def __setattr__(self, name: str, value: Any) -> None:
        """Have another value for an option, as hooks give it to one of Material's blog."""
        if name in vars(self).get("data", {}):
            self[name], self.chosen = value, self.chosen | {name}
        else:
            super().__setattr__(name, value)

    def load_dict(self, patch: dict[str, Any]) -> None:
        """Take over options, and remember which they are."""
        super().load_dict(patch)
        self.chosen |= frozenset(patch)

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """What is wrong with the options; an unknown one is told as a fault, once the build has begun."""
        errors, warnings = super().validate()
        if errors:  # MkDocs ends at the first that is wrong
            from .sources.option_places import with_line  # noqa: PLC0415  # most sites have none

            known = [name for name, _ in self._schema]
            for name, each in self._schema[known.index(errors[-1][0]) + 1 :]:
                try:
                    each.validate(self.get(name))
                except ValidationError as error:
                    errors.append((name, error))
            errors = [(name, ValidationError(with_line(str(error), name, self))) for name, error in errors]
        return errors, [(key, message) for key, message in warnings if key not in self.unknown]

    @property
    def unknown(self) -> dict[str, str | None]:
        """The options that nobody knows, each with the one that was probably meant."""
        known = [name for name, _ in self._schema]
        strangers = [key for key in self.data if key not in known]
        return {key: next(iter(difflib.get_close_matches(key, known, n=1)), None) for key in strangers}

    def to_settings(self) -> Settings:
        """The options as an immutable value that knows no MkDocs."""
        return Settings(**{setting.name: frozen(self[setting.name]) for setting in fields(Settings)})
