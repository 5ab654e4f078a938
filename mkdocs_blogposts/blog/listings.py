"""Every listing page that has to exist, where it lies and what it shows."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from ..content.models import Post, Talk
from ..faults import shown
from ..shown_dates import format_date
from .taxonomies import Taxonomy, as_segment, author_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
    """The file that stands for this page; most exist in memory alone."""
    posts: tuple[Post, ...]
    """What this page shows of the listing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A listing: one page, or several if it is long."""

    kind: ViewKind
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

    index: View
    archives: tuple[View, ...]
    """By year, or by whatever period the site has chosen."""
    months: tuple[View, ...]
    """Archives of single months, where a Jekyll site had such; the navigation does not name them."""
    categories: tuple[View, ...]
    authors: tuple[View, ...]
    tags: tuple[View, ...]
    tag_index: View | None
    """The page of all tags; `None` where tags have no pages."""
    talk_index: View | None
    """The page of all talks; `None` where there are none."""
    tag_terms: Taxonomy
    """Every tag, whether it has a page or not."""
    category_terms: Taxonomy
    """Every category, whether it has a page or not."""
    author_terms: Taxonomy
    """Every author, whether they have a page or not."""

    @property
    def notes(self) -> Iterator[str]:
        """What to tell of labels and authors that could not have their own slug because another has it."""
        labels = {**self.tag_terms.renamed, **self.category_terms.renamed}
        authors = self.author_terms.renamed if self.authors else {}
        for others, renamed in (("tag or category", labels), ("author", authors)):
            for name, slug in renamed.items():
                yield f"{shown(name)} has the URL of another {others}, so its page is at {shown(slug)}"
        authors = self.author_terms.made_safe if self.authors else {}
        for name, slug in {**self.tag_terms.made_safe, **self.category_terms.made_safe, **authors}.items():
            yield f"{shown(name)} can be no part of a URL as it is, so its page is at {shown(slug)}"

    def __iter__(self) -> Iterator[View]:
        yield from (self.index, *self.archives, *self.months, *self.categories, *self.authors)
        if self.tag_index:
            yield self.tag_index
        yield from self.tags
        if self.talk_index:
            yield self.talk_index


def plan_views(
    blog: Blog,
    settings: Settings,
    locale: str,
    words: Callable[[str], str],
    *,
    months: tuple[str, str] | None = None,
) -> Views:
    """Every listing of a blog; `words` gives the titles of those that have no name of their own.

    `months` are the URL of a month below the blog and the pattern of its `{date}`.

    An option that puts one of them outside of the site is a `ValueError` that names it.
    """
    slugify = partial(_slugify, settings)
    tags = Taxonomy.of_labels(blog.listed, blog.talks, labels=lambda item: item.tags, slugify=slugify)
    categories = Taxonomy.of_labels(blog.listed, (), labels=_categories, slugify=slugify)
    authors = Taxonomy.of_authors(blog.listed)
    has_tags = settings.tags
    years = (settings.archive_url_format, settings.archive_url_date_format, settings.archive_date_format)
    return Views(
        index=_listing(ViewKind.INDEX, words("blog"), _below(settings, "blog_dir", "index"), blog.listed, settings),
        archives=tuple(_archives(blog, settings, locale, years)) if settings.archive else (),
        months=tuple(_archives(blog, settings, locale, (*months, "MMMM yyyy"))) if months else (),
        categories=tuple(_category_views(categories, settings)) if settings.categories else (),
        authors=tuple(_author_views(authors, blog.listed, settings)) if settings.authors_profiles else (),
        tags=tuple(_tag_views(tags, settings)) if has_tags else (),
        tag_index=_single(
            ViewKind.TAG_INDEX, words("tags"), _below(settings, "tags_index_url", settings.tags_index_url)
        )
        if has_tags
        else None,
        talk_index=_single(ViewKind.TALK_INDEX, words("talks"), posixpath.join(settings.talks_dir, "index.md"))
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


_FROM_ROOT = frozenset({"tags_index_url", "tags_url_format"})
"""Options of ours, which may be paths from the site's root; with a slash, those of Material's stay below the blog."""


def _below(settings: Settings, option: str, path: str) -> str:
    """The source file of a page below the blog; a `ValueError` that names the option where that leaves the site."""
    root = "" if option in _FROM_ROOT and path.startswith("/") else settings.blog_dir
    below = posixpath.normpath(posixpath.join(root, path.strip("/")))
    if below.startswith(("../", "/")) or below == "..":
        raise ValueError(f"{option}: '{path}' leaves the site's folder")
    return f"{below}.md"


_NAMED = {
    "archive": "archive_url_format",
    "categories": "categories_url_format",
    "tags": "tags_url_format",
    "authors_profiles": "authors_profiles_url_format",
}
"""Options that switch a kind of listing on, and those that say where its pages are."""


def may_be_listing(src_uri: str, settings: Settings) -> bool:
    """Whether a file lies where a listing of the blog may be, so that it could be its head."""
    single = {_below(settings, "blog_dir", name) for name in ("index", "README")}
    if settings.tags:
        single.add(_below(settings, "tags_index_url", settings.tags_index_url))
    befores = (
        (option, getattr(settings, option).partition("{")[0]) for on, option in _NAMED.items() if getattr(settings, on)
    )
    return src_uri in single or any(
        src_uri.startswith(_below(settings, option, f"{before}x").removesuffix("x.md"))
        for option, before in befores
        if before.strip("/")
    )


def _single(kind: ViewKind, title: str, src_uri: str) -> View:
    return View(kind=kind, title=title, pagers=(Pager(number=1, src_uri=src_uri, posts=()),))


_OPTIONS = {ViewKind.ARCHIVE: "archive", ViewKind.CATEGORY: "categories", ViewKind.AUTHOR: "authors_profiles"}
"""Kinds of listings with options of their own, and what the names of these begin with."""


def _option(settings: Settings, kind: ViewKind, name: str, default: Any) -> Any:
    """What is set for a kind of listing, else what is set for all."""
    own = getattr(settings, f"{_OPTIONS[kind]}_{name}") if kind in _OPTIONS else None
    return default if own is None else own


def _listing(
    kind: ViewKind,
    title: str,
    src_uri: str,
    posts: Iterable[Post],
    settings: Settings,
    *,
    key: str = "",
    talks: tuple[Talk, ...] = (),
) -> View:
    posts = tuple(posts)
    is_split = _option(settings, kind, "pagination", settings.pagination)
    per_page = max(1, _option(settings, kind, "pagination_per_page", settings.pagination_per_page))
    return View(
        kind=kind,
        title=title,
        key=key or title.casefold(),
        pagers=tuple(_pagers(settings, src_uri, posts, per_page if is_split else max(1, len(posts)))),
        posts=posts,
        talks=talks,
        per_page=per_page if is_split else None,
        has_toc=_option(settings, kind, "toc", settings.blog_toc),
    )


def _pagers(settings: Settings, src_uri: str, posts: tuple[Post, ...], step: int) -> Iterator[Pager]:
    yield Pager(number=1, src_uri=src_uri, posts=posts[:step])
    for number, start in enumerate(range(step, len(posts), step), 2):
        path = settings.pagination_url_format.format(page=number)
        yield Pager(number=number, src_uri=_further(src_uri, path), posts=posts[start : start + step])


def _further(src_uri: str, path: str) -> str:
    """The source file of a further page: beside an index, below any other listing."""
    base, _ = posixpath.splitext(src_uri)
    path = path.strip("/")
    if posixpath.basename(base) == "index":
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), path, "index")) + ".md"
    return posixpath.normpath(posixpath.join(base, path)) + ".md"


def _archives(blog: Blog, settings: Settings, locale: str, formats: tuple[str, str, str]) -> Iterator[View]:
    """A listing for each period; `formats` are those of its URL, of `{date}` in it, and of its title."""
    url_format, url_date_format, date_format = formats
    titles: dict[str, str] = {}
    posts_of: dict[str, list[Post]] = {}
    for post in blog.listed:
        date = format_date(post.date, url_date_format, locale)
        src_uri = _below(settings, "archive_url_format", url_format.format(date=date))
        titles.setdefault(src_uri, format_date(post.date, date_format, locale))
        posts_of.setdefault(src_uri, []).append(post)
    newest_first = sorted(posts_of, key=lambda src_uri: max(post.date for post in posts_of[src_uri]), reverse=True)
    for src_uri in newest_first:
        yield _listing(ViewKind.ARCHIVE, titles[src_uri], src_uri, posts_of[src_uri], settings)


def _category_views(categories: Taxonomy, settings: Settings) -> Iterator[View]:
    by_name = sorted(categories.terms, key=lambda term: term.name)
    for term in sorted(by_name, key=settings.categories_sort_by, reverse=settings.categories_sort_reverse):
        src_uri = _below(settings, "categories_url_format", settings.categories_url_format.format(slug=term.slug))
        yield _listing(ViewKind.CATEGORY, term.name, src_uri, term.posts, settings)


def _tag_views(tags: Taxonomy, settings: Settings) -> Iterator[View]:
    for term in tags.terms:
        src_uri = _below(settings, "tags_url_format", settings.tags_url_format.format(slug=term.slug))
        yield _listing(ViewKind.TAG, term.name, src_uri, term.posts, settings, talks=term.talks)


def _author_views(authors: Taxonomy, posts: Iterable[Post], settings: Settings) -> Iterator[View]:
    for key in dict.fromkeys(author_key(author) for post in posts for author in post.authors):
        term = authors.term(key)
        path = settings.authors_profiles_url_format.format(slug=term.slug, name=as_segment(term.name))
        src_uri = _below(settings, "authors_profiles_url_format", path)
        yield _listing(ViewKind.AUTHOR, term.name, src_uri, term.posts, settings, key=key)
