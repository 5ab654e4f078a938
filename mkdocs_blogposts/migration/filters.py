"""Which files of a folder Jekyll publishes, and which are the business of its builders and themes."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePosixPath

    from ..jekyll.config import JekyllConfig

_SPECIAL = (".", "_", "#", "~")
"""Beginnings of names that Jekyll passes over."""

_NOT_CONTENT = ("*.scss", "*.sass", "*.gemspec", "Gemfile*", "gems.rb", "gems.locked", "Thumbs.db")
"""Files of themes and tools that a site of MkDocs has no use for."""
_NOT_CONTENT_AT_TOP = ("vendor", "node_modules", "_site")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a site includes and excludes, by Jekyll's rules."""

    include: tuple[str, ...]
    exclude: tuple[str, ...]

    @classmethod
    def of(cls, jekyll: JekyllConfig) -> Filter:
        """The filter that a site's `_config.yml` describes."""
        destination = jekyll.values.get("destination")
        built = [destination.strip("./")] if isinstance(destination, str) else []
        return cls(include=_patterns(jekyll.include), exclude=_patterns([*jekyll.exclude, *built]))

    def takes(self, path: PurePosixPath, *, is_folder: bool) -> bool:
        """Whether Jekyll looks at a file or folder, named from the folder of the site."""
        name = path.name
        is_included = _match(self.include, name, is_folder=is_folder)
        excluded = [pattern for pattern in self.exclude if pattern not in self.include]
        if _match(excluded, str(path), is_folder=is_folder) and not is_included:
            return False
        return is_included or not (name.startswith(_SPECIAL) or name.endswith(("~", ".")))

    def is_content(self, path: PurePosixPath) -> bool:
        """Whether a file that Jekyll looks at is of use without it."""
        is_tool = any(fnmatchcase(path.name, pattern) for pattern in _NOT_CONTENT)
        return not is_tool and path.parts[0] not in _NOT_CONTENT_AT_TOP


def _patterns(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, (text.lstrip("/") for text in texts)))


def _match(patterns: tuple[str, ...] | list[str], path: str, *, is_folder: bool) -> bool:
    """Whether one of the patterns fits, or is the beginning of the path: `README` is also `README.md`."""
    return any(
        fnmatchcase(path, pattern) or path.startswith(pattern) or (is_folder and pattern == f"{path}/")
        for pattern in patterns
    )
