"""Complete pages in every theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.built import Link
from tests.links import broken_links

if TYPE_CHECKING:
    from tests.site import Site

SITE = """
    docs/index.md
    | # Home
    docs/blog/.authors.yml
    | authors:
    |   jane: {name: Jane Doe, description: Keeper, avatar: "https://example.com/j.png"}
    docs/blog/posts/2024-01-01-a.md
    | ---
    | title: The *first* post
    | slug: a
    | tags: [x]
    | categories: [News]
    | authors: [jane]
    | ---
    | One, with a [talk](/talks/t/).
    docs/blog/posts/2024-02-01-b.md
    | ---
    | title: B
    | ---
    | # B itself
    |
    | Two.
    docs/talks/t.md
    | ---
    | title: T
    | venue: PyConf
    | location: Ghent
    | date: 2024-05-05
    | link: https://example.com/event
    | ---
    | Abstract.
"""
THEMES = pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])


@THEMES
def test_every_kind_of_page_is_complete(site: Site, theme: str) -> None:
    built = site.config(theme=theme, site_url="https://example.org/notes/").write(SITE).build(strict=True)

    assert built.exit_code == 0, built.log
    assert [card.title for card in built.page("blog/").cards] == ["B", "The first post"]
    post = built.page("blog/2024/01/01/a/")
    assert post.heading == "The first post"
    assert post.title.startswith("The first post")
    for text in ("January 1, 2024", "Jane Doe", "1 min read"):
        assert text in post.text or text in " ".join(node.text() for node in post.css("body"))
    assert Link("x", "blog/tag/x/") in post.links_in("body")
    assert Link("News", "blog/category/news/") in post.links_in("body")
    assert [card.title for card in post.cards] == ["T"]
    talk = built.page("talks/t/")
    assert talk.heading == "T"
    for text in ("PyConf", "Ghent", "May 5, 2024", "Abstract."):
        assert text in talk.text
    assert [card.title for card in talk.cards] == ["The first post"]
    assert broken_links(built.dir, "/notes/") == []


@THEMES
def test_a_page_has_one_heading_of_the_first_rank(site: Site, theme: str) -> None:
    built = site.config(theme=theme).write(SITE).build(strict=True)

    ours = [url for url in built.pages if url]
    assert {url: len(built.page(url).content.css("h1")) for url in ours} == dict.fromkeys(ours, 1)


@THEMES
def test_no_page_has_an_id_twice(site: Site, theme: str) -> None:
    site.blogposts(authors_profiles=True).config(theme=theme).write(SITE)
    built = site.build(strict=True)

    for url in built.pages:
        ids = [node.attributes["id"] or "" for node in built.page(url).content.css("[id]")]
        assert sorted(ids) == sorted(set(ids)), url


@THEMES
def test_no_trace_of_how_it_is_made_is_left(site: Site, theme: str) -> None:
    built = site.config(theme=theme).write(SITE).build(strict=True)

    for name in built.files:
        if name.endswith((".html", ".xml", ".json")):
            text = built.read(name)
            assert not re.search(r"site_root|site-root|blogposts-as-is|blogposts_as_is|\{\{|\{%", text), name


def test_in_the_mkdocs_theme_without_site_url(site: Site) -> None:
    built = site.config(theme="mkdocs", site_url="").write(SITE).build()

    assert built.exit_code == 0
    assert broken_links(built.dir) == []


def test_a_custom_dir_wins_over_our_templates(site: Site) -> None:
    site.config(theme={"name": "material", "custom_dir": "overrides"}).write(SITE)
    site.put("overrides/blogposts/draft-badge.html", "")
    site.put("overrides/blogposts/tags.html", '<p class="mine">{% for term in terms %}{{ term.name }}{% endfor %}</p>')

    page = site.build(strict=True).page("blog/")

    assert [node.text() for node in page.css("p.mine")] == ["x"]
