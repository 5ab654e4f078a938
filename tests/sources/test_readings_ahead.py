"""Texts that other processes read ahead: the same site, and the same faults in the same order."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.sources.stored_readings import FEWEST
from tests.built import bytes_of

if TYPE_CHECKING:
    from tests.site import Site

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="other systems can't fork safely"),
]

HOOK = """
import multiprocessing, os
from pathlib import Path
from mkdocs_blogposts.sources import loading

load_post = loading.load_post

def noting(source, reader):
    with Path("read.txt").open("a") as file:
        file.write(f"{os.getpid()} {source.src_uri}\\n")
    if Path("kill.txt").exists():
        for child in multiprocessing.active_children():
            child.kill()
    if b"fail" in source.content:
        raise RuntimeError("no")
    return load_post(source, reader)

loading.load_post = noting
"""

Result = tuple[dict[str, bytes], list[str], list[str], int]


def _write(site: Site) -> None:
    site.config(theme="mkdocs", hooks=["noting.py"]).put("noting.py", HOOK)
    levels = dict.fromkeys(("date", "failure", "front-matter"), "warning")
    site.blogposts(feeds=False, tags=False, archive=False, categories=False, seo=False, pagination=False, faults=levels)
    odd = {
        3: "fail: 1",
        11: "date: 2031-01-01\nexpires: 2020-01-01",
        60: "draft: 7",
        90: "a: [",
        105: "fail: 2",
        108: "date: never",
        110: "date: 2024-01-31\ntag: [x, {}]",
    }
    for number in range(FEWEST + 20):
        minutes = "x" if number % 40 == 0 else 3
        date = f"date: 2024-{number % 12 + 1:02}-01"
        head = odd.get(number, f"{date}\nreadtime: {minutes}\ntags: [t{number % 50}]")
        site.put(f"docs/blog/posts/{number:03}.md", f"---\n{head}\n---\n# A post {number}\n")


def _build(site: Site, workers: int, *, clean: bool = True) -> Result:
    """The files of a build, what it told, which posts were read, and by how many processes."""
    if clean:
        shutil.rmtree(site.root / ".cache", ignore_errors=True)
    noted = site.put("read.txt", "").root / "read.txt"
    built, said = site.blogposts(workers=workers).run_build(SOURCE_DATE_EPOCH="1717200000")
    read = [line.split() for line in noted.read_text(encoding="utf-8").splitlines()]
    told = [line for line in said.splitlines() if "built in" not in line]
    return bytes_of(built.dir), told, sorted({uri for _, uri in read}), len({process for process, _ in read})


def test_one_process_or_many_read_the_same(site: Site) -> None:
    _write(site)

    *alone, one = _build(site, 1)
    *beside, two = _build(site, 2)

    assert (one, two) == (1, 2)
    assert alone == beside
    assert len([line for line in alone[1] if "readtime: expected a whole number, got 'x'" in line]) == 3
    assert sum("RuntimeError: no" in line for line in alone[1]) == 2
    again = _build(site, 2, clean=False)
    assert again[0] == alone[0]
    assert again[2:] == ([f"blog/posts/{number:03}.md" for number in (3, 11, 60, 90, 105, 108)], 1)

    site.put("kill.txt", "")
    *left, _ = _build(site, 3)
    assert alone == left
