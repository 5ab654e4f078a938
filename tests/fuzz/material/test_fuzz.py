"""Folders of odd but plausible posts: what Material's blog builds, ours builds, with the same posts at the same URLs.

`make test` tries 200 folders, `make fuzz` as many as it takes for FUZZ_POSTS posts. What differs on purpose stands in
docs/material.md; what is told here as a difference is none of that.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.fuzz.drawing import drawn
from tests.fuzz.material.batches import Batch, build, what_theirs_builds
from tests.fuzz.material.comparison import differences
from tests.fuzz.material.folders import blogs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS_IN_A_BATCH = 25
POSTS_IN_A_FOLDER = 2.5
"""On average, so that there are enough folders for so many posts."""

WANTED = int(os.environ.get("FUZZ_POSTS", "0"))
FOLDERS = max(200, round(WANTED / POSTS_IN_A_FOLDER))
START = int(os.environ.get("FUZZ_START", "0"))
"""Another number gives other folders."""

WAYS: tuple[dict[str, Any], ...] = ({}, {"extensions": False}, {"directory_urls": False}, {"site_url": ""})
"""What is the same for all folders of a batch, in turn."""


def _batches() -> Iterator[Batch]:
    for number in range(FOLDERS // FOLDERS_IN_A_BATCH):
        folders = drawn(blogs(), FOLDERS_IN_A_BATCH, start=START + number)
        named = {f"b{number:03}x{index:02}": folder for index, folder in enumerate(folders)}
        yield Batch(folders=named, **WAYS[number % len(WAYS)])


@pytest.mark.slow
@pytest.mark.parametrize("part", range(2))
def test_what_material_builds_is_built(tmp_path: Path, part: int) -> None:
    told = []
    posts = 0
    for number, drawn_batch in enumerate(_batches()):
        if number % 2 != part:
            continue
        batch, theirs, _ = what_theirs_builds(drawn_batch, tmp_path / "theirs")
        ours = build(batch, "blogposts", tmp_path / "ours")
        assert ours.is_green, ours.told
        told += [str(each) for each in differences(batch, theirs, ours)]
        posts += sum(len(folder.posts) for folder in batch.folders.values())

    assert not told, "\n".join([f"{len(told)} differences in {posts} posts", *told[:20]])
    assert posts > FOLDERS // 2
