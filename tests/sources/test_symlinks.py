"""Symbolic links in folders outside `docs_dir`: what they lead to is published only if it lies there too."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")

POST = "---\ntitle: A\ndate: 2024-01-31\n---\n"


def link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize(
    ("options", "folder"),
    [({}, "_posts"), ({"post_dir": "../texts"}, "texts")],
    ids=["Jekyll's", "of the site's choice"],
)
def test_a_link_out_of_the_folder_is_left_out_and_told(site: Site, options: dict[str, str], folder: str) -> None:
    site.blogposts(**options).put("secret.txt", "secret").put("secret.md", f"{POST}secret")
    site.put(f"{folder}/2024-01-31-a.md", POST)
    link(site.root / folder / "s.txt", "../secret.txt")
    link(site.root / folder / "deep" / "s.md", "../../secret.md")
    link(site.root / folder / "t.txt", "/etc/hostname")

    built = site.build()

    assert [card.title for card in built.page("blog/").cards] == ["A"]
    assert not [name for name in built.files if name.endswith(".txt")]
    assert built.warnings == [
        f"'{folder}/{name}' is a link that leads out of '{folder}', so it is left out"
        for name in ("deep/s.md", "s.txt", "t.txt")
    ]


def test_a_link_within_the_folder_is_followed(site: Site) -> None:
    site.put("_posts/files/p.txt", "p").put("_posts/2024-01-31-a.md", "# A\n")
    link(site.root / "_posts" / "q.txt", "files/p.txt")

    built = site.build(strict=True)

    assert built.read("blog/q.txt") == "p"


def test_the_folder_itself_may_be_a_link(site: Site) -> None:
    site.put("elsewhere/2024-01-31-a.md", "# A\n")
    link(site.root / "_posts", "elsewhere")

    assert [card.title for card in site.build(strict=True).page("blog/").cards] == ["A"]
