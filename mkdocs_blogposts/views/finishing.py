"""The last touch to each page: what stands above and below its text, and what its theme prints as it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from markupsafe import Markup, escape

from ..frontmatter.dialects import Dialect
from ..host.theme import LIST_TEMPLATE, POST_TEMPLATE
from ..html.escaping import escaped
from ..html.excerpts import plain_text
from ..html.page_urls import from_page
from ..pages.indexing import keep_out
from ..pages.listing_pages import ViewPage
from ..pages.text_pages import ArticlePage, FaultPage, PostPage, TalkPage
from .card_maker import is_draft
from .embeds import asks_for_cards, place_cards
from .hero_split import split_at_title
from .material_contract import PostAuthor, PostConfig
from .presenter import WITHOUT_POSTS
from .references import references
from .theme_checks import check_icon, check_template

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from ..pages.text_pages import OrdinaryPage, TextRenderer
    from ..rendering.rendered import Rendered
    from .presenter import Presenter


def prepare_articles(presenter: Presenter, files: Files) -> None:
    """Give templates, which escape nothing, what they may print: titles, descriptions, authors and the like."""
    pages = presenter.cards.articles.values()
    # First all of them, since posts show what they lead to.
    for page in pages:
        escape_front_matter(page, presenter.cards.rendered[page.article.src_uri])
        check_template(page, presenter.theme, presenter.cards.faults)
        check_icon(page, presenter.theme, presenter.cards.faults)
        keep_out(page)
        page.first_address = presenter.cards.named.canonical(page)
        presenter.cards.check_addresses(page.article)
    for page in pages:
        if isinstance(page, PostPage):
            _prepare_post(page, presenter, files)


def prepare_ordinary_pages(pages: Iterable[OrdinaryPage], presenter: Presenter, renderer: TextRenderer) -> None:
    """Do the same with what ordinary pages of a Jekyll site tell of themselves."""

    def plain(text: str) -> Markup:
        return escape(plain_text(renderer.inline(text, Dialect.JEKYLL)) or text)

    for page in pages:
        article = page.article
        keep_out(page)
        page.first_address = presenter.cards.named.canonical(page)
        if "template" in article.meta:
            check_template(page, presenter.theme, presenter.cards.faults)
        check_icon(page, presenter.theme, presenter.cards.faults)
        page.meta = {key: escaped(value) if key in article.meta else value for key, value in page.meta.items()}
        if article.title:
            page.meta["title"] = plain(article.title)
            page.title = page.nav_title or page.meta["title"]
        if article.description:
            page.meta["description"] = plain(article.description)


def escape_front_matter(page: ArticlePage, rendered: Rendered) -> None:
    """Make what a page tells of itself safe to print."""
    # What other plugins have added is HTML of their own.
    page.meta = {key: escaped(value) if key in page.article.meta else value for key, value in page.meta.items()}
    page.title = escape(rendered.title_text)
    if "title" in page.meta:
        page.meta["title"] = page.title
    if rendered.description:
        page.meta["description"] = escape(rendered.description)


def _prepare_post(page: PostPage, presenter: Presenter, files: Files) -> None:
    post = page.article
    rendered = presenter.cards.rendered[post.src_uri]
    # Never after today: the host packs the sitemap under that date, which a far one does not fit into.
    page.update_date = min(post.updated or post.date, presenter.cards.now).date().isoformat()
    cards = presenter.cards
    links = references(page, files, presenter.config, presenter.theme, cards.links, cards.faults)
    page.config = PostConfig.of(post, readtime=rendered.reading_time, links=links, is_draft=is_draft(post))
    shown = [(author, presenter.cards.author_link(author)) for author in post.authors if presenter.settings.authors]
    page.authors = [
        PostAuthor.of(author, avatar=_from_root(link.avatar), url=_from_root(link.url)) for author, link in shown
    ]
    page.make_excerpt = cache(lambda: presenter.list_maker.listed(post, page.url))
    if shown:
        page.meta["author"] = escape(", ".join(author.name for author, _ in shown))
    else:
        page.meta.pop("author", None)
    if presenter.theme.has_post_template:
        page.meta.setdefault("template", POST_TEMPLATE)


def prepare_view(pages: Sequence[ViewPage], presenter: Presenter) -> None:
    """Give templates what they ask of a listing: its own template, and a table of contents with its posts."""
    for page in pages:
        if not page.is_written:
            page.meta.pop("draft", None)
        if presenter.material_list and page.view.kind not in WITHOUT_POSTS:
            page.meta.setdefault("template", LIST_TEMPLATE)
        elif presenter.shows_as_list(page):
            pass
        elif not page.view.has_toc:
            page.meta.setdefault("hide", ["toc"])
        if page.view.has_toc:
            _name_posts(page, presenter)


def _name_posts(page: ViewPage, presenter: Presenter) -> None:
    """Put the posts of a listing below its heading in the table of contents."""
    headings = getattr(page.toc, "items", None)
    if headings:
        headings[0].children += presenter.entries_in_toc(page)


def _from_root(url: str | None) -> str | None:
    """A URL as the filter `url` of MkDocs wants it."""
    return from_page(url, "").removeprefix("./") if url else None


def complete(page: Page, context: TemplateContext, presenter: Presenter) -> None:
    """Put our parts above and below the text of a page, once other plugins have read the text."""
    content = page.content or ""
    if isinstance(page, ArticlePage):
        _set_tags(page, cast("dict[str, Any]", context), presenter)
    if isinstance(page, PostPage):
        page.content = from_page(_post(page, content, presenter), page.url)
    elif isinstance(page, TalkPage):
        head = presenter.talk_header(page.article)
        page.content = from_page(
            _with_head(page, content, presenter, head, presenter.talk_footer(page.article)), page.url
        )
    elif isinstance(page, ViewPage):
        warning = presenter.fault_box() if page is presenter.index_page else ""
        if presenter.shows_as_list(page):
            cast("dict[str, Any]", context).update(presenter.list_maker.context(page))
            page.content = from_page(f"{content}\n{warning}{presenter.list_header(page)}", page.url)
        else:
            page.content = from_page(f"{content}\n{warning}{presenter.listing(page)}", page.url)
    elif isinstance(page, FaultPage):
        page.content = f"<h1>{escape(page.title)}</h1>\n{presenter.fault_box(page.path)}"
    elif presenter.settings.backlinks:
        page.content = f"{content}\n{from_page(presenter.page_footer(page), page.url)}"
    if asks_for_cards(page.content or ""):
        page.content = from_page(place_cards(page.content or "", presenter), page.url)


def _set_tags(page: ArticlePage, context: dict[str, Any], presenter: Presenter) -> None:
    """Let the theme's chips lead to our tag pages, in place of where Material's `tags` would have them lead."""
    if page.meta.get("template") != POST_TEMPLATE:
        context["tags"] = []
    elif presenter.settings.tags:
        context["tags"] = presenter.tags_of(page.article)


def _post(page: PostPage, content: str, presenter: Presenter) -> str:
    post = page.article
    if page.meta.get("template") != POST_TEMPLATE:
        head = presenter.post_header(post)
    else:
        head = presenter.draft_badge() if is_draft(post) else Markup()
    head += presenter.post_link(post) + presenter.ways_out(post)
    return _with_head(page, content, presenter, head, presenter.post_footer(post))


def _with_head(page: ArticlePage, content: str, presenter: Presenter, head: str, foot: str) -> str:
    """The text with a heading, if it has none itself, what belongs below the heading, and what follows the text."""
    before, after = split_at_title(page, content, presenter.cards.rendered[page.article.src_uri], presenter.hero)
    warning = presenter.fault_box(page.article.path)
    return "\n".join(part for part in (before, warning, head, after, foot) if part)
