"""What Material or Jekyll builds is built, as they build it; what is doubtful is told at the right level."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_blogposts.content.author import Author
from mkdocs_blogposts.content.authors import AuthorBook
from mkdocs_blogposts.content.models import HeldBack
from mkdocs_blogposts.faults import Level
from mkdocs_blogposts.texts.loader import load_post
from tests.content.reading import DATED, author_book, day, post, read, talk

BOOK = AuthorBook(
    path="_data/authors.yml",
    authors={id_: Author(id=id_, name=id_.title(), slug=id_) for id_ in ("ann", "ben")},
)
PICTURE = "data:image/png;base64,iVBORw0KGgo="
JEKYLLS = {"src_uri": "_posts/2024-01-03-x.md"}


def names(head: str, **more: Any) -> list[str]:
    return [author.name for author in post(f"{DATED}\n{head}", **more).it.authors]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("author: ann,ben", ["Ann", "Ben"]),
        ("author: ann, carla", ["ann, carla"]),
        ("author: {display_name: Jane Doe, login: jane, email: j@example.org}", ["Jane Doe"]),
        ("author: {login: jane}", ["jane"]),
    ],
)
def test_authors_are_whom_their_writer_meant(head: str, expected: list[str]) -> None:
    assert names(head, authors=BOOK, post_dialect="jekyll") == expected


def test_a_picture_may_stand_in_its_own_address_and_a_link_may_not() -> None:
    found = post(f"{DATED}\nimage: {PICTURE}\nlink: {PICTURE}")
    book, told = author_book(f"authors:\n  ann:\n    name: Ann\n    avatar: '{PICTURE}'\n    url: '{PICTURE}'\n")

    assert found.it.teaser is not None
    assert found.it.teaser.src == PICTURE
    assert found.it.link is None
    assert [line.partition(": ")[0] for line in found.told] == ["post.md:4:7"]
    assert book is not None
    assert (book.authors["ann"].avatar, book.authors["ann"].url) == (PICTURE, None)
    assert [line.partition(": ")[0] for line in told] == [".authors.yml:5:10"]


def test_links_may_be_a_mapping() -> None:
    found = post(f"{DATED}\nlinks: {{Here: index.md, There: https://example.org/}}")

    assert (found.it.links, found.told) == ([{"Here": "index.md"}, {"There": "https://example.org/"}], [])


@pytest.mark.parametrize("key", ["excerpt", "description"])
def test_what_is_switched_off_is_not_the_word_false(key: str) -> None:
    found = post(f"{DATED}\n{key}: false")

    assert (found.it.excerpt, found.it.description, found.told) == (None, None, [])


@pytest.mark.parametrize(
    ("value", "held_back", "levels"),
    [
        ("2016-08-25", None, [Level.INFO]),
        ("'false'", None, [Level.INFO]),
        ("perhaps", None, [Level.INFO]),
        ("false", HeldBack.UNPUBLISHED, []),
        ("no", HeldBack.UNPUBLISHED, []),
        ("", HeldBack.UNPUBLISHED, []),
        ("true", None, []),
    ],
)
def test_whatever_is_not_false_is_published(value: str, held_back: HeldBack | None, levels: list[Level]) -> None:
    found = post(f"title: X\npublished: {value}", **JEKYLLS)

    assert (found.it.held_back, found.levels) == (held_back, levels)


@pytest.mark.parametrize(
    ("date", "expected"),
    [("11-9-2017", "2017-09-11"), ("03/04/2025", "2025-04-03"), ("11.9.2017 10:30", "2017-09-11T10:30")],
)
def test_the_day_comes_first_in_dates_of_jekylls(date: str, expected: str) -> None:
    found = post(f"title: X\ndate: {date}", **JEKYLLS)

    assert (found.it.date, found.told) == (day(expected), [])


def test_a_file_name_with_an_impossible_date_keeps_its_slug() -> None:
    found = post("date: 2023-11-27", src_uri="_posts/2023-27-11-hello.md")

    assert (found.it.slug, found.it.date, found.told) == ("hello", day("2023-11-27"), [])


@pytest.mark.parametrize(
    "head",
    ["title: a: b", "- just\n- a list", "just text", "title: 'Using 'sed''"],
    ids=["colon", "list", "text", "quote"],
)
def test_front_matter_that_jekyll_cannot_read_leaves_the_text(head: str) -> None:
    found = post(head, "Text.\n", **JEKYLLS)

    assert (found.it.body, found.it.date, found.it.slug) == ("Text.\n", day("2024-01-03"), "2024-01-03-x")
    assert found.levels == [Level.WARNING]


def test_front_matter_without_an_end_is_text_to_jekyll() -> None:
    found = read(load_post, "---\ntitle: X\n\nText.\n", src_uri="_posts/2024-01-03-x.md")

    assert (found.it.body, found.it.slug) == ("---\ntitle: X\n\nText.\n", "x")
    assert found.levels == [Level.WARNING]


def test_bytes_that_are_not_utf_8_are_a_doubt_in_jekylls_dialect() -> None:
    found = read(load_post, b"---\ntitle: caf\xe9\n---\n", src_uri="_posts/2024-01-03-x.md")

    assert (found.maybe, found.levels) == (None, [Level.WARNING])


@pytest.mark.parametrize(
    ("head", "level"),
    [
        ("categories: [x]", Level.ERROR),
        ("category: x", Level.INFO),
        ("categories: [x]\nlayout: post", Level.INFO),
    ],
)
def test_a_category_that_is_not_allowed_weighs_what_its_builder_makes_of_it(head: str, level: Level) -> None:
    found = post(f"{DATED}\n{head}", categories_allowed=("y",))

    assert (found.it.categories, found.levels) == (("x",), [level])


def test_talks_are_never_in_the_future() -> None:
    assert talk("venue: PyCon\ndate: 2030-01-01", draft_if_future_date=True).it.held_back is None


def test_a_title_that_is_struck_out_is_a_title() -> None:
    found = post(f"{DATED}\ntitle: ~~Old~~ new")

    assert (found.it.title, found.told) == ("~~Old~~ new", [])
