"""Files of the site that are what a build has written, known by their states and without being read.

As with git, a file is what it was if its inode, its size and its times are: what changes a file changes the last of its
times, which nobody can set. Two contents have the same times only where one followed the other at once; so nothing is
known of what was written in the moment before all states were looked at again. On Windows, where a file has no such
time, each is read.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from ..host.former_site import digest_of_file
from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOMENT = 2 * 10**9
"""Nanoseconds that two contents are apart whose times can be told apart on any file system."""

_State = tuple[int, int, int, int]


@dataclass(slots=True, kw_only=True)
class KnownFiles:
    """The files of a site, as far as it is known what is in them."""

    moment: int = _MOMENT
    before: Mapping[str, str] = field(default_factory=dict)
    """The digests of those that an earlier build knew, by their states."""
    written: dict[str, str] = field(default_factory=dict, init=False)
    """The digest of each file that was written in this build, by its path."""
    _seen: dict[str, tuple[_State, str]] = field(default_factory=dict, init=False)

    def digest_of(self, path: str) -> str | None:
        """The digest of what is in a file that is none of a link; `None` where there is none."""
        state = _state_of(path)
        known = self.before.get(_name_of(state)) if state and self.before else None
        return known or (digest_of_file(path) if state else None)

    def write(self, path: str, digest: str) -> None:
        """Know what has just been written into a file."""
        self.written[path] = digest
        if state := _state_of(path):
            self._seen[path] = state, digest

    def keep(self, path: str, digest: str, since: int) -> None:
        """Know what is in a file that stays as it is; of one that was touched `since` the build began, nothing."""
        state = _state_of(path)
        if state and _last(state) < since - self.moment:
            self._seen[path] = state, digest

    def settled(self) -> dict[str, str]:
        """The digests of files that still are as they were seen, by their states."""
        if os.name != "posix":
            return {}
        same = [(state, digest) for path, (state, digest) in self._seen.items() if _state_of(path) == state]
        newest = max((_last(state) for state, _ in same), default=0)
        return {_name_of(state): digest for state, digest in same if _last(state) < newest - self.moment}


def _state_of(path: str) -> _State | None:
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _last(state: _State) -> int:
    """When a file was last touched."""
    return max(state[2:])


def _name_of(state: _State) -> str:
    return " ".join(map(str, state))
