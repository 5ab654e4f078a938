"""From posts, talks and listings to what there is to say of their pages."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..blog.listing_kinds import ARCHIVE, ARCHIVE_INDEX, AUTHOR, EVENT, INDEX, TAG, TAG_INDEX, TALK_INDEX
from ..content.models import Post
from ..html.excerpts import plain_text
from ..html.html_urls import ROOT
from ..html.page_urls import from_root, site_root
from ..light_dataclasses import dataclass, field
from .descriptions import plain_description
from .open_graph import locale_with_territory
from .page_facts import ListingFacts, Occasion, Person, PostFacts, SharedImage, SiteFacts, Step, TalkFacts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from ..blog.blog import Blog
    from ..blog.listing_kinds import ListingKind
    from ..cards.card_maker import CardMaker
    from ..cards.talk_cards import TalkCards
    from ..content.author import Author
    from ..content.models import Article, Talk
    from ..host.theme import Theme
    from ..html.video_sites import Recording
    from ..pages.listing_pages import ViewPage
    from ..pages.text_pages import ArticlePage

_MEDIA_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
_ABOVE = {ARCHIVE: ARCHIVE_INDEX, TAG: TAG_INDEX, EVENT: TALK_INDEX}
"""Listings that the way to others leads through."""


@dataclass(frozen=True)
class FactFinder:
    """Knows all there is to say of the pages of one blog."""

    cards: CardMaker
    talks: TalkCards
    blog: Blog
    theme: Theme
    config: MkDocsConfig
    index: ViewPage
    """The first page of the blog."""
    _people: dict[Author, Person] = field(default_factory=dict, init=False)

    @cached_property
    def site(self) -> SiteFacts:
        """What is the same on all pages."""
        return SiteFacts(
            name=self.config.site_name,
            url=self._root or None,
            language=self.theme.language,
            locale=locale_with_territory(self.theme.locale),
            blog=self._step(self.index),
        )

    def of_article(self, page: ArticlePage) -> PostFacts | TalkFacts:
        """What there is to say of a post or talk."""
        article = page.article
        return self._of_post(page, article) if isinstance(article, Post) else self._of_talk(page, article)

    def _of_post(self, page: ArticlePage, post: Post) -> PostFacts:
        rendered = self.cards.rendered[post.src_uri]
        video = self.cards.named.of_key(post.video_url, page, "video_url") if post.video_url else None
        return PostFacts(
            title=rendered.title_text,
            description=plain_description(page) or rendered.description,
            url=self._address(page),
            image=self._image(post),
            trail=(*self._to_blog, self._of_item(post)),
            people=self._authors(post.authors),
            published=post.date.isoformat(timespec="seconds"),
            modified=max(post.updated, post.date).isoformat(timespec="seconds") if post.updated else None,
            sections=post.categories,
            tags=post.tags,
            minutes=rendered.reading_time,
            recording=self._recording(video),
        )

    def _of_talk(self, page: ArticlePage, talk: Talk) -> TalkFacts:
        rendered = self.cards.rendered[talk.src_uri]
        videos = (button.url for button in self.talks.of(talk).buttons if button.kind == "video")
        return TalkFacts(
            title=rendered.title_text,
            description=plain_description(page) or rendered.description,
            url=self._address(page),
            image=self._image(talk),
            trail=(*self._home, *self._first_of(TALK_INDEX), self._of_item(talk)),
            people=self._authors(talk.speakers),
            occasions=tuple(self._occasions(talk)),
            language=talk.language,
            tags=talk.tags,
            recording=self._recording(next(videos, None)),
            chapters=talk.chapters,
        )

    def _occasions(self, talk: Talk) -> Iterator[Occasion]:
        """When it is given, but for what is only proposed."""
        for delivery in talk.deliveries:
            if delivery.date is None or not delivery.is_certain:
                continue
            buttons = self.talks.delivery(delivery, talk).buttons
            yield Occasion(
                start=_as_iso(delivery.date, is_day=delivery.is_all_day),
                end=_as_iso(delivery.end, is_day=delivery.is_all_day) if delivery.end else None,
                status=delivery.status,
                venue=delivery.venue,
                location=delivery.location,
                address=delivery.address,
                coordinates=delivery.coordinates,
                url=next((self._whole(button.url) for button in buttons if button.kind == "event"), None),
            )

    def of_listing(self, page: ViewPage) -> ListingFacts:
        """What there is to say of one page of a listing."""
        number, kind = page.pager.number, page.view.kind
        first = self._step(page.pages[0])
        name = f"{first.name} - {self.theme.words('page_n', number)}" if number > 1 else first.name
        author = self._author_of(page)
        steps = [] if kind is INDEX and not self.index.url else [first]
        if number > 1:
            steps.append(Step(name=name, url=self._whole(from_root(page.url))))
        home = self._home if kind in (INDEX, TALK_INDEX, EVENT) else self._to_blog
        between = self._first_of(_ABOVE[kind]) if kind in _ABOVE else ()
        return ListingFacts(
            title=name,
            description=plain_description(page) or self.config.site_description or "",
            url=self._whole(page.canonical_url),
            image=None,
            trail=(*home, *between, *steps),
            people=(self._person(author),) if author else (),
            vouched=author.links if author and number == 1 else (),
            is_blog=kind is INDEX and number == 1,
            is_of_blog=kind not in (TALK_INDEX, EVENT),
            is_profile=kind is AUTHOR and author is not None,
            items=tuple(self._items(page)),
        )

    def _items(self, page: ViewPage) -> Iterator[Step]:
        """What stands on a page of a listing, in its order."""
        for post in page.pager.posts:
            yield self._of_item(post, post.date.isoformat(timespec="seconds"))
        talks = self.blog.talks if page.view.kind is TALK_INDEX else page.view.talks
        for talk in talks if page.pager.number == 1 else ():
            yield self._of_item(talk)

    def _of_item(self, article: Article, published: str | None = None) -> Step:
        url = self._whole(from_root(self.cards.articles[article.src_uri].url))
        return Step(name=self.cards.rendered[article.src_uri].title_text, url=url, date=published)

    def _author_of(self, page: ViewPage) -> Author | None:
        """Whose page a listing is: that of an author, or the blog of a single one."""
        if page.view.kind is AUTHOR:
            return self.cards.author_of(page.view)
        return self.only_author if page.view.kind is INDEX else None

    @cached_property
    def only_author(self) -> Author | None:
        """Who has written all posts, if it is one."""
        authors = (
            {author for post in self.blog.listed for author in post.authors} if self.cards.settings.authors else ()
        )
        return next(iter(authors)) if len(authors) == 1 else None

    def _authors(self, named: tuple[Author, ...]) -> tuple[Person, ...]:
        """Who has made a post or talk; whoever makes the site, where it names nobody."""
        if not self.cards.settings.authors:
            return ()
        if named or not self.config.site_author:
            return tuple(map(self._person, named))
        return (Person(name=self.config.site_author),)

    def _person(self, author: Author) -> Person:
        if author not in self._people:
            link = self.cards.author_link(author)
            self._people[author] = Person(
                name=author.name,
                description=author.description,
                url=self._whole(link.url),
                image=self._whole(link.avatar),
                links=author.links,
                fediverse=author.fediverse,
            )
        return self._people[author]

    def _image(self, article: Article) -> SharedImage | None:
        image = self.cards.pictures.teaser_of(article)
        url = self._whole(image.shared or image.src) if image else None
        if image is None or url is None:
            return None
        try:
            ending = PurePosixPath(urlsplit(url).path).suffix.lower()
        except ValueError:
            return None
        return SharedImage(
            url=url, width=image.width, height=image.height, media_type=_MEDIA_TYPES.get(ending), alt=image.alt
        )

    def _recording(self, url: str | None) -> Recording | None:
        whole = self._whole(url)
        if whole is None:
            return None
        from ..html.video_sites import recording_of  # noqa: PLC0415  # few posts have a recording

        return recording_of(whole)

    @cached_property
    def _root(self) -> str:
        return site_root(self.config.site_url)

    @cached_property
    def _home(self) -> tuple[Step, ...]:
        return (Step(name=self.config.site_name, url=self._root or None),)

    @cached_property
    def _to_blog(self) -> tuple[Step, ...]:
        """The way to the blog, which may be the home page itself."""
        return (*self._home, self._step(self.index)) if self.index.url else self._home

    def _first_of(self, kind: ListingKind) -> tuple[Step, ...]:
        """The first listing of a kind, where there is one."""
        view = self.cards.views.first(kind)
        return (self._step(self.cards.view_pages[view.src_uri][0]),) if view else ()

    def _step(self, page: Page) -> Step:
        return Step(name=plain_text(str(page.title or "")), url=self._whole(from_root(page.url)))

    def _address(self, page: ArticlePage) -> str | None:
        """Where the text of a page stands first."""
        return self._whole(page.first_address or page.canonical_url)

    def _whole(self, url: str | None) -> str | None:
        """A URL with the site's own in front, if it needs one; `None` for what is no address of the web."""
        if url is None or url.startswith(("https://", "http://")):
            return url
        if url.startswith("//"):
            return f"https:{url}"
        is_known = self._root and url.startswith(f"{ROOT}/")
        return f"{self._root}{url.removeprefix(f'{ROOT}/').removeprefix('./')}" if is_known else None


def _as_iso(moment: datetime, *, is_day: bool) -> str:
    """A moment as schema.org has it, or only its day."""
    return moment.date().isoformat() if is_day else moment.isoformat(timespec="seconds")
