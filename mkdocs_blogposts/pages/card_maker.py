"""From a post or talk to the card that templates get: everything that is shown of one article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..blog.taxonomies import author_key
from ..blog.views import View, ViewKind, Views
from ..content.faults import Faults, Kind
from ..content.models import Article, Author, HeldBack, Picture, Post, Talk
from ..shown_dates import format_date
from .addresses import checked, from_root, site_address
from .cards import AuthorLink, Button, Image, PostCard, ShownDate, TalkCard, TermLink
from .pictures import find_image
from .recordings import find_recordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from ..blog.mentions import Mentions
    from ..settings import Settings
    from .links import LinkIndex
    from .navigation import ViewPages
    from .rendered import Rendered
    from .structure import ArticlePage


_NO_WORD = re.compile(r"\W+")


@dataclass
class CardMaker:
    """Makes the cards of one blog, each of them once."""

    settings: Settings
    locale: str
    """Of Babel."""
    views: Views
    view_pages: ViewPages
    articles: Mapping[str, ArticlePage]
    """Pages of shown posts and talks, by `src_uri`."""
    rendered: Mapping[str, Rendered]
    mentions: Mentions
    links: LinkIndex
    faults: Faults
    now: datetime
    _post_cards: dict[str, PostCard] = field(default_factory=dict, init=False)
    _images: dict[str, Image | None] = field(default_factory=dict, init=False)
    _term_urls: dict[tuple[ViewKind, str], str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for view in self.views:
            self._term_urls[view.kind, view.key] = from_root(self.view_pages[view.src_uri][0].url)

    def post_card(self, post: Post) -> PostCard:
        """A post as templates see it."""
        if post.src_uri not in self._post_cards:
            self._post_cards[post.src_uri] = self._make_post_card(post)
        return self._post_cards[post.src_uri]

    def _make_post_card(self, post: Post) -> PostCard:
        rendered = self.rendered[post.src_uri]
        return PostCard(
            url=from_root(self.articles[post.src_uri].url),
            anchor=_NO_WORD.sub("-", self.articles[post.src_uri].url).strip("-"),
            link=self._outward_link(post),
            title=rendered.title,
            date=self.shown_date(post.date),
            updated=self.shown_date(post.updated) if post.updated else None,
            excerpt=rendered.excerpt,
            more=rendered.more,
            tags=self.terms(ViewKind.TAG, post.tags),
            categories=self.terms(ViewKind.CATEGORY, post.categories),
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
            url=from_root(self.articles[talk.src_uri].url),
            link=self._outward_link(talk),
            title=rendered.title,
            talk_type=talk.talk_type,
            venue=talk.venue,
            location=talk.location,
            date=self.shown_date(talk.date) if talk.date else None,
            coming=bool(talk.date and talk.date > self.now),
            excerpt=rendered.excerpt,
            tags=self.terms(ViewKind.TAG, talk.tags),
            buttons=tuple(
                Button(kind=kind, url=address)  # type: ignore[arg-type]
                for kind, url in buttons
                if url and (address := self.address(url, talk))
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
        file = self.articles[article.src_uri].file
        if article.teaser is None:
            default = self.settings.post_teaser_default if isinstance(article, Post) else None
            return find_image(Picture(src=default), file, self.links) if default else None
        image = find_image(article.teaser, file, self.links)
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
            avatar=site_address(author.avatar),
            url=self.author_url(author),
        )

    def profile(self, view: View) -> AuthorLink | None:
        """The author of whom a listing is; `None` if nothing but the name is known."""
        authors = (author for post in view.posts for author in post.authors)
        author = next((author for author in authors if self._name_of(author) == view.title.casefold()), None)
        if author is None or not (author.description or author.avatar or author.url):
            return None
        return replace(self.author_link(author), url=site_address(author.url))

    def _name_of(self, author: Author) -> str:
        """The name under which the page of an author is known."""
        return self.views.author_terms.term(author_key(author)).name.casefold()

    def author_url(self, author: Author) -> str | None:
        """The page of an author: their own, else their profile here."""
        if author.url:
            return site_address(author.url)
        return self._term_urls.get((ViewKind.AUTHOR, author_key(author)))

    def terms(self, kind: ViewKind, names: Iterable[str]) -> tuple[TermLink, ...]:
        """The links to the pages of some labels."""
        return tuple(TermLink(name=name, url=self.term_url(kind, name)) for name in names)

    def term_url(self, kind: ViewKind, name: str) -> str | None:
        """The page of a label, in whatever case it is written."""
        return self._term_urls.get((kind, name.casefold()))

    def shown_date(self, moment: datetime) -> ShownDate:
        """A date for readers and for machines."""
        is_day = (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)
        return ShownDate(
            iso=moment.date().isoformat() if is_day else moment.isoformat(timespec="seconds"),
            text=format_date(moment, self.settings.post_date_format, self.locale),
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
        if target is None:
            return checked(url)
        return None if target.file.inclusion.is_excluded() else from_root(target.file.url) + target.suffix


def is_draft(article: Article) -> bool:
    """Whether an article wears the badge of a draft."""
    return article.held_back in {HeldBack.DRAFT, HeldBack.UNPUBLISHED}
