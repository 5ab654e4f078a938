"""Texts of strangers: they say what they say, and do nothing."""

from __future__ import annotations

import pytest
from markdown import Markdown

from mkdocs_blogposts.migration.talks.plain_markdown import markdown_line, markdown_text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Plain *and* `code<T>`", "Plain *and* `code<T>`"),
        ("2<sup>nd</sup> of <b>x", "2<sup>nd</sup> of &lt;b>x"),
        ("List<T>", "List&lt;T>"),
        ("# Top\n\n```\n# no\n```\n\n## Sub", "## Top\n\n```\n## no\n```\n\n### Sub"),
        ("Top\n===\nText", "## Top\nText"),
        ("[a](www.example.org/x)", "[a](https://www.example.org/x)"),
        ("[a](b/c) ![d](e.png)", "a (b/c) d (e.png)"),
        ("<p>a</p><script>x</script><p onclick='x'><a href='x'>b</a></p>", "<p>a</p><p><a>b</a></p>"),
        ("a {: onclick='x' }", "a &#123;: onclick='x' &#125;"),
        ('--8<-- "secret"', '&#45;-8&lt;-- "secret"'),
        ("[a]: javascript:x\n\n[a]", "&#91;a&#93;: javascript:x\n\n&#91;a&#93;"),
        ("<!-- blogposts: {limit: 3} -->", "&lt;!-- blogposts: {limit: 3} -->"),
    ],
)
def test_a_text_says_the_same(text: str, wanted: str) -> None:
    assert markdown_text(text) == wanted


@pytest.mark.parametrize("line", ["__init__ & <b>", "a * b *c* **d**", "`x` &amp; [a](b) [^1]", r"back\slash", "1_000"])
def test_a_line_is_shown_letter_by_letter(line: str) -> None:
    shown = Markdown().convert(markdown_line(line))

    assert shown == "<p>" + line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>"
