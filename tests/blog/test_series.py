"""The order of the parts of a series, and where a post stands in it."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_blogposts.blog.blog import Blog
from mkdocs_blogposts.blog.series import series_of, standings_of
from mkdocs_blogposts.content.models import Part, Post
from tests.blog.articles import post


def part(name: str, date: str = "2024-01-31", order: int | None = None, series: str = "Sails", **fields: Any) -> Post:
    return post(name, date, series=(Part(series=series, order=order),), **fields)


def titles(posts: list[Post]) -> dict[str, list[str]]:
    """The parts of each series."""
    found = series_of(Blog.of(posts, []).listed, str.lower)
    return {term.name: [each.slug for each in term.posts] for term in found.terms}


@pytest.mark.parametrize(
    ("posts", "order"),
    [
        pytest.param([part("b", "2024-01-02"), part("a", "2024-01-01")], ["a", "b"], id="by date"),
        pytest.param([part("b"), part("a")], ["a", "b"], id="then by file"),
        pytest.param([part("a", order=10), part("b", order=9)], ["b", "a"], id="by number"),
        pytest.param(
            [part("a", "2024-01-01"), part("b", "2024-01-03", 2), part("c", "2024-01-02", 1)],
            ["c", "b", "a"],
            id="those with a number first",
        ),
        pytest.param([part("b", "2024-01-02", 1), part("a", "2024-01-01", 1)], ["a", "b"], id="one number twice"),
        pytest.param([part("b", "2024-01-02", pinned=True), part("a", "2024-01-01")], ["a", "b"], id="pinned or not"),
    ],
)
def test_parts_stand_in_order(posts: list[Post], order: list[str]) -> None:
    assert titles(posts) == {"Sails": order}


def test_series_are_spelled_as_tags_are() -> None:
    posts = [part("a", "2024-01-01", series="SAILS"), part("b"), part("c"), part("d", series="Sails!")]
    found = series_of(Blog.of(posts, []).listed, lambda name: name.lower().strip("!"))

    assert [(term.name, term.slug, len(term.posts)) for term in found.terms] == [
        ("Sails", "sails", 3),
        ("Sails!", "sails-2", 1),
    ]
    assert found.term("sAILS").name == "Sails"


def test_a_post_knows_the_parts_before_and_after_it() -> None:
    posts = [part("a", order=1), part("b", order=2), part("c", order=3), post("d"), part("e", unlisted=True)]
    standings = standings_of(series_of(Blog.of(posts, []).listed, str.lower))

    found = {
        uri: [(each.number, each.previous and each.previous.slug, each.next and each.next.slug) for each in stands]
        for uri, stands in standings.items()
    }

    assert found == {"a.md": [(1, None, "b")], "b.md": [(2, "a", "c")], "c.md": [(3, "b", None)]}


def test_a_post_may_be_part_of_several_series() -> None:
    both = post("a", series=(Part(series="Sails", order=2), Part(series="Ropes")))
    standings = standings_of(series_of([both, part("b", order=1)], str.lower))

    assert [(each.series.name, each.number) for each in standings["a.md"]] == [("Ropes", 1), ("Sails", 2)]
