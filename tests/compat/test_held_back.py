"""No byte of a site tells of what is held back, in whatever way: each file of a build is searched for its words.

So whatever a build makes is held to it, what there will be some day too. What may tell of a text stands in a table,
with the reason.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from fnmatch import fnmatchcase

import pytest
from lxml import etree

from mkdocs_blogposts.content.models import HeldBack, Robots
from tests.cli.command import run_in
from tests.compat.held_back_leaks import (
    BOTH,
    HEAD,
    HELD_BACK,
    IN_PREVIEW,
    LOCKED,
    MARCH,
    SEARCH,
    SERVED,
    TEXT,
    UNLISTED,
    Stage,
    leaks,
    stage,
)
from tests.compat.held_back_site import LED_TO, PAGE, PARTLY_SHOWN, POST, TALK, WAYS, Way, put_texts, write
from tests.compat.plugins import needs
from tests.output.feed_readers import feed_files, titles
from tests.site import Site

needs("mkdocs-encryptcontent-plugin", "mkdocs-llmstxt", "mkdocs-redirects", "mkdocs-rss-plugin")

pytestmark = pytest.mark.filterwarnings("ignore")  # of other plugins and what they stand on

OUTPUTS = {
    "its page": (BOTH, "*/{}/index.html", f"{POST} {TALK}"),
    "what lies beside it": (TEXT, "*.png", f"{POST} {TALK}"),
    "slides": (HEAD, "assets/images/blogposts/{}.1.*.webp", ""),
    "the index": (HEAD, "blog/index.html", POST),
    "archives": (HEAD, "2024/index.html 2024/02/index.html", POST),
    "tags": (HEAD, "blog/tags/index.html tag/shared/index.html tag/{}/index.html lists/index.html", f"{POST} {TALK}"),
    "Material's `tags`": (HEAD, "tags/index.html tags.json", f"{POST} {TALK}"),
    "lists in Liquid": (BOTH, "liquid/index.html", f"{POST} {TALK}"),
    "categories": (HEAD, "category/shared/index.html category/{}/index.html", POST),
    "authors": (HEAD, "blog/author/ada/index.html blog/author/{}/index.html", f"{POST} {TALK}"),
    "series": (HEAD, "blog/series/shared/index.html blog/series/{}/index.html", POST),
    "other posts": (HEAD, "blog/2024/01/10/before/index.html blog/2024/03/10/after/index.html", POST),
    "talks": (HEAD, "talks/index.html talks/event/{}/index.html speaking/index.html map/index.html", TALK),
    "notices": (HEAD, "blog/2024/02/10/pointing/index.html", f"{POST} {TALK}"),
    "links": (HEAD, "pointers/index.html", f"{POST} {TALK}"),
    "docs pages": (HEAD, "guide/index.html index.html", f"{POST} {TALK}"),
    "feeds": (BOTH, "blog/rss*.xml blog/atom*.xml blog/feed*.json", POST),
    "feeds of listings": (BOTH, "tag/shared/rss*.xml tag/shared/atom*.xml tag/shared/feed*.json", f"{POST} {TALK}"),
    "feeds of talks": (BOTH, "talks/rss.xml talks/atom.xml talks/feed.json", TALK),
    "feeds of sections": (BOTH, "guide/rss.xml guide/atom.xml guide/feed.json", TALK),
    "feeds of jekyll-feed": (HEAD, "feed.xml feed/by_tag/{}.xml", f"{POST} {TALK}"),
    "mkdocs-rss-plugin": (HEAD, "feed_rss_*.xml feed_json_*.json", ""),
    "calendars": (HEAD, "talks/talks.ics talks/{}/talk.ics", TALK),
    "the sitemap": (HEAD, "sitemap.xml sitemap.xml.gz", f"{POST} {TALK}"),
    "the sitemap of posts": (HEAD, "blog/sitemap.xml", POST),
    "search": (BOTH, "search/search_index.json", f"{POST} {TALK}"),
    "llms.txt": (HEAD, "llms.txt llms-full.txt", f"{POST} {TALK}"),
    "old addresses": (HEAD, "old/{}/index.html redirects.json", f"{POST} {TALK}"),
}
"""What tells of a text that is for all: which words, in which files, and of which kinds of text each of them does."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stage]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", MARCH)
        site = write(Site(tmp_path_factory.mktemp("site")))
        put_texts(site, is_held_back=True)
        stages = {"cold": stage(site), "cached": stage(site)}
        put_texts(site, is_held_back=False)
        stages["for all"] = stage(site)
        put_texts(site, is_held_back=True)
        stages["held back again"] = stage(site)
        site.blogposts(draft_on_serve=False)
        stages["served"] = stage(site, serve=True)
        site.blogposts(preview=True)
        stages["preview"] = stage(site)
    return stages


@pytest.mark.parametrize("name", ["cold", "cached", "held back again"])
def test_nothing_tells_of_what_is_held_back(built: dict[str, Stage], name: str) -> None:
    assert list(leaks(built[name].told)) == []


def test_no_password_is_told(built: dict[str, Stage]) -> None:
    assert [name for name, content in built["for all"].files.items() if b"Sesame" in content] == []
    assert [name for name, content in built["cold"].files.items() if b"Sesame" in content] == []


def test_a_server_tells_of_it_where_authors_are_warned(built: dict[str, Stage]) -> None:
    assert list(leaks(built["served"].told, SERVED)) == []


def test_a_preview_tells_of_it_on_pages_alone(built: dict[str, Stage]) -> None:
    preview = built["preview"]

    assert list(leaks(preview.told, IN_PREVIEW)) == []
    # What may be meant to be behind a password is for no reviewer either.
    words = {way.word for way in HELD_BACK if way.kind != PAGE and way.name != "leveltalk"}
    assert words <= {name.split("/")[-2] for name in preview.files if name.endswith("/index.html")}
    assert words & {title for name in feed_files(preview.built) for title in titles(preview.built, name)} == set()
    own = re.compile(r"/(?:2024/02/01|2099/01/01|2024|talks|recipes|example\.org)/(\w+)/$")
    assert words & {match[1] for url in preview.built.sitemap if (match := own.search(url))} == set()
    assert [word for word in words if word in preview.built.read("talks/talks.ics").lower()] == []


@pytest.mark.parametrize("output", OUTPUTS)
def test_what_is_for_all_is_told(built: dict[str, Stage], output: str) -> None:
    told = built["for all"].told
    begins, patterns, kinds = OUTPUTS[output]
    ways = [way for way in WAYS if way.kind in kinds.split() and way.name not in PARTLY_SHOWN]

    for pattern in patterns.split():
        found = {word for word, names in told.items() if any(fnmatchcase(name, pattern.format(word)) for name in names)}
        assert found, pattern
    for way in ways:
        for word in (way.word, way.text_word):
            patterns_of = [pattern.format(way.word) for pattern in patterns.split()]
            is_told = any(fnmatchcase(name, pattern) for name in told.get(word, ()) for pattern in patterns_of)
            assert is_told or word[:2] not in begins.split(), word


def test_each_way_of_holding_back_is_tried(site: Site) -> None:
    put_texts(write(site), is_held_back=True)

    rows = json.loads(run_in(site, "list", "--json").stdout)

    states = {row["title"]: row["state"] for row in rows if row["title"].startswith(HEAD)}
    assert {word for word, state in states.items() if state == "published"} == {
        way.word for way in WAYS if way.name in PARTLY_SHOWN and way.name not in UNLISTED.split()
    }
    assert {*states.values()} == {*HeldBack, "unlisted", "published"}
    assert {each.name for each in fields(Robots) if each.type == "bool"} == {"noindex", "in_search", "in_sitemap"}
    urls = run_in(site, "urls").stdout.lower()
    assert [way.word for way in WAYS if way.word in urls and way.name not in PARTLY_SHOWN] == []


@pytest.mark.parametrize("name", ["cold", "held back again"])
def test_what_only_machines_pass_over(built: dict[str, Stage], name: str) -> None:
    files = {each: content.decode() for each, content in built[name].files.items() if each.endswith(".html")}
    urls = [each.text or "" for each in etree.fromstring(built[name].files["sitemap.xml"]).iter("{*}loc")]
    found = {docs["location"].partition("#")[0] for docs in json.loads(built[name].files[SEARCH])["docs"]}

    addresses = {way.name: address_of(way) for way in WAYS if way.name in PARTLY_SHOWN}
    is_noindex = {
        way: '<meta name="robots" content="noindex">' in files[f"{at}index.html"] for way, at in addresses.items()
    }
    assert [way for way, is_so in is_noindex.items() if is_so] == ["unlisted", "unlistedtalk", "noindex"]
    in_sitemap = {url.removeprefix("https://example.org/") for url in urls}
    assert [way for way, at in addresses.items() if at not in in_sitemap] == [*UNLISTED.split(), "noindex", "nositemap"]
    assert [way for way, at in addresses.items() if at not in found] == [
        *UNLISTED.split(),
        *LOCKED.split(),
        "nosearch",
    ]


def address_of(way: Way) -> str:
    return f"talks/{way.word}/" if way.kind == TALK else f"blog/2024/02/01/{way.word}/"


def test_nothing_tells_of_it_on_a_plain_site(site: Site) -> None:
    named = [{"Named": path} for path in LED_TO if "/a/" not in path]
    nav = [{"Home": "index.md"}, {"Blog": ["blog/index.md", *named]}, {"Empty": named}, {"Guide": "guide/index.md"}]
    site.config(theme="mkdocs", use_directory_urls=False, nav=nav)
    write(site, redirects_files=["_redirects"], feeds_content="excerpt", view_layout="table", archive_layout="list")
    site.config(plugins=[plugin for plugin in site.options["plugins"] if plugin not in ("tags", "meta")])
    put_texts(site, is_held_back=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", MARCH)
        _, told, files = stage(site)

    by_plugins = ("folderdefaults", "defaultstalk")
    assert [leak for leak in leaks(told) if leak.partition(":")[0] not in by_plugins] == []
    assert "_redirects" in told["zqunlisted"]
    assert b"Empty" not in files["index.html"]


def test_the_cache_changes_nothing(built: dict[str, Stage]) -> None:
    # The plugin encrypts with something random.
    before = {name: content for name, content in built["cold"].files.items() if "/zqlocked" not in name}

    for name in ("cached", "held back again"):
        after = {name: content for name, content in built[name].files.items() if "/zqlocked" not in name}
        assert [each for each in before | after if before.get(each) != after.get(each)] == []


@pytest.mark.parametrize("name", ["cold", "cached", "held back again"])
def test_slides_are_no_way_around_a_password(built: dict[str, Stage], name: str) -> None:
    pictures = {each.rpartition("/")[2].partition(".")[0] for each in built[name].files if each.endswith(".webp")}

    assert pictures == {"zqunlistedtalk"}
