"""Which posts are alike by their labels, kept for later builds of a large blog, as edits of texts change none of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..blog.related import labels_of, related_posts
from ..cache.fingerprint import own_code
from ..cache.store import digest
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..cache.store import Store
    from ..content.models import Post

RELATED = "related"
"""Kind of entry that the store keeps of it."""


@dataclass(frozen=True, slots=True)
class KeptRelations:
    """What is to be found for the posts of one build, and what an earlier one has found for the same."""

    posts: Sequence[Post]
    listed: Sequence[Post]
    number: int
    series: Mapping[str, frozenset[str]]
    store: Store
    slot: str
    """What this blog alone has."""

    def key(self) -> str:
        """All that it depends on which posts are alike by their labels."""
        every = {post.src_uri: post for post in (*self.posts, *self.listed)}
        labels = [(uri, labels_of(post), post.date.isoformat(), post.shows_related) for uri, post in every.items()]
        names = [[post.src_uri for post in posts] for posts in (self.posts, self.listed)]
        series = [(uri, sorted(others)) for uri, others in self.series.items()]
        return digest(self.slot, labels, names, self.number, series, own_code(), [*sys.version_info])

    def value(self) -> dict[str, list[str]] | None:
        """Those that are like each post, by `src_uri`; `None` where that is not kept, or depends on words as well."""
        known: dict[str, list[str]] | None = self.store.get(RELATED, self.key(), self.slot)
        return known if known and all(len(others) == self.number for others in known.values()) else None

    def find(self) -> dict[str, tuple[Post, ...]]:
        """The same, looked for anew, and kept as far as it depends on labels."""
        by_labels: dict[str, list[str]] = {}
        related = related_posts(self.posts, self.listed, self.number, self.series, by_labels=by_labels)
        self.store.put(RELATED, self.key(), by_labels, self.slot)
        return related
