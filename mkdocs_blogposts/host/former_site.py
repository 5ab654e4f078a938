"""The site as the build before left it: what has not changed is not written again, and keeps its time.

MkDocs empties the folder of the site and writes every file anew: half of a rebuild on most disks, and whoever copies a
site by the times of its files copies all of it. Here the folder is emptied by moving what is in it aside, so that each
plugin finds what it always does. A file that is written with the bytes that it had is moved back; the rest is removed.
"""

# ruff: noqa: PTH103, PTH104, PTH118, PTH120, PTH123, PTH208
# Each file of a site is asked for several times, and paths as texts take a fifth of the time.
from __future__ import annotations

import contextlib
import filecmp
import hashlib
import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mkdocs import utils

from ..light_dataclasses import dataclass, field
from ..processes.written_files import WrittenContent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


class WrittenFiles(Protocol):
    """What wants to know of files that are written."""

    def write(self, path: str, digest: str) -> None:
        """Know what has just been written into a file."""


State = tuple[int, int, int]
"""What changes with a file, wherever it is moved."""

_PIECE = 2**20
"""Bytes that are compared at once."""
_MARKER = ".gitignore"
_MARK = "# The site before the build that is running, by mkdocs-blogposts.\n*\n"


@dataclass(frozen=True, kw_only=True)
class FormerSite:
    """What was in the folder of a site before the build at hand."""

    site_dir: str
    aside: str
    """Where it is now."""
    write_file: Callable[[bytes, str], None]
    """What MkDocs itself does."""
    copy_file: Callable[[str, str], None]
    files: WrittenFiles | None = None
    """`None` where nobody asks."""
    has_links: bool = False
    """Whether links are left where they are, which may lead to files."""
    _folders: set[str] = field(default_factory=set, init=False)
    """Folders of it that are known to be no links to others."""

    @classmethod
    def put_aside(cls, site_dir: str, files: WrittenFiles | None) -> FormerSite | None:
        """The former site, for the time of a build; `None` where MkDocs had better do what it always does.

        Where somebody wants to know of `files` that are written, there may be none.
        """
        if _is_at_hand():
            return None  # another blog of the site was here before
        if utils.clean_directory.__module__ != utils.__name__:
            return None  # another plugin builds the site once more, into what it has built already
        folder = Path(os.path.realpath(site_dir))
        aside = folder.with_name(f".{folder.name}.before")
        try:
            _remove(aside)  # what a killed build has left
            # Neither is removed by MkDocs: hidden ones are not its own, and links lead to what is not.
            found = folder.iterdir() if folder.is_dir() else ()
            shown = [each for each in found if not each.name.startswith(".")]
            entries = [each for each in shown if not each.is_symlink()]
            if entries:
                aside.mkdir()
                aside.joinpath(_MARKER).write_text(_MARK, encoding="utf-8")
            elif files is None:
                return None
            for entry in entries:
                entry.rename(aside / entry.name)
        except OSError:
            with contextlib.suppress(OSError):
                _remove(aside)
            return None
        former = cls(
            site_dir=site_dir,
            aside=str(aside),
            write_file=utils.write_file,
            copy_file=utils.copy_file,
            files=files,
            has_links=len(shown) > len(entries),
        )
        vars(utils).update(write_file=former.write, copy_file=former.copy)
        return former

    @property
    def began(self) -> int:
        """When the site was put aside, by the clock of its disk, in nanoseconds."""
        try:
            return os.lstat(f"{self.aside}{os.sep}{_MARKER}").st_mtime_ns
        except OSError:
            return 0

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing, and each file is to be written; who writes one asks this object to."""
        is_asked = getattr(utils.write_file, "__self__", None) is self
        return is_asked and not self.has_links and not os.path.lexists(self.aside)

    def write(self, content: bytes, output_path: str) -> None:
        """Do what `mkdocs.utils.write_file` does, unless another process of ours has written the file."""
        if isinstance(content, WrittenContent):
            if self.files:
                self.files.write(output_path, content.digest)
            return
        before = self._before(output_path)
        if not (before and _holds(before, content) and self._take(before, output_path)):
            self.write_file(content, output_path)
        if self.files:
            self.files.write(output_path, digest_of(content))

    def copy(self, source_path: str, output_path: str) -> None:
        """Do what `mkdocs.utils.copy_file` does."""
        before = self._before(output_path)
        if not (before and _is_same(source_path, before) and self._take(before, output_path)):
            self.copy_file(source_path, output_path)

    def take_back(self, known: Mapping[str, object], look: Callable[[str], object]) -> set[str]:
        """Move files to their places that need not be written, if they still are what they were; those that are there.

        What is `known` of each is what `look` finds of it now. Folders that have nothing else in them are moved as they
        are.
        """
        taken: set[str] = set()
        with contextlib.suppress(OSError):
            self._move(self._moves(self.aside, known, look)[0], taken)
        return taken

    def _move(self, moves: Iterable[tuple[str, str, list[str]]], taken: set[str]) -> None:
        for before, now, files in moves:
            with contextlib.suppress(OSError):
                os.makedirs(os.path.dirname(now), exist_ok=True)
                if not os.path.lexists(now):
                    os.rename(before, now)
                    taken.update(files)

    def _moves(
        self, folder: str, known: Mapping[str, object], look: Callable[[str], object]
    ) -> tuple[list[tuple[str, str, list[str]]], bool]:
        """What to move for these files, from where to where, and whether it is all that a folder has."""
        moves, is_all = [], True
        with os.scandir(folder) as entries:
            for entry in entries:
                now = f"{self.site_dir}{entry.path[len(self.aside) :]}"
                if entry.is_dir(follow_symlinks=False):
                    below, is_whole = self._moves(entry.path, known, look)
                    files = [path for _, _, paths in below for path in paths]
                    moves += [(entry.path, now, files)] if is_whole and files else below
                    is_all = is_all and is_whole
                elif now in known and known[now] == look(entry.path):
                    moves.append((entry.path, now, [now]))
                else:
                    is_all = False
        return moves, is_all

    def end(self) -> None:
        """Give their time to files that others have written as they were, and remove the rest."""
        vars(utils).update(write_file=self.write_file, copy_file=self.copy_file)
        for before, now in self._left():
            with contextlib.suppress(OSError):
                if _is_regular(before) and _is_regular(now) and _is_same(now, before):
                    Path(before).replace(now)
        with contextlib.suppress(OSError):
            _remove(Path(self.aside))

    def _before(self, path: str) -> str | None:
        """Where a file of the site was before; `None` if it was none, or can't be moved to its place."""
        if not path.startswith(f"{self.site_dir}{os.sep}") or os.path.lexists(path):
            return None
        before = f"{self.aside}{path[len(self.site_dir) :]}"
        return before if _is_regular(before) and self._is_in_site(os.path.dirname(before)) else None

    def _is_in_site(self, folder: str) -> bool:
        """Whether a folder is one of the former site, and not reached by a link."""
        if folder == self.aside or folder in self._folders:
            return True
        is_own = self._is_in_site(os.path.dirname(folder)) and stat.S_ISDIR(os.lstat(folder).st_mode)
        if is_own:
            self._folders.add(folder)
        return is_own

    def _take(self, before: str, path: str) -> bool:
        """Move a file to its place, with all folders that have nothing else in them; whether this was possible."""
        was_in, is_in = os.path.dirname(before), os.path.dirname(path)
        try:
            if self._is_all(was_in, is_in):
                while self._is_all(os.path.dirname(was_in), os.path.dirname(is_in)):
                    was_in, is_in = os.path.dirname(was_in), os.path.dirname(is_in)
                os.makedirs(os.path.dirname(is_in), exist_ok=True)
                os.rename(was_in, is_in)
            else:
                os.makedirs(is_in, exist_ok=True)
                os.rename(before, path)
        except OSError:
            return False
        return True

    def _is_all(self, was_in: str, is_in: str) -> bool:
        """Whether a folder has one entry, and can be moved with it."""
        return was_in != self.aside and not os.path.lexists(is_in) and len(os.listdir(was_in)) == 1

    def _left(self) -> Iterator[tuple[str, str]]:
        """Files that have not been moved back, each with where it would be."""
        for folder, _, names in os.walk(self.aside):
            for name in names:
                before = os.path.join(folder, name)
                yield before, f"{self.site_dir}{before[len(self.aside) :]}"


def _is_at_hand() -> bool:
    """Whether a former site has been put aside already."""
    return isinstance(getattr(utils.write_file, "__self__", None), FormerSite)


def state_of(path: str) -> State | None:
    """The state of a file that is none of a link; `None` where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def digest_of(content: bytes) -> str:
    """What no other content of a file has."""
    return hashlib.sha256(content).hexdigest()


def digest_of_file(path: str) -> str | None:
    """The digest of what is in a file that is none of a link; `None` where there is none."""
    try:
        if stat.S_ISREG(os.lstat(path).st_mode):
            with open(path, "rb", buffering=0) as file:  # of each file of a site
                return digest_of(file.read())
    except OSError:
        pass
    return None


def _remove(aside: Path) -> None:
    """Remove a folder of ours; one that is not is an error."""
    if os.path.lexists(aside):
        if aside.is_symlink() or aside.joinpath(_MARKER).read_text(encoding="utf-8") != _MARK:
            raise FileExistsError(aside)
        shutil.rmtree(aside)


def _is_regular(path: str) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def _holds(path: str, content: bytes) -> bool:
    """Whether a file has just these bytes."""
    try:
        with open(path, "rb") as file:
            if os.fstat(file.fileno()).st_size != len(content):
                return False
            # Not all at once: a search index is large, and in memory twice already.
            held = memoryview(content)
            starts = range(0, len(content), _PIECE)
            return all(file.read(_PIECE) == held[start : start + _PIECE] for start in starts)
    except OSError:
        return False


def _is_same(path: str, other: str) -> bool:
    """Whether two files have the same bytes."""
    try:
        return filecmp.cmp(path, other, shallow=False)
    except OSError:
        return False
