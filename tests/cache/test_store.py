"""The folder in which builds keep things: whatever is wrong with it, the site is right."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.built import bytes_of
from tests.site import HOST
from tests.stages.test_determinism import SITE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site import Site

CACHE = ".cache/plugin/blogposts"


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")


CHECKSUM = 32
"""Bytes that stand before what an entry holds."""


@pytest.fixture(name="kept")
def _kept(site: Site) -> Site:
    """A site that has been built once."""
    site.write(SITE).build(strict=True)
    return site


def entries(site: Site) -> list[Path]:
    return sorted((site.root / CACHE).glob("*.entry"))


def site_of(site: Site) -> dict[str, bytes]:
    built = site.build(strict=True)
    assert built.error is None
    assert built.warnings == []
    return bytes_of(built.dir)


def swap_texts(paths: list[Path]) -> None:
    """Give each entry the text of another of its kind, as somebody else might have made it."""
    texts = [path.read_bytes() for path in paths]
    for path, text in zip(paths, [*texts[1:], texts[0]], strict=True):
        path.write_bytes(text)


def change_texts(paths: list[Path]) -> None:
    for path in paths:
        path.write_bytes(path.read_bytes().replace(b"One", b"Won").replace(b"Two", b"Tow"))


def cut(paths: list[Path]) -> None:
    for path in paths:
        path.write_bytes(path.read_bytes()[:-2])


def empty(paths: list[Path]) -> None:
    for path in paths:
        path.write_bytes(b"")


def without_checksum(paths: list[Path]) -> None:
    for path in paths:
        path.write_bytes(path.read_bytes()[CHECKSUM:])


def replace_by_folder(paths: list[Path]) -> None:
    for path in paths:
        path.unlink()
        path.mkdir()


def point_nowhere(paths: list[Path]) -> None:
    for path in paths:
        path.unlink()
        path.symlink_to("nowhere")


@pytest.mark.parametrize(
    "harm",
    [swap_texts, change_texts, cut, empty, without_checksum, replace_by_folder, point_nowhere],
    ids=lambda harm: harm.__name__,
)
def test_an_entry_that_is_not_what_its_name_says_is_made_anew(kept: Site, harm: Callable[[list[Path]], None]) -> None:
    before = bytes_of(kept.root / "site")

    harm(entries(kept))

    assert site_of(kept) == before
    assert site_of(kept) == before


@pytest.mark.parametrize("place", [CACHE, ".cache"])
def test_a_folder_that_cannot_be_made_only_means_that_nothing_is_kept(site: Site, place: str) -> None:
    clean = site_of(site.blogposts(cache=False).write(SITE))
    site.put(place, "A file.\n")

    assert site_of(site.blogposts(cache=True)) == clean
    assert site_of(site) == clean
    assert (site.root / place).read_text(encoding="utf-8") == "A file.\n"


def test_nothing_but_the_folder_is_left_in_the_tree(site: Site) -> None:
    site.write(SITE).build(strict=True)
    known = {"mkdocs.yml", "docs", "site", ".cache"}

    assert {path.name for path in site.root.iterdir()} == known
    assert [path.relative_to(site.root).as_posix() for path in (site.root / ".cache").iterdir()] == [".cache/plugin"]
    assert (site.root / CACHE / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert not [path for path in (site.root / CACHE).iterdir() if path.suffix != ".entry" and path.name != ".gitignore"]


def test_entries_are_text_that_runs_nothing(kept: Site) -> None:
    kinds = set()
    for path in entries(kept):
        kind, text = path.read_bytes()[CHECKSUM:][:1], path.read_bytes()[CHECKSUM:][1:].decode("utf-8")
        assert text.lstrip().startswith("<!doctype html>") if kind == b"t" else json.loads(text)
        kinds.add(kind)

    assert kinds == {b"j", b"t"}


@pytest.mark.parametrize("moment", [1, 4102444800], ids=["long ago", "of a clock that was wrong"])
def test_entries_that_no_build_uses_are_dropped_in_time(kept: Site, moment: int) -> None:
    unused, half, foreign = (kept.root / CACHE / name for name in (f"page-{'0' * 40}.entry", ".blogposts-1-x", "notes"))
    for path in (unused, half, foreign):
        path.write_text("", encoding="utf-8")
        os.utime(path, (moment, moment))
    used = entries(kept)
    for path in used:
        os.utime(path, (moment, moment))

    kept.build(strict=True)
    assert unused.exists()  # it is enough to look once a day
    os.utime(kept.root / CACHE / ".gitignore", (moment, moment))
    shutil.rmtree(kept.root / "site")  # or most pages would be left, and not asked for
    kept.build(strict=True)

    assert not unused.exists()
    assert not half.exists()
    assert foreign.exists()
    assert {path.name for path in used} - {unused.name} == {path.name for path in entries(kept)}


def test_pages_make_room_for_those_that_follow(kept: Site) -> None:
    before = [path.name for path in entries(kept) if path.name.startswith("page-")]

    for name in ("One", "Two", "Three"):
        kept.config(site_name=name).build(strict=True)

    assert [path.name for path in entries(kept) if path.name.startswith("page-")] == before


def test_two_builds_at_once_share_the_folder(site: Site) -> None:
    clean = bytes_of(site.write(SITE).blogposts(cache=False).run_build()[0].dir)
    site.blogposts(cache=True).run_build()
    for path in entries(site):
        path.unlink()

    def build(name: str) -> dict[str, bytes]:
        command = [sys.executable, "-m", HOST, "build", "--strict", "--site-dir", str(site.root / name)]
        subprocess.run(command, cwd=site.root, check=True, capture_output=True)
        return bytes_of(site.root / name)

    with ThreadPoolExecutor() as pool:
        assert list(pool.map(build, ["one", "two", "three"])) == [clean] * 3
