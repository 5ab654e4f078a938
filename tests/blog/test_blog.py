"""The order of posts and talks, and who stands beside whom."""

from __future__ import annotations

from mkdocs_blogposts.blog.blog import Blog
from tests.blog.articles import post, talk


def around(blog: Blog) -> dict[str, tuple[str | None, str | None]]:
    """The titles of the older and the newer neighbour of each post and talk."""
    return {
        uri: (beside.older.title if beside.older else None, beside.newer.title if beside.newer else None)
        for uri, beside in blog.neighbours.items()
    }


def test_posts_are_listed_newest_first_after_the_pinned() -> None:
    blog = Blog.of([post("a", "2021-01-01"), post("b", "2023-01-01"), post("c", "2020-01-01", pinned=True)], [])

    assert [each.slug for each in blog.posts] == ["c", "b", "a"]


def test_posts_of_one_date_keep_the_order_of_their_files() -> None:
    assert [each.slug for each in Blog.of([post("a"), post("b"), post("c")], []).posts] == ["a", "b", "c"]


def test_previous_and_next_go_by_date_and_not_by_pin() -> None:
    blog = Blog.of([post("a", "2021-01-01"), post("b", "2022-01-01", pinned=True), post("c", "2023-01-01")], [])

    assert around(blog) == {"a.md": (None, "b"), "b.md": ("a", "c"), "c.md": ("b", None)}


def test_an_unlisted_post_stands_beside_nobody() -> None:
    blog = Blog.of([post("a", "2021-01-01"), post("b", "2022-01-01", unlisted=True), post("c", "2023-01-01")], [])

    assert [each.slug for each in blog.listed] == ["c", "a"]
    assert "b.md" in blog.by_src_uri
    assert around(blog) == {"a.md": (None, "c"), "c.md": ("a", None)}


def test_talks_are_told_newest_first_and_those_without_a_date_last() -> None:
    blog = Blog.of([], [talk("undated"), talk("old", "2020-01-01"), talk("new", "2024-01-01")])

    assert [each.id for each in blog.talks] == ["new", "old", "undated"]
    assert around(blog) == {"talks/new.md": ("old", None), "talks/old.md": (None, "new")}
