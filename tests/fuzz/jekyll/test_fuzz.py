"""Folders of odd but plausible posts: what Jekyll builds, ours builds, with the same posts, URLs, dates, titles and terms.

`make test` tries 200 folders, `make fuzz` as many as it takes for FUZZ_POSTS posts. What differs on purpose stands in
docs/jekyll-files.md; what is told here as a difference is none of that.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.fuzz.jekyll.comparison import differences, ours, put, theirs
from tests.fuzz.jekyll.folders import POSTS_IN_A_FOLDER, folders

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS_IN_A_SITE = 25
FOLDERS = max(200, int(os.environ.get("FUZZ_POSTS", "0")) // POSTS_IN_A_FOLDER)
START = int(os.environ.get("FUZZ_START", "0"))
"""Another number gives other folders."""

PARTS = 2


@pytest.mark.jekyll
@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_what_jekyll_builds_is_built(jekyll: str, tmp_path: Path, part: int) -> None:
    assert jekyll
    sites = {
        f"s{number}": folders(number, start=START, count=FOLDERS_IN_A_SITE)
        for number in range(part, FOLDERS // FOLDERS_IN_A_SITE, PARTS)
    }
    for name, site in sites.items():
        put(tmp_path / "jekyll" / name, {**site.files, "_config.yml": site.config})
    known = theirs([tmp_path / "jekyll" / name for name in sites])
    told, posts = [], 0
    for name, site in sites.items():
        posts += len(known[name])
        told += differences(ours(tmp_path / name, {**site.files, "_config.yml": site.config}), known[name])

    assert not told, "\n".join([f"{len(told)} differences in {posts} posts", *told[:20]])
    assert posts > FOLDERS
