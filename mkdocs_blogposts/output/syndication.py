"""The feeds of a blog, with its posts as their items, and the sitemap beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..html.feed_texts import feed_html
from ..html.html_urls import ROOT
from ..pages.made_files import fill
from .feeds import WRITERS, Feed, FeedItem
from .sitemap import write_sitemap

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from ..content.models import Post
    from ..site.feed_files import FeedFiles
    from ..views.presenter import Presenter


def write_feeds(placed: FeedFiles, presenter: Presenter) -> None:
    """Fill the files of the feeds of a blog."""
    settings, config, index = presenter.settings, presenter.config, presenter.index_page
    site_url = presenter.site_url
    posts = sorted(presenter.blog.listed, key=lambda post: post.date, reverse=True)
    items = tuple(_item(post, presenter) for post in posts[: settings.feeds_length]) if placed else ()
    for name, file in placed.items():
        feed = Feed(
            title=presenter.feed_title,
            description=config.site_description or config.site_name,
            home_url=urljoin(site_url, index.url),
            url=urljoin(site_url, file.url),
            language=presenter.theme.language,
            author=config.site_author or config.site_name,
            items=items,
        )
        fill(file, WRITERS[name](feed), config)


def fill_sitemap(file: File, presenter: Presenter) -> None:
    """Name the posts of a blog in the sitemap beside its feeds."""
    posts = (post for post in presenter.blog.listed if post.robots.in_sitemap)
    pages = (presenter.cards.articles[post.src_uri] for post in posts)
    fill(file, write_sitemap(urljoin(presenter.site_url, page.url) for page in pages), presenter.config)


def _item(post: Post, presenter: Presenter) -> FeedItem:
    site_url = presenter.site_url
    rendered = presenter.cards.rendered[post.src_uri]
    page = presenter.cards.articles[post.src_uri]
    content = str(rendered.excerpt)
    if presenter.settings.feeds_content == "full" and rendered.content:
        content = feed_html(rendered.content, rendered.title_text, page.url)
    image = presenter.cards.image(post)
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
