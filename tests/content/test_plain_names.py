"""HTML in names that are shown as plain words: of people, events and places."""

from __future__ import annotations

import pytest

from tests.content.reading import DATED, author_book, post, talk


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("<b>Ada</b> (Mill, <a href='https://mill.example?a=1'>home</a>)", "Ada (Mill, home)"),
        ("Ada<br/>Lovelace", "Ada Lovelace"),
        ("Wind &amp; Water<SUP>8</SUP>", "Wind & Water8"),
        ("a < b > c", "a < b > c"),
        ("Mills <in 2024>", "Mills <in 2024>"),
        ("&lt;b&gt;", "<b>"),
        ("News&notes &#38; R&D;", "News&notes & R&D;"),
    ],
)
def test_tags_of_words_are_left_out(written: str, name: str) -> None:
    given = talk(f'venue: "{written}"\nlocation: "{written}"').it

    assert (given.venue, given.location) == (name, name)
    assert [author.name for author in post(f'{DATED}\nauthor: "{written}"').it.authors] == [name]
    assert [author.name for author in post(f'{DATED}\nauthor: {{name: "{written}"}}').it.authors] == [name]
    book, _ = author_book(f'in_full: {{name: "{written}"}}\nby_name: "{written}"')
    assert book
    assert [author.name for author in book.authors.values()] == [name, name]
