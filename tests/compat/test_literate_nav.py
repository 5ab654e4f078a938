"""literate-nav reads the navigation from SUMMARY.md, section-index makes pages of sections; the blog fits in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import text_of
from tests.compat.plugins import FIRST, POSTS, needs

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-literate-nav", "mkdocs-section-index")

SUMMARY = """
    docs/SUMMARY.md
    | - [Home](index.md)
    | - [Guide](guide.md)
    | - News
    |     - [All news](blog/index.md)
"""


@pytest.mark.parametrize(
    "plugins",
    [
        ["literate-nav", "blogposts"],
        ["blogposts", "literate-nav"],
        ["section-index", "literate-nav", "blogposts"],
        ["blogposts", "section-index", "literate-nav"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("written", [True, False], ids=["with an index", "without an index"])
def test_the_blog_stands_where_the_summary_puts_it(site: Site, plugins: list[str], *, written: bool) -> None:
    site.write(POSTS + SUMMARY).config(plugins=plugins)
    if written:
        site.put("docs/blog/index.md", "# News\n")

    built = site.build(strict=written)

    assert built.exit_code == 0, built.log
    titles = {link.url: link.text for link in built.page("guide/").links_in(".md-nav--primary")}
    assert titles["blog/"] == ("News" if written else "All news")
    assert "2024" in titles.values()
    active = built.page(FIRST).css(".md-nav--primary .md-nav__item--active .md-ellipsis")
    assert "News" in [node.text(strip=True) for node in active]


TITLED = """\
{% extends "main.html" %}
{% block container %}<article class="md-content">{% block content %}{{ super() }}{% endblock %}</article>{% endblock %}
"""


@pytest.mark.parametrize("summary", ["", "- [Home](index.md)\n- *\n"], ids=["no summary", "all files"])
def test_a_page_that_has_no_title_there_keeps_its_own(site: Site, summary: str) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/index.md", "Text.\n").put("overrides/blog-post.html", TITLED)
    site.put("docs/blog/posts/a.md", "---\ntitle: Of its own\ndate: 2025-01-01\n---\nText.\n")
    if summary:
        site.put("docs/SUMMARY.md", summary)
    site.config(theme={"name": "material", "custom_dir": "overrides"})

    for name in ("blog", "blogposts"):
        built = site.config(plugins=["search", "literate-nav", name]).build()
        assert text_of(built.page("blog/2025/01/01/of-its-own/").css("h1")[0]) == "Of its own"

    pages = map(built.page, ("", "blog/", "blog/2025/01/01/of-its-own/"))
    assert not [page.url for page in pages if "None" in page.html]


def test_a_section_of_nav_with_an_index_is_the_blog(site: Site) -> None:
    site.write(POSTS).put("docs/blog/index.md", "# News\n")
    site.config(plugins=["section-index", "blogposts"], nav=["index.md", {"News": ["blog/index.md", "guide.md"]}])

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert built.page("blog/").cards
    assert "blog/" in [link.url for link in built.page(FIRST).links_in(".md-nav--primary")]


def test_a_talk_that_is_the_page_of_a_section_keeps_its_own_title(site: Site) -> None:
    site.write(POSTS).put("docs/talks/t.md", "---\ntitle: On trees\ndate: 2024-01-31\nvenue: X\n---\n")
    site.put("docs/blog/index.md", "Of all.\n")
    nav = ["index.md", {"Said": ["talks/t.md"]}, {"News": ["blog/index.md", "guide.md"]}]
    site.config(plugins=["section-index", "blogposts"], nav=nav)

    built = site.build()

    assert built.exit_code == 0, built.log
    assert [card.title for card in built.page("talks/").cards] == ["On trees"]
    assert [node.text() for node in built.page("talks/t/").css("article h1")] == ["On trees"]
