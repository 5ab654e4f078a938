"""What hooks and other plugins find on posts and listings before any text is rendered: what Material's blog has there.

What follows from rendered texts, and what has to be looked up, is put in its place by `finishing/preparation.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..blog.listing_kinds import AUTHOR, CATEGORY, INDEX
from ..blog.taxonomies import author_key
from ..host.theme import POST_TEMPLATE
from ..pages.text_pages import PostPage
from .listing_layout import ListingLayout
from .material_contract import PostAuthor, PostConfig
from .material_list import ListedPost

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..blog.listing_kinds import ListingKind
    from ..content.author import Author
    from ..host.theme import Theme
    from ..pages.listing_pages import ViewPage
    from ..placement.assembly import Placed
    from ..settings import Settings


def introduce(placed: Placed, settings: Settings, theme: Theme) -> None:
    """Give posts and listings what can be known of them once every file has its place."""
    first_pages = {(view.kind, view.key): placed.view_pages[view.src_uri][0] for view in placed.views}
    articles = {**placed.articles, **placed.releases}
    authors: dict[Author, PostAuthor] = {}
    for page in articles.values():
        if isinstance(page, PostPage):
            _introduce_post(page, authors, first_pages, settings, theme)
    layout = ListingLayout(theme, settings)
    others = [view for view in placed.views if view.kind.has_section]
    for pages in placed.view_pages.values():
        posts = [articles[post.src_uri] for post in pages[0].view.posts]
        given = tuple(posts)
        for listing in pages:
            listing.posts, listing.given_posts = posts, given  # one list for all its pages, as in Material's blog
            listing.usual_template = layout.usual_template(listing)
            if listing.view.kind is INDEX and listing.pager.number == 1:
                listing.views = [placed.view_pages[view.src_uri][0] for view in others]


def _introduce_post(
    page: PostPage,
    authors: dict[Author, PostAuthor],
    first_pages: Mapping[tuple[ListingKind, str], ViewPage],
    settings: Settings,
    theme: Theme,
) -> None:
    post = page.article
    page.config = PostConfig.of(page)
    page.authors = []
    for author in post.authors if settings.authors else ():
        if author not in authors:
            profile = first_pages.get((AUTHOR, author_key(author)))
            authors[author] = PostAuthor.of(author, url=author.url or (profile.url if profile else None))
        page.authors.append(authors[author])
    found = (first_pages.get((CATEGORY, name.casefold())) for name in post.categories)
    page.categories = [category for category in found if category]
    page.make_excerpt = lambda: ListedPost.before_rendering(page, settings)
    if theme.has_post_template:
        page.meta.setdefault("template", POST_TEMPLATE)
        hidden = page.meta.get("hide", [])
        page.meta["hide"] = hidden if "navigation" in hidden else [*hidden, "navigation"]
