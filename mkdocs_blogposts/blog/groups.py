"""Posts by tag, by category or by year, and the anchors under which pages of Jekyll's themes have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..jekyll.slugs import plain_slug
from ..light_dataclasses import dataclass
from .listing_kinds import ARCHIVE, LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..content.models import Post, Talk
    from .blog import Blog
    from .listing_kinds import ListingKind
    from .listings import Views
    from .selection import Selection
    from .taxonomies import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All that stands under one label or in one year."""

    kind: ListingKind
    """What the page is that the site may have of the same."""
    name: str
    """The label as readers see it, or the year."""
    items: tuple[Post | Talk, ...]
    """The newest first."""


def groups_of(selection: Selection, blog: Blog, views: Views) -> tuple[Group, ...]:
    """What a selection asks a list for: labels by name, years from the newest; a group of nothing is left out."""
    kind = LISTS[selection.list or ""]
    taxonomy = views.taxonomies.get(kind)
    groups = _by_label(kind, taxonomy, selection) if taxonomy else _by_year(blog, selection)
    return tuple(group for group in groups if group.items)


def _by_label(kind: ListingKind, taxonomy: Taxonomy, selection: Selection) -> Iterator[Group]:
    for term in taxonomy.terms:
        under: tuple[Post | Talk, ...] = (*term.posts, *term.talks)
        items = [item for item in under if selection.has(item)]
        yield Group(kind=kind, name=term.name, items=tuple(items[: selection.limit]))


def _by_year(blog: Blog, selection: Selection) -> Iterator[Group]:
    years: dict[str, list[Post]] = {}
    for post in sorted(blog.listed, key=lambda post: post.date, reverse=True):
        if selection.has(post):
            years.setdefault(str(post.date.year), []).append(post)
    for year, posts in years.items():
        yield Group(kind=ARCHIVE, name=year, items=tuple(posts[: selection.limit]))


def anchors_of(names: Iterable[str], taken: set[str]) -> dict[str, str]:
    """The id of each name, as Jekyll makes it; of those that would be the same, and of those `taken`, the first has it.

    What is given is taken from then on.
    """
    anchors: dict[str, str] = {}
    for name in names:
        anchor = plain_slug(name)
        if anchor and anchor not in taken:
            anchors[name] = anchor
            taken.add(anchor)
    return anchors
