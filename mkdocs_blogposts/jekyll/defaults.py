"""Front matter that a Jekyll site gives to files by their path and type: `defaults` of `_config.yml`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..frontmatter.merging import merge_as_jekyll
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_OLD_TYPES = {"post": "posts", "draft": "drafts", "page": "pages"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Front matter for the files below a path, or of a type, or both."""

    path: str = ""
    """Beginning of the path from the site's folder, or a pattern with `*`; empty for all files."""
    kind: str | None = None
    """`posts`, `drafts`, `pages` or the label of a collection; `None` for any."""
    values: Mapping[str, Any]
    """The front matter itself."""

    def applies(self, path: str, kind: str) -> bool:
        """Whether a file has these values."""
        if self.kind is not None and _OLD_TYPES.get(self.kind, self.kind) != kind:
            return False
        if "*" in self.path:
            return bool(_pattern(self.path.rstrip("/")).match(path))
        # Compared as texts, as Jekyll does: `_posts/2024` holds for `_posts/2024-01-31-hello.md` as well.
        return path.startswith(self.path)

    @property
    def rank(self) -> tuple[int, bool]:
        """Its precedence: a longer path before a shorter one, then one with a type before one without."""
        return len(self.path.removeprefix("/")), self.kind is not None


def defaults_for(scopes: Iterable[Scope], path: str, kind: str) -> dict[str, Any]:
    """What all scopes that hold for a file give it; of two of the same rank, the later wins."""
    values: dict[str, Any] = {}
    highest: tuple[int, bool] | None = None
    for scope in scopes:
        if not scope.applies(path, kind):
            continue
        if highest is None or scope.rank >= highest:
            values, highest = merge_as_jekyll(values, scope.values), scope.rank
        else:
            values = merge_as_jekyll(scope.values, values)
    return values


@lru_cache
def _pattern(glob: str) -> re.Pattern[str]:
    """A pattern of Ruby's `Dir.glob`, matched from the beginning of a path; files below a folder it names count too."""
    text, index = "", 0
    while index < len(glob):
        if glob.startswith("**/", index):
            text, index = text + r"(?:[^./][^/]*/)*", index + 3
        elif glob[index] == "*":
            text, index = text + r"[^/]*", index + 1
        elif glob[index] == "?":
            text, index = text + r"[^/]", index + 1
        else:
            text, index = text + re.escape(glob[index]), index + 1
    return re.compile(rf"{text}(?:/|\Z)")
