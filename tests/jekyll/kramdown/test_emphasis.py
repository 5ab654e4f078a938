"""Emphasis is kramdown's whatever else the site has to read it, and takes no time."""

from __future__ import annotations

import markdown
import pytest

from mkdocs_blogposts.jekyll.kramdown.extension import with_kramdown
from tests.deadline import ends_within


def converted(text: str, *extensions: str) -> str:
    names, options = with_kramdown(extensions, {})
    return markdown.Markdown(extensions=names, extension_configs=options).convert(text)


@pytest.mark.parametrize("extension", ["", "pymdownx.betterem", "pymdownx.caret", "legacy_em"])
def test_emphasis_is_read_in_one_way(extension: str) -> None:
    extensions = [extension] if extension else []

    assert converted("*does _not_ work*, ~~gone~~ __init__", *extensions) == (
        "<p><em>does _not_ work</em>, <del>gone</del> <strong>init</strong></p>"
    )


@pytest.mark.parametrize("run", ["*a ", "**a _b ", "_a *b __c **", "*", "_ ", "***a "])
def test_many_marks_take_no_time(run: str) -> None:
    with ends_within(60):
        html = converted(run * 40_000)

    assert html.count("a") == run.count("a") * 40_000
