"""What feeds identify posts and talks by, so that no reader is shown one twice."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Self
from urllib.parse import quote, urlsplit

from ..content.models import Post
from ..frontmatter.dialects import Dialect
from ..frontmatter.file_names import file_name_of
from ..html.page_urls import joined
from ..jekyll.jekyll_feed import JekyllFeed, address_of, entry_id
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from ..content.models import Talk
    from ..jekyll.jekyll_config import JekyllConfig


_AS_WRITTEN = "/%!$&'()*+,;=:@~"
"""What Jekyll leaves in a path, besides letters and digits."""


@dataclass(frozen=True, slots=True)
class FeedIds:
    """The ids of one blog."""

    site_url: str
    """With a slash at its end."""
    jekyll_url: str | None
    """Address that a Jekyll site had for jekyll-feed; `None` where that never made a feed."""

    @classmethod
    def of_site(cls, site_url: str, jekyll: JekyllConfig) -> Self:
        """As the site's feeds had them before."""
        had_feed = JekyllFeed.of(jekyll.values) is not None
        address = address_of(jekyll.url, jekyll.baseurl) or site_url
        # A host is in small letters there, however it is written.
        parts = urlsplit(address)
        return cls(site_url, parts._replace(netloc=parts.netloc.lower()).geturl() if had_feed else None)

    def of(self, article: Post | Talk, url: str) -> str:
        """The id of what stands at a URL: its own, else what jekyll-feed gave it, else the oldest URL that it had."""
        if article.feed_id:
            return article.feed_id
        if self.jekyll_url and article.dialect is Dialect.JEKYLL:
            told = article.slug if isinstance(article, Post) and "slug" in article.places else ""
            slug = told or file_name_of(article.src_uri).slug
            return self.jekyll_url + quote(entry_id(url, slug).lstrip("/"), safe=_AS_WRITTEN)
        if article.old_urls:
            oldest = article.old_urls[0]
            is_folder = posixpath.basename(oldest.dest_uri) == "index.html"
            path = oldest.dest_uri.removesuffix("index.html") if is_folder else oldest.url.lstrip("/")
            return self.site_url + quote(path, safe="/%")
        return joined(self.site_url, url)
