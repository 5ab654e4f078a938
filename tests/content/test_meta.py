"""What the theme and other plugins find in `page.meta`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.content.reading import DATED, post, talk


def meta(head: str, body: str = "# Heading") -> dict[str, Any]:
    found = dict(post(f"{DATED}\n{head}", body).it.meta)
    del found["date"]
    return found


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("comments: true", {"comments": True}, id="keys of others stay as they are"),
        pytest.param("extra: {a: [1, 2]}", {"extra": {"a": [1, 2]}}, id="whatever they hold"),
        pytest.param("search: {boost: 2}", {"search": {"boost": 2}}, id="search of Material"),
        pytest.param("search: false", {"search": {"exclude": True}}, id="search of Minimal Mistakes"),
        pytest.param("search: true", {}, id="a search that would break the plugin"),
        pytest.param("social: false", {}, id="a social that would break the plugin"),
        pytest.param("hide: [toc]", {"hide": ["toc"]}, id="what is hidden"),
        pytest.param("hide: toc", {"hide": ["toc"]}, id="what is hidden, as a string"),
        pytest.param("hide: true", {}, id="a hide that would break the theme"),
        pytest.param("toc: false", {"toc": False, "hide": ["toc"]}, id="no table of contents"),
        pytest.param("toc: false\nhide: [toc, path]", {"toc": False, "hide": ["toc", "path"]}, id="told twice"),
        pytest.param("toc: true", {"toc": True}, id="a table of contents"),
        pytest.param("tags: [3.10, a, A, draft]", {"tags": ["3.10", "a"]}, id="tags are text, and no markers"),
        pytest.param("tags: a b", {"tags": ["a", "b"]}, id="tags are a list"),
        pytest.param("tags:", {}, id="no tags are none"),
        pytest.param("categories: a b", {"categories": ["a", "b"]}, id="categories are a list"),
        pytest.param("title: 3.10", {"title": "3.10"}, id="a title is text"),
        pytest.param("title: 'DRAFT: Hi'", {"title": "Hi"}, id="a title is no marker"),
        pytest.param("title:", {}, id="no title is none"),
        pytest.param("description: 2025", {"description": "2025"}, id="a description is text"),
        pytest.param("author: Jane", {"author": "Jane"}, id="an author by name"),
        pytest.param("author: {name: Jane}", {"author": "Jane"}, id="an author in full"),
        pytest.param("author: [Jane, Joe]", {"author": "Jane, Joe"}, id="several authors"),
    ],
)
def test_it_holds(head: str, expected: dict[str, Any]) -> None:
    assert meta(head) == expected


@pytest.mark.parametrize("head", ["hide: true", "hide: false", "search: true", "social: false"])
def test_a_switch_where_the_theme_wants_more_is_no_fault(head: str) -> None:
    assert post(f"{DATED}\n{head}").told == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("# Heading", {}, id="a heading speaks for itself"),
        pytest.param("Text.\n\n# Heading", {}, id="one further down is found when the page is rendered"),
        pytest.param("# DRAFT: Heading", {"title": "Heading"}, id="one with a marker"),
        pytest.param("Text.", {}, id="no heading at all is found then, too"),
    ],
)
def test_it_has_a_title_where_the_page_would_show_another(body: str, expected: dict[str, Any]) -> None:
    assert meta("", body) == expected


def test_a_talk_keeps_its_categories_as_they_are() -> None:
    assert talk("venue: PyCon\ntitle: X\ncategories: a b").it.meta == {
        "venue": "PyCon",
        "title": "X",
        "categories": "a b",
    }
