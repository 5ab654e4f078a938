"""How long texts take to read."""

from __future__ import annotations

import pytest
from material.plugins.blog.readtime import readtime

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


@pytest.mark.parametrize("pictures", range(0, 40, 3))
@pytest.mark.parametrize("words", [0, 1, 264, 265, 266, 1000])
def test_it_is_what_material_says(words: int, pictures: int) -> None:
    content = f"<p>{'word ' * words}</p>{'<IMG src=x>' * pictures}<style>p {{}}</style>"

    assert reading_time(content, 265) == readtime(content, 265)
