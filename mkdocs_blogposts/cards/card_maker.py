"""From a post or talk to the card that templates get: everything that is shown of one article, but for its pictures."""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from markupsafe import Markup

from ..blog.listing_kinds import AUTHOR, CATEGORY, SERIES, TAG, ListingKind
from ..blog.taxonomies import author_key
from ..content.models import Article, HeldBack, Post
from ..host.material_tags import MaterialTags
from ..html.card_texts import past_by_keyboard
from ..html.page_urls import from_root
from ..light_dataclasses import dataclass
from ..shown_dates import format_date
from .card_values import (
    AuthorLink,
    Button,
    ButtonKind,
    PostCard,
    ShownDate,
    TermLink,
)
from .showings import Showings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from ..blog.listings import View, Views
    from ..blog.mentions import Mentions
    from ..content.author import Author
    from ..faults import Faults
    from ..pages.text_pages import ArticlePage
    from ..placement.navigation import ViewPages
    from ..rendering.link_writer import LinkWriter
    from ..rendering.rendered import Rendered
    from ..settings import Settings
    from ..urls.link_index import LinkIndex
    from .named_pages import NamedPages
    from .shown_pictures import ShownPictures
    from .successions import Successions


HUES = 8
"""How many colours of categories there are in the style sheet."""

_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True, kw_only=True)
class CardMaker:
    """Makes the cards of one blog, each of them once."""

    settings: Settings
    chosen: frozenset[str]
    """Options that the site has set itself."""
    locale: str
    """Of Babel."""
    views: Views
    view_pages: ViewPages
    articles: Mapping[str, ArticlePage]
    """Pages of shown posts and talks, by `src_uri`."""
    rendered: Mapping[str, Rendered]
    mentions: Mentions
    named: NamedPages
    """Where the addresses of front matter lead."""
    successions: Successions
    writer: LinkWriter
    pictures: ShownPictures
    faults: Faults
    now: datetime
    given_to_authors: Mapping[Author, Mapping[str, str | None]] = field(default_factory=dict)
    """What hooks have set of authors: `name` and `description` are shown in place of their own."""
    showings: Showings = field(default_factory=Showings)
    """Where it is noted what each page shows."""
    _post_cards: dict[str, PostCard] = field(default_factory=dict, init=False)

    @cached_property
    def material_tags(self) -> MaterialTags:
        """What Material's `tags` says of tags."""
        return MaterialTags.of(self.writer.config)

    @property
    def links(self) -> LinkIndex:
        """All that a page may lead to."""
        return self.writer.index

    @cached_property
    def _term_urls(self) -> Mapping[tuple[ListingKind, str], str]:
        pages = ((view, self.view_pages[view.src_uri][0]) for view in self.views)
        return {(view.kind, view.key): from_root(page.url) for view, page in pages}

    def post_card(self, post: Post) -> PostCard:
        """A post as templates see it."""
        self.showings.note(post.src_uri)
        if post.src_uri not in self._post_cards:
            self._post_cards[post.src_uri] = self._make_post_card(post)
        return self._post_cards[post.src_uri]

    def brief_card(self, post: Post) -> PostCard:
        """The same for a listing, with no more authors and categories than the site itself has asked for."""
        card, settings = self.post_card(post), self.settings
        most_authors = settings.post_excerpt_max_authors if "post_excerpt_max_authors" in self.chosen else None
        most_categories = settings.post_excerpt_max_categories if "post_excerpt_max_categories" in self.chosen else None
        return replace(card, authors=card.authors[:most_authors], categories=card.categories[:most_categories])

    def _make_post_card(self, post: Post) -> PostCard:
        rendered = self.rendered[post.src_uri]
        return PostCard(
            url=from_root(self.articles[post.src_uri].url),
            anchor=_NO_WORD.sub("-", self.articles[post.src_uri].url).strip("-"),
            link=self.outward_link(post),
            title=rendered.title,
            date=self.shown_date(post.date),
            updated=self.shown_date(post.updated) if post.updated else None,
            excerpt=past_by_keyboard(rendered.excerpt),
            more=rendered.more,
            tags=self.terms(TAG, post.tags),
            categories=self.terms(CATEGORY, post.categories),
            series=self._series(post),
            authors=tuple(self.author_link(author) for author in post.authors) if self.settings.authors else (),
            reading_time=rendered.reading_time,
            talk_count=len(self.mentions.talks_in.get(post.src_uri, ())),
            image=self.pictures.teaser_of(post),
            placeholder=self.settings.teaser_placeholder,
            hue=_hue_of(post.categories[0]) if post.categories else None,
            buttons=self.buttons(post),
            citation=rendered.phrases.get("citation", Markup()),
            shows_date=post.shows_date,
            pinned=post.pinned,
            superseded=bool(self.successions.newer.get(post.src_uri)),
            draft=is_draft(post),
        )

    def buttons(self, article: Article) -> tuple[Button, ...]:
        """The links out of an article that its front matter names."""
        page = self.articles[article.src_uri]
        kinds: tuple[ButtonKind, ...] = ("video", "slides", "event", "paper", "code", "bibtex")
        urls = ((kind, getattr(article, f"{kind}_url", None)) for kind in kinds)
        addresses = ((kind, self.named.of_key(url, page, f"{kind}_url")) for kind, url in urls if url)
        return tuple(Button(kind=kind, url=address) for kind, address in addresses if address)

    def author_link(self, author: Author) -> AuthorLink:
        """An author with picture and page."""
        given = self.given_to_authors.get(author, {})
        return AuthorLink(
            name=given.get("name") or author.name,
            description=given.get("description", author.description),
            avatar=self.pictures.of_author(author, author.avatar) if author.avatar else None,
            url=self.author_url(author),
        )

    def profile(self, view: View) -> AuthorLink | None:
        """The author of whom a listing is; `None` if nothing but the name is known."""
        author = self.author_of(view)
        if author is None or not (author.description or author.avatar or author.url):
            return None
        return replace(self.author_link(author), url=self.named.of_author(author))

    def author_of(self, view: View) -> Author | None:
        """The author of whom a listing is."""
        authors = (author for post in view.posts for author in post.authors)
        return next((author for author in authors if self._name_of(author) == view.title.casefold()), None)

    def _name_of(self, author: Author) -> str:
        """The name under which the page of an author is known."""
        return self.views.taxonomies[AUTHOR].term(author_key(author)).name.casefold()

    def author_url(self, author: Author) -> str | None:
        """The page of an author: their own, else their profile here."""
        return self.named.of_author(author) or self._term_urls.get((AUTHOR, author_key(author)))

    def check_addresses(self, article: Article) -> None:
        """Tell what is wrong with what the front matter of an article leads to, before any card of it is made."""
        self.buttons(article)
        self.outward_link(article)

    def terms(self, kind: ListingKind, names: Iterable[str]) -> tuple[TermLink, ...]:
        """The links to the pages of some labels."""
        return tuple(TermLink(name=name, url=self.term_url(kind, name)) for name in names)

    def _series(self, post: Post) -> tuple[TermLink, ...]:
        links = self.terms(SERIES, (part.series for part in post.series))
        return tuple(link for link in links if link.url)

    def term_url(self, kind: ListingKind, name: str) -> str | None:
        """The page of a label, in whatever case it is written."""
        return self._term_urls.get((kind, name.casefold()))

    def shown_date(self, moment: datetime) -> ShownDate:
        """A date for readers and for machines."""
        is_day = (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)
        return ShownDate(
            iso=moment.date().isoformat() if is_day else moment.isoformat(timespec="seconds"),
            text=format_date(moment, self.settings.post_date_format, self.locale),
        )

    def shown_day(self, moment: datetime) -> ShownDate:
        """A date without its time of day."""
        shown = self.shown_date(moment)
        return ShownDate(iso=moment.date().isoformat(), text=shown.text)

    def outward_link(self, article: Article) -> str | None:
        """Where `link` leads; `None` if that is the article's own page."""
        if not article.link or article.link.startswith("#"):
            return None
        page = self.articles[article.src_uri]
        target = self.links.resolve(article.link, page.file)
        return None if target and target.file is page.file else self.named.of_key(article.link, page, "link")


def _hue_of(category: str) -> int:
    """The number of a colour, which stays the same whatever other categories there are."""
    return crc32(category.casefold().encode()) % HUES


def is_draft(article: Article) -> bool:
    """Whether an article wears the badge of a draft."""
    return article.held_back in {HeldBack.DRAFT, HeldBack.UNPUBLISHED}
