"""What `llms.txt` says of posts and talks, where another plugin writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..host.other_plugins import is_locked
from ..host.plugins.llmstxt import Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..blog.blog import Blog
    from ..pages.text_pages import ArticlePage
    from ..rendering.rendered import Rendered


def told_of(blog: Blog, pages: Mapping[str, ArticlePage], rendered: Mapping[str, Rendered]) -> dict[str, Told]:
    """What there is to say of each listed post, the newest first, and then of each talk."""
    posts = sorted((post for post in blog.listed if not post.section_of), key=lambda post: post.date, reverse=True)
    uris = [text.src_uri for text in (*posts, *blog.talks)]
    return {
        uri: Told(
            title=rendered[uri].title_text, description=rendered[uri].description, is_locked=is_locked(pages[uri])
        )
        for uri in uris
    }
