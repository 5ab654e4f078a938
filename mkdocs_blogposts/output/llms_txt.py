"""What `llms.txt` says of posts and talks, where another plugin writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..host.llmstxt import Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..blog.blog import Blog
    from ..rendering.rendered import Rendered


def told_of(blog: Blog, rendered: Mapping[str, Rendered]) -> dict[str, Told]:
    """What there is to say of each listed post, the newest first, and then of each talk."""
    posts = sorted((post for post in blog.listed if not post.section_of), key=lambda post: post.date, reverse=True)
    found = ((text.src_uri, rendered[text.src_uri]) for text in (*posts, *blog.talks))
    return {src_uri: Told(title=of_text.title_text, description=of_text.description) for src_uri, of_text in found}
