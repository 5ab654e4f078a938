"""How much the words of posts are alike, by BM25."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..content.models import Post

_SATURATION = 1.2
_LENGTH = 0.75
"""The usual constants of BM25: `k1` and `b`."""

_ASKED = 25
"""Words of a post that stand for all of it."""
_LEAST = 0.1
"""Share of what a post's own words could give, below which another has nothing to do with it."""

_READ = 4000
"""Letters of a text that say what it is about, so that long ones take no longer."""

_SHARED = 3
"""Words that two posts have to share at the least: one or two may be chance."""

_NO_WORDS = re.compile(r"<[^>]*>|\{[{%][^}]*\}|\]\([^)\s]*")
"""Tags of HTML and Liquid, and what links lead to."""
_NO_WORDS_NOR_ADDRESSES = re.compile(rf"{_NO_WORDS.pattern}|\b\w+://\S+")
_ASCII_WORDS = re.compile(r"[a-z]{3,}")
_WORDS = re.compile(r"[^\W\d_]{3,}")
"""Words of three letters and more."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Letters of the scripts that put no space between words."""
_WORDS_AND_UNSPACED = re.compile(rf"{_UNSPACED.pattern}+|{_WORDS.pattern}")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The words of all posts, ready to be asked."""

    by_src_uri: Mapping[str, Post]
    found_in: Mapping[str, list[tuple[str, float]]]
    """Posts that have a word, and how much it counts in each."""
    weights: Mapping[str, float]
    """How much each word says that some have, but not many: the more, the rarer it is."""
    counts: Mapping[str, Counter[str]]
    """The words of each post."""

    @classmethod
    def of(cls, posts: Iterable[Post], is_telling: Callable[[int, int], bool]) -> Likeness:
        """The words of these posts; `is_telling` says whether one tells that so many of all of them have."""
        by_src_uri = {post.src_uri: post for post in posts}
        counts = {uri: _words_of(post) for uri, post in by_src_uri.items()}
        lengths = {uri: counter.total() for uri, counter in counts.items()}
        mean = sum(lengths.values()) / max(1, len(lengths))
        posts_with = Counter(word for counter in counts.values() for word in counter)
        total = len(counts)
        weights = {
            word: math.log(1 + (total - number + 0.5) / (number + 0.5))
            for word, number in posts_with.items()
            if number > 1 and is_telling(number, total)
        }
        found_in: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for uri, counter in counts.items():
            damping = _SATURATION * (1 - _LENGTH + _LENGTH * lengths[uri] / max(1, mean))
            for word, number in counter.items():
                if word in weights:
                    found_in[word].append((uri, number * (_SATURATION + 1) / (number + damping)))
        return cls(by_src_uri, found_in, weights, counts)

    def like(self, post: Post) -> Iterator[tuple[Post, float]]:
        """Each post with words of this one, and how much they weigh; those of which hardly any weighs are left out."""
        words = self.counts.get(post.src_uri) or _words_of(post)
        ranked = ((-self.weights[word] * number, word) for word, number in words.items() if word in self.weights)
        asked = [word for _, word in nsmallest(_ASKED, ranked)]
        scores: dict[str, float] = defaultdict(float)
        shared: Counter[str] = Counter()
        for word in asked:
            for uri, count in self.found_in[word]:
                scores[uri] += self.weights[word] * count
                shared[uri] += 1
        least = _LEAST * sum(self.weights[word] * (_SATURATION + 1) for word in asked)
        return (
            (self.by_src_uri[uri], score) for uri, score in scores.items() if score >= least and shared[uri] >= _SHARED
        )


def _words_of(post: Post) -> Counter[str]:
    """How often the beginning of a post has each word; those of its title count thrice."""
    text = f"{post.title} {post.title} {post.title}\n{post.body[:_READ]}".casefold()
    told = _NO_WORDS.sub(" ", text)
    if "://" in told:
        told = _NO_WORDS_NOR_ADDRESSES.sub(" ", text)
    # All of these find the same, but those for few letters are the quicker.
    if told.isascii():
        return Counter(_ASCII_WORDS.findall(told))
    if not _UNSPACED.search(told):
        return Counter(_WORDS.findall(told))
    return Counter(part for word in _WORDS_AND_UNSPACED.findall(told) for part in _split(word))


def _split(word: str) -> Iterable[str]:
    """A word as it is; of a run of words without spaces, each pair of letters."""
    if _UNSPACED.match(word):
        return (word[at : at + 2] for at in range(max(1, len(word) - 1)))
    return (word,)
