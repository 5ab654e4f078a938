"""What page a broken link may have meant."""

from __future__ import annotations

import difflib
import posixpath
from functools import cached_property
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.structure.files import File

MOST_SEARCHES = 20
"""Broken links for which a page is looked for; a site with more of them has other needs than hints."""

_ALIKE = 0.8
_MOST_MISSING = 4
"""Characters by which the name of a page may be longer or shorter than what was written."""


@dataclass
class NearPages:
    """The pages of a site by the names at the end of their URLs."""

    pages: Mapping[str, File]
    """By `url_key`."""
    _found: dict[str, File | None] = field(default_factory=dict, init=False)

    def nearest(self, key: str) -> File | None:
        """The page whose URL is most like `key`; `None` if none is, or too much has been looked for."""
        if key not in self._found and len(self._found) < MOST_SEARCHES:
            near = difflib.get_close_matches(key, list(self._candidates(key)), n=1, cutoff=_ALIKE) if key else []
            self._found[key] = self.pages[near[0]] if near else None
        return self._found.get(key)

    def _candidates(self, key: str) -> Iterable[str]:
        name = posixpath.basename(key)
        if name in self._by_name:
            yield from self._by_name[name]
            return
        for other, keys in self._by_name.items():
            is_near = other[:1] == name[:1] or other[-2:] == name[-2:]
            if is_near and abs(len(other) - len(name)) <= _MOST_MISSING:
                yield from keys

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for key in self.pages:
            names.setdefault(posixpath.basename(key), []).append(key)
        return names
