"""The feeds of a blog among the files of the site, and the sitemap beside them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from ..html.excerpts import plain_text
from ..pages.made_files import made_file
from ..urls.url_claims import Claim, UrlClaims

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from ..settings import Settings

FeedFiles = dict[str, File]
"""The file of each feed, by format."""


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """A kind of feed document."""

    file_name: str
    media_type: str


FORMATS: Mapping[str, FeedFormat] = {
    "rss": FeedFormat("rss.xml", "application/rss+xml"),
    "atom": FeedFormat("atom.xml", "application/atom+xml"),
    "json": FeedFormat("feed.json", "application/feed+json"),
}
"""Each format of the option `feeds_formats`."""

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


def title_of_feeds(index: Page, config: MkDocsConfig) -> str:
    """The blog and the site by name; `index` is the first page of the blog."""
    return f"{plain_text(index.title or '')} - {config.site_name}"


def _below(settings: Settings, file_name: str) -> str:
    return posixpath.normpath(posixpath.join(settings.blog_dir, file_name)).lstrip("/")


def _place(files: Files, config: MkDocsConfig, uri: str) -> File:
    file = made_file(config, uri)
    files.append(file)
    return file
