"""How much the words of posts are alike, by BM25."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..content.models import Post

    WordsOf = Callable[[Post], Counter[str]]

_SATURATION = 1.2
_LENGTH = 0.75
"""The usual constants of BM25: `k1` and `b`."""

_ASKED = 25
"""Words of a post that stand for all of it."""
_LEAST = 0.1
"""Share of what a post's own words could give, below which another has nothing to do with it."""

_READ = 4000
"""Letters of a text that say what it is about, so that long ones take no longer."""

_ASKED_SINGLY = 300
"""Words that are looked up one by one; once as many are asked for, of two posts or so, all of them are."""

_ALL = ""
"""No word, but a mark that all of them have been looked up."""

_SHARED = 3
"""Words that two posts have to share at the least: one or two may be chance."""

_NO_WORDS = late_pattern(r"<[^>]*>|\{[{%][^}]*\}|\]\([^)\s]*")
"""Tags of HTML and Liquid, and what links lead to."""
_NO_WORDS_NOR_ADDRESSES = late_pattern(rf"{_NO_WORDS.pattern}|\b\w+://\S+")
_ASCII_WORDS = late_pattern(r"[a-z]{3,}")
_WORDS = late_pattern(r"[^\W\d_]{3,}")
"""Words of three letters and more."""
_UNSPACED = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Letters of the scripts that put no space between words."""
_WORDS_AND_UNSPACED = late_pattern(rf"{_UNSPACED.pattern}+|{_WORDS.pattern}")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The words of all posts, ready to be asked."""

    by_src_uri: Mapping[str, Post]
    counts: Mapping[str, Counter[str]]
    """The words of each post."""
    damping: Mapping[str, float]
    """What a word counts the less for, the longer the post is."""
    is_telling: Callable[[int, int], bool]
    """Whether a word tells that so many of all posts have."""
    _having: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list), init=False)
    """The posts that have a word, looked up when it is asked for: most sites ask for the words of few posts."""
    _numbers: Counter[str] = field(default_factory=Counter, init=False)
    """How many posts have a word."""
    _weights: dict[str, float | None] = field(default_factory=dict, init=False)
    """How much a word says."""

    @classmethod
    def of(
        cls, posts: Iterable[Post], is_telling: Callable[[int, int], bool], known: WordsOf | None = None
    ) -> Likeness:
        """The words of these posts, as `known` gives them to who has some."""
        by_src_uri = {post.src_uri: post for post in posts}
        counts = {uri: (known or words_of)(post) for uri, post in by_src_uri.items()}
        lengths = {uri: counter.total() for uri, counter in counts.items()}
        mean = sum(lengths.values()) / max(1, len(lengths))
        damping = {
            uri: _SATURATION * (1 - _LENGTH + _LENGTH * length / max(1, mean)) for uri, length in lengths.items()
        }
        return cls(by_src_uri, counts, damping, is_telling)

    def like(self, post: Post) -> Iterator[tuple[Post, float]]:
        """Each post with words of this one, and how much they weigh; those of which hardly any weighs are left out."""
        words = self.counts.get(post.src_uri) or words_of(post)
        known = self._weights
        known.update((word, self._weight(word)) for word in words if word not in known)
        weights = {word: weight for word in words if (weight := known[word])}
        ranked = ((-weight * words[word], word) for word, weight in weights.items())
        asked = [word for _, word in nsmallest(_ASKED, ranked)]
        scores: dict[str, float] = defaultdict(float)
        shared: Counter[str] = Counter()
        for word in asked:
            for uri in self._posts_with(word):
                number = self.counts[uri][word]
                scores[uri] += weights[word] * (number * (_SATURATION + 1) / (number + self.damping[uri]))
                shared[uri] += 1
        least = _LEAST * sum(weights[word] * (_SATURATION + 1) for word in asked)
        return (
            (self.by_src_uri[uri], score) for uri, score in scores.items() if score >= least and shared[uri] >= _SHARED
        )

    def _posts_with(self, word: str) -> list[str]:
        if word not in self._having and _ALL not in self._having:
            if len(self._having) >= _ASKED_SINGLY:
                self._look_up_all()
            else:
                self._having[word] = [uri for uri, counter in self.counts.items() if word in counter]
        return self._having.get(word, [])

    def _look_up_all(self) -> None:
        having = self._having
        having.clear()
        having[_ALL] = []
        for uri, counter in self.counts.items():
            for word in counter:
                having[word].append(uri)

    def _weight(self, word: str) -> float | None:
        """How much a word says: the more, the rarer it is; `None` for one that hardly any or too many posts have."""
        if not self._numbers:
            self._numbers.update(chain.from_iterable(self.counts.values()))
        number, total = self._numbers[word], len(self.counts)
        if number <= 1 or not self.is_telling(number, total):
            return None
        return math.log(1 + (total - number + 0.5) / (number + 0.5))


def words_of(post: Post) -> Counter[str]:
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
