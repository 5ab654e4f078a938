"""Each format of a feed, sign by sign: a post of which all is known, and a talk of which nearly nothing is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from xml.sax.saxutils import quoteattr

import pytest
from lxml import etree

from mkdocs_blogposts.output.atom_feed import NEVER, atom_document, atom_entry
from mkdocs_blogposts.output.feed_values import Feed, FeedAuthor, FeedImage, FeedItem
from mkdocs_blogposts.output.feed_xml import attribute
from mkdocs_blogposts.output.json_feed import json_document, json_item
from mkdocs_blogposts.output.rss_feed import rss_document, rss_item
from mkdocs_blogposts.output.sitemap import write_sitemap

ZONE = timezone(timedelta(hours=2))
FULL = FeedItem(
    id="urn:1",
    url="https://e.org/a/?b&c",
    title="A & <b>\x0c",
    date=datetime(2024, 1, 31, 9, 30, 5, 7, tzinfo=ZONE),
    updated=datetime(2024, 2, 1, tzinfo=UTC),
    summary="One & two < three &amp; 4",
    content="<p>One</p>",
    authors=(
        FeedAuthor(name="Jane", url="https://e.org/jane", avatar="https://e.org/jane.png"),
        FeedAuthor(name="Ann", url=None, avatar=None),
    ),
    labels=("News", 'C"D'),
    image=FeedImage(url="https://e.org/a.png", alt="A cat", media_type="image/png", length=7, width=3, height=2),
)
BARE = FeedItem(
    id="https://e.org/t/",
    url="https://e.org/t/",
    title="T",
    date=None,
    updated=None,
    summary="",
    content="",
    authors=(),
    labels=(),
    image=FeedImage(url="https://e.org/b", alt="", media_type=None, length=None, width=None, height=None),
)
FEED = Feed(
    title="Blog & more",
    description="About <it>",
    home_url="https://e.org/blog/",
    url="https://e.org/blog/feed",
    language="en",
    author="Site",
    updated=datetime(2024, 2, 1, tzinfo=UTC),
    note="This is a feed:",
    stylesheet="../a.css",
)
ARCHIVE = replace(
    FEED, description="", is_archive=True, current="https://e.org/1", older="https://e.org/2", newer="https://e.org/3"
)
NAMESPACES = (
    ' xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:h="http://www.w3.org/1999/xhtml"'
    ' xmlns:media="http://search.yahoo.com/mrss/">'
)
HEAD = ['<?xml version="1.0" encoding="UTF-8"?>', '<?xml-stylesheet type="text/css" href="../a.css"?>']
SHOWN = '<h:p>This is a feed: <h:a href="https://e.org/blog/">https://e.org/blog/</h:a></h:p>'
MEDIA = [
    (
        '<media:content url="https://e.org/a.png" medium="image" type="image/png" fileSize="7" width="3" height="2">'
        '<media:description type="plain">A cat</media:description>'
    ),
    "</media:content>",
    '<media:thumbnail url="https://e.org/a.png"/>',
    '<h:a href="https://e.org/a/?b&amp;c">A &amp; &lt;b&gt;</h:a>',
]
BARE_MEDIA = [
    '<media:content url="https://e.org/b" medium="image"></media:content>',
    '<media:thumbnail url="https://e.org/b"/>',
    '<h:a href="https://e.org/t/">T</h:a>',
]


def test_rss() -> None:
    assert rss_document(FEED, [rss_item(FULL), rss_item(BARE)]).splitlines() == [
        *HEAD,
        (
            '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
            ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            f"{NAMESPACES}"
        ),
        "<channel>",
        "<title>Blog &amp; more</title>",
        "<link>https://e.org/blog/</link>",
        "<description>About &lt;it&gt;</description>",
        "<language>en</language>",
        "<lastBuildDate>Thu, 01 Feb 2024 00:00:00 +0000</lastBuildDate>",
        "<docs>https://www.rssboard.org/rss-specification</docs>",
        "<generator>mkdocs-blogposts</generator>",
        '<atom:link rel="self" href="https://e.org/blog/feed" type="application/rss+xml"/>',
        SHOWN,
        "<item>",
        "<title>A &amp; &lt;b&gt;</title>",
        "<link>https://e.org/a/?b&amp;c</link>",
        '<guid isPermaLink="false">urn:1</guid>',
        "<pubDate>Wed, 31 Jan 2024 09:30:05 +0200</pubDate>",
        "<atom:updated>2024-02-01T00:00:00+00:00</atom:updated>",
        "<dc:creator>Jane</dc:creator>",
        "<dc:creator>Ann</dc:creator>",
        "<category>News</category>",
        '<category>C"D</category>',
        "<description>One &amp; two &amp;lt; three &amp;amp;amp; 4</description>",
        "<content:encoded>&lt;p&gt;One&lt;/p&gt;</content:encoded>",
        '<enclosure url="https://e.org/a.png" type="image/png" length="7"/>',
        *MEDIA,
        "</item>",
        "<item>",
        "<title>T</title>",
        "<link>https://e.org/t/</link>",
        '<guid isPermaLink="true">https://e.org/t/</guid>',
        *BARE_MEDIA,
        "</item>",
        "</channel>",
        "</rss>",
    ]


def test_an_archive_of_rss() -> None:
    lines = rss_document(ARCHIVE, []).splitlines()

    assert lines[6] == "<description>Blog &amp; more</description>"
    assert lines[12:16] == [
        "<fh:archive/>",
        '<atom:link rel="current" href="https://e.org/1"/>',
        '<atom:link rel="prev-archive" href="https://e.org/2"/>',
        '<atom:link rel="next-archive" href="https://e.org/3"/>',
    ]


def test_an_enclosure_of_rss_has_a_type_and_a_length() -> None:
    assert FULL.image
    for image in (replace(FULL.image, length=None), replace(FULL.image, media_type=None)):
        assert "<enclosure" not in rss_item(replace(FULL, image=image))
    assert 'length="0"' in rss_item(replace(FULL, image=replace(FULL.image, length=0)))


def test_atom() -> None:
    assert atom_document(FEED, [atom_entry(FULL), atom_entry(BARE)]).splitlines() == [
        *HEAD,
        f'<feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom"{NAMESPACES}',
        "<title>Blog &amp; more</title>",
        "<subtitle>About &lt;it&gt;</subtitle>",
        "<id>https://e.org/blog/feed</id>",
        '<link rel="self" href="https://e.org/blog/feed" type="application/atom+xml"/>',
        '<link rel="alternate" href="https://e.org/blog/" type="text/html"/>',
        "<updated>2024-02-01T00:00:00+00:00</updated>",
        "<author><name>Site</name></author>",
        "<generator>mkdocs-blogposts</generator>",
        SHOWN,
        "<entry>",
        "<title>A &amp; &lt;b&gt;</title>",
        '<link rel="alternate" href="https://e.org/a/?b&amp;c" type="text/html"/>',
        "<id>urn:1</id>",
        "<published>2024-01-31T09:30:05+02:00</published>",
        "<updated>2024-02-01T00:00:00+00:00</updated>",
        "<author><name>Jane</name><uri>https://e.org/jane</uri></author>",
        "<author><name>Ann</name></author>",
        '<category term="News"/>',
        "<category term='C\"D'/>",
        "<summary>One &amp; two &lt; three &amp;amp; 4</summary>",
        '<content type="html">&lt;p&gt;One&lt;/p&gt;</content>',
        '<link rel="enclosure" href="https://e.org/a.png" type="image/png" length="7"/>',
        *MEDIA,
        "</entry>",
        "<entry>",
        "<title>T</title>",
        '<link rel="alternate" href="https://e.org/t/" type="text/html"/>',
        "<id>https://e.org/t/</id>",
        "<updated>1970-01-01T00:00:00+00:00</updated>",
        '<link rel="enclosure" href="https://e.org/b"/>',
        *BARE_MEDIA,
        "</entry>",
        "</feed>",
    ]
    assert datetime(1970, 1, 1, tzinfo=UTC) == NEVER


def test_an_archive_of_atom() -> None:
    lines = atom_document(ARCHIVE, [atom_entry(replace(FULL, updated=None))]).splitlines()

    assert lines[10:14] == [
        "<fh:archive/>",
        '<link rel="current" href="https://e.org/1"/>',
        '<link rel="prev-archive" href="https://e.org/2"/>',
        '<link rel="next-archive" href="https://e.org/3"/>',
    ]
    assert "<updated>2024-01-31T09:30:05+02:00</updated>" in lines


def test_json() -> None:
    written = json_document(replace(FEED, older="https://e.org/2"), [json_item(FULL), json_item(BARE)])

    assert json.loads(written) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Blog & more",
        "home_page_url": "https://e.org/blog/",
        "feed_url": "https://e.org/blog/feed",
        "next_url": "https://e.org/2",
        "description": "About <it>",
        "user_comment": "This is a feed:",
        "language": "en",
        "authors": [{"name": "Site"}],
        "items": [
            {
                "id": "urn:1",
                "url": "https://e.org/a/?b&c",
                "title": "A & <b>\x0c",
                "summary": "One & two < three &amp; 4",
                "content_html": "<p>One</p>",
                "date_published": "2024-01-31T09:30:05+02:00",
                "date_modified": "2024-02-01T00:00:00+00:00",
                "authors": [
                    {"name": "Jane", "url": "https://e.org/jane", "avatar": "https://e.org/jane.png"},
                    {"name": "Ann"},
                ],
                "tags": ["News", 'C"D'],
                "image": "https://e.org/a.png",
            },
            {
                "id": "https://e.org/t/",
                "url": "https://e.org/t/",
                "title": "T",
                "content_text": "T",
                "image": "https://e.org/b",
            },
        ],
    }
    assert written.count("\n") == 4
    assert json.loads(json_item(replace(BARE, summary="Said", image=None))) == {
        "id": "https://e.org/t/",
        "url": "https://e.org/t/",
        "title": "T",
        "summary": "Said",
        "content_text": "Said",
    }
    assert "é" in json_item(replace(BARE, title="é"))


def test_a_sitemap() -> None:
    assert write_sitemap([("https://e.org/a/?b&c", "2024-01-31")]).decode().splitlines() == [
        "<?xml version='1.0' encoding='UTF-8'?>",
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        "  <url>",
        "    <loc>https://e.org/a/?b&amp;c</loc>",
        "    <lastmod>2024-01-31</lastmod>",
        "  </url>",
        "</urlset>",
    ]


def test_an_offset_of_seconds_is_one_of_minutes() -> None:
    moment = datetime(1890, 1, 1, tzinfo=timezone(timedelta(minutes=9, seconds=21)))

    assert "<published>1890-01-01T00:00:00+00:09</published>" in atom_entry(replace(FULL, date=moment))


@pytest.mark.parametrize("value", ["plain", "a < b", "a > b", "a & b", 'say "a"', "it's", "süß", "a\nb\tc", 3])
def test_a_value_of_an_attribute_is_read_as_it_was_written(value: str | int) -> None:
    assert etree.fromstring(f"<a b={attribute(value)}/>").get("b") == str(value)
    assert attribute(value) == quoteattr(str(value))
