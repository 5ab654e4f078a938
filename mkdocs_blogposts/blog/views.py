"""Every listing page that has to exist, where it lies and what it shows."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from ..content.models import Post, Talk
from ..shown_dates import format_date
from .taxonomies import Taxonomy, author_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..settings import Settings
    from .blog import Blog


class ViewKind(StrEnum):
    """What a listing lists."""

    INDEX = "index"
    ARCHIVE = "archive"
    CATEGORY = "category"
    AUTHOR = "author"
    TAG = "tag"
    TAG_INDEX = "tag-index"
    TALK_INDEX = "talk-index"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """One page of a listing."""

    number: int
    """Counted from 1."""
    src_uri: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A listing: one page, or several if it is long."""

    kind: ViewKind
    title: str
    pagers: tuple[Pager, ...]
    """At least one, also when there is nothing to list."""
    posts: tuple[Post, ...] = ()
    talks: tuple[Talk, ...] = ()

    @property
    def src_uri(self) -> str:
        """The file of its first page; one that a user has written there becomes the head of the listing."""
        return self.pagers[0].src_uri


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """All listings of a blog."""

    index: View
    archives: tuple[View, ...]
    categories: tuple[View, ...]
    authors: tuple[View, ...]
    tags: tuple[View, ...]
    tag_index: View | None
    talk_index: View | None
    tag_terms: Taxonomy
    category_terms: Taxonomy
    author_terms: Taxonomy

    @property
    def renamed(self) -> Mapping[str, str]:
        """Slug of each tag and category that could not have its own because another has it."""
        return {**self.tag_terms.renamed, **self.category_terms.renamed}

    def __iter__(self) -> Iterator[View]:
        yield from (self.index, *self.archives, *self.categories, *self.authors)
        if self.tag_index:
            yield self.tag_index
        yield from self.tags
        if self.talk_index:
            yield self.talk_index


def plan_views(blog: Blog, settings: Settings, locale: str, index_title: str, titles: Callable[[str], str]) -> Views:
    """Every listing of a blog; `titles` gives the words for a listing that has no name of its own."""
    slugify = partial(_slugify, settings)
    tags = Taxonomy.of_labels(blog.listed, blog.talks, labels=lambda item: item.tags, slugify=slugify)
    categories = Taxonomy.of_labels(blog.listed, (), labels=_categories, slugify=slugify)
    authors = Taxonomy.of_authors(blog.listed)
    split = partial(_split, settings)
    return Views(
        index=View(
            kind=ViewKind.INDEX,
            title=index_title,
            posts=blog.listed,
            pagers=split(_below(settings, "index"), blog.listed),
        ),
        archives=tuple(_archives(blog, settings, locale)) if settings.archive else (),
        categories=tuple(_categories_views(categories, settings)) if settings.categories else (),
        authors=tuple(_author_views(authors, blog.listed, settings)) if settings.authors_profiles else (),
        tags=tuple(
            View(
                kind=ViewKind.TAG,
                title=term.name,
                posts=term.posts,
                talks=term.talks,
                pagers=split(_below(settings, settings.tags_url_format.format(slug=term.slug)), term.posts),
            )
            for term in tags.terms
        )
        if settings.tags
        else (),
        tag_index=_single(ViewKind.TAG_INDEX, titles("tags"), _below(settings, settings.tags_index_url))
        if settings.tags
        else None,
        talk_index=_single(ViewKind.TALK_INDEX, titles("talks"), posixpath.join(settings.talks_dir, "index.md"))
        if blog.talks
        else None,
        tag_terms=tags,
        category_terms=categories,
        author_terms=authors,
    )


def _categories(item: Post | Talk) -> tuple[str, ...]:
    return item.categories if isinstance(item, Post) else ()


def _slugify(settings: Settings, name: str) -> str:
    return settings.categories_slugify(name, settings.categories_slugify_separator)


def _below(settings: Settings, path: str) -> str:
    """The source file of a page below the blog."""
    return posixpath.normpath(posixpath.join(settings.blog_dir, path.strip("/"))) + ".md"


def _single(kind: ViewKind, title: str, src_uri: str) -> View:
    return View(kind=kind, title=title, pagers=(Pager(number=1, src_uri=src_uri, posts=()),))


def _split(
    settings: Settings,
    src_uri: str,
    posts: tuple[Post, ...],
    *,
    pagination: bool | None = None,
    per_page: int | None = None,
) -> tuple[Pager, ...]:
    """The pages of a listing; what is not set for its kind is as for all."""
    splits = settings.pagination if pagination is None else pagination
    step = max(1, settings.pagination_per_page if per_page is None else per_page) if splits else max(1, len(posts))
    first = Pager(number=1, src_uri=src_uri, posts=posts[:step])
    rest = (
        Pager(
            number=number,
            src_uri=_further(src_uri, settings.pagination_url_format.format(page=number)),
            posts=posts[start : start + step],
        )
        for number, start in enumerate(range(step, len(posts), step), 2)
    )
    return (first, *rest)


def _further(src_uri: str, path: str) -> str:
    """The source file of a further page: beside an index, below any other listing."""
    base, _ = posixpath.splitext(src_uri)
    path = path.strip("/")
    if posixpath.basename(base) == "index":
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), path, "index")) + ".md"
    return posixpath.normpath(posixpath.join(base, path)) + ".md"


def _archives(blog: Blog, settings: Settings, locale: str) -> Iterable[View]:
    titles: dict[str, str] = {}
    posts_of: dict[str, list[Post]] = {}
    for post in blog.listed:
        date = format_date(post.date, settings.archive_url_date_format, locale)
        src_uri = _below(settings, settings.archive_url_format.format(date=date))
        titles.setdefault(src_uri, format_date(post.date, settings.archive_date_format, locale))
        posts_of.setdefault(src_uri, []).append(post)
    for src_uri, posts in posts_of.items():
        yield View(
            kind=ViewKind.ARCHIVE,
            title=titles[src_uri],
            posts=tuple(posts),
            pagers=_split(
                settings,
                src_uri,
                tuple(posts),
                pagination=settings.archive_pagination,
                per_page=settings.archive_pagination_per_page,
            ),
        )


def _categories_views(categories: Taxonomy, settings: Settings) -> Iterable[View]:
    by_name = sorted(categories.terms, key=lambda term: term.name)
    ordered = sorted(by_name, key=settings.categories_sort_by, reverse=settings.categories_sort_reverse)
    for term in ordered:
        yield View(
            kind=ViewKind.CATEGORY,
            title=term.name,
            posts=term.posts,
            pagers=_split(
                settings,
                _below(settings, settings.categories_url_format.format(slug=term.slug)),
                term.posts,
                pagination=settings.categories_pagination,
                per_page=settings.categories_pagination_per_page,
            ),
        )


def _author_views(authors: Taxonomy, posts: Iterable[Post], settings: Settings) -> Iterable[View]:
    in_order = dict.fromkeys(author_key(author) for post in posts for author in post.authors)
    for key in in_order:
        term = authors.term(key)
        yield View(
            kind=ViewKind.AUTHOR,
            title=term.name,
            posts=term.posts,
            pagers=_split(
                settings,
                _below(settings, settings.authors_profiles_url_format.format(slug=term.slug, name=term.name)),
                term.posts,
                pagination=settings.authors_profiles_pagination,
                per_page=settings.authors_profiles_pagination_per_page,
            ),
        )
