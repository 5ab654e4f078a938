"""Which posts are like another."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from mkdocs_blogposts.blog.related import KnownRelations, related_posts
from mkdocs_blogposts.content.models import Part, Post
from tests.blog.articles import post

if TYPE_CHECKING:
    from collections.abc import Mapping


def like(posts: list[Post], number: int = 3, listed: list[Post] | None = None) -> dict[str, list[str]]:
    """The slugs of those that are like each post."""
    found = related_posts(posts, posts if listed is None else listed, number, {})
    return {uri.removesuffix(".md"): [each.slug for each in others] for uri, others in found.items()}


def labels(it: Post) -> set[str]:
    """What a post is labelled with."""
    return {*it.tags, *it.categories}


def test_a_rare_label_says_more_than_a_common_one() -> None:
    posts = [
        post("it", "2024-01-01", tags=("python", "Mast")),
        post("near", "2024-01-02", tags=("python",)),
        post("far", "2030-01-01", tags=("mast",)),
        post("other", "2024-01-03", tags=("python",)),
    ]

    assert like(posts, 2)["it"] == ["far", "near"]


def test_tags_categories_and_series_all_count() -> None:
    posts = [
        post("it", tags=("a",), categories=("b",), series=(Part(series="c"),)),
        post("one", tags=("A",)),
        post("two", tags=("B",), categories=("a",)),
        post("three", tags=("a", "b", "c")),
        post("none", tags=("d",)),
    ]

    assert like(posts)["it"] == ["three", "two", "one"]


def test_of_those_alike_the_nearest_by_date_come_first_and_then_they_go_by_file() -> None:
    dates = {"it": "2024-01-10", "b": "2024-01-12", "a": "2024-01-08", "c": "2024-01-11", "d": "2024-01-01"}
    posts = [*(post(name, date, tags=("x",)) for name, date in dates.items()), post("e"), post("f")]

    assert like(posts, 4)["it"] == ["c", "a", "b", "d"]
    assert like(posts[::-1], 4)["it"] == ["c", "a", "b", "d"]


def test_of_many_under_a_label_those_are_found_that_comparing_all_of_them_finds() -> None:
    days = (f"20{number % 23 + 1:02}-0{number % 7 + 1}-{number % 5 + 10}" for number in count())
    posts = [
        post(f"{number}", day, tags=(f"a{number % 6}", f"b{number * number % 11}"), categories=(f"c{number % 4}",))
        for number, day in zip(range(120), days, strict=False)
    ]
    having = {
        label: {each.slug for each in posts if label in labels(each)} for label in set().union(*map(labels, posts))
    }
    telling = {label for label, under in having.items() if len(under) ** 2 <= 4 * len(posts)}

    def by_all(it: Post) -> list[str]:
        others = [each for each in posts if each is not it and labels(each) & labels(it) & telling]
        ranked = sorted(
            (
                -round(sum(math.log(121 / len(having[label])) for label in labels(each) & labels(it)), 6),
                abs(each.date - it.date),
                each.src_uri,
                each.slug,
            )
            for each in others
        )
        return [slug for *_, slug in ranked[:5]]

    assert like(posts, 5) == {each.slug: by_all(each) for each in posts}


def test_what_most_posts_have_says_nothing() -> None:
    posts = [post(str(day), f"2024-01-{day:02}", categories=("News",)) for day in range(1, 29)]

    assert set(map(tuple, like(posts).values())) == {()}


BERTHS = "The harbour master assigns berths to visiting yachts before the regatta."
MOORING = "Mooring lines chafe where yachts lie in their berths; ask the harbour master after the regatta."
BREAD = "Knead the dough until it is smooth, and let it rise in a warm kitchen overnight."
RYE = "A rye dough is never smooth; let it rise overnight, though the kitchen is cold."


def test_words_tell_where_labels_say_too_little() -> None:
    posts = [
        post("berths", body=BERTHS),
        post("bread", body=BREAD, tags=("flour",)),
        post("mooring", body=MOORING),
        post("rye", body=RYE),
        post("flour", body="Ground.", tags=("flour",)),
    ]

    assert like(posts) == {
        "berths": ["mooring"],
        "bread": ["flour", "rye"],
        "mooring": ["berths"],
        "rye": ["bread"],
        "flour": ["bread"],
    }


def test_scripts_without_spaces_have_words_as_well() -> None:
    posts = [
        post("tokyo", body="東京の天気は晴れです。"),
        post("osaka", body="大阪の天気は曇りです。"),
        post("recipe", body="小麦粉と水をまぜる。"),
        post("tools", body="鋸刃を研ぐ方法。"),
        post("tide", body="潮汐表を読む。"),
    ]

    assert like(posts)["tokyo"][:1] == ["osaka"]


def test_addresses_and_markup_are_no_words() -> None:
    link = "<div class='harbour regatta yachts'></div> [](https://harbour.example/regatta/yachts) {% berths master %}"

    assert like([post("a", body=f"{link} Bread."), post("b", body=f"{link} Sand."), post("c"), post("d")])["a"] == []


def test_no_text_is_read_where_labels_say_enough() -> None:
    class Unread(str):
        __slots__ = ()

        def __format__(self, spec: str) -> str:
            raise AssertionError

    posts = [post(name, tags=("x",)) for name in "abcd"]

    assert like([replace(each, title=Unread(each.title)) for each in posts])["a"] == ["b", "c", "d"]


def test_what_is_in_no_list_is_nowhere_related_and_leads_to_others_itself() -> None:
    posts = [post("a", tags=("x",)), post("b", tags=("x",)), post("hidden", tags=("x",))]

    assert like(posts, listed=posts[:2]) == {"a": ["b"], "b": ["a"], "hidden": ["a", "b"]}


def test_a_post_or_a_site_may_do_without() -> None:
    posts = [post("a", tags=("x",), shows_related=False), post("b", tags=("x",))]

    assert like(posts) == {"b": ["a"]}
    assert like(posts, 0) == {}


def test_other_parts_of_a_series_are_named_already() -> None:
    posts = [post(name, tags=("x",)) for name in "abc"]

    found = related_posts(posts, posts, 3, {"a.md": frozenset({"b.md"})})

    assert [each.slug for each in found["a.md"]] == ["c"]


def test_what_is_remembered_of_builds_before_is_what_is_found_from_nothing() -> None:
    known = KnownRelations()
    posts = [
        *(post(f"{number}", f"2024-01-{number + 10}", tags=(f"a{number % 4}",), body=BERTHS) for number in range(12)),
        *(post(name, body=body) for name, body in {"berths": BERTHS, "bread": BREAD, "rye": RYE}.items()),
    ]

    def found(posts: list[Post], number: int = 3, series: Mapping[str, frozenset[str]] | None = None) -> None:
        now = known.related_posts(posts, posts, number, series or {})
        assert now == related_posts(posts, posts, number, series or {})
        assert all(each in posts for others in now.values() for each in others)

    found(posts)
    found([replace(each, body=f"{each.body} {MOORING}") for each in posts])
    found([replace(posts[0], body=BREAD), *posts[1:]])
    found([replace(posts[0], title="Dough that rises overnight in a kitchen"), *posts[1:]])
    found([replace(posts[0], tags=("a1", "a2")), *posts[1:]])
    found([replace(posts[0], date=posts[5].date), *posts[1:]])
    found(posts[1:])
    found(posts, 5)
    found(posts, 5, {"0.md": frozenset({"4.md"})})
    found(posts)
