"""The listings of a blog: what each shows, on how many pages, and where these lie."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..faults import shown
from ..light_dataclasses import dataclass
from .listing_kinds import AUTHOR, INDEX, KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..content.models import Post, Talk
    from ..words import Words
    from .listing_kinds import ListingKind
    from .taxonomies import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """One page of a listing."""

    number: int
    """Counted from 1."""
    src_uri: str
    """The file that stands for this page; most exist in memory alone."""
    posts: tuple[Post, ...]
    """What this page shows of the listing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A listing: one page, or several if it is long."""

    kind: ListingKind
    title: str
    key: str = ""
    """What tells it from others of its kind: a label in lower case, or what `author_key` gives."""
    pagers: tuple[Pager, ...]
    """At least one, also when there is nothing to list."""
    posts: tuple[Post, ...] = ()
    """All that it lists, over all its pages."""
    talks: tuple[Talk, ...] = ()
    per_page: int | None = None
    """How many posts a page has; `None` for a listing that is never split."""
    has_toc: bool = False
    """Whether the table of contents names the posts."""

    @property
    def src_uri(self) -> str:
        """The file of its first page; one that a user has written there becomes the head of the listing."""
        return self.pagers[0].src_uri


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """All listings of a blog."""

    by_kind: Mapping[ListingKind, tuple[View, ...]]
    """Those of each kind; none of one that is switched off, or of which there is nothing to list."""
    taxonomies: Mapping[ListingKind, Taxonomy]
    """Every tag, category and author, whether they have pages or not, and every series that has one."""

    @property
    def index(self) -> View:
        """The blog itself."""
        return self.by_kind[INDEX][0]

    def of(self, kind: ListingKind) -> tuple[View, ...]:
        """The listings of a kind."""
        return self.by_kind.get(kind, ())

    def first(self, kind: ListingKind) -> View | None:
        """The only listing of a kind, or the first of several."""
        return next(iter(self.of(kind)), None)

    def without(self, kind: ListingKind) -> Views:
        """The same but for a kind."""
        return replace(self, by_kind={other: views for other, views in self.by_kind.items() if other is not kind})

    def changed(self, change: Callable[[View], View], kinds: Iterable[ListingKind]) -> Views:
        """The same with other listings in place of those of some kinds."""
        return replace(self, by_kind={**self.by_kind, **{kind: tuple(map(change, self.of(kind))) for kind in kinds}})

    @property
    def notes(self) -> Iterator[str]:
        """What to tell of labels and authors that could not have their own slug because another has it."""
        told = {kind: terms for kind, terms in self.taxonomies.items() if kind is not AUTHOR or self.of(AUTHOR)}
        for kind, terms in told.items():
            named = {term.slug: term.name for term in terms.terms}
            for name, slug in terms.renamed.items():
                wanted = slug.rpartition("-")[0]
                both = f"The {kind.rivals} {shown(named[wanted])} and {shown(name)} would both be {shown(wanted)}"
                yield f"{both} in a URL, so the page of {shown(name)} is at {shown(slug)}"
        made_safe = {name: slug for terms in told.values() for name, slug in terms.made_safe.items()}
        for name, slug in made_safe.items():
            yield f"{shown(name)} cannot be part of a URL as it is, so its page is at {shown(slug)}"

    def __iter__(self) -> Iterator[View]:
        for kind in KINDS:
            yield from self.of(kind)


def sentence_on(view: View, words: Words, name: str) -> str:
    """What a listing of some name lists: `12 posts tagged storm`."""
    posts = [words("posts_n", len(view.posts))] if view.posts or not view.talks else []
    talks = [words("talks_n", len(view.talks))] if view.talks else []
    return words(f"listed_{view.kind.name}", items=words("comma").join([*posts, *talks]), name=name)
