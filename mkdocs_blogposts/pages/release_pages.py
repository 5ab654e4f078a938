"""What stands for a version of a changelog where lists show it: a part of the page of that changelog."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from .made_files import made_file
from .text_pages import PostPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from ..content.models import Post
    from .text_pages import TextRenderer


class ReleasePage(PostPage):
    """No page of its own: what is seen at the heading of a version. Its file is none of the site."""

    def __init__(self, post: Post, changelog: File, config: MkDocsConfig, renderer: TextRenderer) -> None:
        file = made_file(config, post.src_uri)
        file.dest_uri, file.url = changelog.dest_uri, changelog.url
        super().__init__(post, None, file, config, renderer)
        self.changelog = changelog
        """The page that it is a part of."""
        self.content = ""

    def find(self, anchor: str, content: str, site_url: str | None) -> None:
        """Take the place and the HTML that it has on the rendered page of the changelog."""
        self.file.url = f"{self.changelog.url}#{anchor}" if anchor else self.changelog.url
        self.canonical_url = urljoin(site_url, self.file.url) if site_url else None
        self.content = content
