"""What was found by trying: each a small blog, built by Material's and by ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.fuzz.material.batches import Batch, build
from tests.fuzz.material.comparison import differences
from tests.fuzz.material.folders import BLOG, Folder

if TYPE_CHECKING:
    from pathlib import Path

_POSTS: dict[str, tuple[dict[str, str], dict[str, Any]]] = {
    "one-moment-in-two-zones": (
        {
            "a.md": "---\ndate: 2024-06-01T00:30:00+09:00\n---\n# East\n",
            "b.md": "---\ndate: 2024-05-31T15:30:00Z\n---\n# West\n",
        },
        {"archive_url_date_format": "yyyy/MM"},
    ),
    "title-of-signs": ({"dots.md": "---\ndate: 2024-06-01\n---\n# …\n"}, {}),
    "page-of-a-folder": (
        {
            "launch/index.md": "---\ndate: 2024-06-01\n---\nNo heading.\n",
            "read/README.md": "---\ndate: 2024-06-02\n---\nNo heading.\n",
        },
        {},
    ),
    "file-of-a-folder": (
        {"launch/index.md": "---\ndate: 2024-06-01\n---\n# Launch\n"},
        {"post_url_format": "{date}/{file}"},
    ),
    "name-between-hyphens": ({"-a-.md": "---\ndate: 2024-06-01\n---\nText.\n"}, {}),
    "a-sign-in-an-attribute": (
        {"a.md": '---\ndate: 2024-06-01\n---\n<img src="https://example.org/a.png" alt="x > y">\n'},
        {"post_readtime_words_per_minute": 1},
    ),
    "no-time-to-read": ({"a.md": "---\ndate: 2024-06-01\nreadtime: 0\n---\nText.\n"}, {"post_readtime": False}),
    "keys-left-from-jekyll": (
        {
            "Some-File.md": "---\nlayout: post\ntitle: Other words\ndate: 2024-06-01\npublished: true\n---\nText.\n",
            "late.md": "---\nlayout: post\ndate: 2024-12-31T23:30:00-05:00\ncategories:\n  - News\n---\n# Late\n",
            "empty.md": "---\npermalink:\ntitle: An empty key\ndate: 2024-06-03 10:00:00\nheader:\n---\nText.\n",
            "read/README.md": "---\nlayout: post\ndate: {created: 2024-06-04}\n---\nNo heading.\n",
        },
        {"post_url_format": "{date}/{slug}-{file}"},
    ),
    "categories-in-a-url": (
        {"a.md": "---\ndate: 2024-06-01\ncategories: [News, Deep Er, C++]\n---\n# A\n"},
        {"post_url_format": "{categories}/{slug}", "post_url_max_categories": 2},
    ),
    "dots-between-words": (
        {"a.md": "---\ndate: 2024-06-01\n---\n# Version 2.0 is there\n"},
        {"post_slugify_separator": "."},
    ),
    "a-title-that-ends-in-a-sign": ({"a.md": "---\ntitle: C and C#\ndate: 2024-06-01\n---\nText.\n"}, {}),
    "keys-with-little-in-them": (
        {
            "a.md": "---\ndate: 2024-06-01\nreadtime: false\n---\n# A\n",
            "b.md": "---\ndate: 2024-06-02\nimage: on\n---\n# B\n",
        },
        {},
    ),
    "spaces-at-the-end": (
        {"a.md": "---\ndate: 2024-06-01\n---\nTrailing spaces   \n"},
        {"post_readtime_words_per_minute": 1},
    ),
    "no-posts": ({}, {"post_dir": f"{BLOG}/articles"}),
}

BLOGS = {
    name: Folder(files={f"{BLOG}/posts/{path}": text for path, text in files.items()}, options=options)
    for name, (files, options) in _POSTS.items()
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What ours does otherwise."""
    work: Path = tmp_path_factory.mktemp("finds")
    batch = Batch(folders=BLOGS)
    theirs, ours = build(batch, "blog", work / "theirs"), build(batch, "blogposts", work / "ours")
    assert theirs.is_green, theirs.told
    assert ours.is_green, ours.told
    return [str(each) for each in differences(batch, theirs, ours)]


@pytest.mark.parametrize("name", BLOGS)
def test_a_find_comes_out_as_with_materials(found: list[str], name: str) -> None:
    assert not [each for each in found if each.startswith(f"{name} ")]
