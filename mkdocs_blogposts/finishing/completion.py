"""What stands above and below the text of each page, put there once other plugins have read the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from markupsafe import escape

from ..articles.hero_split import split_at_title
from ..html.page_urls import from_page
from ..material.tag_chips import in_order_of, tag_chips
from ..pages.listing_pages import ViewPage
from ..pages.text_pages import ArticlePage, FaultPage
from ..views.embeds import asks_for_cards

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from ..articles.article_parts import ArticleParts
    from ..articles.backlinks import Backlinks
    from ..cards.card_maker import CardMaker
    from ..material.listing_layout import ListingLayout
    from ..material.material_list import MaterialList
    from ..views.embeds import Embeds
    from ..views.listing_parts import ListingParts
    from .fault_box import FaultBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Completes the pages of one blog, and those that show anything of it."""

    cards: CardMaker
    articles: ArticleParts
    listings: ListingParts
    layout: ListingLayout
    material_list: MaterialList
    embeds: Embeds
    faults: FaultBox
    backlinks: Backlinks | None
    """`None` where docs pages show none."""
    index: ViewPage
    """The first page of the blog."""
    banner: str = ""
    """What stands at the top of each page in a preview."""

    def complete(self, page: Page, context: TemplateContext) -> None:
        """Put our parts above and below the text of a page, and what its template asks for into the context."""
        values = cast("dict[str, Any]", context)
        content = page.content or ""
        if isinstance(page, ArticlePage):
            self._set_tags(page, values)
            page.content = f"{self.banner}{from_page(self._article(page, content), page.url)}"
        elif isinstance(page, ViewPage):
            page.content = f"{self.banner}{from_page(self._listing(page, content, values), page.url)}"
        elif isinstance(page, FaultPage):
            page.content = f"<h1>{escape(page.title)}</h1>\n{self.faults.of_file(page.path)}"
        elif self.backlinks:
            page.content = f"{content}\n{from_page(self.backlinks.below(page), page.url)}"
        if asks_for_cards(page.content or ""):
            page.content = from_page(self.embeds.placed_in(page.content or ""), page.url)

    def _set_tags(self, page: ArticlePage, values: dict[str, Any]) -> None:
        """Let the theme's chips lead to our tag pages, in place of where Material's `tags` would have them lead."""
        if not self.layout.theme.shows_byline(page.meta.get("template")):
            values["tags"] = []
        elif self.cards.settings.tags:
            values["tags"] = in_order_of(values.get("tags"), tag_chips(page.article, self.cards))

    def _article(self, page: ArticlePage, content: str) -> str:
        """The text with a heading, if it has none itself, what belongs below the heading, and what follows the text."""
        article = page.article
        before, after = split_at_title(page, content, self.cards.rendered[article.src_uri], self.articles.hero)
        below = (self.faults.of_file(article.path), self.articles.header(page))
        return "\n".join(part for part in (before, *below, after, self.articles.footer(article)) if part)

    def _listing(self, page: ViewPage, content: str, values: dict[str, Any]) -> str:
        """The head of a listing with its posts, or without those where its template shows them."""
        warning = self.faults.of_all() if page is self.index else ""
        if self.layout.shows_posts(page):
            values.update(self.material_list.context(page))
            return f"{content}\n{warning}{self.listings.header(page)}"
        return f"{content}\n{warning}{self.listings.listing(page)}"
