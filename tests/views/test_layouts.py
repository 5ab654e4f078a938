"""How listings show their posts: as cards, as Material's list or as a table, each kind as the site wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.built import Link, text_of

if TYPE_CHECKING:
    from tests.built import Built, Page
    from tests.site import Site

TAG, ARCHIVE, CATEGORY, SERIES = "blog/tag/one/", "blog/archive/2024/", "blog/category/news/", "blog/series/trip/"
EMBEDDED = "# Home\n\n<!-- blogposts: {limit: 1, layout: table} -->\n"


def built(site: Site, theme: Any = "material", **options: Any) -> Built:
    """A site with two posts of one year and one of the year before."""
    for day, name in (("2024-01-31", "a"), ("2024-01-30", "b"), ("2023-05-01", "c")):
        more = "link: https://example.com/\n" if name == "b" else ""
        head = f"date: {day}\ntags: [One]\ncategories: [News]\nseries: Trip\n{more}"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{head}---\n# {name.upper()} <i>x</i>\n\nText.\n")
    return site.config(theme=theme).blogposts(**options).put("docs/index.md", EMBEDDED).build(strict=True)


def rows(page: Page) -> list[str]:
    """The rows of the one table of posts."""
    [table] = page.content.css("table.bp-table")
    return [text_of(row) for row in table.css("tr")]


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_table_has_dates_titles_and_tags(site: Site, theme: str) -> None:
    page = built(site, theme, view_layout="table", pagination_per_page=2).page("blog/")

    assert rows(page) == ["January 31, 2024 A x One", "January 30, 2024 B x One"]
    assert not page.cards
    assert page.links_in(".bp-table__title") == [
        Link("A x", "blog/2024/01/31/a-x/"),
        Link("B x", "https://example.com/"),
    ]
    assert page.links_in(".bp-table__tags") == [Link("One", TAG)] * 2
    assert page.css("a[rel=next]")


def test_each_kind_of_listing_may_have_its_own_layout(site: Site) -> None:
    of = built(site, archive_layout="table", categories_layout="list", tags_layout="cards")

    assert rows(of.page(ARCHIVE)) == ["January 31, 2024 A x One", "January 30, 2024 B x One"]
    assert len(of.page(CATEGORY).css("article.md-post--excerpt")) == 3
    assert len(of.page(TAG).css("article.bp-card")) == len(of.page("blog/").css("article.bp-card")) == 3


def test_the_page_of_a_series_is_a_table_or_a_list_of_its_parts_in_their_order(site: Site) -> None:
    parts = ["May 1, 2023 C x One", "January 30, 2024 B x One", "January 31, 2024 A x One"]
    of = built(site, series_layout="table")
    assert rows(of.page(SERIES)) == parts
    assert not of.page("blog/").css("table.bp-table")

    of = built(site, series_layout="list")
    posts = of.page(SERIES).css("article.md-post--excerpt")
    assert [text_of(post.css("h2")[0]) for post in posts] == ["C x", "B x", "A x"]
    assert len(of.page("blog/").css("article.bp-card")) == 3

    of = built(site, view_layout="table", series_layout="cards")
    assert len(of.page(SERIES).css("article.bp-card")) == 3


def test_a_table_stands_in_any_page_with_the_style_that_it_needs(site: Site) -> None:
    page = built(site).page()

    assert rows(page) == ["January 31, 2024 A x One"]
    assert [url for _, url in page.links_in("head") if "/blogposts." in url]


def test_a_site_with_its_own_template_of_lists_may_have_tables_beside(site: Site) -> None:
    site.put(
        "overrides/blog.html", '{% extends "main.html" %}{% block content %}{{ posts | length }} mine{% endblock %}'
    )
    of = built(site, theme={"name": "material", "custom_dir": "overrides"}, archive_layout="table")

    assert "3 mine" in of.page(CATEGORY).text
    assert len(rows(of.page(ARCHIVE))) == 2


def test_a_listing_says_below_its_name_what_it_lists(site: Site) -> None:
    of = built(site, authors_profiles=True)

    told = {url: [text_of(node) for node in of.page(url).css(".bp-told")] for url in (TAG, CATEGORY, ARCHIVE, "blog/")}

    assert told == {
        TAG: ["3 posts tagged One"],
        CATEGORY: ["3 posts in News"],
        ARCHIVE: ["2 posts from 2024"],
        "blog/": [],
    }


def test_each_page_of_the_archive_leads_to_all_years(site: Site) -> None:
    page = built(site).page("blog/archive/2023/")

    [years] = page.css(".bp-years")
    assert text_of(years) == "2024 2 2023 1"
    assert page.links_in(".bp-years") == [Link("2024 2", ARCHIVE)]
    assert [text_of(node) for node in years.css("[aria-current=page]")] == ["2023 1"]
