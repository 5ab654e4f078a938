"""`.meta.yml` gives front matter to the posts of its folder where Material's `meta` plugin is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.compat.plugins import POSTS

if TYPE_CHECKING:
    from tests.site import Site

FOLDERS = """
    docs/blog/posts/.meta.yml
    | tags: [All]
    | categories: [News]
    docs/blog/posts/2023/.meta.yml
    | authors: [ada]
    | tags: [Old]
    | hide: [toc]
    | description: From the past
    docs/blog/posts/2023/old.md
    | ---
    | date: 2023-01-01
    | tags: [Mine]
    | ---
    | # Old post
    docs/blog/posts/2023/other.md
    | ---
    | date: 2023-01-02
    | description: My own
    | ---
    | # Other post
"""
OLD, OTHER = "blog/2023/01/01/old-post/", "blog/2023/01/02/other-post/"


@pytest.mark.parametrize("plugins", [["meta", "blogposts"], ["blogposts", "meta"]])
def test_folders_give_front_matter_once(site: Site, plugins: list[str]) -> None:
    site.write(POSTS).write(FOLDERS).config(plugins=plugins)

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    page = built.page(OLD)
    assert {node.text() for node in page.css(".md-tag")} == {"Mine", "Old", "All"}
    assert len(page.css(".md-tag")) == 3
    assert page.meta("author") == "Ada"
    assert page.meta("description") == "From the past"
    assert built.page(OTHER).meta("description") == "My own"
    assert [card.title for card in built.page("blog/category/news/").cards] == [
        "Second post",
        "First post",
        "Other post",
        "Old post",
    ]


def test_without_the_plugin_nobody_reads_it(site: Site) -> None:
    site.write(POSTS).write(FOLDERS).config(plugins=["blogposts"])
    site.put("docs/blog/posts/2023/.meta.yml", "authors: [nobody]\ntags: {a: b}\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert {node.text() for node in built.page(OLD).css(".md-tag")} == {"Mine"}
