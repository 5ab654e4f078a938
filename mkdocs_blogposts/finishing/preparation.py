"""What templates, which escape nothing, may print of each page: titles, descriptions, authors and the like."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ..content.models import Talk
from ..frontmatter.dialects import Dialect
from ..host.theme import POST_TEMPLATE
from ..html.escaping import escaped
from ..html.excerpts import plain_text
from ..html.page_urls import from_page, site_root
from ..material.material_contract import PostAuthor, author_of
from ..material.references import references
from ..pages.indexing import keep_out
from ..pages.text_pages import PostPage
from .theme_checks import check_icon, check_template

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..articles.hero_maker import HeroMaker
    from ..cards.card_maker import CardMaker
    from ..cards.named_pages import NamedPages
    from ..cards.talk_cards import TalkCards
    from ..host.theme import Theme
    from ..material.listing_layout import ListingLayout
    from ..material.material_list import MaterialList
    from ..pages.listing_pages import ViewPage
    from ..pages.text_pages import ArticlePage, OrdinaryPage, TextRenderer
    from ..rendering.rendered import Rendered
    from ..views.listing_parts import ListingParts


_MARKUP = frozenset('<>"=')
"""What makes tags and attributes of a text."""


def prepare_articles(
    heroes: HeroMaker, talks: TalkCards, material_list: MaterialList, theme: Theme, files: Files
) -> None:
    """Make ready what posts and talks tell of themselves, and tell what is wrong with what they lead to."""
    cards = heroes.cards
    # First all of them, since posts show what they lead to.
    for page in cards.articles.values():
        escape_front_matter(page, cards.rendered[page.article.src_uri])
        check_template(page, theme, cards.faults)
        check_icon(page, theme, cards.faults)
        keep_out(page)
        page.first_address = cards.named.canonical(page)
        heroes.hero(page.article)
        cards.check_addresses(page.article)
        if isinstance(page.article, Talk):
            talks.check_addresses(page.article)
    for page in cards.articles.values():
        if isinstance(page, PostPage):
            _prepare_post(page, cards, material_list, theme, files)


def prepare_ordinary_pages(
    pages: Iterable[OrdinaryPage], named: NamedPages, theme: Theme, renderer: TextRenderer
) -> None:
    """Do the same with what ordinary pages of a Jekyll site tell of themselves."""

    def plain(text: str) -> Markup:
        return escape(plain_text(renderer.inline(text, Dialect.JEKYLL)) or text)

    for page in pages:
        article = page.article
        keep_out(page)
        page.first_address = named.canonical(page)
        if "template" in article.meta:
            check_template(page, theme, named.faults)
        check_icon(page, theme, named.faults)
        page.meta = {key: escaped(value) if key in article.meta else value for key, value in page.meta.items()}
        if article.title:
            page.meta["title"] = plain(article.title)
            page.title = page.nav_title or page.meta["title"]
        if article.description:
            page.meta["description"] = plain(article.description)


def escape_front_matter(page: ArticlePage, rendered: Rendered) -> None:
    """Make what a page tells of itself safe to print."""
    # What other plugins have added is HTML of their own.
    page.meta = {key: escaped(value) if key in page.article.meta else value for key, value in page.meta.items()}
    title = escape(rendered.title_text)
    page.title = escape(page.nav_title) if page.has_own_title and page.nav_title else title
    if "title" in page.meta or page.title != title:
        page.meta["title"] = title
    if rendered.description:
        page.meta["description"] = escape(rendered.description)


def _prepare_post(page: PostPage, cards: CardMaker, material_list: MaterialList, theme: Theme, files: Files) -> None:
    post = page.article
    rendered = cards.rendered[post.src_uri]
    # Never after today: the host packs the sitemap under that date, which a far one does not fit into.
    page.update_date = min(post.updated or post.date, cards.now).date().isoformat()
    links = references(page, files, cards.writer.config, theme, cards.links, cards.faults)
    page.config.complete(readtime=rendered.reading_time, links=links)
    for shown in page.authors:
        if isinstance(shown, PostAuthor):
            author = author_of(shown)
            link = cards.author_link(author)
            root = _root_in_templates(cards.writer.config, theme)
            shown.complete(
                avatar=_as_given(_from_root(link.avatar), author.avatar, root),
                url=_as_given(_from_root(link.url), author.url, root),
            )
    page.make_excerpt = cache(lambda: material_list.listed(post, page.url))
    if post.authors and cards.settings.authors:
        page.meta["author"] = escape(", ".join(author.name for author in post.authors))
    else:
        page.meta.pop("author", None)
    if theme.has_post_template:
        page.meta.setdefault("template", POST_TEMPLATE)


def _from_root(url: str | None) -> str | None:
    """A URL as the filter `url` of MkDocs wants it."""
    return (from_page(url, "").removeprefix("./") or "./") if url else None


def _root_in_templates(config: MkDocsConfig, theme: Theme) -> str:
    """The path of the site, for templates of its own, which may print a URL without that filter; else empty."""
    has_own = theme.has_own_post_template or theme.has_own_listing
    return (urlsplit(site_root(config.site_url)).path or "/") if has_own else ""


def _as_given(url: str | None, given: str | None, root: str) -> str | None:
    """A URL below the site's `root` where its author has `given` one, or a whole one; both ways of printing it work."""
    if not (root and url and given) or url.startswith("/") or urlsplit(url).scheme:
        return url
    is_from_root = given.startswith("/") or urlsplit(given).netloc
    return f"{root}{url.removeprefix('./')}" if is_from_root else url


def _is_safe_bare(title: object) -> bool:
    """Whether a title is no markup once Material's `base.html` has unescaped it, be it in an attribute."""
    return not _MARKUP.intersection(Markup(str(title)).unescape())


def prepare_listings(
    pages: Iterable[ViewPage], layout: ListingLayout, material_list: MaterialList, parts: ListingParts
) -> None:
    """Give templates what they ask of a listing: its own template, and a table of contents with its posts."""
    # All pages of a listing have the same posts, of which a large one has many.
    for _, alike in groupby(pages, key=lambda page: (id(page.posts), id(page.given_posts))):
        of_listing = list(alike)
        are_given = of_listing[0].has_given_posts
        changed = max((post.update_date for post in of_listing[0].posts), default=None)
        for page in of_listing:
            if not are_given:
                page.settle_posts()
            if changed:
                page.update_date = changed
            _prepare_listing(page, layout, material_list, parts)


def _prepare_listing(page: ViewPage, layout: ListingLayout, material_list: MaterialList, parts: ListingParts) -> None:
    if not page.is_written:
        page.meta.pop("draft", None)
        if _is_safe_bare(page.meta.get("title")) and not page.pages[0].is_written:
            # A site's own `main.html` may take it for a title that an author has given, and show nothing beside it.
            page.meta.pop("title", None)
    if usual := layout.usual_template(page):
        page.meta.setdefault("template", usual)
    elif not page.view.has_toc and not layout.shows_posts(page):
        page.meta.setdefault("hide", ["toc"])
    put_into_toc(page, layout, material_list, parts)


def put_into_toc(
    page: ViewPage, layout: ListingLayout, material_list: MaterialList, parts: ListingParts, *, in_place_of: int = 0
) -> None:
    """Name the posts of a listing in its table of contents, where it has one, in place of the last of its entries."""
    headings = getattr(page.toc, "items", None) if page.view.has_toc else None
    if headings:
        maker = material_list if layout.is_material_list(page.view.kind) else parts
        entries = headings[0].children
        entries[len(entries) - in_place_of :] = maker.entries_in_toc(page)
