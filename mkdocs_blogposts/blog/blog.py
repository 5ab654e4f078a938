"""All shown posts and talks of one blog, in order, with look-ups."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..content.models import Post, Talk

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The posts before and after one by date, or the talks."""

    older: Post | Talk | None
    """The one before; `None` for the first of all."""
    newer: Post | Talk | None
    """The one after; `None` for the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blog:
    """Posts and talks as readers meet them."""

    posts: tuple[Post, ...]
    """In the order of listings: pinned ones first, then the newest."""
    listed: tuple[Post, ...]
    """The same without those that stand in no list, and with the versions of changelogs."""
    talks: tuple[Talk, ...]
    """Those that stand in lists: the newest first, those without a date last."""
    unlisted_talks: tuple[Talk, ...]
    """Those that stand in no list."""
    talks_of_other_blogs: tuple[Talk, ...]
    """Talks of another blog of the site, that posts of this one may name."""
    by_src_uri: Mapping[str, Post | Talk]
    """Every post and talk by its file."""
    neighbours: Mapping[str, Neighbours]
    """Of each listed post and each talk that has a date, by `src_uri`."""

    @classmethod
    def of(
        cls,
        posts: Iterable[Post],
        talks: Iterable[Talk],
        talks_of_other_blogs: Iterable[Talk] = (),
        releases: Iterable[Post] = (),
    ) -> Blog:
        """The blog of these posts, talks and versions of changelogs; equal dates keep the order in which they come."""
        newest_first = sorted(posts, key=lambda post: post.date, reverse=True)
        ordered = sorted(newest_first, key=lambda post: not post.pinned)
        all_newest_first = sorted([*newest_first, *releases], key=lambda post: post.date, reverse=True)
        all_ordered = sorted(all_newest_first, key=lambda post: not post.pinned)
        all_talks = list(talks)
        listed_talks = [talk for talk in all_talks if not talk.unlisted]
        dated = sorted((talk for talk in listed_talks if talk.date), key=lambda talk: talk.date or _NEVER, reverse=True)
        return cls(
            posts=tuple(ordered),
            listed=tuple(post for post in all_ordered if not post.unlisted),
            talks=(*dated, *(talk for talk in listed_talks if not talk.date)),
            unlisted_talks=tuple(talk for talk in all_talks if talk.unlisted),
            talks_of_other_blogs=tuple(talks_of_other_blogs),
            by_src_uri={post.src_uri: post for post in ordered} | {talk.src_uri: talk for talk in all_talks},
            neighbours=_neighbours([post for post in newest_first if not post.unlisted]) | _neighbours(dated),
        )


def _neighbours(newest_first: Sequence[Post | Talk]) -> dict[str, Neighbours]:
    framed = [None, *newest_first, None]
    return {
        one.src_uri: Neighbours(older=older, newer=newer)
        for newer, one, older in zip(framed, newest_first, framed[2:], strict=False)
    }
