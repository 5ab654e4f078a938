"""What a listing or a talk is described by, where nobody has described it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from ..blog.listing_kinds import ARCHIVE_INDEX, EVENT, INDEX, TAG, TAG_INDEX, TALK_INDEX
from ..blog.listings import sentence_on
from ..html.excerpts import plain_text, shortened
from ..pages.text_pages import TalkPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from ..blog.blog import Blog
    from ..blog.listings import Views
    from ..content.models import Talk
    from ..pages.listing_pages import ViewPage
    from ..words import Words


def describe_listings(pages: Iterable[ViewPage], blog: Blog, views: Views, words: Words, config: MkDocsConfig) -> None:
    """Let every page of a listing say what it lists, and which page of it it is."""
    for page in pages:
        number, told = page.pager.number, page.meta.get("description")
        # A home page is described as the site is.
        if not told and not (page.is_homepage and config.site_description):
            first = page.pages[0]
            of_site = config.site_description if first.is_homepage else None
            told = escape(of_site or _of_listing(page, blog, views, words, config.site_name))
        if told and number > 1:
            suffix = escape(f" - {words('page_n', number)}")
            # What a user has written there is HTML, as for any page.
            told = told + suffix if isinstance(told, Markup) else f"{told}{suffix}"
        if told:
            page.meta["description"] = told


def describe_talks(pages: Iterable[Page], words: Words) -> None:
    """Let every talk without a text say what it is, where and when."""
    for page in pages:
        if isinstance(page, TalkPage) and not page.meta.get("description"):
            told = _of_talk(page.article, words)
            if told:
                page.meta["description"] = escape(told)


def plain_description(page: Page) -> str:
    """The description of a page as text, which HTML may have stood in."""
    told = page.meta.get("description")
    if isinstance(told, Markup):
        return told.unescape()  # it is text that we have escaped, and no more
    return plain_text(told) if isinstance(told, str) else ""


def _of_listing(page: ViewPage, blog: Blog, views: Views, words: Words, site_name: str) -> str:
    view = page.view
    if view.kind is TAG_INDEX:
        names = words("comma").join(term.name for term in views.taxonomies[TAG].terms)
        return shortened(words("list_of", kind=words("tags"), names=names) if names else words("empty_tags"))
    if view.kind is TALK_INDEX:
        venues = dict.fromkeys(talk.venue for talk in blog.talks if talk.venue)
        items = words("talks_n", len(blog.talks))
        return shortened(words("list_of", kind=items, names=words("comma").join(venues)) if venues else items)
    if view.kind is ARCHIVE_INDEX:
        return words("list_of", kind=view.title, names=words("posts_n", len(blog.listed)))
    if view.kind is EVENT:
        return words("list_of", kind=view.title, names=words("talks_n", len(view.talks)))
    name = site_name if view.kind is INDEX else plain_text(str(page.pages[0].title or view.title))
    return sentence_on(view, words, name)


def _of_talk(talk: Talk, words: Words) -> str:
    what = talk.talk_type or talk.venue
    if talk.talk_type and talk.venue:
        what = words("talk_at", talk=talk.talk_type, venue=talk.venue)
    return words("comma").join(part for part in (what, talk.location) if part)
