"""mkdocs-rss-plugin finds the posts with their dates, authors and categories, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest

from tests.compat.plugins import FIRST, POSTS, SECOND, needs

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-rss-plugin")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the plugin and what it stands on

DOCUMENTED = {
    "match_path": "blog/posts/.*",
    "date_from_meta": {"as_creation": "date", "as_update": "date.updated"},
    "categories": ["categories", "tags"],
    "use_git": False,
}
"""As Material documents it for its own blog."""


@pytest.mark.parametrize("creation", ["date", "date.created"])
def test_it_finds_dates_authors_and_categories(site: Site, creation: str) -> None:
    dates = {"as_creation": creation, "as_update": "date.updated"}
    site.write(POSTS).config(plugins=["blogposts", {"rss": DOCUMENTED | {"date_from_meta": dates}}])

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    feed = feedparser.parse(built.read("feed_rss_created.xml"))
    assert [(entry.title, entry.link.split("?")[0]) for entry in feed.entries] == [
        ("Second post", f"https://example.org/{SECOND}"),
        ("First post", f"https://example.org/{FIRST}"),
    ]
    assert [entry.published for entry in feed.entries] == [
        "Thu, 29 Feb 2024 10:30:00 +0000",
        "Wed, 31 Jan 2024 00:00:00 +0000",
    ]
    assert [sorted(tag.term for tag in entry.tags) for entry in feed.entries] == [
        ["Docs", "News", "Python", "Tools"],
        ["News", "Python"],
    ]
    assert feed.entries[1].author == "Ada"
    assert feed.entries[1].summary == "What was first"


def test_what_was_updated_has_that_date(site: Site) -> None:
    dates = {"as_creation": "date.created", "as_update": "date.updated"}
    site.write(POSTS).config(plugins=["blogposts", {"rss": DOCUMENTED | {"date_from_meta": dates}}])

    built = site.build(strict=True)

    published = {entry.title: entry.published for entry in feedparser.parse(built.read("feed_rss_updated.xml")).entries}
    assert published["Second post"] == "Fri, 01 Mar 2024 00:00:00 +0000"


def test_a_day_has_the_time_that_the_site_gives_it(site: Site) -> None:
    dates = {"as_creation": "date", "default_time": "06:09", "default_timezone": "UTC"}
    site.write(POSTS).config(plugins=["blogposts", {"rss": DOCUMENTED | {"date_from_meta": dates}}])

    built = site.build(strict=True)

    published = {entry.title: entry.published for entry in feedparser.parse(built.read("feed_rss_created.xml")).entries}
    assert published["First post"] == "Wed, 31 Jan 2024 06:09:00 +0000"


def test_authors_have_the_address_that_they_have_with_materials_blog(site: Site) -> None:
    authors = "{name: Ada, description: Writes, avatar: https://example.org/ada.png, email: ada@example.org}"
    site.write(POSTS).put("docs/blog/.authors.yml", f"authors:\n  ada: {authors}\n")

    theirs, ours = (
        site.config(plugins=[name, {"rss": DOCUMENTED}]).build(strict=True, into=name) for name in ("blog", "blogposts")
    )

    found = [
        {entry.title: entry.get("author") for entry in feedparser.parse(built.read("feed_rss_created.xml")).entries}
        for built in (theirs, ours)
    ]
    assert found[1] == found[0]
    assert found[1]["First post"] == "ada@example.org (Ada)"


def test_posts_of_jekyll_have_the_date_of_their_name(site: Site) -> None:
    site.write(POSTS).config(plugins=["blogposts", {"rss": DOCUMENTED}])
    site.put("docs/blog/posts/2023-01-02-old.md", "---\ntitle: Old\n---\nText.\n")

    built = site.build(strict=True)

    published = {entry.title: entry.published for entry in feedparser.parse(built.read("feed_rss_created.xml")).entries}
    assert published["Old"] == "Mon, 02 Jan 2023 00:00:00 +0000"


def test_without_a_pattern_listings_are_no_items(site: Site) -> None:
    site.write(POSTS).config(plugins=["blogposts", {"rss": DOCUMENTED | {"match_path": ".*"}}])

    built = site.build(strict=True)

    feed = feedparser.parse(built.read("feed_rss_created.xml"))
    paths = {entry.link.split("?")[0].removeprefix("https://example.org/") for entry in feed.entries}
    assert paths <= {"", "guide/", FIRST, SECOND}


@pytest.mark.parametrize("beside", [True, False])
def test_our_feeds_stand_back_if_the_site_says_so(site: Site, *, beside: bool) -> None:
    site.write(POSTS).config(plugins=[{"blogposts": {"feeds_beside_rss": beside}}, {"rss": DOCUMENTED}])

    built = site.build(strict=True)

    assert "feed_rss_created.xml" in built.files
    assert ("blog/rss.xml" in built.files) is beside
    assert bool(built.page("blog/").css('head link[rel~=alternate][href="rss.xml"]')) is beside


@pytest.mark.parametrize("beside", [True, False])
def test_feeds_of_the_blog_stand_beside_its_own_unless_the_site_wants_none(site: Site, *, beside: bool) -> None:
    site.write(POSTS).config(plugins=[{"blogposts": {"feeds_beside_rss": beside}}, {"rss": DOCUMENTED}])

    files = site.build(strict=True).files

    assert ("blog/rss.xml" in files, "feed_rss_created.xml" in files) == (beside, True)
