"""Titles as listings and navigation have them: words and their markup, and no link, picture or mark."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.html.phrases import heading_html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<img src="a.png" alt="Salt &amp; sea"> air', "Salt &amp; sea air"),
        ("<img alt='Salt &lt;3' src='a.png'> air", "Salt &lt;3 air"),
        ('<img src="a.png"> air', "air"),
        ('The <a href="b.md">sea</a> <em>air</em>', "The sea <em>air</em>"),
        ('Sea<a class="headerlink" href="#sea">¶</a>', "Sea"),
    ],
)
def test_a_title_has_its_words_alone(written: str, shown: str) -> None:
    assert heading_html(f"<p>a</p><h1>{written}</h1>") == shown
