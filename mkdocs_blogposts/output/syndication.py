"""The feeds of a blog among the files of the site, and its posts as their items."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..html.feed_texts import feed_html
from ..site.made_files import fill, made_file
from ..site.url_claims import Claim, UrlClaims
from ..views.cards import ROOT
from .feeds import FORMATS, Feed, FeedItem
from .sitemap import write_sitemap

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..content.models import Post
    from ..settings import Settings
    from ..site.structure import FeedFiles
    from ..views.presenter import Presenter

SITEMAP = "sitemap.xml"


def place_feeds(files: Files, config: MkDocsConfig, settings: Settings, claims: UrlClaims) -> FeedFiles:
    """Make room for the feeds of a blog, so that links to them resolve; they are written later."""
    names = {name: feed.file_name for name, feed in FORMATS.items()} | {"atom": settings.feeds_atom_url}
    options = {"atom": "feeds_atom_url"}
    path = Path(config.config_file_path or "mkdocs.yml").name
    wanted = {
        name: Claim(
            dest_uri=_below(settings, names[name]),
            name=f"the feed of '{settings.blog_dir}' as {name}",
            path=path,
            option=options.get(name, "feeds_formats"),
        )
        for name in settings.feeds_formats
    }
    return {name: _place(files, config, claims.grant(claim)) for name, claim in wanted.items()}


def place_sitemap(files: Files, config: MkDocsConfig, settings: Settings, claims: UrlClaims) -> File | None:
    """Make room for a sitemap beside the feeds; `None` where the site's own lies there.

    Material's script asks for one beside each alternate version of a page, for which it takes a feed too.
    """
    uri = _below(settings, SITEMAP)
    if claims.holder(uri):
        return None
    claims.reserve(uri, f"'{uri}', which the blog makes")
    return _place(files, config, uri)


def _below(settings: Settings, file_name: str) -> str:
    return posixpath.normpath(posixpath.join(settings.blog_dir, file_name)).lstrip("/")


def _place(files: Files, config: MkDocsConfig, uri: str) -> File:
    file = made_file(config, uri)
    files.append(file)
    return file


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
        fill(file, FORMATS[name].write(feed), config)


def fill_sitemap(file: File, presenter: Presenter) -> None:
    """Name the posts of a blog in the sitemap beside its feeds."""
    posts = (post for post in presenter.blog.listed if post.machines.in_sitemap)
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
