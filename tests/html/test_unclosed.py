"""What is never closed takes no time."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from mkdocs_blogposts.html.excerpts import plain_text
from mkdocs_blogposts.html.html_urls import rewrite_urls, urls_in
from mkdocs_blogposts.html.reading_time import reading_time
from mkdocs_blogposts.html.recordings import Recordings, find_recordings
from mkdocs_blogposts.html.unclosed import hide_unclosed, show_unclosed
from tests.deadline import ends_within

BEGINNINGS = ["<!--", "<svg>", "<style>", "<SCRIPT>", "<object>", "<a href=", "<a href='x'>", "<"]
LONG_ENOUGH = 60
"""Seconds after which a text below is ended; each takes less than two, unless its end is looked for each time."""


@pytest.mark.parametrize("begin", BEGINNINGS)
@pytest.mark.parametrize("before", ["", "<!-- a --><svg></svg><style></style><script></script><object></object>"])
def test_a_long_run_of_what_is_never_closed_takes_no_time(begin: str, before: str) -> None:
    content = before + begin * 100_000

    with ends_within(LONG_ENOUGH):
        assert show_unclosed(hide_unclosed(content, "a", "svg")) == content
        assert rewrite_urls(content, lambda url: url) == content
        assert find_recordings(content) == Recordings(video=None, slides=None)
        plain_text(content)
        reading_time(content, 265)


def test_what_is_html_stays_html() -> None:
    content = Markup("<!-- a --><h1>One <svg></svg><span>two</span> three")

    assert rewrite_urls(content, lambda url: url) == str(content)
    assert plain_text(content) == "One two three"


def test_what_is_never_closed_hides_nothing_behind_it() -> None:
    content = "<!-- <a href='a'>x</a> --><p>One <svg> <!-- <script> two <a href='b'>three</a>"

    assert urls_in(content) == ["b"]
    assert plain_text(content).startswith("One")
    assert plain_text("One <svg> <style> two") == "One two"
