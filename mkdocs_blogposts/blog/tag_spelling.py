"""Tags that differ from another only by a typo."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ..faults import Faults, Kind
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .taxonomies import Term

_SHORTEST = 5
"""Letters that a tag must have for one of them to be a typo rather than the point."""
_TIMES = 3
"""How many times more often the right spelling must be used."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A tag that is probably meant to be another."""

    rare: Term
    """The tag that is probably a typo."""
    common: Term
    """The tag that is probably meant."""


def tell_misspellings(terms: Iterable[Term], faults: Faults, *keys: str) -> None:
    """Tell, where it is used, each tag that is probably meant to be another; or what else stands under some keys."""
    for found in misspellings(terms):
        for article in (*found.rare.posts, *found.rare.talks):
            faults.add(
                Kind.TAG_SPELLING,
                article.path,
                f"{keys[0]}: '{found.rare.name}' is probably meant to be '{found.common.name}'",
                place=next(filter(None, map(article.places.get, keys)), None),
                hint=f"write '{found.common.name}', or set `faults: {{tag-spelling: ignore}}` if it is not",
            )


def misspellings(terms: Iterable[Term]) -> Iterator[Misspelling]:
    """Each tag that one letter, or two letters changed about, makes one that is used far more often."""
    alike: dict[str, list[Term]] = {}
    for term in terms:
        for key in _with_one_letter_less(term.name.casefold()):
            alike.setdefault(key, []).append(term)
    told: set[tuple[str, str]] = set()
    for group in alike.values():
        for first, second in combinations(group, 2):
            rare, common = sorted((first, second), key=lambda term: term.count)
            pair = (rare.name, common.name)
            if pair not in told and common.count >= _TIMES * rare.count and _is_typo(*pair):
                told.add(pair)
                yield Misspelling(rare, common)


def _with_one_letter_less(name: str) -> set[str]:
    if len(name) < _SHORTEST:
        return set()
    return {name, *(name[:index] + name[index + 1 :] for index in range(len(name)))}


def _is_typo(rare: str, common: str) -> bool:
    """Whether two names differ in letters only: `3.11` and `3.12` are two things."""
    first, second = rare.casefold(), common.casefold()
    return not any(character.isdigit() for character in first + second)
