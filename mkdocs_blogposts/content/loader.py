"""From a file to a `Post` or a `Talk`: the one place that knows every field."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from ..settings import Settings
from .authors import AuthorBook, take_authors
from .dates import Clock
from .dialects import (
    JEKYLL_FOLDERS,
    OTHER_KEYS,
    PICTURE_KEYS,
    TALK_KEYS,
    FileName,
    dialect_of,
    file_name_of,
    keys_of,
)
from .faults import ContentError, Faults, Kind, Level, Place
from .fields import Fields, Found, Word, check_keys, shown, unique
from .frontmatter import FrontMatter, parse
from .meta import theme_meta
from .models import Author, Dialect, HeldBack, Mention, Picture, Post, Source, Talk
from .permalinks import (
    STYLES,
    Parts,
    check_slug,
    clean_permalink,
    fill_permalink,
    page_dest_uri,
    post_dest_uri,
    pretty_slug,
)
from .titles import Title, title_of

_SEPARATORS = ("<!-- more -->", "<!--more-->")
_COMMENT = re.compile(r"<!--\s*(.*?)\s*-->")
_TALK_KEY_LINE = re.compile(rf"^[\"']?(?:{'|'.join(TALK_KEYS)})[\"']?[ \t]*[:=]", re.MULTILINE)
_MARKDOWN = re.compile(r"\.(?:md|markdown|mkdown|mkdn|mkd|html)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What a site has decided before its files are read."""

    settings: Settings
    authors: AuthorBook | None
    """`None` where the site has no authors file."""
    faults: Faults
    """Where everything goes that is wrong in a file."""
    now: datetime
    """Aware; what is later than this is in the future."""
    locale: str = "en"
    """The site's language, for the names of months in URLs."""
    use_directory_urls: bool = True
    is_serve: bool = False

    @property
    def shows_drafts(self) -> bool:
        """Whether drafts are part of the site."""
        return self.settings.draft or (self.is_serve and self.settings.draft_on_serve)


def load_post(source: Source, reader: Reader) -> Post | None:
    """The post in a file; `None`, and a fault, where it cannot be read or placed.

    An option that cannot be used (`post_url_format: {nonsense}`) is a `ValueError` with a sentence about it.
    """
    head = parse(source, reader.faults)
    if head is None:
        if _lies_below(source, "_drafts") and not reader.shows_drafts:
            reader.faults.soften(source.path, Level.INFO)
        return None
    root = posixpath.normpath(reader.settings.post_dir.replace("{blog}", reader.settings.blog_dir))
    return _reading_of(source, head, reader, root).post()


def load_talk(source: Source, reader: Reader) -> Talk | None:
    """The talk in a file; `None` where it cannot be read or placed, and, without a fault, where it is no talk."""
    faults = Faults(levels=reader.faults.levels)
    head = parse(source, faults)
    if not _is_talk(source, head, reader.settings):
        return None
    reader.faults.found.extend(faults.found)
    root = posixpath.normpath(reader.settings.talks_dir)
    return _reading_of(source, head, reader, root).talk() if head else None


def _is_talk(source: Source, head: FrontMatter | None, settings: Settings) -> bool:
    """Whether a file is a talk, or is meant to be one but cannot be read."""
    if _lies_below(source, "_talks"):
        return True
    if not PurePosixPath(source.src_uri).is_relative_to(posixpath.normpath(settings.talks_dir)):
        return False
    if head is None:
        return bool(_TALK_KEY_LINE.search(source.content.decode("utf-8", errors="replace")))
    return any(key in head.values for key in TALK_KEYS) or head.values.get("collection") == "talks"


def _lies_below(source: Source, folder: str) -> bool:
    return folder in PurePosixPath(source.src_uri).parts[:-1]


def _reading_of(source: Source, head: FrontMatter, reader: Reader, root: str) -> _Reading:
    settings = reader.settings
    keys = keys_of(settings)
    known = {name.split(".")[0] for names in keys.values() for name in names}
    check_keys(head, reader.faults, source.path, known=known, others=OTHER_KEYS)
    dialect, _ = dialect_of(source.src_uri, head.values, settings, root=root)
    return _Reading(
        source=source,
        head=head,
        reader=reader,
        root=root,
        fields=Fields(head=head, faults=reader.faults, path=source.path, keys=keys, values=head.values),
        dialect=dialect,
        name=file_name_of(source.src_uri, root=root),
        clock=Clock(zone=ZoneInfo(settings.timezone), bare_datetimes_are_utc=dialect is Dialect.JEKYLL),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A file that is being read. Each method reads one field, and no fault in one keeps the others from being read."""

    source: Source
    head: FrontMatter
    reader: Reader
    fields: Fields
    dialect: Dialect
    clock: Clock
    name: FileName
    root: str
    """Folder of all files like this one."""

    def post(self) -> Post | None:
        """The file as a post."""
        title = self._title()
        tags, has_draft_tag = self._tags()
        categories = self._categories()
        date = self._date()
        held_back = self._held_back(date, is_marked=title.is_draft or has_draft_tag)
        is_complete = date is not None or held_back in (HeldBack.DRAFT, HeldBack.UNPUBLISHED)
        if not is_complete:
            self._tell_no_date()
        date = date or self.reader.now.astimezone(self.clock.zone)
        dates = self._dates(date)
        slug = self._slug(title)
        placed = self._place_post(slug, date, categories)
        authors = take_authors(self.fields, self.reader.authors, dialect=self.dialect, slug_of=self._slug_of)
        reading_time = self.fields.take_number("reading_time")
        post = Post(
            **self._shared(title, tags, placed, held_back, categories, authors),
            date=date,
            updated=dates.get("updated"),
            dates=dates,
            slug=slug or "",
            categories=categories,
            authors=authors,
            pinned=self.fields.take_flag("pinned") or False,
            unlisted=self.fields.take_flag("unlisted") or False,
            excerpt_separators=self._excerpt_separators(),
            reading_time=reading_time,
            shows_reading_time=self._shows_reading_time(reading_time),
            links=self.fields.take_list("links"),
            talks=self._mentions(),
        )
        self._soften(held_back)
        return post if placed and slug and is_complete else None

    def talk(self) -> Talk | None:
        """The file as a talk."""
        title = self._title()
        tags, has_draft_tag = self._tags()
        date = self._date()
        held_back = self._held_back(date, is_marked=title.is_draft or has_draft_tag)
        placed = self._place_talk(date)
        talk = Talk(
            **self._shared(title, tags, placed, held_back, None, ()),
            id=self.name.stem,
            date=date,
            talk_type=self.fields.take_line("talk_type"),
            venue=self.fields.take_line("venue"),
            location=self.fields.take_line("location"),
            slides_url=self.fields.take_url("slides_url"),
            video_url=self.fields.take_url("video_url"),
        )
        self._soften(held_back)
        return talk if placed else None

    def _shared(
        self,
        title: Title,
        tags: tuple[str, ...],
        placed: _Placed | None,
        held_back: HeldBack | None,
        categories: tuple[str, ...] | None,
        authors: tuple[Author, ...],
    ) -> dict[str, Any]:
        """What posts and talks have in common."""
        return {
            "src_uri": self.source.src_uri,
            "path": self.source.path,
            "dialect": self.dialect,
            "title": title.text,
            "dest_uri": placed.dest_uri if placed else "",
            "permalink": placed is not None and placed.by_permalink,
            "tags": tags,
            "teaser": self._teaser(),
            "excerpt": self.fields.take_text("excerpt"),
            "description": self.fields.take_text("description"),
            "held_back": held_back,
            "link": self._link(placed),
            "meta": theme_meta(
                self.fields,
                title=None if title.is_heading else title.text,
                tags=tags,
                categories=categories,
                authors=[author.name for author in authors],
            ),
            "body": self.head.body,
            "body_line": self.head.body_line,
            "places": self.head.places,
        }

    def _title(self) -> Title:
        return title_of(
            self.fields.take_line("title"),
            self.head.body,
            self.name,
            dialect=self.dialect,
            draft_prefixes=self.reader.settings.draft_title_prefixes,
        )

    # Dates

    def _date(self) -> datetime | None:
        """The date of the file, by its front matter or else by its name."""
        if found := self._given_date():
            return self.fields.date_of(found, self.clock)
        return self.clock.midnight(self.name.date) if self.name.date else None

    def _given_date(self) -> Found | None:
        return next((found for found in self.fields.find_all("date") if not isinstance(found.value, Mapping)), None)

    def _dates(self, created: datetime) -> dict[str, datetime]:
        """Every date below `date:`, with those that other keys give."""
        dates = {"created": created}
        if updated := self.fields.take_date("updated", self.clock):
            dates["updated"] = updated
        named = self.head.values.get("date")
        for key, value in named.items() if isinstance(named, Mapping) else ():
            if key in ("created", "updated") or value is None:
                continue
            if moment := self.fields.date_of(self.fields.at(f"date.{key}", value), self.clock):
                dates[key] = moment
        return dates

    def _tell_no_date(self) -> None:
        """Note why the file cannot be put anywhere, unless it has a date that was refused already."""
        if self._given_date():
            return
        hint = "add `date: 2025-07-01`, or begin the file name with `2025-07-01-`"
        if isinstance(self.head.values.get("date"), Mapping):
            message, hint = "date: has no `created`", "add `created: 2025-07-01` below it"
            self._refuse(Kind.DATE, message, place=self.head.place("date"), hint=hint)
        elif self.head.exists:
            self._refuse(Kind.DATE, "has no date", place=Place(1), hint=hint)
        else:
            hint = "begin the file with a line `---`, a line `date: 2025-07-01` and a line `---`"
            self._refuse(Kind.FRONT_MATTER, "has no front matter, and no date in its name", place=Place(1), hint=hint)

    def _held_back(self, date: datetime | None, *, is_marked: bool) -> HeldBack | None:
        """Why the file is not part of a build."""
        draft, published = self.fields.take_flag("draft"), self.fields.take_flag("published")
        expires = self.fields.take_date("expires", self.clock)
        if draft or is_marked or _lies_below(self.source, "_drafts"):
            return HeldBack.DRAFT
        if published is False:
            return HeldBack.UNPUBLISHED
        if expires and expires <= self.reader.now:
            return HeldBack.EXPIRED
        holds_future = self.reader.settings.draft_if_future_date and draft is None
        if holds_future and date and date > self.reader.now:
            return HeldBack.FUTURE
        return None

    def _soften(self, held_back: HeldBack | None) -> None:
        """Make faults remarks where a build leaves the file out, unless it comes in by itself one day."""
        if held_back not in (None, HeldBack.FUTURE) and not self.reader.shows_drafts:
            self.reader.faults.soften(self.source.path, Level.INFO)

    # Tags and categories

    def _tags(self) -> tuple[tuple[str, ...], bool]:
        """The tags, and whether one of them made the file a draft."""
        many = self.fields.take_names("tags")
        one = self.fields.take_names("tag", whole=True)
        words = (one or many) if self.dialect is Dialect.JEKYLL else (many or one)
        markers = {tag.casefold() for tag in self.reader.settings.draft_tags}
        tags = tuple(word.text for word in words if word.text.casefold() not in markers)
        return tags, len(tags) < len(words)

    def _categories(self) -> tuple[str, ...]:
        many = self.fields.take_names("categories")
        one = self.fields.take_names("category", whole=True)
        if self.dialect is Dialect.JEKYLL:
            words = unique([*(Word(text=folder) for folder in self._folders_above()), *many, *one])
        else:
            words = many or one
        for word in words:
            self._check_category(word)
        return tuple(word.text for word in words)

    def _folders_above(self) -> tuple[str, ...]:
        """The folders between the site's root, or the blog's, and `_posts`."""
        path = PurePosixPath(self.source.src_uri)
        for root in (self.root, self.reader.settings.blog_dir):
            if path.is_relative_to(root):
                path = path.relative_to(root)
                break
        folders = path.parts[:-1]
        end = next((number for number, name in enumerate(folders) if name in JEKYLL_FOLDERS), 0)
        return folders[:end]

    def _check_category(self, word: Word) -> None:
        allowed = self.reader.settings.categories_allowed
        if not allowed or word.text in allowed:
            return
        near = difflib.get_close_matches(word.text, allowed, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"allowed are {', '.join(allowed)}"
        message = f"categories: '{word.text}' is not in `categories_allowed`"
        self._refuse(Kind.TYPE, message, place=word.place, hint=hint)

    # URLs

    def _slug(self, title: Title) -> str | None:
        """The last part of the URL; `None`, and a fault, where it would leave its folder."""
        found = self.fields.find("slug")
        text = self.fields.text_of(found) if found else None
        if found and text:
            try:
                return check_slug(text)
            except ContentError as error:
                self.fields.refuse(found, error.message, kind=Kind.PERMALINK, hint=error.hint)
                return None
        if self.dialect is Dialect.JEKYLL:
            return pretty_slug(self.name.slug) or self.name.stem
        return self._slugify(title.for_slug) or self._slugify(self.name.stem) or self.name.stem

    def _slugify(self, text: str) -> str:
        settings = self.reader.settings
        return settings.post_slugify(text, settings.post_slugify_separator)

    def _slug_of(self, name: str) -> str:
        settings = self.reader.settings
        return settings.categories_slugify(name, settings.categories_slugify_separator)

    def _place_post(self, slug: str | None, date: datetime, categories: tuple[str, ...]) -> _Placed | None:
        settings = self.reader.settings
        template = settings.post_permalink and STYLES.get(settings.post_permalink, settings.post_permalink)
        parts = self._parts("posts", slug or self.name.slug, date, categories)

        def by_format() -> str:
            return post_dest_uri(
                date=date,
                slug=parts.slug,
                categories=categories,
                file=self.name.stem,
                settings=settings,
                locale=self.reader.locale,
                use_directory_urls=self.reader.use_directory_urls,
            )

        return self._place(template, parts, by_format)

    def _place_talk(self, date: datetime | None) -> _Placed | None:
        settings = self.reader.settings
        slug = self.fields.find("slug")
        parts = self._parts("talks", slug.text if slug else self.name.slug, date, ())

        def by_name() -> str:
            path = posixpath.join(settings.talks_dir, check_slug(slug.text if slug else self.name.stem))
            return page_dest_uri(path, use_directory_urls=self.reader.use_directory_urls)

        return self._place(settings.talks_permalink, parts, by_name)

    def _parts(self, collection: str, slug: str, date: datetime | None, categories: tuple[str, ...]) -> Parts:
        path = PurePosixPath(self.source.src_uri)
        below = path.relative_to(self.root) if path.is_relative_to(self.root) else PurePosixPath(path.name)
        return Parts(
            date=date,
            slug=slug,
            categories=categories,
            collection=collection,
            path=str(below.with_suffix("")),
            name=self.name.stem,
        )

    def _place(self, template: str | None, parts: Parts, otherwise: Callable[[], str]) -> _Placed | None:
        """Where the page is written: by its own permalink, the site's template for them, or `otherwise`."""
        found = self.fields.find("permalink")
        text = self.fields.text_of(found) if found else None
        place = found.place if found else self.head.place("slug") or self.head.place("title") or Place(1)
        if found and not text:
            return None
        try:
            if not (text or template):
                return _Placed(dest_uri=otherwise(), by_permalink=False)
            cleaned = clean_permalink(fill_permalink(text or template or "", parts), self.dialect)
        except ContentError as error:
            self._refuse(Kind.PERMALINK, f"permalink: {error.message}", place=place, hint=error.hint)
            return None
        if cleaned.cleaned:
            message = f"permalink: {shown(text or template)} is cleaned to '{cleaned.cleaned}'"
            self._refuse(Kind.PERMALINK, message, place=place, level=Level.INFO)
        return _Placed(dest_uri=cleaned.dest_uri, by_permalink=True)

    def _link(self, placed: _Placed | None) -> str | None:
        """Where the title leads on listings; a link of a page to itself is none."""
        link = self.fields.take_url("link")
        if not link or not placed:
            return link
        try:
            own = _page_of(clean_permalink(link, Dialect.MATERIAL).dest_uri)
        except ContentError:
            return link
        return None if own == _page_of(placed.dest_uri) else link

    # What listings show

    def _teaser(self) -> Picture | None:
        header_alt = self.fields.take_line("header_alt")
        for found in self.fields.find_all("teaser"):
            if found.value is False:
                continue
            alt = header_alt if found.name.startswith("header.") else None
            if isinstance(found.value, Mapping):
                inner = self.fields.within(found, PICTURE_KEYS)
                src, alt = inner.take_url("src"), inner.take_line("alt") or alt
            else:
                src = self.fields.url_of(found)
            if src:
                return Picture(src=src, alt=alt, place=found.place)
        return None

    def _excerpt_separators(self) -> tuple[str, ...]:
        """What may end the excerpt; nothing, where the file has an empty `excerpt_separator`."""
        # Not by a getter: here, blank lines are a value.
        own = self.head.values.get("excerpt_separator")
        if own == "":
            return ()
        if own is not None and not isinstance(own, str):
            self.fields.reject(self.fields.at("excerpt_separator", own), "text", hint="write `<!--more-->`")
            own = None
        site = self.reader.settings.post_excerpt_separator
        spellings = [_COMMENT.sub(r"<!-- \1 -->", site), _COMMENT.sub(r"<!--\1-->", site)]
        separators = tuple(dict.fromkeys(text for text in (own, site, *spellings, *_SEPARATORS) if text))
        is_required = self.reader.settings.post_excerpt == "required"
        if is_required and not any(separator in self.head.body for separator in separators):
            self._refuse(
                Kind.FRONT_MATTER,
                f"has no excerpt, which `post_excerpt: required` wants: '{site}' is missing",
                place=Place(self.head.body_line),
                hint=f"put a line `{site}` below the text that listings show",
            )
        return separators

    def _shows_reading_time(self, reading_time: int | None) -> bool:
        wanted = self.fields.take_flag("shows_reading_time")
        if wanted is not None:
            return wanted
        return self.reader.settings.post_readtime or reading_time is not None

    def _mentions(self) -> tuple[Mention, ...]:
        words = self.fields.take_names("talks", whole=True)
        return tuple(Mention(id=_talk_id(word.text), place=word.place) for word in words)

    def _refuse(
        self, kind: Kind, message: str, *, place: Place | None, hint: str | None = None, level: Level | None = None
    ) -> None:
        self.reader.faults.add(kind, self.source.path, message, place=place, hint=hint, level=level)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """Where a page is written, and whether a permalink says so."""

    dest_uri: str
    by_permalink: bool


def _page_of(dest_uri: str) -> str:
    """What the URLs of one page have in common: `x` of `x/`, `x.html` and `x/index.html`."""
    return dest_uri.removesuffix("index.html").rstrip("/").removesuffix(".html")


def _talk_id(text: str) -> str:
    """The id of a talk that is named by its id, its file or its URL."""
    path = PurePosixPath(_MARKDOWN.sub("", text.strip("/")))
    return path.parent.name if path.name == "index" and path.parent.name else path.name
