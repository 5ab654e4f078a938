"""The feeds of a blog, with its posts and talks as their items, and the sitemap beside them."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from markupsafe import Markup
from mkdocs.utils import get_relative_url

from ..blog.feed_contents import FeedContents, portions, without
from ..blog.listing_kinds import INDEX
from ..content.models import Post
from ..heads.descriptions import plain_description
from ..html.html_urls import ROOT, rewrite_urls
from ..html.page_urls import joined, site_root
from ..light_dataclasses import dataclass
from ..pages.file_contents import length_of
from ..pages.listing_pages import ViewPage
from ..pages.made_files import fill
from .atom_feed import NEVER, atom_document, atom_entry
from .feed_values import Feed, FeedAuthor, FeedImage, FeedItem
from .json_feed import json_document, json_item
from .rss_feed import rss_document, rss_item
from .sitemap import write_sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from ..cards.card_maker import CardMaker
    from ..cards.card_values import Image
    from ..content.models import Talk
    from ..host.theme import Theme
    from ..pages.text_pages import ArticlePage
    from ..placement.feed_files import FeedFiles, ListingFeed
    from ..placement.navigation import ViewPages
    from .feed_ids import FeedIds


@dataclass(frozen=True, slots=True)
class _Writer:
    """How a format is written."""

    item: Callable[[FeedItem], str]
    document: Callable[[Feed, Iterable[str]], str]


_WRITERS: Mapping[str, _Writer] = {
    "rss": _Writer(rss_item, rss_document),
    "atom": _Writer(atom_entry, atom_document),
    "json": _Writer(json_item, json_document),
}
"""What writes each format of the option `feeds_formats`."""

_UNQUOTED = "%/:?#[]@!$&'()*+,;=~"
"""What an address has beside letters and numbers."""

_AT_OWN_HOST = ('"/', "'/", "=/", ", /")
"""What HTML has that may lead elsewhere at the site's host."""


class _About(NamedTuple):
    """What all formats of a feed say alike."""

    title: str
    description: str
    home_url: str
    author: str
    updated: datetime


class KnownItem(NamedTuple):
    """An item as a format has it, and what that was made from."""

    about: tuple[object, ...]
    text: str


class KnownFeed(NamedTuple):
    """A feed as a file has it, and what that was made from."""

    about: tuple[object, ...]
    document: bytes


@dataclass(frozen=True, slots=True)
class KnownFeeds:
    """What `serve` remembers of feeds."""

    items: dict[tuple[str, str], KnownItem] = field(default_factory=dict, init=False)
    """Items as each format has them, by its name and the `src_uri` of the text."""
    files: dict[str, KnownFeed] = field(default_factory=dict, init=False)
    """By the `src_uri` of each file."""


@dataclass(frozen=True, kw_only=True)
class Syndication:
    """Writes the feeds of one blog; each item is made once, however many feeds have it."""

    feeds: FeedFiles
    cards: CardMaker
    view_pages: ViewPages
    theme: Theme
    ids: FeedIds
    with_slides: Mapping[str, str]
    """The texts of talks that show slides, by `src_uri`."""
    known: KnownFeeds | None = None
    """`None` in a build, which makes each feed once."""
    _items: dict[str, FeedItem] = field(default_factory=dict, init=False)
    _addresses: dict[str, str] = field(default_factory=dict, init=False)
    """Whole URLs by those from the site's root."""
    _written: dict[tuple[str, str], str] = field(default_factory=dict, init=False)

    @property
    def config(self) -> MkDocsConfig:
        """The configuration of the site."""
        return self.cards.writer.config

    @property
    def site_url(self) -> str:
        """The address of the site, with a slash at its end."""
        return site_root(self.config.site_url)

    def write(self) -> None:
        """Fill the files of all feeds."""
        for feed in (*self.feeds, *self._of_sections()):
            about = self._about(feed)
            for name, file in feed.files.items():
                self._write(feed, about, name, file)
        if self.known is None:
            # They take more memory than what they are made from, which stays.
            self._items.clear()
            self._written.clear()

    def write_what_hooks_have_left(self) -> None:
        """Write the feeds once more of listings from which hooks have taken posts, which are known with the pages."""
        for feed in self.feeds:
            pages = self.view_pages.get(feed.home)
            if not pages or not (gone := pages[0].taken_out):
                continue
            rest = replace(feed, contents=without(feed.contents, gone))
            about = self._about(rest)
            for name, file in feed.files.items():
                self._write(rest, about, name, file)
                for written in (file, *feed.archives.get(name, ())):
                    written.copy_file()

    def _of_sections(self) -> Iterator[ListingFeed]:
        """Those of the docs, with what texts now are known to lead there."""
        for folder, feed in self.feeds.of_sections.items():
            newest = portions(self.cards.mentions.about_folder(folder), self.cards.settings).newest
            yield replace(feed, contents=FeedContents(newest, ()))

    def _about(self, listing: ListingFeed) -> _About:
        config = self.config
        pages = self.view_pages.get(listing.home, ())
        page = listing.head.page if listing.head else pages[0]
        return _About(
            title=listing.title(page, config),
            description=self._description(listing, page) or config.site_description or config.site_name,
            home_url=self._whole_url(page.url if page else ""),
            author=config.site_author or config.site_name,
            updated=self._last_change(listing.contents.newest),
        )

    def _write(self, listing: ListingFeed, about: _About, name: str, file: File) -> None:
        contents, archives = listing.contents, listing.archives.get(name, ())
        older = [None, *(self._address(archive) for archive in archives)]
        self._fill(file, about, name, contents.newest, older=older[-1])
        current = self._address(file)
        newer = [*older[2:], None]
        for archive, articles, before, after in zip(archives, contents.archives, older, newer, strict=False):
            of_archive = about._replace(updated=self._last_change(articles))
            self._fill(archive, of_archive, name, articles, current=current, older=before, newer=after)

    def _fill(
        self,
        file: File,
        about: _About,
        name: str,
        articles: Sequence[Post | Talk],
        *,
        current: str | None = None,
        older: str | None = None,
        newer: str | None = None,
    ) -> None:
        feed = Feed(
            **about._asdict(),
            url=self._address(file),
            language=self.theme.language,
            note=self.theme.words("feed_note"),
            stylesheet=get_relative_url(self.feeds.stylesheet, file.url),
            is_archive=current is not None,
            current=current,
            older=older,
            newer=newer,
        )
        writer = _WRITERS[name]
        items = [self._item_as(name, writer, article) for article in articles]
        fill(file, self._document(feed, name, items, file), self.config)

    def _document(self, feed: Feed, name: str, items: list[str], file: File) -> bytes:
        known = self.known.files.get(file.src_uri) if self.known else None
        made_from = (name, feed, str(feed.updated), items)  # moments are equal in any zone
        if known and known.about == made_from:
            return known.document
        document = _WRITERS[name].document(feed, items).encode()
        if self.known:
            self.known.files[file.src_uri] = KnownFeed(made_from, document)
        return document

    def _description(self, listing: ListingFeed, page: Page | None) -> str:
        """What a listing says that it lists; of the whole blog the site says more, unless somebody has described it."""
        if page is None or listing.label:
            return ""
        is_made = isinstance(page.meta.get("description"), Markup)
        is_of_blog = isinstance(page, ViewPage) and page.view.kind is INDEX
        return "" if is_of_blog and is_made else plain_description(page)

    def _address(self, file: File) -> str:
        return self._whole_url(file.url)

    def _whole_url(self, url: str) -> str:
        if url not in self._addresses:
            self._addresses[url] = joined(self.site_url, url)
        return self._addresses[url]

    def _last_change(self, articles: Iterable[Post | Talk]) -> datetime:
        """When anything of some posts and talks was changed last; what is to come has not been."""
        items = map(self._item, articles)
        moments = (moment for item in items if (moment := item.updated or item.date) and moment <= self.cards.now)
        return max(moments, default=NEVER)

    def _item_as(self, name: str, writer: _Writer, article: Post | Talk) -> str:
        key = (name, article.src_uri)
        if key not in self._written:
            item, known = self._item(article), self.known.items.get(key) if self.known else None
            about = (item, str(item.date), str(item.updated))  # which are equal in any zone
            self._written[key] = known.text if known and known.about == about else writer.item(item)
            if self.known:
                self.known.items[key] = KnownItem(about, self._written[key])
        return self._written[key]

    def _item(self, article: Post | Talk) -> FeedItem:
        if article.src_uri not in self._items:
            self._items[article.src_uri] = self._make_item(article)
        return self._items[article.src_uri]

    def _make_item(self, article: Post | Talk) -> FeedItem:
        rendered = self.cards.rendered[article.src_uri]
        page = self.cards.articles[article.src_uri]
        content = str(rendered.excerpt)
        post = article if isinstance(article, Post) else None
        is_full = self.cards.settings.feeds_content == "full" or (post and post.section_of)
        if is_full and (text := self.with_slides.get(article.src_uri, rendered.content)):
            from ..html.feed_texts import feed_html  # noqa: PLC0415  # most feeds have excerpts

            content = feed_html(text, rendered.title_text, page.url)
        url = self._whole_url(page.url)
        return FeedItem(
            id=self.ids.of(article, page.url),
            url=url,
            title=rendered.title_text,
            date=article.date,
            updated=post.updated and max(post.updated, post.date) if post else None,
            summary=rendered.description,
            content=self._absolute(content),
            authors=tuple(self._authors(post)) if post else (),
            labels=tuple(dict.fromkeys((*(post.categories if post else ()), *article.tags))),
            image=self._image(self.cards.pictures.teaser_of(article)),
        )

    def _authors(self, post: Post) -> Iterator[FeedAuthor]:
        for author in post.authors if self.cards.settings.authors else ():
            link = self.cards.author_link(author)
            yield FeedAuthor(name=link.name, url=self._whole(link.url), avatar=self._whole(link.avatar))

    def _image(self, image: Image | None) -> FeedImage | None:
        src = (image.shared or image.src) if image else ""
        if image is None or not (url := self._whole(src)):
            return None
        import mimetypes  # noqa: PLC0415  # few posts have a picture

        is_own = src.startswith(ROOT)
        file = self.cards.links.resolve_from_root(src.removeprefix(ROOT)) if is_own else None
        return FeedImage(
            url=url,
            alt=image.alt,
            media_type=mimetypes.guess_type(urlsplit(url).path)[0],
            length=length_of(file) if file else None,
            width=image.width,
            height=image.height,
        )

    def _whole(self, url: str | None) -> str | None:
        """The address of a web page or picture; `None` for any other."""
        if not url:
            return None
        address = urljoin(self.site_url, quote(url.replace(f"{ROOT}/", self.site_url), safe=_UNQUOTED))
        return address if address.startswith(("http://", "https://")) else None

    def _absolute(self, content: str) -> str:
        """HTML all of whose URLs are whole."""
        content = content.replace(f"{ROOT}/", self.site_url)
        if not any(mark in content for mark in _AT_OWN_HOST):
            return content
        return rewrite_urls(content, lambda url: urljoin(self.site_url, url) if url.startswith("/") else url)


def fill_sitemap(file: File, listed: Iterable[Post], pages: Mapping[str, ArticlePage], config: MkDocsConfig) -> None:
    """Name the posts of a blog in the sitemap beside its feeds."""
    named = (pages[post.src_uri] for post in listed if post.robots.in_sitemap)
    site_url = site_root(config.site_url)
    fill(file, write_sitemap((urljoin(site_url, page.url), page.update_date) for page in named), config)
