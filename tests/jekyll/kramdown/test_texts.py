"""What kramdown and GitHub make of a text, a post of Jekyll's gets here too; no other page does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

URL = "posts/a/"


def body_of(site: Site, text: str, *, permalink: bool = True) -> str:
    """The HTML of a post below its title."""
    head = "permalink: /posts/a/\n" if permalink else "slug: a\n"
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\n{head}---\n{text}\n")
    built = site.build()
    assert built.exit_code == 0, built.log
    content = built.page(URL if permalink else "blog/2024/01/31/a/").content.html or ""
    return content.partition("</h1>")[2]


LOOKS = {
    "list after a paragraph": ("Our services:\n- one\n- two", "article ul > li + li"),
    "numbers after a paragraph": ("Our steps:\n1. one\n2. two", "article ol > li + li"),
    "list after a heading": ("## Our services\n- one", "article h2 + ul > li"),
    "list in a quote": ("> Quoted:\n> - one", "blockquote ul > li"),
    "bare URL": ("See https://example.com/a.", "a[href='https://example.com/a']"),
    "URL in a quote": ("> https://example.com/a, and", "blockquote a[href='https://example.com/a']"),
    "struck out": ("~~gone~~", "article del"),
    "task list": ("- [x] done", "article li input[type=checkbox][checked]"),
    "table": ("| a | b |\n|---|---|\n| 1 | 2 |", "article table td"),
    "fenced code": ("```python\nx = 1\n```", "article pre code"),
    "footnote": ("Text.[^1]\n\n[^1]: Note.", "article .footnote li"),
    "class of a paragraph": ("Text.\n{: .notice}", "article p.notice"),
    "definition list": ("Term\n: What it is", "article dl dd"),
}
"""A text, and what is to be found on its page."""

WORDS = {
    "a year at the start of a line": ("In the year\n2019. It rained.", "In the year 2019. It rained."),
    "an item of two lines": ("- one\n  goes on\n- two", "one goes on two"),
    "a comment": ("[//]: # (a comment)\nText.", "read Text."),
    "a dash within a line": ("It was 5 - 3\nthat day", "It was 5 - 3 that day"),
    "a line that begins with a dash": ("Rain\n-- and snow", "Rain -- and snow"),
}
"""A text, and what is to be read on its page."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("site"))
    for name, (text, _) in (LOOKS | WORDS).items():
        head = f"title: A\ndate: 2024-01-31\npermalink: /{name.replace(' ', '-')}/"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{head}\n---\n{text}\n")
    return site.build()


@pytest.mark.parametrize("name", LOOKS)
def test_a_text_looks_as_its_author_saw_it(built: Built, name: str) -> None:
    assert built.page(f"{name.replace(' ', '-')}/").css(LOOKS[name][1])


@pytest.mark.parametrize("name", WORDS)
def test_words_stay_where_they_are(built: Built, name: str) -> None:
    assert WORDS[name][1] in built.page(f"{name.replace(' ', '-')}/").text


def test_code_is_left_alone(site: Site) -> None:
    body_of(site, "```\nText:\n- no list, https://example.com/\n```\n\n`https://example.com/b`")

    page = site.build().page(URL)

    assert "Text:\n- no list, https://example.com/\n" in page.css("pre code")[0].text()
    assert not page.css("pre a[href^=http], article code a[href^=http]")


def test_the_dialect_of_material_is_that_of_the_site(site: Site) -> None:
    html = body_of(site, "Text:\n- no list\n\nhttps://example.com/ and ~~this~~ {{ x }} {% y %}", permalink=False)

    assert "<p>Text:\n- no list</p>" in html
    assert "<p>https://example.com/ and ~~this~~ {{ x }} {% y %}</p>" in html


def test_braces_in_material_posts_are_text(site: Site) -> None:
    html = body_of(site, "{{ page.title }} {% raw %}", permalink=False)

    assert "<p>{{ page.title }} {% raw %}</p>" in html
