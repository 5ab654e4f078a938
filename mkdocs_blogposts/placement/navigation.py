"""The blog in the navigation of the docs site: its listings, and what is active on each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from ..blog.listing_kinds import ARCHIVE_INDEX, SERIES, TAG, TAG_INDEX, TALK_INDEX
from ..content.models import Post
from ..host.section_index import reclaim
from ..pages.listing_pages import ViewPage
from ..pages.text_pages import ArticlePage, OrdinaryPage, PostPage, TalkPage, TextPage
from .inclusion import show

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem

    from ..blog.blog import Blog
    from ..blog.listing_kinds import ListingKind
    from ..blog.listings import Views

ViewPages = Mapping[str, Sequence[ViewPage]]
"""The pages of each listing, by the `src_uri` of the listing."""


def attach(
    nav: Navigation,
    blog: Blog,
    views: Views,
    view_pages: ViewPages,
    articles: Mapping[str, ArticlePage],
    names: Mapping[ListingKind, str],
) -> bool:
    """Put the blog into the navigation; gives whether its index was found there.

    `names` are the titles of the sections that some kinds of listings have.
    """
    for listing in (page for pages in view_pages.values() for page in pages):
        reclaim(listing, ViewPage)
    for src_uri, article in articles.items():
        reclaim(article, PostPage if isinstance(blog.by_src_uri[src_uri], Post) else TalkPage)
    in_nav = {id(page) for page in nav.pages}
    _forget_former_nav(nav, [*(page for pages in view_pages.values() for page in pages), *articles.values()], in_nav)
    index = view_pages[views.index.src_uri][0]
    _unfold_lone_index(nav, views, view_pages)
    is_found = id(index) in in_nav
    if is_found:
        _append_listings(nav, index, views, view_pages, in_nav, names)
    _parent_further_pages(views, view_pages)
    _adopt_listings(views, view_pages, index, in_nav)
    for page in (articles[post.src_uri] for post in blog.posts):
        # Those too that stand in the navigation: Material's template leads to its address.
        page.parent = index  # type: ignore[assignment]
        _join(page, blog, articles)
    if talk_index := views.first(TALK_INDEX):
        for page in (articles[talk.src_uri] for talk in (*blog.talks, *blog.unlisted_talks)):
            _adopt(page, view_pages[talk_index.src_uri][0], in_nav)
            if id(page) not in in_nav:
                _join(page, blog, articles)
    return is_found or index.is_homepage


def _forget_former_nav(nav: Navigation, ours: Iterable[Page], in_nav: set[int]) -> None:
    """Let pages know nothing of the navigation that MkDocs has made, where a plugin has put another in its place."""
    at_top = {id(item) for item in nav.items}
    for page in ours:
        if id(page) not in in_nav:
            page.previous_page = page.next_page = None
        if id(page) not in in_nav or id(page) in at_top:
            page.parent = None


def take_out_held_back(nav: Navigation) -> None:
    """Take texts out of the navigation that are in no build: MkDocs leaves them there, with links to them."""
    kept = [page for page in nav.pages if not _is_held_back(page)]
    if len(kept) == len(nav.pages):
        return
    nav.items, nav.pages = list(_without_held_back(nav.items)), kept
    for before, page, after in zip([None, *kept], kept, [*kept[1:], None], strict=False):
        page.previous_page, page.next_page = before, after


def _without_held_back(items: Iterable[StructureItem]) -> Iterator[StructureItem]:
    for item in items:
        if isinstance(item, Section):
            item.children = list(_without_held_back(item.children))
            if item.children:
                yield item
        elif not _is_held_back(item):
            yield item


def _is_held_back(item: StructureItem) -> bool:
    return isinstance(item, TextPage) and item.file.inclusion.is_excluded()


def attach_ordinary(nav: Navigation, pages: Iterable[OrdinaryPage]) -> None:
    """Let the navigation know the home page where that stands outside of it."""
    ordinary = list(pages)
    for page in ordinary:
        reclaim(page, OrdinaryPage)
    nav.homepage = nav.homepage or next((page for page in ordinary if page.is_homepage), None)


def _adopt(page: Page, parent: Page, in_nav: set[int]) -> None:
    """Make `parent` the active entry while a page that has none of its own is shown."""
    if id(page) not in in_nav:
        page.parent = parent  # type: ignore[assignment]


def _adopt_listings(views: Views, view_pages: ViewPages, index: ViewPage, in_nav: set[int]) -> None:
    tag_index = views.first(TAG_INDEX)
    parents = {TAG: view_pages[tag_index.src_uri][0] if tag_index else index, SERIES: index, ARCHIVE_INDEX: index}
    for kind, parent in parents.items():
        for page in (page for view in views.of(kind) for page in view_pages[view.src_uri]):
            _adopt(page, parent, in_nav)


def _join(page: ArticlePage, blog: Blog, articles: Mapping[str, ArticlePage]) -> None:
    """Let the theme lead to the posts or talks before and after one."""
    neighbours = blog.neighbours.get(page.article.src_uri)
    older, newer = (neighbours.older, neighbours.newer) if neighbours else (None, None)
    page.previous_page = articles[older.src_uri] if older else None
    page.next_page = articles[newer.src_uri] if newer else None


def _parent_further_pages(views: Views, view_pages: ViewPages) -> None:
    """Page 2 and on stand where page 1 does, between the same neighbours."""
    for view in views:
        first, *further = view_pages[view.src_uri]
        for page in further:
            page.parent = first  # type: ignore[assignment]
            page.previous_page, page.next_page = first.previous_page, first.next_page


def _append_listings(
    nav: Navigation,
    index: ViewPage,
    views: Views,
    view_pages: ViewPages,
    in_nav: set[int],
    names: Mapping[ListingKind, str],
) -> None:
    """Put the other listings after everything that stands beside the blog's index."""
    parent: Any = index if index.is_section else index.parent
    siblings = parent.children if parent else nav.items
    last = next((page for page in reversed(siblings) if isinstance(page, Page)), index)
    for kind, name in names.items():
        first_pages = (view_pages[view.src_uri][0] for view in views.of(kind))
        if pages := [page for page in first_pages if id(page) not in in_nav]:
            section = Section(name, list(pages))
            section.parent = parent
            last = _append(nav, siblings, last, section, pages)
    tag_index = views.first(TAG_INDEX)
    if tag_index and id(tags := view_pages[tag_index.src_uri][0]) not in in_nav:
        tags.parent = parent
        _append(nav, siblings, last, tags, [tags])


def _append(
    nav: Navigation, siblings: list[StructureItem], last: Page, item: StructureItem, pages: Sequence[Page]
) -> Page:
    """Append an entry of one page, or a section of several, after `last`; gives the new last page."""
    siblings.append(item)
    for page in pages:
        show(page.file, in_nav=True)
        if isinstance(item, Section):
            page.parent = item
    nav.pages.extend(pages)
    _chain([last, *pages, last.next_page])
    return pages[-1]


def _chain(pages: Iterable[Page | None]) -> None:
    in_order = list(pages)
    for before, after in pairwise(in_order):
        if before:
            before.next_page = after
        if after:
            after.previous_page = before


def _unfold_lone_index(nav: Navigation, views: Views, view_pages: ViewPages) -> None:
    """Where MkDocs has made a section of nothing but our talk index, let the page stand by itself."""
    talk_index = views.first(TALK_INDEX)
    if talk_index is None:
        return
    page = view_pages[talk_index.src_uri][0]
    section = page.parent
    if isinstance(section, Section) and section.children == [page] and section in nav.items and not page.is_written:
        nav.items[nav.items.index(section)] = page
        page.parent = None
        page.title = section.title


def pages_in(items: Navigation | Iterable[StructureItem]) -> Iterator[Page]:
    """Every page that an entry of the navigation is, or stands for."""
    for item in items:
        if isinstance(item, ViewPage):
            yield from item.pages
        elif isinstance(item, Page):
            yield item
        yield from pages_in(getattr(item, "children", None) or ())
