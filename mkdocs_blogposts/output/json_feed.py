"""Feeds as JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .feed_xml import whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from .feed_values import Feed, FeedAuthor, FeedItem


def json_document(feed: Feed, items: Iterable[str]) -> str:
    """A feed of items that `json_item` has written."""
    head = _written(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.home_url,
            "feed_url": feed.url,
            "next_url": feed.older,
            "description": feed.description,
            "user_comment": feed.note,
            "language": feed.language,
            "authors": [{"name": feed.author}],
        }
    )
    written = ",\n".join(items)
    return f'{head[:-1]}, "items": [\n{written}\n]}}\n'


def json_item(item: FeedItem) -> str:
    """A post or talk."""
    return _written(
        {
            "id": item.id,
            "url": item.url,
            "title": item.title,
            "summary": item.summary,
            # Each item has a text, be it an empty one.
            "content_html" if item.content else "content_text": item.content or item.summary or item.title,
            "date_published": _moment(item.date),
            "date_modified": _moment(item.updated),
            "authors": [_author(author) for author in item.authors],
            "tags": list(item.labels),
            "image": item.image.url if item.image else None,
        }
    )


def _author(author: FeedAuthor) -> dict[str, str]:
    parts = {"name": author.name, "url": author.url, "avatar": author.avatar}
    return {key: value for key, value in parts.items() if value}


def _moment(moment: datetime | None) -> str | None:
    return whole_minutes(moment).isoformat() if moment else None


def _written(values: dict[str, Any]) -> str:
    return json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)
