"""What hooks have set of posts and authors, for what we show of them ourselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..html.excerpts import plain_text
from ..pages.text_pages import PostPage
from .material_contract import PostAuthor, author_of
from .settable_values import given_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..content.author import Author
    from ..pages.text_pages import ArticlePage
    from ..rendering.rendered import Rendered


def with_minutes(rendered: Rendered, page: ArticlePage) -> Rendered:
    """What is known of a text, with the minutes of reading that a hook has set, if these are a number."""
    given = given_to(page.config) if isinstance(page, PostPage) else {}
    if "readtime" not in given:
        return rendered
    minutes = given["readtime"]
    try:
        return replace(rendered, reading_time=None if minutes is None else int(minutes))
    except (TypeError, ValueError, OverflowError):
        return rendered


def given_to_authors(pages: Iterable[ArticlePage]) -> dict[Author, Mapping[str, str | None]]:
    """The texts that hooks have set of each author; templates of Material's blog print them as HTML."""
    shown = (each for page in pages if isinstance(page, PostPage) for each in page.authors)
    given = {author_of(each): given_to(each) for each in shown if isinstance(each, PostAuthor)}
    return {
        author: {name: plain_text(text) if isinstance(text, str) else None for name, text in values.items()}
        for author, values in given.items()
        if values
    }
