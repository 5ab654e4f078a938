"""Texts that Markdown would not come to the end of are told, and lose nothing but their formatting."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from markdown import Markdown

from mkdocs_blogposts.rendering import bounded_conversion
from mkdocs_blogposts.rendering.bounded_conversion import TooMuchError, as_written, bounded, run_in
from tests.deadline import ends_within

if TYPE_CHECKING:
    from tests.site import Site

RUN = "[" * 6000
DEEP = "1. " * 1200 + "x"
HINT = "shorten what repeats, or split the text"


def test_a_text_that_markdown_does_not_come_to_the_end_of_is_told_and_shown_as_written(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_conversion, "SECONDS", 1)
    head = "title: A\ndate: 2024-01-31\n"
    site.put("docs/blog/posts/a.md", f"---\n{head}---\nAbove *this*.\n\n<!-- more -->\n\nx {RUN}\n\n<b>&\n")
    site.put("docs/blog/posts/b.md", f"---\ndate: 2024-01-30\n---\n{DEEP}\n")
    site.put("docs/blog/posts/c.md", f"---\ntitle: '{RUN}'\ndate: 2024-01-29\ndescription: '{RUN}'\n---\nText.\n")

    with ends_within(120):
        built = site.build()

    slow = "markdown: takes Markdown more than 1 seconds, so it is shown as it is written: '[' stands in it 6,000 times"
    deep = "markdown: is nested too deeply for Markdown, so it is shown as it is written: '.' stands in it 1,200 times"
    assert built.faults == [
        f"docs/blog/posts/a.md:9:3: {slow}\n    {HINT}",
        f"docs/blog/posts/b.md:4:2: {deep}\n    {HINT}",
        f"docs/blog/posts/c.md:4:14: {slow}\n    {HINT}",
    ]
    page = built.page("blog/2024/01/31/a/")
    shown = [node.text() for node in page.css("article p")]
    written = ["Above *this*.", f"x {RUN}", "<b>&"]
    assert [text for text in shown if text in written] == written
    assert [(card.title, card.excerpt) for card in built.page("blog/").cards][::2] == [
        ("A", "Above *this*."),
        (RUN, RUN),
    ]


def test_where_there_is_no_signal_another_thread_gives_a_text_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_conversion, "SECONDS", 1)
    ended: list[str] = []
    threads: list[int] = []

    def convert() -> None:  # beside the main thread, which alone hears signals
        try:
            with bounded(RUN):
                with bounded(RUN):  # as a title within a text
                    threads.append(threading.active_count())
                Markdown().convert(RUN)
        except TooMuchError as error:
            ended.append(str(error))
        with bounded(RUN):
            threads.append(threading.active_count())
        ended.append(f"{sum(1 for _ in range(3_000_000)):,} steps later")

    before = threading.active_count()
    with ends_within(60):
        thread = threading.Thread(target=convert)
        thread.start()
        thread.join()

    assert ended == ["takes Markdown more than 1 seconds", "3,000,000 steps later"]
    assert threads == [before + 2, before + 2], "this one and the one that watches"
    assert threading.active_count() == before


def test_no_error_of_an_extension_hides_that_a_text_is_given_up() -> None:
    assert not issubclass(TooMuchError, Exception)


@pytest.mark.parametrize("text", ["", "# A\n\n" + "[a](b) *c*\n\n" * 40, "word " * 50_000])
def test_other_texts_are_not_looked_after(text: str) -> None:
    assert run_in(text) is None


def test_a_text_with_many_signs_that_is_not_slow_is_rendered() -> None:
    text = "Some *emphasis*. " * 3000

    with bounded(text):
        assert Markdown().convert(text).count("<em>") == 3000


def test_only_a_comment_that_may_end_an_excerpt_stays_html() -> None:
    assert as_written("a\n\n<!-- more -->\n \n<!-- <b> -->\n<i>") == (
        "<p>a</p>\n<!-- more -->\n<p>&lt;!-- &lt;b&gt; --&gt;\n&lt;i&gt;</p>"
    )
