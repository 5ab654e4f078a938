"""From posts, talks and listings to the cards and parts that templates show; each card is made once per build."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from mkdocs.structure.toc import AnchorLink

from ..blog.groups import anchors_of
from ..blog.listings import ViewKind, Views
from ..content.models import Article, Post, Talk
from ..faults import Level
from ..host.material_tags import MaterialTags
from ..host.theme import LIST_TEMPLATE
from ..html.excerpts import plain_text
from ..html.html_urls import ROOT
from ..html.ids import ids_in
from ..html.page_urls import from_root
from ..shown_dates import format_date
from ..site.feed_files import FORMATS
from .group_lists import list_of_groups
from .material_list import MaterialList
from .pager import pager_links
from .template_values import (
    GridView,
    ListingView,
    PageFooter,
    PageLink,
    PostFooter,
    TagIndexView,
    TalkFooter,
    TalkIndexView,
    TalksOfYear,
    TermLink,
    Way,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from ..blog.blog import Blog
    from ..blog.mentions import Mentions
    from ..blog.selection import Selection
    from ..faults import Fault
    from ..host.theme import Theme
    from ..pages.listing_pages import ViewPage
    from ..settings import Settings
    from ..site.feed_files import FeedFiles
    from ..site.navigation import ViewPages
    from .card_maker import CardMaker

WITHOUT_POSTS = frozenset({ViewKind.TAG_INDEX, ViewKind.TALK_INDEX})
"""Listings that no template of Material knows."""

_WAYS: Mapping[ViewKind, tuple[str, ...]] = {
    ViewKind.INDEX: ("tags", "archive", "talks", "feed"),
    ViewKind.TAG: ("tags",),
}
"""Where the head of a listing leads."""

FIRST_ROW = 3
"""Cards whose pictures are loaded at once."""


@dataclass
class Presenter:
    """Shows one blog in one theme."""

    config: MkDocsConfig
    settings: Settings
    theme: Theme
    blog: Blog
    views: Views
    view_pages: ViewPages
    mentions: Mentions
    cards: CardMaker
    feeds: FeedFiles
    _rendered: dict[tuple[str, bool, int], Markup] = field(default_factory=dict, init=False)
    _heads: dict[tuple[str | None, bool], Markup] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.list_maker = MaterialList(
            self.config, self.settings, self.cards.articles, self.cards.rendered, self.view_pages
        )
        """Makes what templates of Material's blog ask for."""
        self.material_list = self.list_maker if self.theme.shows_list(self.settings) else None
        """Makes listings as Material's blog has them; `None` where they are cards."""

    def shows_as_list(self, page: ViewPage) -> bool:
        """Whether a template shows the posts of a listing by itself, as those of Material's blog do."""
        template = page.meta.get("template")
        if page.view.kind in WITHOUT_POSTS or not isinstance(template, str):
            return False
        if template == LIST_TEMPLATE:
            return self.material_list is not None
        return self.theme.uses(template, "posts")

    def entries_in_toc(self, page: ViewPage) -> list[AnchorLink]:
        """The posts of a listing in its table of contents."""
        if self.material_list:
            return self.material_list.entries_in_toc(page)
        cards = self.cards
        return [
            AnchorLink(str(escape(cards.rendered[post.src_uri].title_text)), cards.post_card(post).anchor, 2)
            for post in page.pager.posts
        ]

    @property
    def index_page(self) -> ViewPage:
        """The first page of the blog."""
        return self.view_pages[self.views.index.src_uri][0]

    @property
    def site_url(self) -> str:
        """The address of the site, with a slash at its end; empty where it is not known."""
        return f"{self.config.site_url.rstrip('/')}/" if self.config.site_url else ""

    @property
    def feed_title(self) -> str:
        """The blog and the site by name."""
        return f"{plain_text(self.index_page.title or '')} - {self.config.site_name}"

    def date_filter(self, moment: datetime) -> str:
        """A date as the site wants dates shown; the filter `date` of Material's templates."""
        return format_date(moment, self.settings.post_date_format, self.theme.locale)

    def listing(self, page: ViewPage) -> Markup:
        """What follows the head of a listing."""
        view = page.view
        if view.kind is ViewKind.TAG_INDEX:
            return self._render("tag-index.html", view=self._tag_index(ids_in(page.content or "")))
        if view.kind is ViewKind.TALK_INDEX:
            return self._render("talk-index.html", view=self._talk_index())
        pages = [from_root(each.url) for each in self.view_pages[view.src_uri]]
        cards = (
            self.post_html(post, eager=number < FIRST_ROW, level=2) for number, post in enumerate(page.pager.posts)
        )
        shown = replace(
            self._head_of(page), cards=tuple(cards), pager=pager_links(page.pager.number, pages, self.settings)
        )
        return self._render("listing.html", view=shown)

    def list_header(self, page: ViewPage) -> Markup:
        """What stands above the posts of a listing that a template of Material shows; the index is all Material's."""
        if page.view.kind is ViewKind.INDEX:
            return Markup()
        return self._render("list-header.html", view=self._head_of(page))

    def _head_of(self, page: ViewPage) -> ListingView:
        """A listing without its posts."""
        view = page.view
        is_first = page.pager.number == 1
        return ListingView(
            kind=view.kind.value,  # type: ignore[arg-type]
            cards=(),
            talks=tuple(self.talk_html(talk) for talk in view.talks) if is_first else (),
            ways=tuple(way for way in self._ways() if is_first and way.kind in _WAYS.get(view.kind, ())),
            author=self.cards.profile(view) if is_first and view.kind is ViewKind.AUTHOR else None,
        )

    def grid(self, posts: Iterable[Post] = (), talks: Iterable[Talk] = ()) -> Markup:
        """Cards on a page that is no listing."""
        shown = GridView(
            cards=tuple(self.post_html(post) for post in posts),
            talks=tuple(self.talk_html(talk) for talk in talks),
        )
        return self._render("grid.html", view=shown)

    def groups(self, selection: Selection, taken: set[str]) -> Markup:
        """All posts by tag, category or year, on a page that has the ids `taken`."""
        return self._render("groups.html", view=list_of_groups(selection, self.blog, self.views, self.cards, taken))

    def post_header(self, post: Post) -> Markup:
        """What stands below the title of a post, in a theme that shows none of it."""
        return self._render("post-header.html", post=self.cards.post_card(post))

    def post_link(self, post: Post) -> Markup:
        """On the page of a link post, the way to where it leads."""
        link = self.cards.post_card(post).link
        return self._render("post-link.html", link=link) if link else Markup()

    def ways_out(self, post: Post) -> Markup:
        """Where a post leads besides: its paper, slides and the like, and how to cite it."""
        card = self.cards.post_card(post)
        return self._render("post-ways-out.html", post=card) if card.buttons or card.citation else Markup()

    def hero(self, article: Article, title: Markup | None = None) -> Markup:
        """What stands large above a text: the title on its ground, or else a wide picture."""
        hero = self.cards.hero(article)
        if title and hero:
            return self._render("hero.html", hero=replace(hero, title=title))
        return self._render("wide-image.html", hero=hero) if hero and hero.image else Markup()

    def draft_badge(self) -> Markup:
        """The mark of a draft."""
        return self._render("draft-badge.html")

    def post_footer(self, post: Post) -> Markup:
        """What follows the text of a post."""
        neighbours = self.blog.neighbours.get(post.src_uri)
        shows = neighbours is not None and not self.theme.shows_neighbours
        footer = PostFooter(
            talks=tuple(self.talk_html(talk) for talk in self.mentions.talks_in.get(post.src_uri, ())),
            previous=self._page_link(neighbours.older) if shows and neighbours and neighbours.older else None,
            next=self._page_link(neighbours.newer) if shows and neighbours and neighbours.newer else None,
        )
        return self._render("post-footer.html", footer=footer)

    def talk_header(self, talk: Talk) -> Markup:
        """What stands below the title of a talk."""
        card = self.cards.talk_card(talk)
        return self._render("talk-header.html", talk=replace(card, image=None) if talk.hero else card)

    def talk_footer(self, talk: Talk) -> Markup:
        """What follows the abstract of a talk."""
        posts = self.mentions.posts_about.get(talk.src_uri, ())
        return self._render("talk-footer.html", footer=TalkFooter(posts=tuple(self.post_html(post) for post in posts)))

    def page_footer(self, page: Page) -> Markup:
        """What follows the text of a docs page that posts or talks lead to."""
        about = self.mentions.articles_about.get(page.file.src_uri, ())
        footer = PageFooter(
            posts=tuple(self.post_html(article) for article in about if isinstance(article, Post)),
            talks=tuple(self.talk_html(article) for article in about if isinstance(article, Talk)),
        )
        return self._render("page-footer.html", footer=footer)

    def fault_box(self, path: str | None = None) -> Markup:
        """The faults of one file, or of all, that would end a build."""
        faults = self._errors.get(path, ()) if path else [fault for of_one in self._errors.values() for fault in of_one]
        return self._render("fault.html", faults=faults) if faults else Markup()

    @cached_property
    def _errors(self) -> dict[str, list[Fault]]:
        """What would end a build, by file; all is known before the first page is shown."""
        errors: dict[str, list[Fault]] = {}
        for fault in self.cards.faults:
            if fault.level >= Level.ERROR:
                errors.setdefault(fault.path, []).append(fault)
        return errors

    def head(self, stylesheet: str | None, *, noindex: bool) -> Markup:
        """What stands in `<head>` of our pages; all but a few of these are the same."""
        key = (stylesheet, noindex)
        if key not in self._heads:
            feeds = [
                (self.feed_title, FORMATS[name].media_type, from_root(file.url)) for name, file in self.feeds.items()
            ]
            sheet = from_root(stylesheet) if stylesheet else None
            self._heads[key] = self._render("head.html", stylesheet=sheet, feeds=feeds, noindex=noindex)
        return self._heads[key]

    def tags_of(self, article: Article) -> list[dict[str, str | bool]]:
        """The tags of a page as Material's templates show them, which escape nothing."""
        material_tags = MaterialTags.of(self.config)
        links = self.cards.terms(ViewKind.TAG, material_tags.in_order(article.tags))
        return [
            {
                "name": str(Markup.escape(link.name)),
                "url": link.url.removeprefix(f"{ROOT}/"),
                "hidden": material_tags.is_shadow(link.name),
            }
            for link in links
            if link.url
        ]

    def post_html(self, post: Post, *, level: int = 3, eager: bool = False) -> Markup:
        """The card of a post, with a heading of some level."""
        key = (post.src_uri, eager, level)
        if key not in self._rendered:
            card = self.cards.post_card(post)
            self._rendered[key] = self._render("card.html", card=card, eager=eager, level=level)
        return self._rendered[key]

    def talk_html(self, talk: Talk) -> Markup:
        """The card of a talk."""
        key = (talk.src_uri, False, 3)
        if key not in self._rendered:
            self._rendered[key] = self._render("talk-card.html", talk=self.cards.talk_card(talk))
        return self._rendered[key]

    def _tag_index(self, taken: set[str]) -> TagIndexView:
        terms = self.views.tag_terms.terms
        anchors = anchors_of((term.name for term in terms), taken)
        links = ((term, self.cards.term_url(ViewKind.TAG, term.name)) for term in terms)
        return TagIndexView(
            terms=tuple(
                TermLink(name=term.name, url=url, count=term.count, anchor=anchors.get(term.name))
                for term, url in links
            )
        )

    def _talk_index(self) -> TalkIndexView:
        coming = [talk for talk in self.blog.talks if talk.date and talk.date > self.cards.now]
        years: dict[str | None, list[Markup]] = {}
        for talk in self.blog.talks:
            if talk not in coming:
                year = format_date(talk.date, "yyyy", self.theme.locale) if talk.date else None
                years.setdefault(year, []).append(self.talk_html(talk))
        return TalkIndexView(
            coming=tuple(self.talk_html(talk) for talk in reversed(coming)),
            years=tuple(TalksOfYear(year=year, cards=tuple(cards)) for year, cards in years.items()),
        )

    def _ways(self) -> Iterable[Way]:
        if self.views.tags and self.views.tag_index:
            yield Way(kind="tags", url=from_root(self.view_pages[self.views.tag_index.src_uri][0].url))
        if self.views.archives:
            yield Way(kind="archive", url=from_root(self.view_pages[self.views.archives[0].src_uri][0].url))
        if self.views.talk_index:
            yield Way(kind="talks", url=from_root(self.view_pages[self.views.talk_index.src_uri][0].url))
        if self.feeds:
            yield Way(kind="feed", url=from_root(next(iter(self.feeds.values())).url))

    def _page_link(self, post: Post) -> PageLink:
        return PageLink(
            title=self.cards.rendered[post.src_uri].title,
            url=from_root(self.cards.articles[post.src_uri].url),
            date=self.cards.shown_date(post.date),
        )

    def _render(self, name: str, **parts: object) -> Markup:
        template = self.theme.env.get_template(f"blogposts/{name}")
        rendered = template.render(words=self.theme.words, config=self.config, **parts)
        return Markup(rendered)  # our templates escape
