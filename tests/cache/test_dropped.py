"""What becomes of entries that no build has a use for any more, and of the files that they are in."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.cache.entries import digest
from mkdocs_blogposts.cache.store import UNUSED_AFTER, Store
from tests.built import bytes_of
from tests.kept import CACHE, kept_in, packs_in
from tests.stages.test_determinism import SITE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

LONG_AGO = 1
WRONG = 4102444800
"""A day to come."""
OTHER_BUILD = 3600
"""Seconds after which no other build is at work on a file."""


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def text(number: int, length: int = 1000) -> str:
    return f"{number} " * length


def keep(folder: Path, *numbers: int, slot: str | None = None, kind: str = "search") -> None:
    """Keep some entries as a build does, of which the next one knows that it has ended."""
    store = Store(folder)
    for number in numbers:
        store.put(kind, digest(number), text(number), slot)
    store.drop_unused()
    age(folder, time.time() - OTHER_BUILD)


def use(folder: Path, *numbers: int, kind: str = "search") -> None:
    store = Store(folder)
    for number in numbers:
        assert store.get(kind, digest(number)) == text(number)
    store.drop_unused()


def age(folder: Path, moment: float) -> None:
    """Say of all files that they were written at a moment, but for that which tells the last look."""
    for path in packs_in(folder):
        os.utime(path, (moment, moment))


def say_used(folder: Path, moment: int, *numbers: int) -> None:
    """Say of some entries, or all, that they were used at a moment."""
    wanted = {digest(number)[:40] for number in numbers}
    for entry in kept_in(folder):
        if not wanted or entry.key in wanted:
            content = bytearray(entry.path.read_bytes())
            start = entry.start - 72
            content[start : start + 4] = moment.to_bytes(4, "little")
            entry.path.write_bytes(content)
    age(folder, time.time() - OTHER_BUILD)


def look_again(folder: Path, last: int = LONG_AGO) -> None:
    """Have the next build look through all entries, as each does that is the first of its day."""
    os.utime(folder / ".gitignore", (last, last))


def numbers_in(folder: Path) -> list[int]:
    known = {digest(number)[:40]: number for number in range(100)}
    return sorted(known[entry.key] for entry in kept_in(folder))


@pytest.mark.parametrize("moment", [LONG_AGO, WRONG], ids=["long ago", "of a clock that was wrong"])
def test_what_no_build_uses_is_dropped_in_time(folder: Path, moment: int) -> None:
    keep(folder, 1, 2, 3)
    say_used(folder, moment)
    use(folder, 1)
    assert numbers_in(folder) == [1, 2, 3]  # it is enough to look once a day

    look_again(folder, moment)
    use(folder, 1)

    assert numbers_in(folder) == [1]


def test_what_was_used_lately_stays(folder: Path) -> None:
    keep(folder, 1, 2, 3)
    say_used(folder, int(time.time()) - UNUSED_AFTER + 600)
    look_again(folder)
    use(folder, 1)
    assert numbers_in(folder) == [1, 2, 3]

    say_used(folder, int(time.time()) - UNUSED_AFTER - 600, 2, 3)
    look_again(folder)
    use(folder)

    assert numbers_in(folder) == [1]  # whose use was noted


def test_a_pack_of_which_little_lives_leaves_it_to_another(folder: Path) -> None:
    keep(folder, *range(10))
    say_used(folder, LONG_AGO, *range(9))
    (before,) = packs_in(folder)
    size = before.stat().st_size
    look_again(folder)

    use(folder, 0)

    assert numbers_in(folder) == [0, 9]
    assert not before.exists()
    assert sum(path.stat().st_size for path in packs_in(folder)) < size / 2
    use(folder, 0, 9)


def test_what_follows_in_a_slot_takes_the_place_of_what_was_there(folder: Path) -> None:
    for number in range(20):
        keep(folder, number, slot=digest("a"), kind="page")

        assert numbers_in(folder) == [number]


def test_many_small_packs_become_few(folder: Path) -> None:
    most = 0
    for number in range(60):
        keep(folder, number)
        most = max(most, len(packs_in(folder)))

    assert most < 20
    assert numbers_in(folder) == [*range(60)]
    use(folder, *range(60))


def test_a_pack_that_another_build_may_be_at_work_on_is_left_alone(folder: Path) -> None:
    other = Store(folder)
    other.put("page", digest(1), text(1), digest("a"))
    other.write()

    keep(folder, 2, slot=digest("a"), kind="page")

    assert numbers_in(folder) == [1, 2]
    assert other.get("page", digest(1)) == text(1)


def test_a_pack_that_goes_away_meanwhile_is_only_missed(folder: Path) -> None:
    store = Store(folder)
    store.put("search", digest(1), text(1))
    store.write()
    for path in packs_in(folder):
        path.unlink()

    store.put("search", digest(2), text(2))
    store.write()

    assert store.get("search", digest(1)) is None
    assert store.get("search", digest(2)) == text(2)
    assert Store(folder).get("search", digest(2)) == text(2)


def test_what_is_not_written_yet_can_be_asked_for(folder: Path) -> None:
    store = Store(folder)
    store.put("search", digest(1), text(1))

    assert store.get("search", digest(1)) == text(1)
    assert store.has("search", digest(1))
    assert not folder.exists()


def test_what_is_much_is_written_at_once(folder: Path) -> None:
    store = Store(folder)
    for number in range(3):
        store.put("search", digest(number), text(number, 300_000))

    assert len(kept_in(folder)) >= 1


def test_a_folder_without_its_marker_is_kept_in_order_as_well(folder: Path) -> None:
    keep(folder, 1, slot=digest("a"), kind="page")
    (folder / ".gitignore").unlink()

    keep(folder, 2, slot=digest("a"), kind="page")

    assert numbers_in(folder) == [2]
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_what_a_version_before_has_kept_file_by_file_goes_and_what_is_foreign_stays(site: Site) -> None:
    site.write(SITE).build(strict=True)
    gone = (f"page-{'0' * 40}.entry", f"conversion-{'1' * 40}.entry", f"picture-{'2' * 40}.entry", ".blogposts-1-x")
    stays = ("notes", "notes.pack", "page.entry")
    for name in (*gone, *stays):
        (site.root / CACHE / name).write_text("", encoding="utf-8")
        os.utime(site.root / CACHE / name, (LONG_AGO, LONG_AGO))

    site.build(strict=True)
    assert all((site.root / CACHE / name).exists() for name in gone)
    look_again(site.root / CACHE)
    site.build(strict=True)

    assert [name for name in gone if (site.root / CACHE / name).exists()] == []
    assert [name for name in stays if not (site.root / CACHE / name).exists()] == []


def test_pages_make_room_for_those_that_follow(site: Site) -> None:
    site.write(SITE).build(strict=True)
    before = sum(path.stat().st_size for path in packs_in(site.root))

    for name in ("One", "Two", "Three"):
        age(site.root, time.time() - OTHER_BUILD)
        site.config(site_name=name).build(strict=True)

    after = sum(path.stat().st_size for path in packs_in(site.root))
    assert after < before * 1.1
    kept = bytes_of(site.root / "site")
    assert kept == bytes_of(site.blogposts(cache=False).build(strict=True).dir)
