"""How long texts take to read."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.html.reading_time import reading_time


@pytest.mark.parametrize(
    ("content", "minutes"),
    [
        pytest.param("<p>word " + "word " * 98 + "</p>", 1, id="words"),
        pytest.param("<p>" + "\u6c49" * 200 + "</p>", 2, id="Chinese"),
        pytest.param("<p>" + "\u3042" * 100 + " \uae00" * 200 + "</p>", 3, id="Japanese and Korean"),
        pytest.param("<p>" + "\u6c49" * 100 + " word" * 90 + "</p>", 2, id="both"),
    ],
)
def test_characters_count_where_no_spaces_part_words(content: str, minutes: int) -> None:
    assert reading_time(content, 100, 100) == minutes
    assert reading_time(content, 100) <= minutes
