"""Feeds of posts: RSS, Atom and JSON Feed, from the same items."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from feedgen.feed import FeedGenerator

from ..html.escaping import NOT_XML

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GENERATOR = "mkdocs-blogposts"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """A post in a feed."""

    url: str
    """Absolute; also what identifies the post."""
    title: str
    date: datetime
    updated: datetime | None
    summary: str
    """Plain text."""
    content: str
    """HTML whose URLs are absolute."""
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    image: str | None
    """Absolute URL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A list of posts for feed readers, the newest first."""

    title: str
    description: str
    home_url: str
    """Absolute URL of the listing."""
    url: str
    """Absolute URL of the feed itself."""
    language: str
    author: str
    """Whom readers take for the author of what names none."""
    items: tuple[FeedItem, ...]

    @property
    def updated(self) -> datetime | None:
        """When anything in the feed last changed; `None` for an empty one."""
        return max((item.updated or item.date for item in self.items), default=None)


def write_rss(feed: Feed) -> bytes:
    """The feed as RSS 2.0."""
    return bytes(_generator(feed).rss_str(pretty=True))


def write_atom(feed: Feed) -> bytes:
    """The feed as Atom, RFC 4287."""
    return bytes(_generator(feed).atom_str(pretty=True))


def write_json(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.url,
        "description": feed.description,
        "language": feed.language,
        "items": [_json_item(item) for item in feed.items],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


WRITERS: Mapping[str, Callable[[Feed], bytes]] = {"rss": write_rss, "atom": write_atom, "json": write_json}
"""What writes each format of the option `feeds_formats`."""


def _generator(feed: Feed) -> FeedGenerator:
    generator = FeedGenerator()
    generator.load_extension("dc", atom=False)
    generator.generator(GENERATOR)
    generator.id(feed.url)
    generator.title(_clean(feed.title))
    generator.description(_clean(feed.description or feed.title))
    generator.language(feed.language)
    generator.author(name=_clean(feed.author))
    generator.link(href=feed.url, rel="self")
    generator.link(href=feed.home_url, rel="alternate")
    # Without a date of ours, feedgen would put in the time of the build.
    generator.updated(feed.updated or datetime.fromisoformat("1970-01-01T00:00:00+00:00"))
    generator.lastBuildDate(generator.updated())
    for item in feed.items:
        _add_entry(generator, item)
    return generator


def _add_entry(generator: FeedGenerator, item: FeedItem) -> None:
    entry = generator.add_entry(order="append")
    entry.id(item.url)
    entry.guid(item.url, permalink=True)
    entry.title(_clean(item.title))
    entry.link(href=item.url)
    entry.published(item.date)
    entry.updated(item.updated or item.date)
    entry.summary(_clean(item.summary))
    entry.content(_clean(item.content), type="html")
    entry.author([{"name": _clean(name)} for name in item.authors])
    # RSS itself knows authors by their mail address only.
    entry.dc.dc_creator([_clean(name) for name in item.authors])
    entry.category([{"term": _clean(tag)} for tag in item.tags])


def _json_item(item: FeedItem) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        "date_published": item.date.isoformat(),
        "date_modified": item.updated.isoformat() if item.updated else None,
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.tags),
        "image": item.image,
    }
    return {key: value for key, value in shown.items() if value}


def _clean(text: str) -> str:
    return NOT_XML.sub("", text)
