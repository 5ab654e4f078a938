"""What hundreds of builds in one process have in common: compiled templates, the files of a theme, installed plugins.

All of it is of what is installed, and the same in each build; a build that is run as users run it has none of it.
"""

from __future__ import annotations

import sys
from functools import cache, lru_cache, partial
from importlib.metadata import EntryPoints, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.filters import FILTERS
from jinja2.tests import TESTS
from mkdocs import plugins, utils

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType

    from jinja2.bccache import Bucket
    from mkdocs.theme import Theme

OF_BUILDERS = ("mkdocs", "properdocs", "material", "babel", "jinja2")
"""Where filters and tests come from that no test has made."""


def keep_names_of_plugins() -> None:
    """Let builds look once for the themes and plugins that are installed, and not several times each."""
    for module in (plugins, utils):
        module.entry_points = _entry_points  # type: ignore[attr-defined]


@cache
def _entry_points(group: str) -> EntryPoints:
    """The plugins, or themes, of all installed packages."""
    return entry_points(group=group)


def keep_templates(theme: Theme) -> None:
    """Let the environment of a theme use what earlier builds have compiled and found."""
    get_env = theme.get_env

    def with_kept() -> Environment:
        env = get_env()
        env.bytecode_cache = COMPILED
        if isinstance(env.loader, FileSystemLoader):
            env.loader.list_templates = partial(_names_in, env.loader.searchpath)  # type: ignore[method-assign]
        return env

    theme.get_env = with_kept  # type: ignore[method-assign]


class _Compiled(BytecodeCache):
    """Compiled templates by all that they are compiled from."""

    def __init__(self) -> None:
        self.codes: dict[tuple[object, ...], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if key := _key(bucket):
            bucket.code = self.codes.get(key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code and (key := _key(bucket)):
            self.codes[key] = bucket.code


def _key(bucket: Bucket) -> tuple[object, ...] | None:
    """All that a template is compiled from; `None` where that cannot be told."""
    env = bucket.environment
    names = _plain_names(tuple(env.filters.items()), tuple(env.tests.items()))
    options = (env.autoescape, env.trim_blocks, env.lstrip_blocks, env.keep_trailing_newline, env.undefined)
    return (bucket.key, bucket.checksum, *options, *sorted(env.extensions), names) if names else None


Calls = tuple[tuple[str, Any], ...]


@lru_cache(maxsize=64)
def _plain_names(filters: Calls, tests: Calls) -> tuple[str, ...] | None:
    """The names of filters and tests, if all of them are known: Jinja calls them for constants while it compiles."""
    is_plain = all(
        call is known.get(name) or getattr(call, "__module__", "").startswith(OF_BUILDERS)
        for calls, known in ((filters, FILTERS), (tests, TESTS))
        for name, call in calls
    )
    return (*sorted(dict(filters)), *sorted(dict(tests))) if is_plain else None


COMPILED = _Compiled()


def _names_in(folders: Iterable[str]) -> list[str]:
    """The files of a theme, of which those of installed packages are looked for once."""
    return sorted({name for folder in folders for name in _list(folder)})


def _list(folder: str) -> Iterable[str]:
    return _list_once(folder) if Path(folder).is_relative_to(sys.prefix) else FileSystemLoader(folder).list_templates()


@cache
def _list_once(folder: str) -> tuple[str, ...]:
    """The files of a theme that builders ask for and pages load."""
    names = FileSystemLoader(folder).list_templates()
    return tuple(name for name in names if not name.startswith(UNUSED) and not name.endswith(".map"))


UNUSED = (".", "assets/javascripts/lunr/")
"""Thousands of icons, which no builder takes, and forty files for search in other languages, which each would copy."""
