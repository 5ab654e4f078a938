"""The feeds of a blog, with its posts as their items, and the sitemap beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..html.feed_texts import feed_html
from ..html.html_urls import ROOT
from ..html.page_urls import site_root
from ..pages.made_files import fill
from ..placement.feed_files import title_of_feeds
from .feeds import WRITERS, Feed, FeedItem
from .sitemap import write_sitemap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from ..cards.card_maker import CardMaker
    from ..content.models import Post
    from ..pages.listing_pages import ViewPage
    from ..pages.text_pages import ArticlePage
    from ..placement.feed_files import FeedFiles


def write_feeds(placed: FeedFiles, listed: Iterable[Post], cards: CardMaker, index: ViewPage, language: str) -> None:
    """Fill the files of the feeds of a blog; `index` is its first page."""
    settings, config = cards.settings, cards.writer.config
    site_url = site_root(config.site_url)
    posts = sorted(listed, key=lambda post: post.date, reverse=True)
    items = tuple(_item(post, cards, site_url) for post in posts[: settings.feeds_length]) if placed else ()
    for name, file in placed.items():
        feed = Feed(
            title=title_of_feeds(index, config),
            description=config.site_description or config.site_name,
            home_url=urljoin(site_url, index.url),
            url=urljoin(site_url, file.url),
            language=language,
            author=config.site_author or config.site_name,
            items=items,
        )
        fill(file, WRITERS[name](feed), config)


def fill_sitemap(file: File, listed: Iterable[Post], pages: Mapping[str, ArticlePage], config: MkDocsConfig) -> None:
    """Name the posts of a blog in the sitemap beside its feeds."""
    named = (pages[post.src_uri] for post in listed if post.robots.in_sitemap)
    site_url = site_root(config.site_url)
    fill(file, write_sitemap(urljoin(site_url, page.url) for page in named), config)


def _item(post: Post, cards: CardMaker, site_url: str) -> FeedItem:
    rendered = cards.rendered[post.src_uri]
    page = cards.articles[post.src_uri]
    content = str(rendered.excerpt)
    if cards.settings.feeds_content == "full" and rendered.content:
        content = feed_html(rendered.content, rendered.title_text, page.url)
    image = cards.image(post)
    return FeedItem(
        url=urljoin(site_url, page.url),
        title=rendered.title_text,
        date=post.date,
        updated=post.updated and max(post.updated, post.date),
        summary=rendered.description,
        content=content.replace(f"{ROOT}/", site_url),
        authors=tuple(author.name for author in post.authors),
        tags=post.tags,
        image=image.src.replace(f"{ROOT}/", site_url) if image else None,
    )
