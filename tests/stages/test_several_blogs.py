"""Several blogs on one site: each page shows, and says in its head, what is of its own blog."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

OVERRIDE = '{% extends "base.html" %}{% block footer %}{{ blogposts(limit=1) }}{% endblock %}'


@pytest.fixture
def two_blogs(site: Site) -> Site:
    site.config(
        plugins=["search", {"blogposts": {"backlinks": True}}, {"blogposts": {"blog_dir": "news", "backlinks": True}}]
    )
    return site.write("""
        docs/index.md
        | # Home
        | <!-- blogposts: {limit: 3} -->
        docs/guide.md
        | # Guide
        docs/blog/posts/a.md
        | ---
        | title: A
        | date: 2024-01-31
        | ---
        | See the [guide](../../guide.md).
        docs/news/index.md
        | # News
        | <!-- blogposts: {limit: 3} -->
        docs/news/posts/b.md
        | ---
        | title: B
        | date: 2024-01-31
        | ---
        | See the [guide](../../guide.md).
    """)


def head_of(built: Built, url: str) -> tuple[int, list[str]]:
    """How many style sheets of ours a page has, and its feeds of one format."""
    page = built.page(url)
    sheets = [link for link in page.css("head link[rel=stylesheet]") if "blogposts" in str(link.attributes["href"])]
    feeds = page.css('head link[type="application/atom+xml"]')
    return len(sheets), [page.resolve(str(link.attributes["href"])) for link in feeds]


def test_each_page_has_the_head_of_its_own_blog(two_blogs: Site) -> None:
    for _ in range(2):
        built = two_blogs.build()

        assert head_of(built, "blog/") == (1, ["blog/atom.xml"])
        assert head_of(built, "news/") == (1, ["news/atom.xml"])
        assert head_of(built, "blog/2024/01/31/a/") == (1, ["blog/atom.xml"])
        assert head_of(built, "news/2024/01/31/b/") == (1, ["news/atom.xml"])
        assert head_of(built, "") == (1, ["blog/atom.xml"])
        assert head_of(built, "guide/") == (1, ["blog/atom.xml", "news/atom.xml"])


def test_cards_in_a_page_are_those_of_its_own_blog_or_else_of_the_first(two_blogs: Site) -> None:
    built = two_blogs.build()

    assert [card.title for card in built.page("").cards] == ["A"]
    assert [card.title for card in built.page("news/").cards] == ["B", "B"]


def test_a_template_shows_cards_of_the_first_blog(two_blogs: Site) -> None:
    two_blogs.put("docs/other.md", "# Other\n").put("overrides/main.html", OVERRIDE)
    two_blogs.config(theme={"name": "material", "custom_dir": "overrides"})

    built = two_blogs.build()

    assert re.findall(r"bp-card__title.*?>([AB])</a>", built.page("other/").html) == ["A"]
    assert head_of(built, "other/") == (1, ["blog/atom.xml"])


def test_one_blog_named_twice_is_refused_and_the_remedy_told(site: Site) -> None:
    site.config(plugins=["search", "blogposts", {"blogposts": {"authors_profiles": True}}])

    assert site.build().errors == [
        "`blogposts` is in `plugins:` of mkdocs.yml twice: take one out, or give it a `blog_dir` of its own"
    ]
