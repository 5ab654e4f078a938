"""What hooks have set of posts and authors, for what we show of them ourselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..pages.text_pages import PostPage
from .material_contract import PostAuthor, author_of
from .settable_values import given_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..content.author import Author
    from ..pages.text_pages import ArticlePage
    from ..rendering.rendered import Rendered


def with_minutes(rendered: Rendered, page: ArticlePage) -> Rendered:
    """What is known of a text, with the minutes of reading that a hook has set."""
    if not isinstance(page, PostPage) or "readtime" not in given_to(page.config):
        return rendered
    return replace(rendered, reading_time=page.config.readtime)


def given_to_authors(pages: Iterable[ArticlePage]) -> dict[Author, Mapping[str, Any]]:
    """What hooks have set of each author."""
    shown = (each for page in pages if isinstance(page, PostPage) for each in page.authors)
    return {author_of(each): given for each in shown if isinstance(each, PostAuthor) and (given := given_to(each))}
