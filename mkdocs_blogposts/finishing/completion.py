"""What stands above and below the text of each page, put there once other plugins have read the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from markupsafe import escape

from ..articles.hero_split import split_at_title
from ..content.models import Post
from ..html.page_urls import from_page
from ..html.phrases import HEADING
from ..light_dataclasses import dataclass
from ..material.tag_chips import shown_tags, tag_chips
from ..pages.listing_pages import ViewPage
from ..pages.text_pages import ArticlePage, FaultPage, OrdinaryPage, PostPage
from ..views.embeds import asks_for_cards
from .preparation import put_into_toc

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from ..articles.article_parts import ArticleParts
    from ..articles.backlinks import Backlinks
    from ..cards.card_maker import CardMaker
    from ..cards.card_values import TermLink
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
            article = self._article(page, content, self._take_tags(page, values))
            if isinstance(page, PostPage) and (given := self.cards.settings.share_links):
                title = self.cards.rendered[page.article.src_uri].title_text
                from ..material.share_links import share_links  # noqa: PLC0415  # few sites have any

                values["share_links"] = share_links(given, page, title, self.layout.theme)
            page.content = f"{self.banner}{from_page(article, page.url)}"
        elif isinstance(page, ViewPage):
            page.content = f"{self.banner}{from_page(self._listing(page, content, values), page.url)}"
        elif isinstance(page, FaultPage):
            page.content = f"<h1>{escape(page.title)}</h1>\n{self.faults.of_file(page.path)}"
        else:
            page.content = self._other(page, content)
        if asks_for_cards(page.content or ""):
            page.content = from_page(self.embeds.placed_in(page.content or ""), page.url)

    def _other(self, page: Page, content: str) -> str:
        """The text of a page of the site, with what its paper says of itself, and what leads to it."""
        papers = self.embeds.papers
        if isinstance(page, OrdinaryPage) and (paper := papers.of_page(page.file.src_uri)):
            told = from_page(self.embeds.templates.render("paper-page.html", paper=paper), page.url)
            title = HEADING.search(content)
            end = title.end() if title else 0
            content = f"{content[:end]}\n{told}\n{content[end:]}"
        return f"{content}\n{from_page(self.backlinks.below(page), page.url)}" if self.backlinks else content

    def _take_tags(self, page: ArticlePage, values: dict[str, Any]) -> tuple[TermLink, ...]:
        """The tags of a post that we show; those that are left to the theme's chips lead to our tag pages."""
        theme, article = self.layout.theme, page.article
        is_post = isinstance(article, Post)
        if is_post and theme.has_post_template and not self.cards.settings.tags:
            return ()  # Material's `tags` shows them, if it is there
        tags = shown_tags(article, self.cards, values.get("tags"))
        is_left = is_post and theme.shows_tags(page.meta.get("template"))
        values["tags"] = tag_chips(tags) if is_left else []
        hidden = page.meta.get("hide") or ()
        return () if is_left or "tags" in hidden else tags

    def _article(self, page: ArticlePage, content: str, tags: tuple[TermLink, ...]) -> str:
        """The text with its heading, what belongs below the heading, and what follows the text."""
        article = page.article
        if self._is_headed_by_the_site(page, content):
            before, after = "", content
        else:
            before, after = split_at_title(page, content, self.cards.rendered[article.src_uri], self.articles.hero)
        below = (self.faults.of_file(article.path), self.articles.header(page, content))
        return "\n".join(part for part in (before, *below, after, self.articles.footer(page, tags)) if part)

    def _is_headed_by_the_site(self, page: ArticlePage, content: str) -> bool:
        """Whether the title of a post without a heading is left to a template of the site itself."""
        theme, is_bare = self.layout.theme, not (page.article.hero or HEADING.search(content))
        is_post = isinstance(page.article, Post) and theme.has_post_template
        return is_post and is_bare and (theme.has_own_content or theme.shows_byline(page.meta.get("template")))

    def _listing(self, page: ViewPage, content: str, values: dict[str, Any]) -> str:
        """The head of a listing with its posts, or without those where its template shows them."""
        warning = self.faults.of_all() if page is self.index else ""
        before = len(page.pager.posts)
        if page.settle_posts():
            put_into_toc(page, self.layout, self.material_list, self.listings, in_place_of=before)
        if self.layout.shows_posts(page):
            values.update(self.material_list.context(page))
        elif not self.layout.is_filled_by_a_hook(page, values):
            return f"{content}\n{warning}{self.listings.listing(page)}"
        return f"{content}\n{warning}{self.listings.header(page)}"
