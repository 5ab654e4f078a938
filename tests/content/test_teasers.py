"""The picture of a post on listings, and where its excerpt ends."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.content.models import Picture
from mkdocs_blogposts.faults import Kind, Place
from tests.content.reading import DATED, post


@pytest.mark.parametrize(
    ("head", "teaser"),
    [
        pytest.param("header: {teaser: a.png}", Picture(src="a.png", place=Place(3, 18)), id="header.teaser"),
        pytest.param("teaser: a.png", Picture(src="a.png", place=Place(3, 9)), id="teaser"),
        pytest.param("image: /images/a.png", Picture(src="/images/a.png", place=Place(3, 8)), id="image"),
        pytest.param(
            "image: {path: a.png, width: 3, alt: A  cat}",
            Picture(src="a.png", alt="A cat", place=Place(3, 8)),
            id="image as a mapping",
        ),
        pytest.param(
            "cover: {image: a.png, alt: A cat}", Picture(src="a.png", alt="A cat", place=Place(3, 8)), id="cover"
        ),
        pytest.param(
            "header: {overlay_image: a.png}", Picture(src="a.png", place=Place(3, 25)), id="header.overlay_image"
        ),
        pytest.param(
            "header: {image: a.png, image_description: A cat}",
            Picture(src="a.png", alt="A cat", place=Place(3, 17)),
            id="header.image",
        ),
        pytest.param(
            "image: b.png\nheader: {teaser: a.png, image: c.png}",
            Picture(src="a.png", place=Place(4, 18)),
            id="the first of several",
        ),
        pytest.param(
            "teaser: https://example.org/a.png?b=1&c=2",
            Picture(src="https://example.org/a.png?b=1&c=2", place=Place(3, 9)),
            id="a remote one",
        ),
        pytest.param(
            "image: false\ncover: b.png", Picture(src="b.png", place=Place(4, 8)), id="one that is switched off"
        ),
        pytest.param("image: {caption: No picture}", None, id="a mapping without one"),
        pytest.param("header: {caption: No picture}", None, id="a header without one"),
        pytest.param("header: false", None, id="a header that is no mapping"),
        pytest.param("teaser:", None, id="none"),
    ],
)
def test_a_teaser_is_taken_from(head: str, teaser: Picture | None) -> None:
    found = post(f"{DATED}\n{head}")

    assert (found.it.teaser, found.told) == (teaser, [])


def test_a_bad_teaser_is_told_and_the_next_one_taken() -> None:
    found = post(f"{DATED}\nteaser: [a.png]\nimage: 'javascript:x'\ncover: b.png")

    assert found.it.teaser == Picture(src="b.png", place=Place(5, 8))
    assert found.told == [
        "post.md:3:9: teaser: expected text, got a list",
        "post.md:4:8: image: 'javascript:x' is not an address to link to -> write `https://…` or a path",
    ]


@pytest.mark.parametrize(
    ("head", "settings", "separators"),
    [
        pytest.param("", {}, ("<!-- more -->", "<!--more-->"), id="both spellings of the usual one"),
        pytest.param(
            "",
            {"post_excerpt_separator": "<!--fold-->"},
            ("<!--fold-->", "<!-- fold -->", "<!-- more -->", "<!--more-->"),
            id="the site's own first, in both spellings",
        ),
        pytest.param(
            "excerpt_separator: ~~~~",
            {"post_excerpt_separator": "%%"},
            ("~~~~", "%%", "<!-- more -->", "<!--more-->"),
            id="the file's own before the site's",
        ),
        pytest.param(
            r'excerpt_separator: "\n\n"', {}, ("\n\n", "<!-- more -->", "<!--more-->"), id="a blank line is a separator"
        ),
        pytest.param('excerpt_separator: ""', {}, (), id="an empty one is none at all"),
    ],
)
def test_an_excerpt_ends_at(head: str, settings: dict[str, str], separators: tuple[str, ...]) -> None:
    assert post(f"{DATED}\n{head}", **settings).it.excerpt_separators == separators


def test_a_separator_is_text() -> None:
    assert post(f"{DATED}\nexcerpt_separator: [x]").told == [
        "post.md:3:20: excerpt_separator: expected text, got a list -> write `<!--more-->`"
    ]


class TestRequiredExcerpt:
    """The option `post_excerpt: required`."""

    @pytest.mark.parametrize("separator", ["<!-- more -->", "<!--more-->"])
    def test_it_is_there(self, separator: str) -> None:
        assert post(DATED, f"A\n\n{separator}\n\nB", post_excerpt="required").told == []

    def test_it_is_missing(self) -> None:
        found = post(DATED, "\nText.", post_excerpt="required")

        hint = "put it on a line of its own, below the text that listings show"
        assert found.told == [f"post.md:5:1: has no `<!-- more -->`, which `post_excerpt: required` asks for -> {hint}"]
        assert [fault.kind for fault in found.faults] == [Kind.FRONT_MATTER]
