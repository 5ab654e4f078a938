"""Every listing page that has to exist, where it lies and what it shows."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ..choices import slug_of_label
from ..content.models import Post, Talk
from ..light_dataclasses import dataclass
from ..shown_dates import format_date
from .listing_kinds import (
    ARCHIVE,
    ARCHIVE_INDEX,
    AUTHOR,
    CATEGORY,
    EVENT,
    INDEX,
    KINDS,
    MONTH,
    SERIES,
    TAG,
    TAG_INDEX,
    TALK_INDEX,
    ListingKind,
)
from .listings import Pager, View, Views
from .series import series_of
from .taxonomies import Taxonomy, as_segment, author_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..settings import Settings
    from .blog import Blog


def plan_views(
    blog: Blog,
    settings: Settings,
    locale: str,
    words: Callable[[str], str],
    *,
    months: tuple[str, str] | None = None,
    archive: str | None = None,
) -> Views:
    """Every listing of a blog; `words` gives the titles of those that have no name of their own.

    `months` are the URL of a month below the blog and the pattern of its `{date}`; `archive` is the archive's title.

    An option that puts one of them outside of the site is a `ValueError` that names it.
    """
    slugify = partial(slug_of_label, options=settings)
    taxonomies = {
        TAG: Taxonomy.of_labels(blog.listed, blog.talks, labels=lambda item: item.tags, slugify=slugify),
        CATEGORY: Taxonomy.of_labels(blog.listed, (), labels=_categories, slugify=slugify),
        AUTHOR: Taxonomy.of_authors(blog.listed, blog.talks),
        SERIES: series_of(blog.listed if settings.series else (), slugify),
        EVENT: Taxonomy.of_labels((), blog.talks if settings.events else (), labels=_venues, slugify=slugify),
    }
    plan = _Plan(blog, settings, locale, words, months, taxonomies, archive or words("archive"))
    wanted = (kind for kind in KINDS if kind.switch is None or getattr(settings, kind.switch))
    return Views(by_kind={kind: tuple(_PLANNERS[kind](plan)) for kind in wanted}, taxonomies=taxonomies)


def _categories(item: Post | Talk) -> tuple[str, ...]:
    return item.categories if isinstance(item, Post) else ()


def _venues(item: Post | Talk) -> Iterable[str]:
    return (each.venue for each in item.deliveries if each.venue) if isinstance(item, Talk) else ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """What listings are planned with."""

    blog: Blog
    settings: Settings
    locale: str
    words: Callable[[str], str]
    months: tuple[str, str] | None
    taxonomies: Mapping[ListingKind, Taxonomy]
    archive: str

    def at(self, kind: ListingKind, path: str) -> str:
        """The source file of a page of a kind of listing."""
        return _below(self.settings, kind, path)

    def listing(
        self,
        kind: ListingKind,
        title: str,
        src_uri: str,
        posts: Iterable[Post],
        *,
        key: str = "",
        talks: tuple[Talk, ...] = (),
    ) -> View:
        """A listing of posts, split if the site wants that."""
        posts, settings = tuple(posts), self.settings
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


def _index(plan: _Plan) -> Iterator[View]:
    yield plan.listing(INDEX, plan.words("blog"), plan.at(INDEX, "index"), plan.blog.listed)


def _archive_index(plan: _Plan) -> Iterator[View]:
    folder = plan.settings.archive_url_format.partition("{date}")[0].rpartition("/")[0].strip("/")
    if folder.strip("./") and plan.blog.listed:
        yield _single(ARCHIVE_INDEX, plan.archive, plan.at(ARCHIVE_INDEX, folder))


def _archives(plan: _Plan) -> Iterator[View]:
    settings = plan.settings
    formats = (settings.archive_url_format, settings.archive_url_date_format, settings.archive_date_format)
    yield from _periods(ARCHIVE, plan, formats)


def _months(plan: _Plan) -> Iterator[View]:
    if plan.months:
        yield from _periods(MONTH, plan, (*plan.months, "MMMM yyyy"))


def _periods(kind: ListingKind, plan: _Plan, formats: tuple[str, str, str]) -> Iterator[View]:
    """A listing for each period; `formats` are those of its URL, of `{date}` in it, and of its title."""
    url_format, url_date_format, date_format = formats
    titles: dict[str, str] = {}
    posts_of: dict[str, list[Post]] = {}
    for post in plan.blog.listed:
        date = format_date(post.date, url_date_format, plan.locale)
        src_uri = plan.at(kind, url_format.format(date=date))
        titles.setdefault(src_uri, format_date(post.date, date_format, plan.locale))
        posts_of.setdefault(src_uri, []).append(post)
    newest_first = sorted(posts_of, key=lambda src_uri: max(post.date for post in posts_of[src_uri]), reverse=True)
    for src_uri in newest_first:
        yield plan.listing(kind, titles[src_uri], src_uri, posts_of[src_uri])


def _category_views(plan: _Plan) -> Iterator[View]:
    settings = plan.settings
    by_name = sorted(plan.taxonomies[CATEGORY].terms, key=lambda term: term.name)
    for term in sorted(by_name, key=settings.categories_sort_by, reverse=settings.categories_sort_reverse):
        src_uri = plan.at(CATEGORY, settings.categories_url_format.format(slug=term.slug))
        yield plan.listing(CATEGORY, term.name, src_uri, term.posts)


def category_src_uri(name: str, settings: Settings) -> str:
    """The source file of the page that a category would have if it shared one with no other spelling."""
    slug = slug_of_label(name, settings) or name
    return _below(settings, CATEGORY, settings.categories_url_format.format(slug=slug))


def _author_views(plan: _Plan) -> Iterator[View]:
    for key in dict.fromkeys(author_key(author) for post in plan.blog.listed for author in post.authors):
        term = plan.taxonomies[AUTHOR].term(key)
        path = plan.settings.authors_profiles_url_format.format(slug=term.slug, name=as_segment(term.name))
        yield plan.listing(AUTHOR, term.name, plan.at(AUTHOR, path), term.posts, key=key, talks=term.talks)


def _series_views(plan: _Plan) -> Iterator[View]:
    for term in plan.taxonomies[SERIES].terms:
        src_uri = plan.at(SERIES, plan.settings.series_url_format.format(slug=term.slug))
        yield plan.listing(SERIES, term.name, src_uri, term.posts)


def _tag_views(plan: _Plan) -> Iterator[View]:
    for term in plan.taxonomies[TAG].terms:
        src_uri = plan.at(TAG, plan.settings.tags_url_format.format(slug=term.slug))
        yield plan.listing(TAG, term.name, src_uri, term.posts, talks=term.talks)


def _tag_index(plan: _Plan) -> Iterator[View]:
    yield _single(TAG_INDEX, plan.words("tags"), plan.at(TAG_INDEX, plan.settings.tags_index_url))


def _talk_index(plan: _Plan) -> Iterator[View]:
    if plan.blog.talks:
        yield _single(TALK_INDEX, plan.words("talks"), posixpath.join(plan.settings.talks_dir, "index.md"))


def _event_views(plan: _Plan) -> Iterator[View]:
    for term in plan.taxonomies[EVENT].terms:
        src_uri = plan.at(EVENT, plan.settings.events_url_format.format(slug=term.slug))
        yield replace(_single(EVENT, term.name, src_uri), key=term.name.casefold(), talks=term.talks)


_PLANNERS: Mapping[ListingKind, Callable[[_Plan], Iterator[View]]] = {
    INDEX: _index,
    ARCHIVE_INDEX: _archive_index,
    ARCHIVE: _archives,
    MONTH: _months,
    CATEGORY: _category_views,
    AUTHOR: _author_views,
    SERIES: _series_views,
    TAG_INDEX: _tag_index,
    TAG: _tag_views,
    TALK_INDEX: _talk_index,
    EVENT: _event_views,
}
"""What finds the listings of each kind."""


def _single(kind: ListingKind, title: str, src_uri: str) -> View:
    return View(kind=kind, title=title, pagers=(Pager(number=1, src_uri=src_uri, posts=()),))


def _option(settings: Settings, kind: ListingKind, name: str, default: Any) -> Any:
    """What is set for a kind of listing, else what is set for all."""
    own = getattr(settings, f"{kind.own_options}_{name}") if kind.own_options else None
    return default if own is None else own


def _below(settings: Settings, kind: ListingKind, path: str) -> str:
    """The source file of a page below the blog; a `ValueError` that names the option where that leaves the site."""
    root = "" if kind.is_below_root and path.startswith("/") else settings.blog_dir
    root = settings.talks_dir if kind.is_below_talks else root
    below = posixpath.normpath(posixpath.join(root, path.strip("/")))
    if below.startswith(("../", "/")) or below == "..":
        raise ValueError(f"{kind.url_option}: '{path}' leaves the site's folder")
    return f"{below}.md"


def may_be_listing(src_uri: str, settings: Settings) -> bool:
    """Whether a file lies where a listing of the blog may be, so that it could be its head."""
    single = {_below(settings, INDEX, name) for name in ("index", "README")}
    if settings.tags:
        single.add(_below(settings, TAG_INDEX, settings.tags_index_url))
    switched_on = (kind for kind in KINDS if kind.switch and getattr(settings, kind.switch) and kind is not TAG_INDEX)
    befores = ((kind, getattr(settings, kind.url_option).partition("{")[0]) for kind in switched_on)
    return src_uri in single or any(
        src_uri.startswith(_below(settings, kind, f"{before}x").removesuffix("x.md"))
        for kind, before in befores
        if before.strip("./")
    )


def _pagers(settings: Settings, src_uri: str, posts: tuple[Post, ...], step: int) -> Iterator[Pager]:
    yield Pager(number=1, src_uri=src_uri, posts=posts[:step])
    for number, start in enumerate(range(step, len(posts), step), 2):
        path = settings.pagination_url_format.format(page=number)
        yield Pager(number=number, src_uri=_further(src_uri, path), posts=posts[start : start + step])


def _further(src_uri: str, path: str) -> str:
    """The source file of a further page: beside an index, below any other listing."""
    base, _ = posixpath.splitext(src_uri)
    is_beside = posixpath.basename(base) == "index"
    below = posixpath.normpath(posixpath.join(posixpath.dirname(base) if is_beside else base, path.strip("/")))
    if below.partition("/")[0] == "..":
        raise ValueError(f"pagination_url_format: '{path}' leaves the site's folder")
    return posixpath.normpath(posixpath.join(below, "index") if is_beside else below) + ".md"
