"""Feeds as RSS 2.0, with what its board recommends beside it."""

from __future__ import annotations

import re
from email.utils import format_datetime
from typing import TYPE_CHECKING

from .feed_values import GENERATOR
from .feed_xml import archive_links, beginning, element, media, shown_head, shown_link, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .feed_values import Feed, FeedItem

_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_DOCS = "https://www.rssboard.org/rss-specification"
_MARKUP = re.compile(r"<|&(?=[#\w])")
"""What is no text where HTML is read."""


def rss_document(feed: Feed, items: Iterable[str]) -> str:
    """A feed of items that `rss_item` has written."""
    return "".join((beginning('rss version="2.0"', feed, _NAMESPACES), *_channel(feed), *items, "</channel>\n</rss>\n"))


def _channel(feed: Feed) -> Iterator[str]:
    yield "<channel>\n"
    yield element("title", feed.title)
    yield element("link", feed.home_url)
    yield element("description", feed.description or feed.title)
    yield element("language", feed.language)
    yield element("lastBuildDate", format_datetime(whole_minutes(feed.updated)))
    yield element("docs", _DOCS)
    yield element("generator", GENERATOR)
    yield element("atom:link", rel="self", href=feed.url, type="application/rss+xml")
    yield from archive_links(feed, "atom:link")
    yield shown_head(feed)


def rss_item(item: FeedItem) -> str:
    """A post or talk; RSS itself knows authors by their mail address only."""
    return "".join(("<item>\n", *_parts(item), "</item>\n"))


def _parts(item: FeedItem) -> Iterator[str]:
    yield element("title", item.title)
    yield element("link", item.url)
    yield element("guid", item.id, isPermaLink="true" if item.id == item.url else "false")
    if item.date:
        yield element("pubDate", format_datetime(whole_minutes(item.date)))
    if item.updated:
        yield element("atom:updated", whole_minutes(item.updated).isoformat())
    yield from (element("dc:creator", author.name) for author in item.authors)
    yield from (element("category", label) for label in item.labels)
    if item.summary:
        yield element("description", _as_html(item.summary))
    if item.content:
        yield element("content:encoded", item.content)
    if image := item.image:
        if image.media_type and image.length is not None:
            yield element("enclosure", url=image.url, type=image.media_type, length=image.length)
        yield from media(image)
    yield shown_link(item)


def _as_html(summary: str) -> str:
    """A text as readers take descriptions: for HTML. What means the same in both stays as it is."""
    return _MARKUP.sub(lambda sign: "&lt;" if sign[0] == "<" else "&amp;", summary)
