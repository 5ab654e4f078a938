"""Which posts are alike, from an earlier build: what would be found now, or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_blogposts.articles.kept_relations import KeptRelations
from mkdocs_blogposts.blog.related import related_posts
from mkdocs_blogposts.cache.store import Store
from tests.blog.articles import post

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_blogposts.content.models import Post


def test_what_is_kept_is_what_is_found_now_or_nothing(tmp_path: Path) -> None:
    posts = [post(f"{number}", f"2024-01-{number + 10}", tags=(f"a{number % 3}",)) for number in range(15)]
    series = {"0.md": frozenset({"3.md"})}

    def is_kept(now: list[Post], number: int = 3, series: dict[str, frozenset[str]] = series) -> bool:
        """Whether it is kept when it is asked for first; it is right then, and from then on."""
        relations = KeptRelations(now, now, number, series, Store(tmp_path), "a" * 64)
        right = related_posts(now, now, number, series)
        names = {uri: [each.src_uri for each in others] for uri, others in right.items()}
        before = relations.value()
        assert before in (None, names)
        assert relations.find() == right
        assert relations.value() == names
        return before is not None

    assert not is_kept(posts)
    assert is_kept([replace(each, body="Other words.", title="Another title") for each in posts])
    for others in (
        [replace(posts[0], tags=("a1",)), *posts[1:]],
        [replace(posts[0], categories=("a1",)), *posts[1:]],
        [replace(posts[0], date=posts[9].date), *posts[1:]],
        [replace(posts[0], shows_related=False), *posts[1:]],
        posts[1:],
        posts[::-1],
    ):
        assert not is_kept(others)
    assert not is_kept(posts, 2)
    assert not is_kept(posts, 2, {})
    assert is_kept(posts, 2, {})


def test_what_depends_on_words_is_looked_for_each_time(tmp_path: Path) -> None:
    posts = [post(f"{number}", tags=("a",) if number else ()) for number in range(5)]
    relations = KeptRelations(posts, posts, 3, {}, Store(tmp_path), "b" * 64)

    relations.find()

    assert relations.value() is None
