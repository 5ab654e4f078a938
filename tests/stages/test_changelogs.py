"""Versions of a changelog as entries of the blog: written once, shown in lists and feeds, and read on the changelog."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import feedparser
import pytest

from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

SITE = """
    docs/index.md
    | # Home
    docs/guide.md
    | # Guide
    docs/news/changelog.md
    | ---
    | title: What is new
    | # 0.1.0 - 2020-01-01
    | ---
    | # Changelog
    |
    | Text above, and [1.2.0](#120-2026-01-31).
    |
    | ## [Unreleased]
    |
    | - To come.
    |
    | ## [1.2.0] - 2026-01-31
    |
    | ### Added
    |
    | - Large print; see the [guide](../guide.md), [1.1.0](#110-2025-12-24-yanked) & <b>more</b>.
    | - A picture: ![tide](tide.png)
    |
    | ### Fixed
    |
    | - The moon.
    |
    | ## [1.1.0] - 2025-12-24 [YANKED]
    |
    | Broken for all who have a moon.
    |
    | ## 1.0.1
    |
    | - Nobody knows when.
    |
    | ## Marigram 1.0.0 "Kelp" (July 1, 2025) { #kelp }
    |
    | The first one.
    |
    | ## How to upgrade
    |
    | Not a word of it.
    |
    | [1.2.0]: https://example.org/1.2.0
    docs/news/tide.png
    | no picture
    docs/blog/posts/one.md
    | ---
    | title: One
    | date: 2026-01-01
    | categories: [News]
    | ---
    | One.
    docs/blog/posts/two.md
    | ---
    | title: Two
    | date: 2025-01-01
    | ---
    | Two.
"""
PAGE = "news/changelog/"
KELP = 'Marigram 1.0.0 "Kelp"'
EXTENSIONS: list[Any] = ["attr_list", "md_in_html", {"toc": {"permalink": True}}]


@pytest.fixture(scope="module", name="built")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("changelog")).write(SITE)
    site.config(site_name="Marigram", markdown_extensions=EXTENSIONS, validation={"anchors": "warn"})
    return site.blogposts(changelog="news/changelog.md").build(strict=True)


def test_versions_stand_among_the_posts_by_date(built: Built) -> None:
    found = [(card.title, card.url, card.date) for card in built.page("blog/").cards]

    assert found == [
        ("Marigram 1.2.0", f"{PAGE}#120-2026-01-31", "2026-01-31"),
        ("One", "blog/2026/01/01/one/", "2026-01-01"),
        ("Marigram 1.1.0 (Withdrawn)", f"{PAGE}#110-2025-12-24-yanked", "2025-12-24"),
        (KELP, f"{PAGE}#kelp", "2025-07-01"),
        ("Two", "blog/2025/01/01/two/", "2025-01-01"),
    ]
    assert [card.title for card in built.page("blog/archive/2025/").cards] == [
        "Marigram 1.1.0 (Withdrawn)",
        KELP,
        "Two",
    ]


def test_they_are_linked_where_they_really_stand(built: Built) -> None:
    anchors = {node.attributes["id"] for node in built.page(PAGE).css("h2[id]")}

    linked = {card.url.partition("#")[2] for card in built.page("blog/").cards if card.url.startswith(PAGE)}
    assert len(linked) == 3
    assert linked <= anchors


def test_their_excerpt_is_what_is_written_there(built: Built) -> None:
    cards = built.page("blog/").cards
    first = built.page("blog/").css(".bp-card__excerpt")[0]

    assert cards[0].excerpt == "Large print; see the guide, 1.1.0 & more. A picture:"
    assert cards[2].excerpt == "Broken for all who have a moon."
    links = [built.page("blog/").resolve(node.attributes["href"] or "") for node in first.css("a")]
    assert links == ["guide/", f"{PAGE}#110-2025-12-24-yanked"]
    assert "Not a word" not in built.page("blog/").text


def test_they_have_a_category(built: Built) -> None:
    page = built.page("blog/category/releases/")

    assert [card.title for card in page.cards] == ["Marigram 1.2.0", "Marigram 1.1.0 (Withdrawn)", KELP]
    assert (built.dir / "blog/category/releases/rss.xml").is_file()


def test_feeds_have_all_of_them(built: Built) -> None:
    feed = feedparser.parse((built.dir / "blog/atom.xml").read_bytes(), sanitize_html=False)
    [first, *_] = feed.entries
    data = json.loads((built.dir / "blog/feed.json").read_text(encoding="utf-8"))

    assert (first.title, first.link) == ("Marigram 1.2.0", f"https://example.org/{PAGE}#120-2026-01-31")
    assert first.id == first.link
    content = first.content[0].value
    assert all(text in content for text in ("Large print", "Fixed", "The moon."))
    assert 'src="https://example.org/news/tide.png"' in content
    assert f'href="https://example.org/{PAGE}#110-2025-12-24-yanked"' in content
    assert "headerlink" not in content
    assert data["items"][0]["date_published"].startswith("2026-01-31T00:00:00")


def test_the_changelog_stays_as_it_is(site: Site) -> None:
    site.write(SITE).config(site_name="Marigram", markdown_extensions=EXTENSIONS, nav=["news/changelog.md"])
    with_them = site.blogposts(changelog="news/changelog.md").build().page(PAGE)

    assert with_them.html == site.without_blog().build().page(PAGE).html


def test_search_sitemap_and_pages_are_as_without(built: Built) -> None:
    urls = [url for url in built.pages if "1.2" in url or "120" in url]
    assert urls == []
    assert not [name for name in built.files if "1.2.0" in name]
    assert not [doc for doc in built.search if doc["location"].startswith("blog/") and "moon" in doc["text"]]
    assert "#" not in (built.dir / "sitemap.xml").read_text(encoding="utf-8").replace("&#", "")


def test_posts_are_before_and_after_posts_alone(site: Site) -> None:
    site.write(SITE).config(site_name="Marigram", theme={"name": "material", "features": ["navigation.footer"]})
    built = site.blogposts(changelog="news/changelog.md").build()

    urls = [link.url for link in built.page("blog/2026/01/01/one/").links_in(".md-footer__inner")]
    assert urls == ["blog/2025/01/01/two/"]
    assert built.page("blog/2026/01/01/one/").css(".bp-related") == []


def test_the_day_may_stand_below_the_heading(site: Site) -> None:
    site.blogposts(changelog=["changes.md"], talks_map=True).write("""
        docs/changes.md
        | ## Version 1.1.0
        |
        | Unreleased
        |
        | - Soon.
        |
        | ## Version 1.0.0
        |
        | _Released 2026-01-31_
        |
        | - First.
    """)

    built = site.build(strict=True)

    [card] = built.page("blog/").cards
    assert (card.title, card.date[:10], card.excerpt) == ("Site 1.0.0", "2026-01-31", "First.")
    assert card.url == "changes/#version-100"
    assert built.faults == []


def test_what_has_no_date_is_told(built: Built) -> None:
    [told] = built.faults
    assert told.splitlines() == [
        "docs/news/changelog.md:28:1: '1.0.1' has no date, so it is no entry of the blog",
        "    write `## 1.2.0 - 2026-01-31`",
    ]
    assert [level for level, message in built.log if "1.0.1" in message] == ["INFO"]


@pytest.mark.parametrize("name", ["docs/CHANGES.md", "CHANGES.md"])
def test_a_changelog_may_lie_outside_and_be_brought_in(site: Site, name: str) -> None:
    site.write("""
        CHANGELOG.md
        | # Changelog
        |
        | ## 1.0.0 - 2026-01-31
        |
        | All of it.
        docs/CHANGES.md
        | --8<-- "CHANGELOG.md"
    """).config(markdown_extensions=[{"pymdownx.snippets": {"base_path": [str(site.root)], "check_paths": True}}])

    built = site.blogposts(changelog=[name], changelog_categories=[], view_layout="list").build(strict=True)

    assert [(card.title, card.url) for card in built.page("blog/").cards] == [("Site 1.0.0", "CHANGES/#100-2026-01-31")]
    assert "All of it." in built.page("blog/").text
    assert not [url for url in built.pages if "category" in url]


def test_what_is_named_in_vain_is_told(site: Site) -> None:
    site.write("docs/a.md\n| # A\n| ## 1.0 Nothing\n").blogposts(changelog=["a.md", "docs/gone.md"])
    built = site.build()

    assert built.warnings == ["There is no page 'docs/gone.md' in `docs_dir`, which `changelog` names"]
    assert built.faults == [
        "docs/a.md:2:1: '1.0 Nothing' has no date, so it is no entry of the blog\n    write `## 1.2.0 - 2026-01-31`"
    ]


def test_each_blog_has_the_changelogs_that_it_names(site: Site) -> None:
    site.write("""
        docs/a.md
        | ## 1.0 - 2026-01-01
        | Of a.
        docs/b.md
        | ## 2.0 - 2026-01-01
        | Of b.
    """).config(
        plugins=[
            "search",
            {"blogposts": {"changelog": "a.md", "post_date_format": "short"}},
            {"blogposts": {"blog_dir": "news", "changelog": "b.md", "draft_if_future_date": True}},
            {"blogposts": {"blog_dir": "third"}},
        ]
    )
    built = site.build()

    assert [(card.title, card.url) for card in built.page("blog/").cards] == [("Site 1.0", "a/#10-2026-01-01")]
    assert [(card.title, card.url) for card in built.page("news/").cards] == [("Site 2.0", "b/#20-2026-01-01")]
    assert built.page("third/").cards == []


def test_a_kept_build_follows_the_changelog(site: Site) -> None:
    site.write(SITE).blogposts(changelog="news/changelog.md").build()
    text = (site.root / "docs/news/changelog.md").read_text(encoding="utf-8")

    site.put("docs/news/changelog.md", text.replace("The first one.", "The very first.").replace("#kelp", "#weed"))
    site.config(markdown_extensions=EXTENSIONS)
    page = site.build().page("blog/")

    [card] = [card for card in page.cards if "Kelp" in card.title]
    assert (card.url, card.excerpt) == (f"{PAGE}#weed", "The very first.")


def test_a_version_of_the_future_waits_as_posts_do(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01
    site.write(SITE).blogposts(changelog="news/changelog.md", draft_if_future_date=True)

    built = site.build()

    assert "1.2.0" not in built.page("blog/").text
    assert "1.2.0" not in (built.dir / "blog/rss.xml").read_text(encoding="utf-8")
