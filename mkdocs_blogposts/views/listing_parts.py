"""What follows the head of a listing: its posts as cards, all tags, all talks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from mkdocs.structure.toc import AnchorLink

from ..blog.groups import anchors_of
from ..blog.listing_kinds import (
    ARCHIVE,
    ARCHIVE_INDEX,
    AUTHOR,
    EVENT,
    INDEX,
    KINDS,
    TAG,
    TAG_INDEX,
    TALK_INDEX,
    layout_of,
)
from ..blog.listings import sentence_on
from ..cards.card_values import TermLink
from ..html.excerpts import plain_text
from ..html.ids import ids_in
from ..html.page_urls import from_root
from ..light_dataclasses import dataclass, field
from ..settings import Settings
from .group_lists import list_of_archives
from .listing_values import ListingLink, ListingView, TagIndexView
from .pager import pager_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..blog.blog import Blog
    from ..blog.listing_kinds import ListingKind
    from ..blog.listings import View, Views
    from ..cards.card_html import CardHtml
    from ..cards.part_templates import PartTemplates
    from ..pages.listing_pages import ViewPage
    from ..placement.calendar_files import CalendarFiles
    from ..placement.feed_files import FeedFiles
    from ..placement.navigation import ViewPages
    from .listing_values import PagerLinks
    from .talk_map import TalkMap

_USUAL = Settings()
"""What a site has that sets nothing."""

FIRST_ROW = 3
"""Cards whose pictures are loaded at once."""


@dataclass(frozen=True, slots=True)
class ListingParts:
    """The parts of one blog's listings in one theme."""

    templates: PartTemplates
    html: CardHtml
    blog: Blog
    views: Views
    view_pages: ViewPages
    feeds: FeedFiles
    calendars: CalendarFiles
    map: TalkMap
    _urls: dict[str, list[str]] = field(default_factory=dict, init=False)
    """Those of all pages of each listing."""

    def listing(self, page: ViewPage) -> Markup:
        """What follows the head of a listing."""
        if page.view.kind is TAG_INDEX:
            return self.templates.render("tag-index.html", view=self._tag_index(ids_in(page.content or "")))
        if page.view.kind is ARCHIVE_INDEX:
            groups = list_of_archives(self.blog, self.views, self.html, ids_in(page.content or ""))
            return self.templates.render("groups.html", view=groups)
        if page.view.kind is TALK_INDEX:
            from .talk_lists import TalkLists  # noqa: PLC0415  # most sites have no talks

            index = TalkLists(self.html, self.map).index(self.blog.talks, tuple(self._links(page.view)))
            return self.templates.render("talk-index.html", view=index)
        if page.view.kind is EVENT:
            from .talk_lists import TalkLists  # noqa: PLC0415  # as above

            event = TalkLists(self.html, self.map).event(page.view, tuple(self._links(page.view)))
            return self.templates.render("event.html", view=event)
        is_table = layout_of(page.view.kind, self.html.cards.settings) == "table"
        has_lead = page.view.kind is INDEX and page.pager.number == 1 and not is_table
        first = FIRST_ROW + has_lead
        cards = (
            self.html.of_post(post, eager=number < first, level=2, has_anchor=True, is_lead=has_lead and not number)
            for number, post in enumerate(page.pager.posts)
        )
        shown = replace(
            self._without_posts(page),
            cards=() if is_table else tuple(cards),
            rows=tuple(self.html.cards.brief_card(post) for post in page.pager.posts) if is_table else (),
            told=self._told(page),
            years=self._years(page.view) if page.view.kind is ARCHIVE else (),
            has_lead=has_lead,
            pager=self._pager(page),
        )
        return self.templates.render("listing.html", view=shown)

    def beside_posts(self, page: ViewPage) -> Iterator[Any]:
        """What a listing shows beside posts and talks, and beside its own text."""
        view = page.view
        if page.pager.number == 1:
            yield tuple(self._links(view))
            yield self.html.cards.profile(view) if view.kind is AUTHOR else None
        if view.kind is TAG_INDEX:
            yield self._tag_index(set())
        elif view.kind.has_posts:
            yield (self._told(page), self._pager(page))
        if view.kind in (ARCHIVE, ARCHIVE_INDEX):
            yield self._years(view)

    def _pager(self, page: ViewPage) -> PagerLinks | None:
        uri = page.view.src_uri
        if uri not in self._urls:
            self._urls[uri] = [from_root(each.url) for each in self.view_pages[uri]]
        return pager_links(page.pager.number, self._urls[uri], self.html.cards.settings)

    def _told(self, page: ViewPage) -> str:
        """What a listing lists, unless its own text says that, or there is nothing on it."""
        view = page.view
        if view.kind is INDEX or page.is_written or not (view.posts or view.talks):
            return ""
        return sentence_on(view, self.templates.theme.words, plain_text(str(page.pages[0].title or view.title)))

    def _years(self, view: View) -> tuple[TermLink, ...]:
        """All periods of the archive, where there are several."""
        views = self.views.of(ARCHIVE)
        links = (
            TermLink(
                name=each.title,
                url=None if each.src_uri == view.src_uri else from_root(self.view_pages[each.src_uri][0].url),
                count=len(each.posts),
            )
            for each in views
        )
        return tuple(links) if len(views) > 1 else ()

    def header(self, page: ViewPage) -> Markup:
        """What stands above the posts of a listing that a template of Material shows; the index is all Material's."""
        if page.view.kind is INDEX:
            return Markup()
        return self.templates.render("list-header.html", view=self._without_posts(page))

    def entries_in_toc(self, page: ViewPage) -> list[AnchorLink]:
        """The posts of a listing in its table of contents."""
        cards = self.html.cards
        return [
            AnchorLink(str(escape(cards.rendered[post.src_uri].title_text)), cards.post_card(post).anchor, 2)
            for post in page.pager.posts
        ]

    def _without_posts(self, page: ViewPage) -> ListingView:
        view = page.view
        is_first = page.pager.number == 1
        return ListingView(
            kind=view.kind.name,  # type: ignore[arg-type]
            cards=(),
            talks=tuple(self.html.of_talk(talk) for talk in view.talks) if is_first else (),
            links=tuple(self._links(view)) if is_first else (),
            author=self.html.cards.profile(view) if is_first and view.kind is AUTHOR else None,
        )

    def _tag_index(self, taken: set[str]) -> TagIndexView:
        terms = self.views.taxonomies[TAG].terms
        anchors = anchors_of((term.name for term in terms), taken)
        links = ((term, self.html.cards.term_url(TAG, term.name)) for term in terms)
        return TagIndexView(
            terms=tuple(
                TermLink(name=term.name, url=url, count=term.count, anchor=anchors.get(term.name))
                for term, url in links
            )
        )

    def _own_name(self, kind: ListingKind) -> str | None:
        """What the site calls listings of a kind, if it calls them anything (`archive_name`)."""
        option = f"{kind.own_options}_name"
        name, usual = (getattr(settings, option, None) for settings in (self.html.cards.settings, _USUAL))
        return self.templates.theme.translate(name, self.templates.config) if name and name != usual else None

    def _links(self, view: View) -> Iterator[ListingLink]:
        """Where the head of a listing leads, as far as the site has such."""
        first = {kind.link: self.views.first(kind) for kind in reversed(KINDS) if kind.link and self.views.of(kind)}
        for name in view.kind.links:
            to = first.get(name)
            if to and to.kind is not view.kind and (to.kind is not TAG_INDEX or self.views.of(TAG)):
                url = from_root(self.view_pages[to.src_uri][0].url)
                yield ListingLink(kind=name, url=url, name=self._own_name(to.kind))
        if feed := self.feeds.of_views.get(view.src_uri):
            yield ListingLink(kind="feed", url=from_root(next(iter(feed.files.values())).url))
        if view.kind is TALK_INDEX and (calendar := self.calendars.of_all):
            own = self.templates.theme.words("calendar_of_talks")
            yield ListingLink(kind="calendar", url=from_root(calendar.url), name=own)
