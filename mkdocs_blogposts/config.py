"""The options of `mkdocs.yml` as MkDocs knows them, made from `Settings`."""

from __future__ import annotations

import difflib
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from functools import partial
from string import Formatter
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from mkdocs.config import config_options as option
from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings, ValidationError

from .faults import Kind, Level
from .settings import Settings


class TimeZone(option.Type[str]):
    """A name of the IANA time zone database, such as `Europe/Lisbon`."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        """The name, if there is such a zone."""
        name = super().run_validation(value)
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            message = f"there is no time zone {name!r}; write one such as UTC or Europe/Lisbon"
            raise ValidationError(message) from None
        return name


class FaultLevels(option.DictOfItems[str]):
    """A level for each kind of fault that should not have its own."""

    def __init__(self, default: Mapping[str, str]) -> None:
        super().__init__(option.Choice([level.name.lower() for level in Level]), default=dict(default))

    def run_validation(self, value: object) -> dict[str, str]:
        """The levels, if their kinds are known."""
        levels: dict[str, str] = super().run_validation(value)
        for kind in levels:
            if kind not in list(Kind):
                raise ValidationError(f"there is no fault of the kind {kind!r}; the kinds are {', '.join(Kind)}")
        return levels


_PLACEHOLDERS: Mapping[str, frozenset[str]] = {
    "post_dir": frozenset({"blog"}),
    "authors_file": frozenset({"blog"}),
    "post_url_format": frozenset({"date", "slug", "categories", "file"}),
    "archive_url_format": frozenset({"date"}),
    "categories_url_format": frozenset({"slug"}),
    "tags_url_format": frozenset({"slug"}),
    "authors_profiles_url_format": frozenset({"slug", "name"}),
    "pagination_url_format": frozenset({"page"}),
}
"""What each option that is a pattern may have between braces."""


_OUTSIDE_SITE = frozenset({"post_dir", "authors_file"})
"""Patterns of what is read and not written, so that it may lie anywhere."""

_DRIVE = re.compile("[A-Za-z]:")


def _refuse_way_out(path: str) -> None:
    if ".." in re.split(r"[/\\]", path) or _DRIVE.match(path):
        raise ValidationError(f"{path!r} may lead out of the site; write a path below it, without `..`")


class SitePath(option.Type[str]):
    """A path below the site's root."""

    def __init__(self, default: str, *, is_folder: bool) -> None:
        super().__init__(str, default=default)
        self.is_folder = is_folder

    def run_validation(self, value: object) -> str:
        """The path, if it stays within the site; Material's blog lets a URL, but no folder, begin with a slash."""
        path = super().run_validation(value)
        _refuse_way_out(path)
        if self.is_folder and path.startswith(("/", "\\")):
            message = f"{path!r} may lead out of the site; write a path below it, without `/` at its beginning"
            raise ValidationError(message)
        return path


class Pattern(option.Type[str]):
    """A text with placeholders between braces."""

    def __init__(self, default: str, placeholders: frozenset[str], *, stays_in_site: bool) -> None:
        super().__init__(str, default=default)
        self.placeholders = placeholders
        self.stays_in_site = stays_in_site

    def run_validation(self, value: object) -> str:
        """The pattern, if it has no placeholder but those that can be filled in."""
        pattern = super().run_validation(value)
        if self.stays_in_site:
            _refuse_way_out(pattern)
        known = ", ".join(f"{{{name}}}" for name in sorted(self.placeholders))
        try:
            names = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
        except ValueError as error:
            raise ValidationError(f"{pattern!r} can't be filled in: {error}; it may have {known}") from None
        if unknown := names - self.placeholders:
            raise ValidationError(f"{pattern!r} has {{{min(unknown)}}}, and may only have {known}")
        return pattern


class WorkerCount(option.OptionallyRequired[int | str]):
    """A number of processes, or `auto`."""

    def run_validation(self, value: object) -> int | str:
        """The number, or `auto`."""
        if value == "auto" or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
            return value
        raise ValidationError(f"expected a number of processes or `auto`, got {value!r}")


_OWN_OPTIONS: Mapping[str, Callable[[Any], BaseConfigOption[Any]]] = {
    "timezone": TimeZone,
    "faults": FaultLevels,
    "workers": lambda default: WorkerCount(default=default),
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
        return option.Optional(_item_option(parts[0]))
    if origin is tuple:
        return option.ListOfItems(_item_option(parts[0]), default=list(default))
    if origin is Mapping:
        return option.DictOfItems(option.ListOfItems(option.Type(str)), default=dict(default))
    if origin is Literal:
        return option.Choice(list(parts), default=default)
    return option.Type(Callable if origin is Callable else kind, default=default)


def _item_option(kind: Any) -> BaseConfigOption[Any]:
    return option.Choice(list(get_args(kind))) if get_origin(kind) is Literal else option.Type(kind)


def _options() -> tuple[tuple[str, BaseConfigOption[Any]], ...]:
    kinds = get_type_hints(Settings)
    return tuple((setting.name, option_for(setting, kinds[setting.name])) for setting in fields(Settings))


class BlogPostsConfig(Config):
    """What stands under `plugins: - blogposts:`."""

    _schema = (*_options(), ("pagination_template", option.Deprecated(moved_to="pagination_format")))

    chosen: frozenset[str] = frozenset()
    """The options that the site has set itself, be it to their defaults."""

    def load_dict(self, patch: dict[str, Any]) -> None:
        """Take over options, and remember which they are."""
        super().load_dict(patch)
        self.chosen |= frozenset(patch)

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """What is wrong with the options, an unknown one with the name that was probably meant."""
        errors, warnings = super().validate()
        return errors, [(key, self._with_hint(key, message)) for key, message in warnings]

    def _with_hint(self, key: str, message: Any) -> Any:
        known = {name for name, _ in self._schema}
        near = difflib.get_close_matches(key, known, n=1) if key not in known else []
        return f"{message}. Did you mean '{near[0]}'?" if near else message

    def to_settings(self) -> Settings:
        """The options as an immutable value that knows no MkDocs."""
        return Settings(**{setting.name: _frozen(self[setting.name]) for setting in fields(Settings)})


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
