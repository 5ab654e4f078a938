"""Feeds as Atom, RFC 4287, and their archives, RFC 5005."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .feed_values import GENERATOR
from .feed_xml import archive_links, attribute, beginning, element, media, shown_head, shown_link, text, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .feed_values import Feed, FeedAuthor, FeedItem

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Atom wants to know of everything when it was changed."""


def atom_document(feed: Feed, entries: Iterable[str]) -> str:
    """A feed of entries that `atom_entry` has written."""
    root = f"feed xml:lang={attribute(feed.language)}"
    return "".join((beginning(root, feed, {"": "http://www.w3.org/2005/Atom"}), *_head(feed), *entries, "</feed>\n"))


def _head(feed: Feed) -> Iterator[str]:
    yield element("title", feed.title)
    if feed.description:
        yield element("subtitle", feed.description)
    yield element("id", feed.url)
    yield element("link", rel="self", href=feed.url, type="application/atom+xml")
    yield element("link", rel="alternate", href=feed.home_url, type="text/html")
    yield element("updated", whole_minutes(feed.updated).isoformat())
    yield f"<author><name>{text(feed.author)}</name></author>\n"
    yield element("generator", GENERATOR)
    yield from archive_links(feed, "link")
    yield shown_head(feed)


def atom_entry(item: FeedItem) -> str:
    """A post or talk."""
    return "".join(("<entry>\n", *_parts(item), "</entry>\n"))


def _parts(item: FeedItem) -> Iterator[str]:
    yield f"<title>{text(item.title)}</title>\n"
    yield element("link", rel="alternate", href=item.url, type="text/html")
    yield element("id", item.id)
    if item.date:
        yield element("published", whole_minutes(item.date).isoformat())
    yield element("updated", whole_minutes(item.updated or item.date or NEVER).isoformat())
    yield from map(_author, item.authors)
    yield from (element("category", term=label) for label in item.labels)
    if item.summary:
        yield element("summary", item.summary)
    if item.content:
        yield element("content", item.content, type="html")
    if image := item.image:
        yield element("link", rel="enclosure", href=image.url, type=image.media_type, length=image.length)
        yield from media(image)
    yield shown_link(item)


def _author(author: FeedAuthor) -> str:
    url = f"<uri>{text(author.url)}</uri>" if author.url else ""
    return f"<author><name>{text(author.name)}</name>{url}</author>\n"
