"""The series that a post is part of."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.content.models import Part
from mkdocs_blogposts.faults import Level
from tests.content.reading import DATED, post

SAILS = Part(series="Sails")


@pytest.mark.parametrize(
    ("head", "series"),
    [
        pytest.param("series: On  sails", (Part(series="On sails"),), id="a name"),
        pytest.param("series: {name: Sails, order: 2}", (Part(series="Sails", order=2),), id="a name and a number"),
        pytest.param("series: {title: Sails, part: '2'}", (Part(series="Sails", order=2),), id="other names for both"),
        pytest.param("series: Sails\nseries_order: 2", (Part(series="Sails", order=2),), id="a number beside it"),
        pytest.param("series: Sails\nseries_index: 0", (Part(series="Sails", order=0),), id="as Pelican has it"),
        pytest.param("series: Sails\npart: 3", (Part(series="Sails", order=3),), id="as a part"),
        pytest.param("series: [Sails]\npart: 3", (Part(series="Sails", order=3),), id="as Hugo has it"),
        pytest.param(
            "series: [Sails, {name: Ropes, order: 1}, sails]", (SAILS, Part(series="Ropes", order=1)), id="several"
        ),
        pytest.param("series: 2024", (Part(series="2024"),), id="a year"),
        pytest.param("series: false", (), id="off"),
        pytest.param("series:", (), id="nothing"),
        pytest.param("part: one\nseries_order: two", (), id="a number of no series"),
    ],
)
def test_series_are_taken_from(head: str, series: tuple[Part, ...]) -> None:
    read = post(f"{DATED}\n{head}")

    assert (read.it.series, read.told) == (series, [])


WANTED = "write `series: {name: My series, order: 1}`"


@pytest.mark.parametrize("dialect", ["material", "jekyll"])
@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("series: true", f"post.md:3:9: series: expected the name of a series, got true -> {WANTED}"),
        ("series: {id: 3}", f"post.md:3:9: series: expected the name of a series, got a mapping -> {WANTED}"),
        (
            "series: {name: Sails, order: first}",
            "post.md:3:30: series.order: expected a whole number, got 'first' -> write `series.order: 5`",
        ),
        ("series: Sails\npart: one", "post.md:4:7: part: expected a whole number, got 'one' -> write `part: 5`"),
    ],
)
def test_what_is_meant_for_something_else_is_no_more_than_a_remark(dialect: str, head: str, told: str) -> None:
    read = post(f"{DATED}\n{head}", post_dialect=dialect)

    assert (read.told, read.levels) == ([told], [Level.INFO])


@pytest.mark.parametrize(("head", "shows"), [("", True), ("related: true", True), ("related: false", False)])
def test_a_post_may_do_without_posts_like_it(head: str, *, shows: bool) -> None:
    assert post(f"{DATED}\n{head}").it.shows_related is shows
