"""Posts that belong together and are to be read in an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import Kind, Level
from ..light_dataclasses import dataclass
from .taxonomies import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..content.models import Post, Talk
    from ..faults import Faults
    from .taxonomies import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a post stands in a series."""

    series: Term
    """The series, its posts in the order of reading."""
    number: int
    """Counted from 1."""

    @property
    def previous(self) -> Post | None:
        """The part before; `None` for the first."""
        return self.series.posts[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> Post | None:
        """The part after; `None` for the last that there is."""
        return self.series.posts[self.number] if self.number < len(self.series.posts) else None


def series_of(posts: Iterable[Post], slugify: Callable[[str], str]) -> Taxonomy:
    """All series, spelled and slugged as tags are.

    Parts with a number come in the order of these, all others after them by date.
    """
    return Taxonomy.of_labels(posts, (), labels=_names, slugify=slugify).arranged(_in_order)


def standings_of(series: Taxonomy) -> Mapping[str, tuple[Standing, ...]]:
    """Where each post that is part of a series stands, by `src_uri`."""
    standings: dict[str, tuple[Standing, ...]] = {}
    for term in series.terms:
        for number, post in enumerate(term.posts, 1):
            standings[post.src_uri] = (*standings.get(post.src_uri, ()), Standing(series=term, number=number))
    return standings


def parts_beside(standings: Mapping[str, tuple[Standing, ...]]) -> Mapping[str, frozenset[str]]:
    """All parts of the series of each post, by `src_uri`."""
    uris = {
        standing.series.slug: frozenset(post.src_uri for post in standing.series.posts)
        for stands in standings.values()
        for standing in stands
        if standing.number == 1
    }
    return {
        uri: frozenset().union(*(uris[standing.series.slug] for standing in stands))
        for uri, stands in standings.items()
    }


def tell_same_parts(series: Taxonomy, faults: Faults) -> None:
    """Tell each post that has the number of another part of its series."""
    for term in series.terms:
        firsts: dict[int, Post] = {}
        for post in term.posts:
            order = _order_in(term, post)
            first = firsts.setdefault(order, post) if order is not None else post
            if first is not post:
                faults.add(
                    Kind.KEY,
                    post.path,
                    f"series: part {order} of '{term.name}' is {first.path} already",
                    place=post.places.get("series"),
                    hint="give one of them another `order`; until then the older one comes first",
                    level=Level.INFO,
                )


def _order_in(term: Term, post: Post) -> int | None:
    key = term.name.casefold()
    return next(part.order for part in post.series if part.series.casefold() == key)


def _names(item: Post | Talk) -> Iterable[str]:
    return (part.series for part in getattr(item, "series", ()))


def _in_order(term: Term) -> Iterable[Post]:
    def place(post: Post) -> tuple[bool, int]:
        order = _order_in(term, post)
        return order is None, order or 0

    return sorted(sorted(term.posts, key=lambda post: (post.date, post.src_uri)), key=place)
