"""Posts that are like another: by the labels that both have or, where these say too little, by their words."""

from __future__ import annotations

import math
from collections import defaultdict
from heapq import heappop, heappush, nlargest, nsmallest
from itertools import count
from typing import TYPE_CHECKING, Any

from ..light_dataclasses import dataclass, field
from .likeness import Likeness, words_of

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from ..content.models import Post
    from .likeness import WordsOf

_FEW = 8
"""Posts that are weighed one by one, which takes no longer then."""
_ALIKE = 2e-6
"""What two posts may differ by and still be alike once that is rounded."""


def is_telling(count: int, of: int) -> bool:
    """Whether what so many of all posts have tells them from the others: 9 of 20, 63 of 1,000."""
    return count * count <= 4 * of


def related_posts(
    posts: Iterable[Post],
    listed: Collection[Post],
    number: int,
    series: Mapping[str, frozenset[str]],
    known_words: WordsOf | None = None,
    by_labels: dict[str, list[str]] | None = None,
) -> dict[str, tuple[Post, ...]]:
    """The listed posts that are most like each post, by its `src_uri`; of those alike, the nearest by date come first.

    `series` are the other parts of the series of a post, which its page names anyway; `known_words` gives known ones.
    `by_labels` has those that are alike by their labels, as far as that is known, and gets all others.
    """
    if not number:
        return {}
    wanted = [post for post in posts if post.shows_related]
    by_labels = {} if by_labels is None else by_labels
    listed_by_uri = {post.src_uri: post for post in listed}
    labels: _Labels | None = None
    words: Likeness | None = None
    related: dict[str, tuple[Post, ...]] = {}
    for post in wanted:
        others = {post.src_uri, *series.get(post.src_uri, ())}
        if post.src_uri in by_labels:
            found = [listed_by_uri[uri] for uri in by_labels[post.src_uri]]
        else:
            labels = labels or _Labels.of(listed_by_uri)
            found = _best(post, labels.like(post, number + len(others)), others, number)
            by_labels[post.src_uri] = [each.src_uri for each in found]
        if len(found) < number:
            words = words or Likeness.of(listed, is_telling, known_words)
            taken = {*others, *(each.src_uri for each in found)}
            found += _best(post, words.like(post), taken, number - len(found))
        related[post.src_uri] = tuple(found)
    return related


@dataclass(slots=True)
class KnownRelations:
    """What is remembered from build to build of which posts are like each other, and what that was found from."""

    _words: dict[str, tuple[tuple[str, str], Counter[str]]] = field(default_factory=dict, init=False)
    """The words of each post, beside its title and text."""
    _about: tuple[Any, ...] = field(default=(), init=False)
    _texts: list[tuple[str, str]] | None = field(default=None, init=False)
    """Titles and texts, where words were asked for."""
    _by_labels: dict[str, list[str]] = field(default_factory=dict, init=False)
    """Those that are alike by their labels alone."""
    _related: dict[str, list[str]] = field(default_factory=dict, init=False)

    def related_posts(
        self, posts: Sequence[Post], listed: Sequence[Post], number: int, series: Mapping[str, frozenset[str]]
    ) -> dict[str, tuple[Post, ...]]:
        """The same as the function of this name, which looks for them again only where others may be alike now."""
        known = {post.src_uri: post for post in (*posts, *listed)}
        labels = [(uri, labels_of(post), post.date, post.shows_related) for uri, post in known.items()]
        about = (labels, [post.src_uri for post in posts], [post.src_uri for post in listed], number, series)
        texts = [(post.title, post.body) for post in known.values()]
        if about == self._about and self._texts in (None, texts):
            return {uri: tuple(map(known.__getitem__, others)) for uri, others in self._related.items()}
        if about != self._about:
            self._by_labels = {}
        asked = False

        def words(post: Post) -> Counter[str]:
            nonlocal asked
            asked = True
            return self._words_of(post)

        related = related_posts(posts, listed, number, series, words, self._by_labels)
        self._about, self._texts = about, texts if asked else None
        self._related = {uri: [other.src_uri for other in others] for uri, others in related.items()}
        return related

    def _words_of(self, post: Post) -> Counter[str]:
        text = (post.title, post.body)
        if post.src_uri not in self._words or self._words[post.src_uri][0] != text:
            self._words[post.src_uri] = (text, words_of(post))
        return self._words[post.src_uri][1]


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
    under: Mapping[str, set[str]]
    """The posts under each label, by `src_uri`."""

    @classmethod
    def of(cls, listed: Mapping[str, Post]) -> _Labels:
        under: dict[str, set[str]] = defaultdict(set)
        for uri, post in listed.items():
            for label in labels_of(post):
                under[label].add(uri)
        return cls(listed, under)

    def like(self, post: Post, number: int) -> Iterator[tuple[Post, float]]:
        """So many posts that share a label that few have, and how much all that they share weighs, the rare more.

        These are the most alike, and all that are as much alike as the last of them.
        """
        total = len(self.posts)
        own = [under for label in labels_of(post) if (under := self.under.get(label))]
        telling = sorted((under for under in own if is_telling(len(under), total)), key=len)
        others = sorted((under for under in own if not is_telling(len(under), total)), key=len)
        weighed = [(under, math.log((total + 1) / len(under))) for under in (*telling, *others)]
        found, least = 0, 0.0
        for score, alike in _most_alike({uri for under in telling for uri in under}, weighed):
            if found >= number and score < least:
                return
            if found < number:
                least = score - _ALIKE
            found += len(alike)
            for uri in alike:
                yield self.posts[uri], score


def _most_alike(posts: set[str], weighed: Sequence[tuple[set[str], float]]) -> Iterator[tuple[float, set[str]]]:
    """Those of some posts that share as much, in turn, and how much that weighs; those that share most come first.

    They are told apart label by label, and always those first that can share most: of thousands that have a label, few
    share so much that any more need be known of them.
    """
    left = [math.fsum(weight for _, weight in weighed[index:]) for index in range(len(weighed) + 1)]
    order = count()
    # What posts may weigh at the most, and what they weigh as far as they are told apart.
    waiting = [(-left[0], next(order), 0, 0.0, posts)] if posts else []
    while waiting:
        bound, _, index, score, alike = heappop(waiting)
        if index == len(weighed):
            yield -bound, alike
        elif len(alike) <= _FEW:
            for uri in alike:
                own = score + sum(weight for under, weight in weighed[index:] if uri in under)
                heappush(waiting, (-own, next(order), len(weighed), own, {uri}))
        else:
            under, weight = weighed[index]
            for part, more in ((alike & under, weight), (alike - under, 0.0)):
                if part:
                    most = score + more + left[index + 1]
                    heappush(waiting, (-most, next(order), index + 1, score + more, part))


def labels_of(post: Post) -> list[str]:
    """Tags, categories and series as labels; a tag and a category of one name are one."""
    names = (*post.tags, *post.categories, *(part.series for part in post.series))
    return list(dict.fromkeys(name.casefold() for name in names))
