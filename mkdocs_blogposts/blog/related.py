"""Posts that are like another: by the labels that both have or, where these say too little, by their words."""

from __future__ import annotations

import math
from collections import defaultdict
from heapq import nlargest, nsmallest
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass
from .likeness import Likeness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ..content.models import Post
    from .likeness import WordsOf


def is_telling(count: int, of: int) -> bool:
    """Whether what so many of all posts have tells them from the others: 9 of 20, 63 of 1,000."""
    return count * count <= 4 * of


def related_posts(
    posts: Iterable[Post],
    listed: Collection[Post],
    number: int,
    series: Mapping[str, frozenset[str]],
    words_of: WordsOf | None = None,
) -> dict[str, tuple[Post, ...]]:
    """The listed posts that are most like each post, by its `src_uri`; of those alike, the nearest by date come first.

    `series` are the other parts of the series of a post, which its page names anyway; `words_of` is for who knows some.
    """
    if not number:
        return {}
    wanted = [post for post in posts if post.shows_related]
    labels = _Labels.of(listed)
    words: Likeness | None = None
    related: dict[str, tuple[Post, ...]] = {}
    for post in wanted:
        others = {post.src_uri, *series.get(post.src_uri, ())}
        found = _best(post, labels.like(post), others, number)
        if len(found) < number:
            words = words or Likeness.of(listed, is_telling, words_of)
            taken = {*others, *(each.src_uri for each in found)}
            found += _best(post, words.like(post), taken, number - len(found))
        related[post.src_uri] = tuple(found)
    return related


def _best(post: Post, scores: Iterable[tuple[Post, float]], taken: Collection[str], number: int) -> list[Post]:
    # Rounded, since the last digits are not the same on every machine.
    free = [(round(score, 6), other) for other, score in scores if other.src_uri not in taken]
    least = min(nlargest(number, (score for score, _ in free)), default=0.0)

    def rank(scored: tuple[float, Post]) -> tuple[float, float, str]:
        score, other = scored
        return -score, abs((other.date - post.date).total_seconds()), other.src_uri

    return [other for _, other in nsmallest(number, (scored for scored in free if scored[0] >= least), key=rank)]


@dataclass(frozen=True, slots=True)
class _Labels:
    """Posts by what they are labelled with."""

    posts: Mapping[str, Post]
    under: Mapping[str, dict[str, None]]
    """The posts under each label, by `src_uri`, in their order."""

    @classmethod
    def of(cls, listed: Collection[Post]) -> _Labels:
        under: dict[str, dict[str, None]] = defaultdict(dict)
        for post in listed:
            for label in _labels(post):
                under[label][post.src_uri] = None
        return cls({post.src_uri: post for post in listed}, under)

    def like(self, post: Post) -> Iterable[tuple[Post, float]]:
        """Each post that shares a label that few have, and how much all that it shares weighs, the rare more."""
        total = len(self.posts)
        own = [under for label in _labels(post) if (under := self.under.get(label))]
        weights = [math.log((total + 1) / len(under)) for under in own]
        scores: dict[str, float] = {}
        for under in own:
            if is_telling(len(under), total):
                scores.update(dict.fromkeys(under, 0.0))
        for under, weight in zip(own, weights, strict=True):
            for uri in under if is_telling(len(under), total) else scores:
                scores[uri] += weight if uri in under else 0.0
        return ((self.posts[uri], score) for uri, score in scores.items())


def _labels(post: Post) -> list[str]:
    """Tags, categories and series as labels; a tag and a category of one name are one."""
    names = (*post.tags, *post.categories, *(part.series for part in post.series))
    return list(dict.fromkeys(name.casefold() for name in names))
