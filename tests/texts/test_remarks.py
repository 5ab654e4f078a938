"""What looks odd in a text is told once, with its place, and the text stays as it is."""

# ruff: noqa: RUF001

from __future__ import annotations

import pytest

from mkdocs_blogposts.faults import Level
from tests.content.reading import post


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(
            "It began with a bang‚Äîliterally.\n",
            "post.md:4:21: mojibake: '‚Äî' was decoded with the wrong character set -> it was probably meant to be '—'",
            id="dash in the wrong set",
        ),
        pytest.param(
            "GrÃ¼ÃŸe\n\nund SchlÃ¼ssel\n",
            "post.md:4:3: mojibake: 'Ã¼ÃŸ' was decoded with the wrong character set, here and in 1 more place"
            " -> it was probably meant to be 'üß'",
            id="two places",
        ),
    ],
)
def test_mis_decoded_text_is_told_once(body: str, told: str) -> None:
    read = post("date: 2025-07-28", body)

    assert read.told == [told]
    assert read.levels == [Level.INFO]
    assert read.it.body == body


@pytest.mark.parametrize("body", ["Größe — “quoted”, naïve café 日本語 عربي 🙂\n", "plain\n"])
def test_right_text_is_not_told(body: str) -> None:
    assert post("date: 2025-07-28", body).told == []


def test_liquid_that_nothing_renders_is_told_in_a_post_of_jekyll() -> None:
    read = post("date: 2025-07-28\nlayout: post", "Look:\n\n{% include plot.html %} {{ site.baseurl }}\n")

    assert read.told == [
        (
            "post.md:7:1: liquid: '{% include plot.html %}' is Liquid, which is not rendered, here and in 1 more place"
            ' -> run: pip install "mkdocs-blogposts[jekyll]"; if it is text, set `post_dialect: material`'
        )
    ]
    assert read.levels == [Level.WARNING]


def test_braces_are_text_in_a_post_of_material() -> None:
    assert post("date: 2025-07-28", "{{ page.title }} and {% raw %}\n").told == []
