"""Texts of HTML are those that the parser of MkDocs' own search plugin finds, which is asked here."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from mkdocs.contrib.search.search_index import ContentParser

from mkdocs_blogposts.html.search_texts import texts_of
from tests.html.test_search_sections import KNOWN, PIECES, UNKNOWN, element


def ours(html: str) -> Any:
    """What we find in some HTML."""
    found = texts_of(html)
    return found and (found.all, [(each.id, each.title, each.text) for each in found.sections])


def theirs(html: str) -> Any:
    """What the parser of the plugin finds."""
    parser = ContentParser()
    parser.feed(html)
    parser.close()
    return parser._stripped_html, [(each.id, each.title, each.text) for each in parser.data]  # noqa: SLF001


@pytest.mark.parametrize("html", KNOWN.values(), ids=KNOWN)
def test_texts_are_those_that_the_plugin_finds(html: str) -> None:
    assert ours(html) == theirs(html)


@pytest.mark.parametrize("html", [html for why, html in UNKNOWN.items() if "fails" not in why])
def test_what_is_not_known_for_certain_is_left_to_the_plugin(html: str) -> None:
    assert texts_of(html) is None


def test_any_html_is_read_as_the_plugin_reads_it_or_left_to_it() -> None:
    random = Random(0)  # noqa: S311  # the same in each run
    read = 0
    for number in range(2000):
        pieces = [element(random, 3)] if number % 2 else random.choices(PIECES, k=random.randrange(25))
        html = "".join(pieces)
        found = ours(html)
        read += found is not None
        assert found is None or found == theirs(html), html

    assert read > 1000
