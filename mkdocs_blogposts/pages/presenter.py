"""From posts, talks and listings to the cards and parts that templates show; each card is made once per build."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.utils import get_relative_url

from ..blog.taxonomies import author_key
from ..blog.views import ViewKind, Views
from ..content.faults import Faults, Kind, Level
from ..content.models import Article, Author, HeldBack, Post, Talk
from ..output.feeds import FORMATS
from ..shown_dates import format_date
from .cards import (
    ROOT,
    AuthorLink,
    Button,
    Image,
    ListingView,
    PageFooter,
    PageLink,
    PostCard,
    PostFooter,
    ShownDate,
    TagIndexView,
    TalkCard,
    TalkFooter,
    TalkIndexView,
    TalksOfYear,
    TermLink,
    Way,
)
from .excerpts import plain_text
from .pager import pager_links
from .pictures import find_image
from .recordings import find_recordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from ..blog.blog import Blog
    from ..blog.mentions import Mentions
    from ..settings import Settings
    from .links import LinkIndex
    from .navigation import ViewPages
    from .rendered import Rendered
    from .structure import ArticlePage, FeedFiles, ViewPage
    from .theme import Theme

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
    articles: Mapping[str, ArticlePage]
    """Pages of shown posts and talks, by `src_uri`."""
    rendered: Mapping[str, Rendered]
    mentions: Mentions
    links: LinkIndex
    faults: Faults
    feeds: FeedFiles
    now: datetime
    _cards: dict[tuple[str, bool], Markup] = field(default_factory=dict)
    _post_cards: dict[str, PostCard] = field(default_factory=dict)
    _images: dict[str, Image | None] = field(default_factory=dict)
    _term_urls: dict[tuple[ViewKind, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for view in self.views:
            self._term_urls[view.kind, view.title.casefold()] = self._url(self.view_pages[view.src_uri][0].url)

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

    def category_pages(self, post: Post) -> list[ViewPage]:
        """The listing of each category of a post, as Material's templates ask for them."""
        urls = {view.title.casefold(): self.view_pages[view.src_uri][0] for view in self.views.categories}
        return [urls[name.casefold()] for name in post.categories if name.casefold() in urls]

    def date_filter(self, moment: datetime) -> str:
        """A date as the site wants dates shown; the filter `date` of Material's templates."""
        return format_date(moment, self.settings.post_date_format, self.theme.locale)

    # Parts of pages

    def listing(self, page: ViewPage) -> Markup:
        """What follows the head of a listing."""
        view = page.view
        if view.kind is ViewKind.TAG_INDEX:
            return self._render("tag-index.html", view=self._tag_index())
        if view.kind is ViewKind.TALK_INDEX:
            return self._render("talk-index.html", view=self._talk_index())
        is_first = page.pager.number == 1
        pages = self.view_pages[view.src_uri]
        shown = ListingView(
            kind=view.kind.value,  # type: ignore[arg-type]
            cards=tuple(self.post_html(post, eager=number < FIRST_ROW) for number, post in enumerate(page.pager.posts)),
            talks=tuple(self.talk_html(talk) for talk in view.talks) if is_first else (),
            pager=pager_links(page.pager.number, [self._url(each.url) for each in pages], self.settings),
            ways=tuple(self._ways()) if view.kind is ViewKind.INDEX and is_first else (),
        )
        return self._render("listing.html", view=shown)

    def post_header(self, post: Post) -> Markup:
        """What stands below the title of a post, in a theme that shows none of it."""
        return self._render("post-header.html", post=self.post_card(post))

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
        return self._render("talk-header.html", talk=self.talk_card(talk))

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
        """The faults of one file, or all that keep something from being shown."""
        faults = self.faults.of(path) if path else [fault for fault in self.faults if fault.level >= Level.ERROR]
        return self._render("fault.html", faults=faults) if faults else Markup()

    def head(self, stylesheet: str, *, noindex: bool) -> Markup:
        """What stands in `<head>` of our pages."""
        feeds = [(self.feed_title, FORMATS[name].media_type, self._url(file.url)) for name, file in self.feeds.items()]
        return self._render("head.html", stylesheet=self._url(stylesheet), feeds=feeds, noindex=noindex)

    def tags_of(self, article: Article) -> list[dict[str, str]]:
        """The tags of a page as Material's templates show them, which escape nothing."""
        links = self._terms(ViewKind.TAG, article.tags)
        return [
            {"name": str(Markup.escape(link.name)), "url": link.url.removeprefix(f"{ROOT}/")}
            for link in links
            if link.url
        ]

    # Cards

    def post_html(self, post: Post, *, eager: bool = False) -> Markup:
        """The card of a post."""
        key = (post.src_uri, eager)
        if key not in self._cards:
            self._cards[key] = self._render("card.html", card=self.post_card(post), eager=eager)
        return self._cards[key]

    def talk_html(self, talk: Talk) -> Markup:
        """The card of a talk."""
        key = (talk.src_uri, False)
        if key not in self._cards:
            self._cards[key] = self._render("talk-card.html", talk=self.talk_card(talk))
        return self._cards[key]

    def post_card(self, post: Post) -> PostCard:
        """A post as templates see it."""
        if post.src_uri not in self._post_cards:
            self._post_cards[post.src_uri] = self._make_post_card(post)
        return self._post_cards[post.src_uri]

    def _make_post_card(self, post: Post) -> PostCard:
        rendered = self.rendered[post.src_uri]
        return PostCard(
            url=self._url(self.articles[post.src_uri].url),
            link=self._outward_link(post),
            title=rendered.title,
            date=self._shown_date(post.date),
            updated=self._shown_date(post.updated) if post.updated else None,
            excerpt=rendered.excerpt,
            more=rendered.more,
            tags=self._terms(ViewKind.TAG, post.tags),
            categories=self._terms(ViewKind.CATEGORY, post.categories),
            authors=tuple(self.author_link(author) for author in post.authors) if self.settings.authors else (),
            reading_time=rendered.reading_time,
            talk_count=len(self.mentions.talks_in.get(post.src_uri, ())),
            image=self.image(post),
            pinned=post.pinned,
            draft=is_draft(post),
        )

    def talk_card(self, talk: Talk) -> TalkCard:
        """A talk as templates see it."""
        rendered = self.rendered[talk.src_uri]
        found = find_recordings(rendered.content)
        video, slides = talk.video_url or found.video, talk.slides_url or found.slides
        buttons = (("video", video), ("slides", slides), ("event", self._outward_link(talk)))
        return TalkCard(
            url=self._url(self.articles[talk.src_uri].url),
            link=self._outward_link(talk),
            title=rendered.title,
            talk_type=talk.talk_type,
            venue=talk.venue,
            location=talk.location,
            date=self._shown_date(talk.date) if talk.date else None,
            coming=bool(talk.date and talk.date > self.now),
            excerpt=rendered.excerpt,
            tags=self._terms(ViewKind.TAG, talk.tags),
            buttons=tuple(
                Button(kind=kind, url=checked)  # type: ignore[arg-type]
                for kind, url in buttons
                if url and (checked := self.address(url, talk))
            ),
            image=self.image(talk),
            post_count=len(self.mentions.posts_about.get(talk.src_uri, ())),
            draft=is_draft(talk),
        )

    def image(self, article: Article) -> Image | None:
        """The teaser of an article, looked up once; a file that is not there is told."""
        if article.src_uri not in self._images:
            self._images[article.src_uri] = self._find_image(article)
        return self._images[article.src_uri]

    def _find_image(self, article: Article) -> Image | None:
        if article.teaser is None:
            return None
        image = find_image(article.teaser, self.articles[article.src_uri].file, self.links)
        if image is None:
            self.faults.add(
                Kind.TEASER,
                article.path,
                f"teaser: there is no file '{article.teaser.src}'",
                place=article.teaser.place,
                hint="write a path from the post, from `docs_dir`, or a URL",
            )
        return image

    def author_link(self, author: Author) -> AuthorLink:
        """An author with picture and page."""
        return AuthorLink(
            name=author.name,
            description=author.description,
            avatar=self._site_address(author.avatar),
            url=self.author_url(author),
        )

    def author_url(self, author: Author) -> str | None:
        """The page of an author: their own, else their profile here."""
        if author.url:
            return self._site_address(author.url)
        keys = (ViewKind.AUTHOR, self.views.author_terms.term(author_key(author)).name.casefold())
        return self._term_urls.get(keys)

    # Small parts

    def _tag_index(self) -> TagIndexView:
        terms = self.views.tag_terms.terms
        return TagIndexView(
            terms=tuple(
                TermLink(name=term.name, url=self._term_urls[ViewKind.TAG, term.name.casefold()], count=term.count)
                for term in terms
            )
        )

    def _talk_index(self) -> TalkIndexView:
        coming = [talk for talk in self.blog.talks if talk.date and talk.date > self.now]
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
            yield Way(kind="tags", url=self._url(self.view_pages[self.views.tag_index.src_uri][0].url))
        if self.views.archives:
            yield Way(kind="archive", url=self._url(self.view_pages[self.views.archives[0].src_uri][0].url))
        if self.views.talk_index:
            yield Way(kind="talks", url=self._url(self.view_pages[self.views.talk_index.src_uri][0].url))
        if self.feeds:
            yield Way(kind="feed", url=self._url(next(iter(self.feeds.values())).url))

    def _terms(self, kind: ViewKind, names: Iterable[str]) -> tuple[TermLink, ...]:
        return tuple(TermLink(name=name, url=self._term_url(kind, name)) for name in names)

    def _term_url(self, kind: ViewKind, name: str) -> str | None:
        return self._term_urls.get((kind, name.casefold()))

    def _shown_date(self, moment: datetime) -> ShownDate:
        is_day = (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)
        return ShownDate(
            iso=moment.date().isoformat() if is_day else moment.isoformat(timespec="seconds"),
            text=format_date(moment, self.settings.post_date_format, self.theme.locale),
        )

    def _page_link(self, post: Post) -> PageLink:
        return PageLink(
            title=self.rendered[post.src_uri].title,
            url=self._url(self.articles[post.src_uri].url),
            date=self._shown_date(post.date),
        )

    def _outward_link(self, article: Article) -> str | None:
        """Where `link` leads; `None` if that is the article's own page."""
        if not article.link:
            return None
        page = self.articles[article.src_uri]
        target = self.links.resolve(article.link, page.file)
        return None if target and target.file is page.file else self.address(article.link, article)

    def address(self, url: str, article: Article) -> str | None:
        """A URL of front matter, if it is one that a page may lead to."""
        target = self.links.resolve(url, self.articles[article.src_uri].file)
        if target:
            return self._url(target.file.url) + target.suffix
        return _checked(url)

    def _site_address(self, url: str | None) -> str | None:
        """A URL as the authors file gives it: relative to the site's root, or a whole one."""
        if url is None or (checked := _checked(url)) is None:
            return None
        return checked if urlsplit(checked).netloc or checked.startswith(("/", "mailto:")) else self._url(checked)

    def _url(self, url: str) -> str:
        return f"{ROOT}/{url}"

    def _render(self, name: str, **parts: object) -> Markup:
        template = self.theme.env.get_template(f"blogposts/{name}")
        rendered = template.render(words=self.theme.words, config=self.config, **parts)
        return Markup(rendered)  # our templates escape


def is_draft(article: Article) -> bool:
    """Whether an article wears the badge of a draft."""
    return article.held_back in {HeldBack.DRAFT, HeldBack.UNPUBLISHED}


def from_page(content: str, page_url: str) -> str:
    """HTML for the page at `page_url`, with the way to the site's root in place of `ROOT`."""
    return content.replace(ROOT, get_relative_url(".", page_url))


_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")


def _checked(url: str) -> str | None:
    """A URL that can't run anything: of the web, of mail, or without a scheme."""
    cleaned = "".join(character for character in url.strip() if character.isprintable())
    scheme = _SCHEME.match(cleaned)
    return cleaned if scheme is None or scheme.group(1).lower() in {"http", "https", "mailto"} else None
