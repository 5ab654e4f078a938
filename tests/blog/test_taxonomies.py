"""Tags and categories: which labels are one, and the slug of each."""

from __future__ import annotations

import pytest
from pymdownx.slugs import slugify

from mkdocs_blogposts.blog.taxonomies import Taxonomy
from mkdocs_blogposts.content.author import Author
from tests.blog.articles import post, talk

lower = slugify(case="lower")


def slug(name: str) -> str:
    return str(lower(name, "-"))


def tags_of(*labels_by_age: tuple[str, ...]) -> Taxonomy:
    """The tags of posts, of which the oldest comes first."""
    posts = [post(str(day), f"2024-01-{day:02}", tags=tags) for day, tags in enumerate(labels_by_age, 1)]
    return Taxonomy.of_labels(reversed(posts), (), labels=lambda item: item.tags, slugify=slug)


@pytest.mark.parametrize(
    ("labels", "terms"),
    [
        pytest.param([("a",), ("b",)], {"a": "a", "b": "b"}, id="plain"),
        pytest.param([("Tide Tables",)], {"Tide Tables": "tide-tables"}, id="spaces"),
        pytest.param([("Python",), ("python",), ("python",)], {"python": "python"}, id="the spelling used most"),
        pytest.param([("Python",), ("python",)], {"Python": "python"}, id="else that of the oldest post"),
        pytest.param([("STRASSE",), ("straße",)], {"STRASSE": "strasse"}, id="case beyond ASCII"),
        pytest.param([("C",), ("C#",), ("C++",)], {"C": "c", "C#": "c-2", "C++": "c-3"}, id="first used, first served"),
        pytest.param([("C++",), ("C#",), ("C",)], {"C++": "c", "C#": "c-2", "C": "c-3"}, id="whoever that is"),
        pytest.param([("C", "C#"), ("C-2",)], {"C": "c", "C#": "c-2", "C-2": "c-2-2"}, id="a number that is taken"),
        pytest.param([("über",), ("日本",)], {"über": "über", "日本": "日本"}, id="letters of any script"),
        pytest.param([("!!!",)], {"!!!": "!!!"}, id="symbols only"),
        pytest.param([("..",)], {"..": "%2E%2E"}, id="dots only"),
        pytest.param([("//",)], {"//": "%2F%2F"}, id="slashes only"),
    ],
)
def test_terms_have_slugs(labels: list[tuple[str, ...]], terms: dict[str, str]) -> None:
    assert {term.name: term.slug for term in tags_of(*labels).terms} == terms


def test_slugs_that_differ_from_what_was_wanted_are_known() -> None:
    assert tags_of(("C",), ("C#",), ("C++",)).renamed == {"C#": "c-2", "C++": "c-3"}


def test_a_new_post_never_takes_the_slug_of_an_old_one() -> None:
    before = tags_of(("C#",))
    after = tags_of(("C#",), ("C", "C++"))

    assert before.term("c#").slug == after.term("C#").slug == "c"


def test_terms_stand_in_the_order_of_their_names() -> None:
    assert [term.name for term in tags_of(("b", "C", "a", "Ä")).terms] == ["a", "b", "C", "Ä"]


def test_a_post_that_names_a_term_twice_stands_there_once() -> None:
    assert [item.src_uri for item in tags_of(("a", "A")).term("a").posts] == ["1.md"]


def test_posts_and_talks_are_counted() -> None:
    posts, talks = [post("p", tags=("a",))], [talk("t", tags=("A", "b"))]

    found = Taxonomy.of_labels(posts, talks, labels=lambda item: item.tags, slugify=slug)

    assert {term.name: term.count for term in found.terms} == {"a": 2, "b": 1}


def test_authors_are_known_by_id_and_else_by_name() -> None:
    jane = Author(id="jane", name="Jane Doe", slug="jane")
    posts = [
        post("a", authors=(jane,)),
        post("b", authors=(Author(name="John", slug="john"), jane)),
        post("c", authors=(Author(name="john", slug="john"),)),
    ]

    found = Taxonomy.of_authors(posts)

    assert {term.name: [item.src_uri for item in term.posts] for term in found.terms} == {
        "Jane Doe": ["a.md", "b.md"],
        "John": ["b.md", "c.md"],
    }
