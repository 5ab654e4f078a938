"""The title of a page, and what stands large above or behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ..html.excerpts import plain_text
from ..html.phrases import HEADING, inline_html

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from ..content.models import Article
    from ..pages.text_pages import ArticlePage
    from ..rendering.rendered import Rendered

    HeroOf = Callable[[Article, Markup | None], Markup]


def split_at_title(page: ArticlePage, content: str, rendered: Rendered, hero_of: HeroOf) -> tuple[str, str]:
    """The title of a page with all that belongs above what we say below it, and the rest of the text."""
    heading, hero = HEADING.search(content), page.article.hero
    if hero and hero.is_overlay:
        return _overlaid(page, content, heading, rendered, hero_of)
    if heading:
        before, after = content[: heading.end()], content[heading.end() :]
    else:
        before, after = f"<h1>{rendered.title}</h1>", content
    above = hero_of(page.article, None) if hero else ""
    return (f"{above}\n{before}" if above else before), after


def _overlaid(
    page: ArticlePage, content: str, heading: re.Match[str] | None, rendered: Rendered, hero_of: HeroOf
) -> tuple[str, str]:
    """The title on its picture, as the one heading of its level, unless the text has such a heading of its own."""
    title = rendered.title
    if heading is None:
        shown, rest = Markup("<h1>{}</h1>").format(title), content
    elif _is_title(heading, page, rendered):
        shown = Markup(heading.group())  # the site has rendered it
        rest = (content[: heading.start()] + content[heading.end() :]).lstrip("\n")
    else:
        shown, rest = Markup('<p class="bp-overlay__title">{}</p>').format(title), content
    return str(hero_of(page.article, shown)), rest


def _is_title(heading: re.Match[str], page: ArticlePage, rendered: Rendered) -> bool:
    """Whether a heading of the text says what the title does, or is where the title comes from."""
    told = plain_text(inline_html(heading["text"])).casefold()
    is_source = "title" not in page.article.meta
    return is_source or told == rendered.title_text.casefold()
