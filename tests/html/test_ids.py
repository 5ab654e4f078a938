"""Ids of HTML that stands beside other HTML, and what names them."""

from __future__ import annotations

import pytest
from lxml import html

from mkdocs_blogposts.html.excerpts import parse
from mkdocs_blogposts.html.ids import new_names, renamed


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ('<p id="a">', '<p id="a_1">'),
        ('<td headers="a b c">', '<td headers="a_1 b c_2">'),
        ('<label for="a"><input aria-labelledby="b  a">', '<label for="a_1"><input aria-labelledby="b  a_1">'),
        ('<a href="#a">a</a> <a href="#ab">ab</a>', '<a href="#a_1">a</a> <a href="#ab">ab</a>'),
        ('<p class="a" title="#a">id="a"</p>', '<p class="a" title="#a">id="a"</p>'),
    ],
)
def test_ids_and_what_names_them_are_renamed_together(written: str, becomes: str) -> None:
    assert renamed(written, {"a": "a_1", "c": "c_2"}) == becomes
    assert renamed(written, {}) == written


def test_a_name_that_is_taken_gets_the_first_free_number() -> None:
    taken = {"a", "a_1", "c"}

    assert new_names(("a", "a_2", "b", "c"), taken) == {"a": "a_3", "c": "c_1"}
    assert taken == {"a", "a_1", "c", "a_3", "c_1", "a_2", "b"}


@pytest.mark.parametrize("sign", ["&#11;", "&#x0b;", "&#0;", "\x0b", "\x00"])
def test_what_no_tree_can_hold_is_left_out(sign: str) -> None:
    written = html.tostring(parse(f"<p>a{sign}b</p>"), encoding="unicode")

    assert "\x0b" not in written
    assert written.startswith("<div><p>a")
    assert written.endswith("b</p></div>")
