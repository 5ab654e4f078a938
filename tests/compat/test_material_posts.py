"""Every key of front matter that posts of Material's blog and its other plugins have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import Link

if TYPE_CHECKING:
    from tests.site import Site

URL = "blog/2024/01/31/hello/"
AUTHORS = "authors:\n  ada:\n    name: Ada\n    description: Writes\n    avatar: https://example.org/ada.png\n"


def post(head: str, text: str = "# Hello\n\nText.\n") -> str:
    """A post, with a date unless `head` has one."""
    date = "" if "date:" in head else "date: 2024-01-31\n"
    return f"---\n{date}{head}\n---\n{text}"


DATES = {
    "a day": "date: 2024-01-31",
    "a moment": "date: 2024-01-31 10:30:00",
    "a moment with T": "date: 2024-01-31T10:30:00",
    "a moment with a zone": "date: 2024-01-31T10:30:00+02:00",
    "below created": "date:\n  created: 2024-01-31",
    "in braces": "date: {created: 2024-01-31, updated: 2024-02-01, announced: 2024-03-01}",
}


@pytest.mark.parametrize("head", DATES.values(), ids=DATES)
def test_dates(site: Site, head: str) -> None:
    site.put("docs/blog/posts/a.md", post(head))

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    times = [node.attributes["datetime"] or "" for node in built.page(URL).css(".md-sidebar--post time")]
    assert times[0].startswith("2024-01-31")
    assert [time[:10] for time in times[1:]] == (["2024-02-01"] if "updated" in head else [])


AUTHOR_FILES = {
    "whole": AUTHORS,
    "without avatar": "authors:\n  ada:\n    name: Ada\n    description: Writes\n",
    "without description": "authors:\n  ada:\n    name: Ada\n    avatar: https://example.org/ada.png\n",
    "with a name only": "authors:\n  ada:\n    name: Ada\n",
    "with more keys": f"{AUTHORS}    mastodon: '@ada@example.org'\n",
}


@pytest.mark.parametrize("layout", ["cards", "list"])
@pytest.mark.parametrize("authors", AUTHOR_FILES.values(), ids=AUTHOR_FILES)
def test_authors(site: Site, authors: str, layout: str) -> None:
    site.put("docs/blog/.authors.yml", authors).put("docs/blog/posts/a.md", post("authors: [ada]"))

    built = site.blogposts(view_layout=layout, authors_profiles=True).build(strict=True)

    assert built.exit_code == 0, built.log
    assert "Ada" in built.page(URL).text
    assert built.page("blog/author/ada/").heading == "Ada"
    pictures = [node.attributes["src"] or "" for node in built.page(URL).css(".md-sidebar--post .md-author img")]
    assert len(pictures) == 1
    assert pictures[0]


def test_categories_pin_readtime_and_slug(site: Site) -> None:
    site.put("docs/blog/posts/a.md", post("categories: [News, Tools & more]\nreadtime: 42\nslug: Its-Own"))
    site.put("docs/blog/posts/b.md", post("date: 2023-01-01\npin: true", "# Pinned\n"))

    built = site.blogposts(view_layout="list").build(strict=True)

    page = built.page("blog/2024/01/31/Its-Own/")
    links = page.links_in(".md-sidebar--post .md-post__meta")
    assert links == [Link("News", "blog/category/news/"), Link("Tools & more", "blog/category/tools--more/")]
    assert "42 min read" in page.text
    assert [card.title for card in built.page("blog/").cards] == ["Pinned", "Hello"]
    assert len(built.page("blog/").css(".md-pin")) == 1


def test_drafts(site: Site) -> None:
    site.put("docs/blog/posts/a.md", post("draft: true")).put("docs/blog/posts/b.md", post("draft: false", "# Other\n"))
    site.put("docs/blog/posts/c.md", post("date: 2999-01-01", "# Future\n"))

    assert [card.title for card in site.build().page("blog/").cards] == ["Future", "Other"]
    assert [card.title for card in site.build(serve=True).page("blog/").cards] == ["Future", "Hello", "Other"]
    site.blogposts(draft_if_future_date=True, draft_on_serve=False)
    assert [card.title for card in site.build(serve=True).page("blog/").cards] == ["Other"]
    assert [card.title for card in site.blogposts(draft=True).build().page("blog/").cards] == [
        "Future",
        "Hello",
        "Other",
    ]


def test_links(site: Site) -> None:
    head = """\
links:
  - guide.md
  - guide.md#first-steps
  - A name: guide.md
  - files/paper.pdf
  - More:
      - blog/posts/b.md
      - Elsewhere: https://example.com/x"""
    site.put("docs/guide.md", "# Guide\n\n## First steps\n").put("docs/files/paper.pdf", b"%PDF")
    site.put("docs/blog/posts/a.md", post(head)).put("docs/blog/posts/b.md", post("date: 2024-02-01", "# Other\n"))

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    nav = built.page(URL).links_in(".md-sidebar--post .md-post__meta")
    assert [link.url for link in nav] == [
        "guide/",
        "guide/#first-steps",
        "guide/",
        "files/paper.pdf",
        "blog/2024/02/01/other/",
        "https://example.com/x",
    ]
    assert [nav[0].text, nav[2].text, nav[4].text, nav[5].text] == ["Guide", "A name", "Other", "Elsewhere"]
    assert "First steps" in nav[1].text


@pytest.mark.parametrize("link", ["no-such.md", "guide.md#no-such"])
def test_a_link_that_leads_nowhere_is_a_warning(site: Site, link: str) -> None:
    site.put("docs/guide.md", "# Guide\n").put("docs/blog/posts/a.md", post(f"links:\n  - {link}"))

    built = site.build()

    assert built.exit_code == 0
    assert len(built.warnings) == 1
    assert built.faults[0].startswith("docs/blog/posts/a.md:4:")


PASSED_ON = {
    "title": ("title: Of its own", "<title>Of its own - Site</title>"),
    "description": ("description: Said in short", '<meta name="description" content="Said in short">'),
    "hide": ("hide: [toc, footer, navigation]", 'data-md-type="toc" hidden'),
    "status": ("status: new", "<article"),
    "icon": ("icon: material/star", "<article"),
    "subtitle": ("subtitle: Below", "<article"),
    "comments": ("comments: true", "<i>comments</i>"),
    "template": ("template: mine.html", "<i>mine</i>"),
    "robots": ("robots: noindex", "<article"),
    "social": ("social:\n  cards: false", "<article"),
    "rss": ("rss:\n  feed_description: Other", "<article"),
    "image": ("image: https://example.com/x.png", "<article"),
    "anything": ("something: [1, two, {three: 4}]", "<article"),
}
"""Front matter for the theme and others, and what shows that it arrives."""


@pytest.mark.parametrize("key", PASSED_ON)
def test_keys_of_the_theme_are_passed_on(site: Site, key: str) -> None:
    head, shown = PASSED_ON[key]
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    site.put("overrides/mine.html", '{% extends "main.html" %}{% block content %}<i>mine</i>{% endblock %}')
    comments = "{% if page.meta.comments %}<i>comments</i>{% endif %}"
    site.put("overrides/partials/comments.html", comments).put("docs/blog/posts/a.md", post(head))

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    url = "blog/2024/01/31/of-its-own/" if key == "title" else URL
    assert shown in built.page(url).html


def test_posts_hide_the_navigation(site: Site) -> None:
    site.put("docs/blog/posts/a.md", post(""))

    page = site.build(strict=True).page(URL)

    assert 'data-md-type="navigation" hidden' in page.html
    assert Link("Back to index", "blog/") in page.links


def test_a_post_in_nav_keeps_its_title_there(site: Site) -> None:
    site.config(nav=[{"Home": "blog/index.md"}, {"Read": [{"The one": "blog/posts/a.md"}]}])
    site.put("docs/blog/posts/a.md", post(""))

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert Link("The one", URL) in built.page("blog/").links_in(".md-nav--primary")
    assert Link("Back to index", "blog/") in built.page(URL).links
    assert built.page("blog/").cards[0].url == URL
