"""Each listing has its feed, in each format, and says so."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.output.feed_readers import ATOM, FORMATS, feed_files, items, problems, titles, urls_in_contents
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

BASE = "https://example.org/notes/"

SITE = """
    docs/index.md
    | # Home
    docs/guide.md
    | # Guide
    docs/blog/.authors.yml
    | authors:
    |   ada:
    |     name: Ada & Co
    |     description: Writes
    |     avatar: https://example.com/ada.png
    docs/blog/posts/a.md
    | ---
    | title: "A < B & \\"C\\""
    | date: 1890-05-01
    | tags: [Python, "C & D"]
    | categories: [News]
    | authors: [ada]
    | teaser: /images/a b.svg
    | ---
    | See the [guide](../../guide.md), <img src="/elsewhere/x.png"> and [all](/other/?a=1&b=2#c).
    |
    | ![](../../images/a b.svg)
    docs/blog/posts/b.md
    | ---
    | title: B
    | date: {created: 2024-02-29 23:30:00 +05:30, updated: 2024-03-02}
    | tags: [Python]
    | authors: [ada]
    | teaser: https://example.com/b b.png
    | aliases: [/old/b/, /older/b.html]
    | ---
    | Second.
    docs/blog/posts/c.md
    | ---
    | title: C
    | date: 2024-01-01
    | series: Parts
    | categories: [News]
    | authors: [ada]
    | feed: {id: "tag:example.org,2001:c"}
    | ---
    | Third.
    docs/blog/posts/unlisted.md
    | ---
    | title: Unlisted
    | date: 2024-01-01
    | unlisted: true
    | tags: [Python]
    | categories: [News]
    | authors: [ada]
    | ---
    docs/talks/coming.md
    | ---
    | title: Coming
    | venue: PyConf
    | date: 2099-01-01
    | tags: [Python]
    | ---
    docs/talks/undated.md
    | ---
    | title: Undated
    | venue: PyConf
    | redirect_from: /talks/before/
    | ---
    docs/images/a b.svg
    | <svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>
"""

A, B, C = 'A < B & "C"', "B", "C"
FEEDS = {
    "blog/": [B, C, A],
    "blog/tag/python/": ["Coming", B, A],
    "blog/tag/c--d/": [A],
    "blog/category/news/": [C, A],
    "blog/author/ada/": [B, C, A],
    "blog/series/parts/": [C],
    "talks/": ["Coming", "Undated"],
}
"""What stands in the feeds of each listing, the newest first."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = (
        Site(tmp_path_factory.mktemp("site"))
        .config(site_url=BASE)
        .blogposts(authors_profiles=True, feeds_content="full")
    )
    return site.write(SITE).build(strict=False)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("url", FEEDS)
def test_a_feed_holds_what_its_listing_lists(built: Built, url: str, name: str) -> None:
    assert titles(built, url + name) == FEEDS[url]
    assert problems(built, url + name) == []


def test_there_are_no_other_feeds(built: Built) -> None:
    assert feed_files(built) == sorted(url + name for url in FEEDS for name in FORMATS)


@pytest.mark.parametrize("url", FEEDS)
def test_a_listing_leads_to_its_feed(built: Built, url: str) -> None:
    page = built.page(url)
    links = [page.resolve(node.attributes["href"] or "") for node in page.css("head link[rel~=alternate]")]
    own = [url + name for name in FORMATS]
    assert links == list(dict.fromkeys(own + [f"blog/{name}" for name in FORMATS]))
    assert [link.url for link in page.links_in(".bp-ways") if link.text == "Feed"] == [f"{url}rss.xml"]
    title = page.css("head link[rel~=alternate]")[0].attributes["title"]
    assert json.loads(built.read(f"{url}feed.json"))["title"] == title
    assert json.loads(built.read(f"{url}feed.json"))["home_page_url"] == BASE + url


def test_a_feed_says_what_it_holds(site: Site) -> None:
    site.config(site_description="All of it").blogposts(events=True, feeds_sections=["docs"]).write(SITE)
    site.put("docs/blog/category/news.md", "---\ndescription: What is new\n---\n").put("docs/docs/a.md", "# A\n")

    built = site.build()

    expected = {
        "blog/": "All of it",
        "blog/tag/python/": "2 posts, 1 talk tagged Python",
        "blog/category/news/": "What is new",
        "talks/": "2 talks: PyConf",
        "talks/event/pyconf/": "PyConf: 2 talks",
        "docs/": "All of it",
    }
    assert {url: json.loads(built.read(f"{url}feed.json"))["description"] for url in expected} == expected
    assert built.xml("blog/tag/python/atom.xml").findtext("{*}subtitle") == expected["blog/tag/python/"]
    assert titles(built, "talks/event/pyconf/rss.xml") == ["Coming", "Undated"]


def test_all_urls_in_feeds_are_whole(built: Built) -> None:
    for name in feed_files(built):
        urls = [*urls_in_contents(built, name)]
        assert [url for url in urls if not url.startswith("https://example.org/")] == []
    assert {*urls_in_contents(built, "blog/feed.json")} == {
        f"{BASE}guide/",
        f"{BASE}images/a%20b.svg",
        "https://example.org/elsewhere/x.png",
        "https://example.org/other/?a=1&b=2#c",
    }


def test_what_a_post_is_known_by_stays_when_it_moves(built: Built) -> None:
    ids = {item["title"]: item["id"] for item in json.loads(built.read("blog/feed.json"))["items"]}

    assert ids == {A: f"{BASE}blog/1890/05/01/a--b--c/", B: f"{BASE}old/b/", C: "tag:example.org,2001:c"}
    assert items(built, "talks/atom.xml")[1].id == f"{BASE}talks/before/"
    for name in FORMATS[:2]:
        assert {entry.title: entry.id for entry in items(built, f"blog/{name}")} == ids
    guids = {guid.text: guid.get("isPermaLink") for guid in built.xml("blog/rss.xml").iter("guid")}
    assert [url for url, is_link in guids.items() if is_link == "true"] == [ids[A]]


def test_dates_keep_their_zones(built: Built) -> None:
    rss = [date.text for date in built.xml("blog/rss.xml").iter("pubDate")]
    atom = [date.text for date in built.xml("blog/atom.xml").iter("{*}published")]

    assert rss == [
        "Thu, 29 Feb 2024 23:30:00 +0530",
        "Mon, 01 Jan 2024 00:00:00 +0000",
        "Thu, 01 May 1890 00:00:00 +0000",
    ]
    assert atom == ["2024-02-29T23:30:00+05:30", "2024-01-01T00:00:00+00:00", "1890-05-01T00:00:00+00:00"]
    # What is to come has not changed anything yet.
    assert built.xml("talks/atom.xml").findtext("{*}updated") == "1970-01-01T00:00:00+00:00"


def test_a_zone_that_once_had_seconds_is_written_as_feeds_can(site: Site) -> None:
    site.blogposts(timezone="Europe/Amsterdam").put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 1900-01-01\n---\n")

    built = site.build()

    assert [problems(built, f"blog/{name}") for name in FORMATS] == [[], [], []]
    assert "1900-01-01T00:00:00+00:20" in built.read("blog/atom.xml")


def test_a_teaser_is_an_enclosure_with_what_is_known_of_it(built: Built) -> None:
    size = str((built.dir / "images/a b.svg").stat().st_size)
    first, _, last = items(built, "blog/rss.xml")
    assert [(each.href, each.type, each.length) for each in last.enclosures] == [
        (f"{BASE}images/a%20b.svg", "image/svg+xml", size)
    ]
    assert first.enclosures == []  # its length is not known
    assert first.media_content[0]["url"] == "https://example.com/b%20b.png"
    assert {key: last.media_content[0][key] for key in ("medium", "width", "height")} == {
        "medium": "image",
        "width": "3",
        "height": "2",
    }


def test_authors_have_their_pages(built: Built) -> None:
    author = {"name": "Ada & Co", "url": f"{BASE}blog/author/ada/", "avatar": "https://example.com/ada.png"}
    assert json.loads(built.read("blog/feed.json"))["items"][0]["authors"] == [author]
    assert items(built, "blog/atom.xml")[0].author_detail == {"name": author["name"], "href": author["url"]}
    assert items(built, "blog/rss.xml")[0].author == author["name"]


def test_atom_is_what_jing_takes_for_atom(built: Built) -> None:
    if not (jing := shutil.which("jing")):
        pytest.skip("needs jing: apt-get install jing")
    files = [str(built.dir / name) for name in feed_files(built) if name.endswith("atom.xml")]

    ran = subprocess.run([jing, str(ATOM), *files], capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stdout) == (0, "")


def test_which_listings_have_feeds_is_an_option(site: Site) -> None:
    site.config(use_directory_urls=False).blogposts(feeds_listings=["talks", "tags"], feeds_formats=["json"])

    built = site.write(SITE).build()

    assert feed_files(built) == [
        *("blog/feed.json", "blog/tag/c--d/feed.json", "blog/tag/python/feed.json", "talks/feed.json")
    ]
    page = built.page("blog/tag/python.html")
    assert page.links_in(".bp-ways")[-1].url == "blog/tag/python/feed.json"


def test_without_own_feeds_a_listing_leads_to_none(site: Site) -> None:
    built = site.blogposts(feeds_listings=[]).write(SITE).build()

    assert feed_files(built) == [f"blog/{name}" for name in sorted(FORMATS)]
    assert "Feed" not in [link.text for link in built.page("blog/tag/python/").links]


def test_older_posts_stand_in_archives(site: Site) -> None:
    site.blogposts(feeds_archive=True, feeds_length=2)
    for day in range(1, 6):
        site.put(f"docs/blog/posts/2024-01-0{day}-p.md", f"---\ntitle: Day {day}\ntags: [x]\n---\n")

    built = site.build()

    for folder in ("blog/", "blog/tag/x/"):
        for stem, ending in (("rss", ".xml"), ("atom", ".xml"), ("feed", ".json")):
            names = [f"{folder}{stem}{part}{ending}" for part in ("", "-archive-2", "-archive-1")]
            assert [titles(built, name) for name in names] == [
                ["Day 5", "Day 4"],
                ["Day 4", "Day 3"],
                ["Day 2", "Day 1"],
            ]
            assert [problems(built, name) for name in names] == [[], [], []]
            if stem != "feed":
                current, newer, older = (f"https://example.org/{name}" for name in names)
                assert [_archive_links(built, name) for name in names] == [
                    {"self": current, "prev-archive": newer},
                    {"self": newer, "current": current, "prev-archive": older},
                    {"self": older, "current": current, "next-archive": newer},
                ]
                assert ["fh:archive/" in built.read(name) for name in names] == [False, True, True]


def _archive_links(built: Built, name: str) -> dict[str, str]:
    links = built.xml(name).iter("{http://www.w3.org/2005/Atom}link")
    return {
        link.get("rel", ""): link.get("href", "") for link in links if link.get("rel") not in ("alternate", "enclosure")
    }


def test_a_feed_gives_way_to_a_file_that_is_there(site: Site) -> None:
    site.write(SITE).put("docs/blog/tag/python/rss.xml", "<mine/>")

    built = site.build()

    assert built.read("blog/tag/python/rss.xml") == "<mine/>"
    assert titles(built, "blog/tag/python/rss-2.xml") == FEEDS["blog/tag/python/"]
    assert [fault for fault in built.faults if "rss.xml" in fault] == [
        (
            "mkdocs.yml: duplicate-url: '/blog/tag/python/rss.xml' is already the URL of docs/blog/tag/python/rss.xml,"
            " so the feed of the tag 'Python' as rss is built at '/blog/tag/python/rss-2.xml'\n"
            "    change `feeds_formats`"
        )
    ]


def test_feeds_follow_posts_from_build_to_build(site: Site) -> None:
    site.write(SITE)
    with site.serve() as preview:
        preview.build()
        site.put("docs/blog/posts/d.md", "---\ntitle: D\ndate: 2025-01-01\ntags: [Python, New]\n---\n")
        builds = [preview.build(), site.build()]

    for built in builds:
        assert titles(built, "blog/tag/python/rss.xml") == ["Coming", "D", B, A]
        assert "blog/tag/new/atom.xml" in built.files


def test_the_same_site_has_the_same_feeds(site: Site) -> None:
    site.write(SITE)
    first, second = (
        {name: (built.dir / name).read_bytes() for name in feed_files(built)}
        for built in (site.build() for _ in range(2))
    )

    assert first == second


HOOK = """
def on_page_context(context, page, **_):
    if hasattr(page, "posts"):
        page.posts = [post for post in page.posts if not post.meta.get("private")]
"""


def test_what_a_hook_takes_out_of_a_listing_is_in_no_feed_of_it(site: Site) -> None:
    site.put("hook.py", HOOK).config(hooks=["hook.py"]).blogposts(feeds_formats=["json"])
    for name in ("a", "b"):
        head = f"date: 2024-01-31\ntags: [sea]\nprivate: {str(name == 'a').lower()}"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{head}\n---\n# Post {name}\n")

    built = site.build(strict=True)

    found = {name for name in built.files if name.endswith("feed.json")}
    assert found == {"blog/feed.json", "blog/tag/sea/feed.json"}
    assert {name: "Post a" in built.read(name) for name in found} == dict.fromkeys(found, False)
    assert all("Post b" in built.read(name) for name in found)
    assert "blog/sitemap.xml" in built.files, "which Material's script asks for beside each of them"


def test_a_site_may_have_no_feeds(site: Site) -> None:
    site.blogposts(feeds=False).put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n")

    assert [name for name in site.build(strict=True).files if name.endswith((".xml", "feed.json"))] == ["sitemap.xml"]
