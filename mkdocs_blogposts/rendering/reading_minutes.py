"""How long readers are told that a post takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..host.document_dates import minutes_of_markdown
from ..html.reading_time import reading_time

if TYPE_CHECKING:
    from ..pages.text_pages import PostPage


def reading_minutes(page: PostPage) -> int | None:
    """Minutes, as the author has set them or else counted; `None` where they are not to be shown."""
    post = page.article
    if not post.shows_reading_time or post.reading_time:
        return post.reading_time if post.shows_reading_time else None
    words, characters = post.words_per_minute, post.words_per_minute_cjk
    counted = None if characters is None else minutes_of_markdown(page.markdown or "", words, characters)
    return counted or reading_time(page.content or "", words, characters)
