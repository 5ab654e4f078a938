"""Posts and talks about a docs page, below the text of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..content.models import Post, Talk
from ..html.page_urls import from_root
from ..light_dataclasses import dataclass
from .article_values import PageFooter

if TYPE_CHECKING:
    from markupsafe import Markup
    from mkdocs.structure.pages import Page

    from ..blog.mentions import Mentions
    from ..cards.card_html import CardHtml
    from ..cards.part_templates import PartTemplates
    from ..placement.feed_files import FeedFiles


@dataclass(frozen=True, slots=True)
class Backlinks:
    """What the option `backlinks` asks for."""

    templates: PartTemplates
    html: CardHtml
    mentions: Mentions
    feeds: FeedFiles

    def below(self, page: Page) -> Markup:
        """What follows the text of a page that posts or talks lead to."""
        about = self.mentions.articles_about.get(page.file.src_uri, ())
        feed = self.feeds.of_page(page.file.src_uri)
        footer = PageFooter(
            feed=from_root(next(iter(feed.files.values())).url) if feed else None,
            posts=tuple(self.html.of_post(article) for article in about if isinstance(article, Post)),
            talks=tuple(self.html.of_talk(article) for article in about if isinstance(article, Talk)),
        )
        return self.templates.render("page-footer.html", footer=footer)
