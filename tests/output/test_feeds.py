"""Feeds, read as a feed reader reads them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import feedparser
import pytest

from tests.built import Page
from tests.constructs import CONSTRUCTS, write_constructs
from tests.locks import LOCK

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

SITE = """
    docs/index.md
    | # Home
    docs/guide.md
    | # Guide
    docs/blog/posts/2024-01-01-a.md
    | ---
    | title: One & *only*
    | slug: one
    | date: {created: 2024-01-01 10:30:00 +02:00, updated: 2024-05-05}
    | tags: [Python, "C & D"]
    | categories: [News]
    | authors: [{name: Jane Doe}]
    | teaser: /images/a.svg
    | ---
    | First, the [guide](../../guide.md#top), [b](/posts/b), [away](https://example.com/?a=1&b=2) & [here](#more).
    |
    | <!-- more -->
    |
    | ![](/images/a.svg) <img src="/notes/images/a.svg"> More.
    docs/blog/posts/2023-01-01-b.md
    | ---
    | title: B
    | permalink: /posts/b/
    | pin: true
    | ---
    | Second.
    docs/images/a.svg
    | <svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>
"""
BASE = "https://example.org/notes/"


def feeds_of(built: Built) -> dict[str, Any]:
    return {
        name: feedparser.parse(
            (built.dir / "blog" / name).read_bytes(), sanitize_html=False, resolve_relative_uris=False
        )
        for name in ("rss.xml", "atom.xml")
    }


def json_of(built: Built) -> dict[str, Any]:
    feed: dict[str, Any] = json.loads(built.read("blog/feed.json"))
    return feed


@pytest.fixture
def built(site: Site) -> Built:
    return site.config(site_url=BASE, site_description="About <tides> & more").write(SITE).build(strict=True)


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_tells_the_newest_posts_first(built: Built, name: str) -> None:
    feed = feeds_of(built)[name]

    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.feed.title == "Blog - Site"
    assert feed.feed.link == f"{BASE}blog/"
    assert feed.feed.subtitle == "About <tides> & more"
    assert [(entry.title, entry.link, entry.id) for entry in feed.entries] == [
        ("One & only", f"{BASE}blog/2024/01/01/one/", f"{BASE}blog/2024/01/01/one/"),
        ("B", f"{BASE}posts/b/", f"{BASE}posts/b/"),
    ]
    first = feed.entries[0]
    assert tuple(first.published_parsed)[:6] == (2024, 1, 1, 8, 30, 0)
    assert {tag.term for tag in first.tags} == {"News", "Python", "C & D"}
    assert first.author == "Jane Doe"
    assert first.summary == "First, the guide, b, away & here."


def test_atom_tells_when_a_post_was_changed(built: Built) -> None:
    feed = feeds_of(built)["atom.xml"]

    assert tuple(feed.entries[0].updated_parsed)[:3] == (2024, 5, 5)
    assert tuple(feed.feed.updated_parsed)[:3] == (2024, 5, 5)
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{BASE}blog/atom.xml"]


def test_json_feed(built: Built) -> None:
    feed = json_of(built)

    assert {key: feed[key] for key in ("version", "title", "home_page_url", "feed_url", "language")} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Blog - Site",
        "home_page_url": f"{BASE}blog/",
        "feed_url": f"{BASE}blog/feed.json",
        "language": "en",
    }
    assert feed["user_comment"].startswith("This is a feed")
    first = feed["items"][0]
    assert first["id"] == first["url"] == f"{BASE}blog/2024/01/01/one/"
    assert first["title"] == "One & only"
    assert first["date_published"] == "2024-01-01T10:30:00+02:00"
    assert first["date_modified"] == "2024-05-05T00:00:00+00:00"
    assert first["authors"] == [{"name": "Jane Doe"}]
    assert first["tags"] == ["News", "Python", "C & D"]
    assert first["image"] == f"{BASE}images/a.svg"


def test_links_in_feeds_are_absolute(built: Built) -> None:
    contents = [feed.entries[0].content[0].value for feed in feeds_of(built).values()]
    contents.append(json_of(built)["items"][0]["content_html"])

    for content in contents:
        for url in (
            f"{BASE}guide/#top",
            f"{BASE}posts/b/",
            "https://example.com/?a=1&amp;b=2",
            f"{BASE}blog/2024/01/01/one/#more",
        ):
            assert f'href="{url}"' in content
        assert "More." not in content


def test_a_feed_may_hold_whole_posts(site: Site) -> None:
    picture = '<img alt="" src="https://example.com/c.png" srcset="https://example.com/c.png 1x, /c.png 2x">'
    site.put("docs/blog/posts/2022-01-01-c.md", f"# C\n\n{picture}\n")
    built = site.config(site_url=BASE).blogposts(feeds_content="full").write(SITE).build(strict=True)

    content = json_of(built)["items"][0]["content_html"]
    assert "More." in content
    assert content.count(f'src="{BASE}images/a.svg"') == 2
    other = json_of(built)["items"][2]["content_html"]
    assert 'srcset="https://example.com/c.png 1x, https://example.org/c.png 2x"' in other
    assert f'href="{BASE}guide/#top"' in content


def test_a_whole_post_in_a_feed_has_neither_a_second_heading_nor_what_needs_a_script(site: Site) -> None:
    write_constructs(site, options=", feeds_content: full, feeds_length: 100")
    site.put("docs/blog/posts/z.md", "---\ndate: 2025-01-01\ntitle: Its *title*\n---\n# Another heading\n\n## Part\n")

    items = {item["title"]: item["content_html"] for item in json_of(site.build(strict=True))["items"]}

    assert set(items) == {*(f"{name}, {kind}" for name in CONSTRUCTS for kind in ("whole", "first")), "Its title"}
    assert [title for title, content in items.items() if "<h1" in content] == ["Its title"]
    assert not [title for title, content in items.items() if "¶" in content or "headerlink" in content]
    assert not [title for title, content in items.items() if "<script" in content or 'type="radio"' in content]
    assert Page("", items["tabs, whole"]).text == "Choose: Pip Say pip. Conda Say conda. Done. The rest."
    assert "☑" in items["tasks, whole"]
    assert "<table" not in items["numbered code, whole"]


def test_what_is_behind_a_password_is_told_nowhere_else(site: Site) -> None:
    site.put("hook.py", LOCK).config(hooks=["hook.py"])
    site.put(
        "docs/blog/posts/a.md",
        "---\ndate: 2024-01-01\npassword: x\n---\n# Locked\n\nHidden.\n\n<!-- more -->\n\nHidden.\n",
    )
    site.put(
        "docs/blog/posts/b.md",
        "---\ndate: 2024-01-01\npassword: x\ndescription: For friends.\n---\n# Other\n\nHidden.\n",
    )

    for options in ({}, {"feeds_content": "full", "view_layout": "list"}):
        built = site.blogposts(**options).build(strict=True)

        assert built.exit_code == 0, built.log
        told = [
            name for name in built.files if name.endswith((".html", ".xml", ".json")) and "Hidden" in built.read(name)
        ]
        assert told == ["search/search_index.json"]  # which the plugin locks by itself
        assert {card.title for card in built.page("blog/").cards} == {"Locked", "Other"}
        assert {item["title"]: item.get("content_html") for item in json_of(built)["items"]} == {
            "Locked": None,
            "Other": "<p>For friends.</p>",
        }


def test_a_feed_has_as_many_posts_as_the_site_wants(site: Site) -> None:
    site.blogposts(feeds_length=3, pagination_per_page=2)
    for day in range(1, 6):
        site.put(f"docs/blog/posts/2024-01-0{day}-p.md", f"---\ntitle: Day {day}\n---\n")

    built = site.build(strict=True)

    assert [item["title"] for item in json_of(built)["items"]] == ["Day 5", "Day 4", "Day 3"]


def test_formats_are_an_option(site: Site) -> None:
    built = site.blogposts(feeds_formats=["atom"]).write(SITE).build(strict=True)

    assert {"blog/rss.xml", "blog/atom.xml", "blog/feed.json"} & built.files == {"blog/atom.xml"}
    page = built.page("blog/")
    links = [page.resolve(node.attributes["href"] or "") for node in page.css("head link[rel~=alternate]")]
    assert links == ["blog/atom.xml"]


def test_the_atom_feed_can_be_where_another_builder_had_it(site: Site) -> None:
    built = site.blogposts(feeds_atom_url="/feed.xml").write(SITE).build(strict=True)

    assert {"feed.xml", "blog/rss.xml", "blog/feed.json"} <= built.files
    assert "blog/atom.xml" not in built.files
    assert feedparser.parse(built.read("feed.xml")).entries
    page = built.page("blog/")
    links = [page.resolve(node.attributes["href"] or "") for node in page.css("head link[rel~=alternate]")]
    assert links == ["blog/rss.xml", "feed.xml", "blog/feed.json"]


def test_feeds_are_linked_from_our_pages(built: Built) -> None:
    for url in ("blog/", "posts/b/", "blog/archive/2024/"):
        page = built.page(url)
        links = [page.resolve(node.attributes["href"] or "") for node in page.css("head link[rel~=alternate]")]
        assert links == ["blog/rss.xml", "blog/atom.xml", "blog/feed.json"]
    assert not built.page("guide/").css("head link[rel~=alternate]")


def test_without_site_url_there_are_no_feeds_and_one_line_says_so(site: Site) -> None:
    built = site.config(site_url="").write(SITE).build()

    assert [name for name in built.files if name.endswith(("rss.xml", "atom.xml", "feed.json"))] == []
    assert len([info for info in built.infos if "`site_url`" in info]) == 1
    assert not built.page("blog/").css("head link[rel~=alternate]")
    assert "Feed" not in [link.text for link in built.page("blog/").links]


def test_an_empty_blog_has_feeds_that_can_be_read(site: Site) -> None:
    built = site.write("docs/index.md\n| # Home").build(strict=True)

    for feed in feeds_of(built).values():
        assert not feed.bozo
        assert feed.entries == []
    assert json_of(built)["items"] == []


def test_a_description_is_text_for_readers_of_rss_who_take_it_for_html(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\ndescription: 'Tides &lt;b&gt; & &amp;lt;'\n---\n# A\n")

    built = site.build(strict=True)

    plain = feedparser.parse(built.read("blog/atom.xml")).entries[0].summary
    html = feedparser.parse(built.read("blog/rss.xml"), sanitize_html=False).entries[0].summary
    assert Page("", html).text == plain
    assert "<b>" in plain
