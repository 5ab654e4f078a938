"""The last touch to each page: what stands above and below its text, and what its theme prints as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from markupsafe import Markup, escape

from .addresses import from_page
from .card_maker import is_draft
from .contract import PostAuthor, PostConfig
from .references import references
from .structure import ArticlePage, FaultPage, PostPage, TalkPage, ViewPage
from .theme import POST_TEMPLATE

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from .presenter import Presenter

_FIRST_HEADING = re.compile(r"</h1\s*>", re.IGNORECASE)


def prepare(page: ArticlePage, presenter: Presenter, files: Files) -> None:
    """Give templates, which escape nothing, what they may print: title, description, authors and the like."""
    rendered = presenter.cards.rendered[page.article.src_uri]
    page.meta = {key: _escaped(value) for key, value in page.meta.items()}
    page.title = page.meta["title"] = escape(rendered.title_text)
    if rendered.description:
        page.meta["description"] = escape(rendered.description)
    if isinstance(page, PostPage):
        _prepare_post(page, presenter, files)


def _prepare_post(page: PostPage, presenter: Presenter, files: Files) -> None:
    post = page.article
    rendered = presenter.cards.rendered[post.src_uri]
    page.update_date = (post.updated or post.date).date().isoformat()
    page.config = PostConfig.of(
        post, readtime=rendered.reading_time, links=references(page, presenter, files), is_draft=is_draft(post)
    )
    shown = (
        [(author, presenter.cards.author_link(author)) for author in post.authors] if presenter.settings.authors else []
    )
    page.authors = [
        PostAuthor.of(author, avatar=_from_root(link.avatar), url=_from_root(link.url)) for author, link in shown
    ]
    page.categories = presenter.category_pages(post)
    if shown:
        page.meta["author"] = escape(", ".join(author.name for author, _ in shown))
    else:
        page.meta.pop("author", None)


def _from_root(url: str | None) -> str | None:
    """A URL as the filter `url` of MkDocs wants it."""
    return from_page(url, "").removeprefix("./") if url else None


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, list):
        return [_escaped(item) for item in value]
    if isinstance(value, dict):
        return {key: _escaped(item) for key, item in value.items()}
    return value


def complete(page: Page, context: TemplateContext, presenter: Presenter) -> None:
    """Put our parts above and below the text of a page, once other plugins have read the text."""
    content = page.content or ""
    if isinstance(page, ArticlePage):
        cast("dict[str, Any]", context)["tags"] = (
            presenter.tags_of(page.article) if page.meta.get("template") == POST_TEMPLATE else []
        )
    if isinstance(page, PostPage):
        page.content = from_page(_post(page, content, presenter), page.url)
    elif isinstance(page, TalkPage):
        head = presenter.talk_header(page.article)
        page.content = from_page(
            _with_head(page, content, presenter, head, presenter.talk_footer(page.article)), page.url
        )
    elif isinstance(page, ViewPage):
        warning = presenter.fault_box() if page is presenter.index_page else ""
        page.content = from_page(f"{content}\n{warning}{presenter.listing(page)}", page.url)
    elif isinstance(page, FaultPage):
        page.content = f"<h1>{escape(page.title)}</h1>\n{presenter.fault_box(page.path)}"
    else:
        page.content = from_page(f"{content}\n{presenter.page_footer(page)}", page.url)


def _post(page: PostPage, content: str, presenter: Presenter) -> str:
    post = page.article
    if page.meta.get("template") != POST_TEMPLATE:
        head = presenter.post_header(post)
    else:
        head = presenter.draft_badge() if is_draft(post) else Markup()
    return _with_head(page, content, presenter, head, presenter.post_footer(post))


def _with_head(page: ArticlePage, content: str, presenter: Presenter, head: str, foot: str) -> str:
    """The text with a heading, if it has none itself, what belongs below the heading, and what follows the text."""
    if heading := _FIRST_HEADING.search(content):
        before, after = content[: heading.end()], content[heading.end() :]
    else:
        before, after = f"<h1>{presenter.cards.rendered[page.article.src_uri].title}</h1>", content
    return "\n".join(part for part in (before, head, after, foot) if part)
