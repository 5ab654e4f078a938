"""A file of the site is taken for what was written only if nobody can have changed it since, which its state tells."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.host.former_site import digest_of
from mkdocs_blogposts.stages.known_files import KnownFiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="files have no time of their last change")

WRITTEN, OTHER = b"what was written", b"what is new here"


def moment_of(path: Path) -> int:
    return max(path.stat().st_mtime_ns, path.stat().st_ctime_ns)


def settled_after_a_moment(files: KnownFiles, written: Path) -> dict[str, str]:
    """What is known once another file was written later, by the clock of the disk."""
    later = written.with_name("later")
    later.write_bytes(b"")
    while moment_of(later) <= moment_of(written):
        later.write_bytes(b"")
    files.write(str(later), digest_of(b""))
    return files.settled()


@pytest.fixture(name="page")
def _page(tmp_path: Path) -> Path:
    page = tmp_path / "page.html"
    page.write_bytes(WRITTEN)
    return page


def known(page: Path) -> KnownFiles:
    """What the next build knows, to which the file has a digest that only its state tells."""
    files = KnownFiles(moment=0)
    files.write(str(page), "of its state")
    return KnownFiles(before=settled_after_a_moment(files, page))


def with_its_times(page: Path) -> None:
    before = page.stat()
    page.write_bytes(OTHER)
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def in_its_place(page: Path) -> None:
    before, other = page.stat(), page.with_name("other")
    other.write_bytes(OTHER)
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(page)


CHANGED: dict[str, Callable[[Path], object]] = {
    "other text": lambda page: page.write_bytes(OTHER),
    "of its size and time": with_its_times,
    "another file": in_its_place,
}


def test_a_file_is_known_by_its_state_wherever_its_folder_is_moved(page: Path) -> None:
    files = known(page)
    moved = page.parent.rename(page.parent.with_name("aside")) / page.name

    assert files.digest_of(str(moved)) == "of its state"
    assert KnownFiles().digest_of(str(moved)) == digest_of(WRITTEN)


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_a_file_that_was_changed_is_read(page: Path, change: Callable[[Path], object]) -> None:
    files = known(page)
    change(page)

    assert files.digest_of(str(page)) == digest_of(OTHER)


def test_what_is_no_file_has_no_digest(page: Path) -> None:
    files = known(page)
    page.rename(page.with_name("x"))
    assert files.digest_of(str(page)) is None

    page.symlink_to("x")
    assert files.digest_of(str(page)) is None


def test_what_was_written_in_the_last_moment_is_not_known(page: Path) -> None:
    files = KnownFiles()
    files.write(str(page), digest_of(WRITTEN))

    assert settled_after_a_moment(files, page) == {}


def test_what_was_changed_after_it_was_written_is_not_known(page: Path) -> None:
    files = KnownFiles(moment=0)
    files.write(str(page), digest_of(WRITTEN))
    with_its_times(page)
    while moment_of(page) <= files._seen[str(page)][0][3]:  # noqa: SLF001  # within one tick of the clock
        with_its_times(page)

    assert settled_after_a_moment(files, page) == {}


def test_what_stays_is_known_only_if_nobody_has_touched_it_since_the_build_began(page: Path) -> None:
    files = KnownFiles(moment=0)
    files.keep(str(page), digest_of(WRITTEN), moment_of(page))
    assert settled_after_a_moment(files, page) == {}

    files.keep(str(page), digest_of(WRITTEN), moment_of(page) + 1)
    assert [*settled_after_a_moment(files, page).values()] == [digest_of(WRITTEN)]
