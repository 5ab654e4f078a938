"""The feeds of a blog among the files of the site, and its posts as their items."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.structure.files import File, InclusionLevel

from ..output.feeds import FORMATS, Feed, FeedItem
from .cards import ROOT
from .excerpts import rebase_url, rewrite_urls
from .structure import GENERATED_BY, FeedFiles

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..content.models import Post
    from .presenter import Presenter


def place_feeds(files: Files, config: MkDocsConfig, formats: tuple[str, ...], folder: str) -> FeedFiles:
    """Make room for the feeds of a listing, so that links to them resolve; they are written later."""
    placed: FeedFiles = {}
    for name in dict.fromkeys(formats):
        uri = f"{folder}/{FORMATS[name].file_name}".removeprefix("./")
        if files.get_file_from_path(uri) is None:
            placed[name] = File.generated(config, uri, content=b"", inclusion=InclusionLevel.NOT_IN_NAV)
            placed[name].generated_by = GENERATED_BY
            files.append(placed[name])
    return placed


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
            items=items,
        )
        file.content_bytes = FORMATS[name].write(feed)


def _item(post: Post, presenter: Presenter) -> FeedItem:
    site_url = presenter.site_url
    rendered = presenter.rendered[post.src_uri]
    page = presenter.articles[post.src_uri]
    content = str(rendered.excerpt)
    if presenter.settings.feeds_content == "full":
        content = rewrite_urls(rendered.content, lambda url: rebase_url(url, page.url))
    image = presenter.image(post)
    return FeedItem(
        url=urljoin(site_url, page.url),
        title=rendered.title_text,
        date=post.date,
        updated=post.updated,
        summary=rendered.description,
        content=content.replace(f"{ROOT}/", site_url),
        authors=tuple(author.name for author in post.authors),
        tags=post.tags,
        image=image.src.replace(f"{ROOT}/", site_url) if image else None,
    )
