"""The pictures of posts, talks and authors, each looked up once; one that is not there is told."""

from __future__ import annotations

from dataclasses import field
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..content.models import Article, Picture, Post
from ..faults import Faults, Kind, Level
from ..frontmatter.dialects import Dialect
from ..html.page_urls import from_root
from ..light_dataclasses import dataclass
from ..shown_dates import format_date
from ..urls.picture_files import local_file
from .card_values import Image
from .image_finder import find_avatar, find_image

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..content.author import Author
    from ..pages.text_pages import ArticlePage
    from ..pictures.covers import Covers
    from ..pictures.picture_copies import PictureCopies
    from ..rendering.link_writer import LinkWriter
    from ..rendering.rendered import Rendered
    from ..settings import Settings


_KEYS_OF_OTHERS = ("image", "cover")
"""Keys of pictures that templates and plugins read as well."""


@dataclass(frozen=True, kw_only=True)
class ShownPictures:
    """Finds the pictures that one blog shows."""

    settings: Settings
    chosen: frozenset[str]
    """Options that the site has set itself."""
    locale: str
    """Of Babel."""
    articles: Mapping[str, ArticlePage]
    """Pages of shown posts and talks, by `src_uri`."""
    rendered: Mapping[str, Rendered]
    writer: LinkWriter
    copies: PictureCopies
    covers: Covers | None
    """`None` where a site wants none."""
    faults: Faults
    _avatars: dict[str, str | None] = field(default_factory=dict, init=False)
    _teasers: dict[str, Image | None] = field(default_factory=dict, init=False)
    _told: set[tuple[str, str]] = field(default_factory=set, init=False)

    def make_copies(self) -> None:
        """Make smaller copies of all pictures that articles name."""
        self.copies.make(
            file
            for page in self.articles.values()
            for picture in _pictures_of(page.article)
            if (file := local_file(picture, page.file, self.writer.index))
        )

    def teaser_of(self, article: Article) -> Image | None:
        """The picture on the card of an article."""
        if article.src_uri not in self._teasers:
            self._teasers[article.src_uri] = self._find_teaser(article)
        return self._teasers[article.src_uri]

    def _find_teaser(self, article: Article) -> Image | None:
        if article.teaser is None:
            default = article.default_teaser if isinstance(article, Post) else None
            return self._usual(default, article) if default else self._cover(article)
        return self.named(article.teaser, article, article.teaser.key)

    def _usual(self, src: str, article: Article) -> Image | None:
        """The picture of all posts that name none; one that is not there is told once."""
        image = self._find(Picture(src=src), article)
        if image is None and "post_teaser_default" in self.chosen and ("", src) not in self._told:
            self._told.add(("", src))
            path = PurePath(self.writer.config.config_file_path or "mkdocs.yml").name
            hint = _hint_of(src, self.writer.config.docs_dir)
            self.faults.add(Kind.TEASER, path, f"post_teaser_default: there is no file '{src}'", hint=hint)
        return image

    def _cover(self, article: Article) -> Image | None:
        """What is made for a post that has no picture, where the site wants that."""
        if self.covers is None or not isinstance(article, Post):
            return None
        from ..pictures.cover_design import HEIGHT, WIDTH  # noqa: PLC0415  # few sites want any

        date = format_date(article.date, self.settings.post_date_format, self.locale) if article.shows_date else ""
        made = self.covers.make(self.rendered[article.src_uri].title_text, date)
        shared = from_root(made.png.url) if made.png else None
        return Image(src=from_root(made.svg.url), alt="", width=WIDTH, height=HEIGHT, shared=shared)

    def _find(self, picture: Picture, article: Article) -> Image | None:
        return find_image(picture, self.articles[article.src_uri].file, self.writer.index, self.copies)

    def named(self, picture: Picture, article: Article, name: str) -> Image | None:
        """An image that front matter calls by some name; one that is not there is told once."""
        image = self._find(picture, article)
        if (article.path, picture.src) in self._told:
            return image
        if image is None:
            self._told.add((article.path, picture.src))
            self.faults.add(
                Kind.TEASER,
                article.path,
                f"{name}: there is no file '{picture.src}'",
                place=picture.place,
                hint=_hint_of(picture.src, self.writer.config.docs_dir),
                level=self._level_of(picture, article, name),
            )
        elif mistake := self._mistake_of(picture, article):
            self._told.add((article.path, picture.src))
            self.faults.add(
                Kind.TEASER,
                article.path,
                f"{name}: '{picture.src}' {mistake}, so there are no smaller copies of it",
                place=picture.place,
                hint="save it again as PNG, JPEG or WebP, no larger than a screen",
                level=Level.INFO,
            )
        return image

    def _level_of(self, picture: Picture, article: Article, name: str) -> Level | None:
        """How much a missing picture weighs; in Jekyll's dialect no more than one in the text."""
        links = self.writer.config.validation.links
        is_as_in_texts = article.dialect is Dialect.JEKYLL and links.not_found < Level.WARNING
        is_remark = is_as_in_texts or not _is_path(picture.src) or _is_of_others(name, article)
        return Level.INFO if is_remark else None

    def _mistake_of(self, picture: Picture, article: Article) -> str | None:
        """What is wrong with a picture that is there."""
        file = local_file(picture, self.articles[article.src_uri].file, self.writer.index)
        return self.copies.of(file).mistake if file else None

    def of_author(self, author: Author, src: str) -> str | None:
        """One of the pictures of an author."""
        if src not in self._avatars:
            self._avatars[src] = find_avatar(src, self.writer.index)
            if self._avatars[src] is None:
                self.faults.add(
                    Kind.TEASER,
                    author.path,
                    f"avatar: '{author.name}' has a picture that is not there: '{src}'",
                    place=author.places.get("avatar"),
                    hint="write a path from `docs_dir`, or a URL",
                    level=Level.INFO,
                )
        return self._avatars[src]


def _is_of_others(name: str, article: Article) -> bool:
    """Whether a key may be meant for other programs: Material's blog takes in silence whatever stands under it."""
    return article.dialect is Dialect.MATERIAL and name.partition(".")[0] in _KEYS_OF_OTHERS


def _is_path(src: str) -> bool:
    """Whether a text can be meant for the path of a file; a mere word is what another theme makes of the key."""
    return "." in src or "/" in src


def _pictures_of(article: Article) -> Iterable[Picture]:
    """All pictures that the front matter of an article names for itself."""
    default = article.default_teaser if isinstance(article, Post) and article.teaser is None else None
    named = (article.teaser, article.hero.picture if article.hero else None, Picture(src=default) if default else None)
    return filter(None, named)


def _hint_of(src: str, docs_dir: str) -> str:
    """What to write for a picture that is not there."""
    docs = f"{PurePath(docs_dir).name}/"
    below = src.lstrip("/")
    if below.startswith(docs):
        return f"write `/{below.removeprefix(docs)}`: such paths count from `docs_dir`"
    return "write a path from the post, from `docs_dir`, or a URL"
