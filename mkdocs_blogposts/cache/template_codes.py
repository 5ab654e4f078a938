"""The code of templates that come with packages, kept for all sites of a user.

Jinja takes two milliseconds for each of some sixty templates, a fifth of a small build. Python keeps the code of
modules in their folders; here it is one file for each environment of Python. What lies in it is run, so that it is
never in the folder of a site, of which strangers may have changed something, but where only the user writes.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import marshal
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from ..light_dataclasses import dataclass, field
from .store import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType

_MOST = 500
"""Templates in a file, above which those that a build has no use for are left out."""
_UNUSED_AFTER = 90 * 24 * 3600
"""Seconds after which a file is dropped that has not been written again: that of an environment that may be gone."""
_CHECKSUM = hashlib.sha256().digest_size
_OTHERS_MAY_WRITE = 0o022


@dataclass(slots=True)
class TemplateCodes:
    """A file of codes, each under the digest of all that it was made from; one that can't be read counts as empty."""

    path: Path
    _kept: dict[str, bytes] = field(default_factory=dict, init=False)
    _used: dict[str, bytes] = field(default_factory=dict, init=False)

    @classmethod
    def of_user(cls, site: Path) -> TemplateCodes | None:
        """Those for the Python at hand; `None` where there is no place for them outside the repository of a site."""
        folder = _user_cache()
        if folder is None or folder.resolve().is_relative_to(_repository_of(site.resolve())):
            return None
        about = (sys.prefix, sys.version, importlib.util.MAGIC_NUMBER.hex(), jinja2.__version__)
        codes = cls(folder / "mkdocs-blogposts" / f"templates-{digest(*about)[:16]}.bin")
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            codes._kept = _read(codes.path)
        return codes

    def get(self, key: str) -> CodeType | None:
        """The code under a key, if it is known."""
        written = self._kept.get(key)
        if written is None:
            return None
        self._used[key] = written
        code: CodeType = marshal.loads(written)  # noqa: S302  # nobody else writes there
        return code

    def put(self, key: str, code: CodeType) -> None:
        """Keep a code from the end of the build on."""
        self._used[key] = marshal.dumps(code)

    def take(self, codes: Mapping[str, bytes]) -> None:
        """Keep codes that are written already."""
        self._used.update(codes)

    def write(self) -> None:
        """Write what has come; where that can't be, or where Python itself writes no code, nothing is kept."""
        if sys.dont_write_bytecode or self._used.keys() <= self._kept.keys():
            return
        every = self._kept | self._used
        content = marshal.dumps(every if len(every) <= _MOST else self._used)
        half = self.path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            half.write_bytes(hashlib.sha256(content).digest() + content)
            half.replace(self.path)
            self._kept = every
            self._drop_unused()

    def _drop_unused(self) -> None:
        now = time.time()
        for path in self.path.parent.glob("templates-*"):
            if abs(now - path.stat().st_mtime) > _UNUSED_AFTER:  # of a wrong clock, too
                path.unlink()


def _read(path: Path) -> dict[str, bytes]:
    """What a file holds; `OSError` or `ValueError` where it is damaged, or somebody else may have written it."""
    for each in (path.parent, path):
        about = each.stat()
        if os.name == "posix" and (about.st_uid != os.getuid() or about.st_mode & _OTHERS_MAY_WRITE):
            raise PermissionError(each)
    written = path.read_bytes()
    if hashlib.sha256(written[_CHECKSUM:]).digest() != written[:_CHECKSUM]:
        raise ValueError(path)
    kept: dict[str, bytes] = marshal.loads(written[_CHECKSUM:])  # noqa: S302  # nobody else writes there
    return kept


def _repository_of(site: Path) -> Path:
    """The folder that all which strangers may have changed lies in."""
    return next((folder for folder in (site, *site.parents) if (folder / ".git").exists()), site)


def _user_cache() -> Path | None:
    """Where programs keep for a user what they can make again."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if given.is_absolute():  # any other is to be ignored, and would be in whatever repository somebody stands
        return given
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else None
    with contextlib.suppress(RuntimeError):
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return None
