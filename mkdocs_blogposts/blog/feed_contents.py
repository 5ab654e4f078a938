"""Which posts and talks stand in the feed of a listing, and which listings have one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from ..content.models import Article
from ..light_dataclasses import dataclass
from .listing_kinds import TALK_INDEX

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ..content.models import Post, Talk
    from ..settings import Settings
    from .blog import Blog
    from .listings import View, Views

AnyArticle = TypeVar("AnyArticle", bound=Article)

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FeedContents:
    """The items of a feed, the newest first, in portions."""

    newest: tuple[Post | Talk, ...]
    archives: tuple[tuple[Post | Talk, ...], ...]
    """What is older, each portion as long as the feed and the oldest first, so that a full one never changes."""


def without(contents: FeedContents, gone: Collection[str]) -> FeedContents:
    """The same without some posts, by their `src_uri`."""
    kept = (
        tuple(article for article in articles if article.src_uri not in gone)
        for articles in (contents.newest, *contents.archives)
    )
    return FeedContents(next(kept), tuple(kept))


def views_with_feeds(views: Views, settings: Settings) -> Iterator[View]:
    """The listings that have feeds of their own, without the index."""
    return (view for view in views if view.kind.feed in settings.feeds_listings)


def contents_of(view: View, blog: Blog, settings: Settings) -> FeedContents:
    """What the feed of a listing holds: all that it lists."""
    listed: list[Post | Talk] = [*view.posts, *view.talks]
    return portions(blog.talks if view.kind is TALK_INDEX else listed, settings)


def published(listed: Iterable[AnyArticle], settings: Settings) -> list[AnyArticle]:
    """What is published: a preview shows more, and a feed is read for long."""
    return [article for article in listed if not (settings.preview and article.held_back)]


def portions(listed: Iterable[Post | Talk], settings: Settings) -> FeedContents:
    """Posts and talks as a feed holds them; what has no date comes last."""
    items = sorted(published(listed, settings), key=lambda item: item.date or _NEVER, reverse=True)
    length = settings.feeds_length
    oldest_first = items[::-1]
    ends = range(length, len(items), length) if settings.feeds_archive and length > 0 else ()
    archives = tuple(tuple(oldest_first[end - length : end][::-1]) for end in ends)
    return FeedContents(newest=tuple(items[:length]), archives=archives)
