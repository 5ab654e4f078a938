"""The text of a talk, taken apart at what says which slide is meant."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.html.slide_marks import Annotation, annotation_of

NEVER_CLOSED = "area br col embed hr img input link meta source track wbr"


def notes(content: str, count: int = 3) -> Annotation:
    return annotation_of(content, count, "Folie 0")


def contents(found: Annotation) -> dict[int, tuple[str, str]]:
    return {number: (note.heading, note.content) for number, note in found.notes.items()}


@pytest.mark.parametrize("mark", ["<!-- slide 2 -->", "<!--SLIDE:2-->", "<!-- slide #2 -->", "<!-- slide : 2 -->"])
def test_a_comment_says_which_slide_is_meant(mark: str) -> None:
    found = notes(f"<p>Above.</p>{mark}<p>Two.</p>\n<!-- /slides --><p>Below.</p>")

    assert (found.above, contents(found), found.below) == ("<p>Above.</p>", {2: ("", "<p>Two.</p>")}, "<p>Below.</p>")
    assert (found.level, found.unknown, found.repeated, found.inner, found.odd) == (0, (), (), (), ())


@pytest.mark.parametrize("heading", ["Slide 2: Why", "Folie 2", "SLIDE #2 – Why", "<em>Slide</em> 2.", "slide 2-3"])  # noqa: RUF001
def test_a_heading_says_which_slide_is_meant_until_one_of_its_level(heading: str) -> None:
    found = notes(f"<h2>One</h2><h3>{heading}</h3><p>a</p><h4>b</h4><h3>Then</h3><p>c</p><h3>Slides 3</h3>")

    assert found.above == "<h2>One</h2>"
    assert contents(found) == {2: (f"<h3>{heading}</h3>", "<p>a</p><h4>b</h4>")}
    assert (found.below, found.level) == ("<h3>Then</h3><p>c</p><h3>Slides 3</h3>", 3)


def test_slides_follow_one_another_and_a_further_mark_adds_to_the_first() -> None:
    found = notes("<h2>Slide 1</h2>a<!-- slide 3 -->c<h2>Slide 1</h2>d<!-- slide 1 -->e<h2>Slide 2 of 3</h2>f")

    assert contents(found) == {1: ("<h2>Slide 1</h2>", "a\n<h2>Slide 1</h2>\nd\ne<h2>Slide 2 of 3</h2>f"), 3: ("", "c")}
    assert [(mark.number, mark.level) for mark in found.repeated] == [(1, 2), (1, 0)]
    assert (found.above, found.below) == ("", "")


def test_a_slide_that_is_not_there_belongs_to_the_one_before() -> None:
    found = notes("a<!-- slide 1 -->b<!-- slide 4 -->c<!-- slide 0 -->d<h2>Slide 3</h2>e")

    assert contents(found) == {
        1: ("", "b<!-- slide 4 -->c<!-- slide 0 -->d"),
        3: ("<h2>Slide 3</h2>", "e"),
    }
    assert [mark.number for mark in found.unknown] == [4, 0]


def test_a_text_without_marks_is_above_all_slides() -> None:
    assert (notes(" <p>a</p> ").above, notes(" <p>a</p> ").below) == ("<p>a</p>", "")


@pytest.mark.parametrize("begin", ["<ul><li>", "<blockquote>", "<p>"])
def test_a_mark_in_something_else_is_none(begin: str) -> None:
    found = notes(f"{begin}<!-- slide 1 --><h2>Slide 2</h2>")

    assert (found.notes, [mark.number for mark in found.inner]) == ({}, [1])


@pytest.mark.parametrize("tag", NEVER_CLOSED.split())
def test_nothing_is_in_what_is_never_closed(tag: str) -> None:
    assert contents(notes(f"<{tag}><!-- slide 1 -->a<div/>b")) == {1: ("", "a<div/>b")}


def test_what_is_closed_closes_what_is_open_in_it() -> None:
    found = notes("<div><p>a</div></i><!-- slide 1 --><div><h2>Slide 2</h2></div><ul><li></ul><h2>Slide 3</h2>")

    assert list(found.notes) == [1, 3]


@pytest.mark.parametrize("name", ["footnote", "footnotes"])
def test_footnotes_are_below_all_slides(name: str) -> None:
    notes_below = f'<div class="{name}"><div class="{name}">1</div></div>'

    assert notes(f"<!-- slide 1 -->a{notes_below}").below == notes_below
    assert notes(f"<!-- slide 1 --><p class='{name}'>1</p>b<!-- /slides -->c").below == f"<p class='{name}'>1</p>b\nc"


def test_a_comment_that_is_nearly_a_mark_is_odd() -> None:
    found = notes("<!-- slide two --><!-- slides --><!-- /slide 3 --><!-- a slide --><!-- slidex -->")

    assert found.odd == ("<!-- slide two -->", "<!-- slides -->", "<!-- /slide 3 -->")
    assert not found.notes
