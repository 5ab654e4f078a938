"""The page of all archives: every year with its posts, unless something else stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.views.group_lists import MOST_TITLES

if TYPE_CHECKING:
    from tests.site import Site

DATES = ("2023-02-01", "2024-03-01", "2024-04-01")


def put_posts(site: Site) -> None:
    for date in DATES:
        site.put(
            f"docs/blog/posts/{date}.md",
            f"---\ntitle: On {date}\ndate: {date}\npin: {str(date == DATES[1]).lower()}\n---\nText.\n",
        )
    site.put("docs/blog/posts/hidden.md", "---\ntitle: Hidden\ndate: 2022-05-01\nunlisted: true\n---\nText.\n")
    site.put("docs/blog/posts/draft.md", "---\ntitle: Draft\ndate: 2021-05-01\ndraft: true\n---\nText.\n")


def test_all_years_with_their_posts(site: Site) -> None:
    put_posts(site)
    site.put("docs/index.md", "# Home\n\n[2024](blog/archive.md#2024)\n")

    built = site.build(strict=True)
    page = built.page("blog/archive/")

    assert page.css("h1")[0].text() == "Archive"
    assert [link.text() for link in page.content.css(".bp-groups h2, .bp-entries a")] == [
        *("2024", "On 2024-04-01", "On 2024-03-01"),
        *("2023", "On 2023-02-01"),
    ]
    assert [" ".join(chip.text().split()) for chip in page.css(".bp-terms a")] == ["2024 2", "2023 1"]
    assert page.css('meta[name="description"]')[0].attributes["content"] == "Archive: 3 posts"
    assert "blog/archive/" in {link.url for link in built.page("blog/").links}
    assert "blog/archive/" in {link.url for link in built.page("blog/archive/2024/").links}
    assert "Hidden" not in page.html
    assert "Draft" not in page.html
    assert "blog/archive/#2024" in {link.url for link in built.page("").links}


def test_it_is_called_as_the_site_calls_the_archive(site: Site) -> None:
    put_posts(site)

    built = site.blogposts(archive_name="Chronicle", archive_url_format="chronicle/{date}").build(strict=True)

    assert built.page("blog/chronicle/").css("h1")[0].text() == "Chronicle"


@pytest.mark.parametrize("options", [{"archive": False}, {"archive_url_format": "{date}"}])
def test_there_is_none_where_archives_have_no_place_of_their_own(site: Site, options: dict[str, object]) -> None:
    put_posts(site)

    assert "blog/archive/index.html" not in site.blogposts(**options).build(strict=True).files


@pytest.mark.parametrize("name", ["archive.md", "archive/index.md"])
def test_a_page_that_is_there_stays_as_it_is(site: Site, name: str) -> None:
    put_posts(site)
    site.put(f"docs/blog/{name}", "# Mine\n\nAll by myself.\n")

    page = site.build(strict=True).page("blog/archive/")

    assert page.css("h1")[0].text().startswith("Mine")
    assert not page.css(".bp-groups")


@pytest.mark.parametrize("head", ["permalink: /blog/archive/\n", "redirect_from: [/blog/archive/]\n"])
def test_it_gives_way_to_what_a_post_wants(site: Site, head: str) -> None:
    put_posts(site)
    site.put("docs/blog/posts/old.md", f"---\ntitle: Old\ndate: 2020-01-01\n{head}---\nText.\n")

    built = site.build(strict=True)

    assert "bp-groups" not in built.read("blog/archive/index.html")


def test_of_very_many_posts_it_leads_to_the_years_alone(site: Site) -> None:
    for number in range(MOST_TITLES + 1):
        site.put(f"docs/blog/posts/{number}.md", f"---\ntitle: P{number}\ndate: 202{number % 2}-03-01\n---\nText.\n")

    page = site.blogposts(feeds=False, pagination=False).build(strict=True).page("blog/archive/")

    assert [link.url for link in page.links_in(".bp-terms")] == ["blog/archive/2021/", "blog/archive/2020/"]
    assert not page.css(".bp-entries")
