"""What a feed is, in whatever format: its posts and talks, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from datetime import datetime

GENERATOR = "mkdocs-blogposts"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAuthor:
    """Who wrote an item."""

    name: str
    url: str | None
    """Absolute URL of a page about them."""
    avatar: str | None
    """Absolute URL of their picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedImage:
    """The teaser of an item."""

    url: str
    """Absolute."""
    alt: str
    media_type: str | None
    """`image/png`; `None` where its name does not tell."""
    length: int | None
    """Bytes; `None` for a picture of another site."""
    width: int | None
    height: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """A post or talk in a feed."""

    id: str
    """What identifies it, wherever it moves."""
    url: str
    """Absolute."""
    title: str
    date: datetime | None
    """Aware; `None` for a talk whose day is not known."""
    updated: datetime | None
    summary: str
    """Plain text."""
    content: str
    """HTML whose URLs are absolute; empty where the text is not for all."""
    authors: tuple[FeedAuthor, ...]
    labels: tuple[str, ...]
    """Its categories, then its tags."""
    image: FeedImage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A list of posts and talks for feed readers, without these."""

    title: str
    description: str
    home_url: str
    """Absolute URL of the listing."""
    url: str
    """Absolute URL of the feed itself."""
    language: str
    author: str
    """Whom readers take for the author of what names none."""
    updated: datetime
    """When anything in it last changed."""
    note: str
    """What a feed is, for whoever opens it in a browser."""
    stylesheet: str
    """URL of what makes a page of it then."""
    is_archive: bool = False
    """Whether it holds older items, and never changes again, as RFC 5005 has it."""
    current: str | None = None
    """Of an archive, the URL of the feed that it belongs to."""
    older: str | None = None
    """URL of the next older archive."""
    newer: str | None = None
    """Of an archive, the URL of the next newer one."""
