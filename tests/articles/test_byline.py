"""The head of a post's page, and what stands at its end: who wrote it, when, and about what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.built import Link, text_of
from tests.png import png

if TYPE_CHECKING:
    from tests.built import Page
    from tests.site import Site

URL = "blog/2024/01/31/a/"
HEAD = """\
date: {created: 2024-01-31, updated: 2024-02-03}
authors: [ada, bob]
categories: [News]
tags: [One, Two]
readtime: 4
description: What *it* is & was
teaser: boat.png
"""
AUTHORS = "authors:\n  ada: {name: Ada, description: Writes, avatar: ada.png}\n  bob: {name: Bob, description: Reads}\n"
THEMES = ("material", "mkdocs", "readthedocs")


def page_of(site: Site, text: str = "# A\n\nText.\n", theme: str | dict[str, str] = "material", **options: Any) -> Page:
    """The page of a post about which all is told that a byline may say."""
    site.config(theme=theme).put("docs/ada.png", png(4, 4)).put("docs/blog/posts/boat.png", png(160, 90))
    site.put("docs/blog/.authors.yml", AUTHORS).put("docs/blog/posts/a.md", f"---\n{HEAD}---\n{text}")
    return site.blogposts(**options).build(strict=True).page(URL)


@pytest.mark.parametrize("theme", THEMES)
def test_a_line_below_the_title_says_who_wrote_a_post_and_when(site: Site, theme: str) -> None:
    page = page_of(site, theme=theme)

    [line] = page.content.css(".bp-header .bp-byline")
    assert text_of(line) == "Ada Bob January 31, 2024 Updated February 3, 2024 News 4 min read"
    assert [time.attributes["datetime"] for time in line.css("time")] == ["2024-01-31", "2024-02-03"]
    assert [page.resolve(image.attributes["src"] or "") for image in line.css("img")] == ["ada.png"]
    assert Link("News", "blog/category/news/") in page.links_in(".bp-byline")
    assert page.html.index("</h1>") < page.html.index("bp-byline") < page.html.index("Text.")


@pytest.mark.parametrize("theme", THEMES)
def test_a_post_ends_with_its_tags_and_a_line_on_each_author(site: Site, theme: str) -> None:
    page = page_of(site, theme=theme)

    [tags], [authors] = page.content.css(".md-tags"), page.content.css(".bp-authors")
    assert page.links_in(".md-tags") == [Link("One", "blog/tag/one/"), Link("Two", "blog/tag/two/")]
    assert text_of(authors) == "Ada Writes Bob Reads"
    assert page.html.index("Text.") < page.html.index(tags.html or "") < page.html.index("bp-authors")


def test_no_line_on_authors_repeats_what_the_byline_says(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nauthors: [Ada]\n---\n# A\n")

    assert not site.build().page(URL).css(".bp-authors")


def test_tags_are_hidden_where_a_post_hides_them(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\ntags: [One]\nhide: [tags]\n---\n# A\n")

    assert not site.build().page(URL).css(".md-tags")


@pytest.mark.parametrize(("name", "text"), [("partials/tags.html", "{{ tags }}"), ("main.html", "{{ tags | d('') }}")])
def test_tags_are_left_to_a_template_of_the_site(site: Site, name: str, text: str) -> None:
    extends = '{% extends "base.html" %}{% block announce %}' if name == "main.html" else ""
    site.put(f"overrides/{name}", f"{extends}<i class='mine'>{text}</i>{'{% endblock %}' if extends else ''}")
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\ntags: [One]\n---\n# A\n")

    page = site.build().page(URL)

    assert "blog/tag/one/" in text_of(page.css(".mine")[0])
    assert not page.css(".bp-footer .md-tags")


def test_a_template_of_the_site_for_posts_stays_alone_with_what_it_shows(site: Site) -> None:
    body = "{{ page.config.date.created | date }} {{ page.content }}"
    site.put("overrides/blog-post.html", f'{{% extends "main.html" %}}{{% block container %}}{body}{{% endblock %}}')
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n")

    page = site.build().page(URL)

    assert page.text.count("January 31, 2024") == 1
    assert not page.css(".bp-byline")


def test_a_template_of_the_site_for_posts_may_show_the_authors_itself(site: Site) -> None:
    body = "<i class='mine'>{{ page.authors[0].name }}</i>{{ page.content }}"
    site.put("overrides/blog-post.html", f'{{% extends "main.html" %}}{{% block container %}}{body}{{% endblock %}}')

    page = page_of(site, theme={"name": "material", "custom_dir": "overrides"})

    assert text_of(page.css(".mine")[0]) == "Ada"
    assert not page.css(".bp-authors")


def test_a_template_of_the_site_may_include_a_table_of_contents(site: Site) -> None:
    """Material's includes itself, for the headings below each heading."""
    toc = '{% include "partials/toc.html" %}'
    site.put("overrides/wide.html", f'{{% extends "main.html" %}}{{% block site_nav %}}{toc}{{% endblock %}}')
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    head = "date: 2024-01-31\nauthors: [Ada]\ntemplate: wide.html"
    site.put("docs/blog/posts/a.md", f"---\n{head}\n---\n# A\n\n## B\n\n### C\n")
    site.put("docs/blog/index.md", "---\ntemplate: wide.html\n---\n# News\n")

    built = site.build(strict=True)

    assert [text_of(link) for link in built.page(URL).css(".md-nav--secondary a")] == ["B", "C"]
    assert "Ada" in text_of(built.page(URL).css(".bp-byline")[0])
    assert built.page("blog/").css(".bp-card")


def test_the_teaser_and_the_description_stand_on_the_page_where_a_site_wants_them(site: Site) -> None:
    page = page_of(site, post_teaser_on_page=True, post_description_on_page=True)

    [lead], [image] = page.content.css(".bp-lead"), page.content.css("img.bp-hero")
    assert text_of(lead) == "What it is & was"
    assert page.resolve(image.attributes["src"] or "") == "blog/boat.png"
    assert [image.attributes[name] for name in ("alt", "width", "height")] == ["", "160", "90"]
    assert page.html.index("bp-byline") < page.html.index("bp-hero") < page.html.index("Text.")


@pytest.mark.parametrize(
    ("text", "options"),
    [
        pytest.param("# A\n\n![A boat](boat.png)\n", {"post_teaser_on_page": True}, id="in the text already"),
        pytest.param("# A\n\nText.\n", {"post_teaser_default": "ada.png"}, id="not wanted"),
    ],
)
def test_no_picture_stands_twice_or_unasked(site: Site, text: str, options: dict[str, Any]) -> None:
    assert not page_of(site, text, **options).css("img.bp-hero")
