"""Whose file it is, and what its name says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_blogposts.frontmatter.dialects import dialect_of
from mkdocs_blogposts.frontmatter.file_names import file_name_of
from mkdocs_blogposts.frontmatter.keys import KEYS, OTHER_KEYS, keys_of
from mkdocs_blogposts.settings import Settings


@pytest.mark.parametrize(
    ("src_uri", "values", "reason"),
    [
        pytest.param("_posts/2025-07-28-x.md", {}, "it lies below `_posts`", id="a folder of posts"),
        pytest.param("es/_posts/2025/x.md", {}, "it lies below `_posts`", id="a folder in a folder"),
        pytest.param("_drafts/x.md", {}, "it lies below `_drafts`", id="a folder of drafts"),
        pytest.param("_talks/x.md", {}, "it lies below `_talks`", id="a folder of talks"),
        *(
            pytest.param("blog/posts/x.md", {"date": "x", key: None}, f"it has `{key}`", id=f"key {key}")
            for key in (
                "permalink",
                "layout",
                "header",
                "published",
                "collection",
                "redirect_from",
                "last_modified_at",
                "excerpt_separator",
                "tag",
                "category",
            )
        ),
        pytest.param("blog/posts/x.md", {"tags": "a b"}, "its `tags` is a string", id="tags as a string"),
        pytest.param(
            "blog/posts/x.md", {"categories": "a"}, "its `categories` is a string", id="categories as a string"
        ),
        pytest.param(
            "blog/posts/2025-07-28-x.md", {}, "its date stands in its name only", id="a date in the file name only"
        ),
        pytest.param(
            "blog/posts/2025-7-8-x/index.md", {"date": None}, "its date stands in its name only", id="and in a folder's"
        ),
    ],
)
def test_jekylls_files_are_known(src_uri: str, values: dict[str, Any], reason: str) -> None:
    assert dialect_of(src_uri, values, Settings()) == ("jekyll", reason)


@pytest.mark.parametrize(
    ("src_uri", "values"),
    [
        pytest.param("blog/posts/x.md", {"date": {"created": 1}, "tags": ["a"], "authors": ["jane"]}, id="a usual one"),
        pytest.param("blog/posts/2025-07-28-x.md", {"date": 1}, id="a date in front matter too"),
        pytest.param("blog/posts/2025-07-28-x.md", {"publishDate": 1}, id="and under another name"),
        *(
            pytest.param(
                "blog/posts/x.md", {"date": day, key: "a"}, id=f"{key} beside a date that Material's blog takes"
            )
            for key in ("tag", "category")
            for day in (date(2025, 7, 28), {"created": date(2025, 7, 28)})
        ),
        pytest.param("blog/posts/_posts.md", {}, id="a file that is called like a folder"),
        pytest.param("my_posts/x.md", {}, id="a folder that ends like one"),
    ],
)
def test_all_else_is_materials(src_uri: str, values: dict[str, Any]) -> None:
    assert dialect_of(src_uri, values, Settings()) == ("material", "nothing in it is Jekyll's")


def test_a_site_with_permalinks_is_jekylls() -> None:
    assert dialect_of("x.md", {}, Settings(post_permalink="pretty")) == ("jekyll", "`post_permalink` is set")


@pytest.mark.parametrize("dialect", ["material", "jekyll"])
def test_an_option_decides_for_all_files(dialect: Any) -> None:
    settings = Settings(post_dialect=dialect)

    assert dialect_of("_posts/x.md", {"layout": "post"}, settings) == (dialect, f"`post_dialect` is `{dialect}`")
    assert dialect_of("blog/posts/x.md", {"date": 1}, settings) == (dialect, f"`post_dialect` is `{dialect}`")


@pytest.mark.parametrize(
    ("src_uri", "stem", "slug", "day"),
    [
        ("_posts/2025-07-28-Big-News.md", "2025-07-28-Big-News", "Big-News", date(2025, 7, 28)),
        ("_posts/2025-8-5-x.md", "2025-8-5-x", "x", date(2025, 8, 5)),
        ("_posts/23-02-03-x.md", "23-02-03-x", "x", date(2023, 2, 3)),
        ("_posts/2025-07-28-.md", "2025-07-28-", "", date(2025, 7, 28)),
        ("_posts/2025-07-28-x.md.md", "2025-07-28-x.md", "x.md", date(2025, 7, 28)),
        ("_posts/2025-07-28-日本 語.md", "2025-07-28-日本 語", "日本 語", date(2025, 7, 28)),
        ("_posts/2025-13-28-x.md", "2025-13-28-x", "x", None),
        ("_posts/01-01-2020-x.md", "01-01-2020-x", "01-01-2020-x", None),
        ("_posts/2025-07-28.md", "2025-07-28", "2025-07-28", None),
        ("blog/posts/hello.md", "hello", "hello", None),
        ("blog/posts/2025-07-28-hello/index.md", "2025-07-28-hello", "hello", date(2025, 7, 28)),
        ("blog/posts/hello/README.md", "hello", "hello", None),
        ("blog/posts/index.md", "index", "index", None),
    ],
)
def test_a_file_name_tells_date_and_slug(src_uri: str, stem: str, slug: str, day: date | None) -> None:
    name = file_name_of(src_uri, root="blog/posts")

    assert (name.stem, name.slug, name.date) == (stem, slug, day)


def test_further_names_of_a_key_come_last() -> None:
    keys = keys_of(Settings(key_aliases={"date": ("written",), "pin": ("top",)}))

    assert keys["date"] == (*KEYS["date"], "written")
    assert keys["pinned"] == (*KEYS["pinned"], "top")
    assert keys["title"] == ("title",)


def test_further_names_stand_in_the_order_of_the_names_that_they_follow() -> None:
    aliases = {name: (f"my {name}",) for name in reversed(("updated", *KEYS["updated"]))}
    ours = [name for name in KEYS["updated"] if name != "updated"]

    assert keys_of(Settings(key_aliases=aliases))["updated"] == (
        *KEYS["updated"],
        "my updated",
        *(f"my {name}" for name in ours),
    )


def test_keys_of_others_are_none_of_ours() -> None:
    ours = {name for names in KEYS.values() for name in names}

    assert ours & OTHER_KEYS == set()
