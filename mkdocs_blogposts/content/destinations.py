"""Where a post or talk is written: by its own permalink, by the site's template for them, or by its slug."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..faults import ContentError, Kind, Level, Place, shown
from ..jekyll.permalinks import (
    STYLES,
    Parts,
    check_placeholders,
    check_slug,
    clean_permalink,
    fill_permalink,
    page_dest_uri,
    post_dest_uri,
    pretty_slug,
)
from .dialects import JEKYLL_FOLDERS
from .models import Dialect

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from .reading import Reading
    from .titles import Title


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """The file that a page is written to."""

    dest_uri: str
    permalink: bool
    """Whether front matter or a template for permalinks gave it."""
    slug: str


def post_destination(reading: Reading, title: Title, date: datetime, categories: tuple[str, ...]) -> Destination | None:
    """Where a post is written; `None`, and a fault, where that cannot be."""
    settings = reading.settings
    style = settings.post_permalink or ""
    own_slug = _take_slug(reading)
    slug = own_slug or _slug_of(reading, title)

    def by_slug() -> str:
        return post_dest_uri(
            date=date,
            slug=slug,
            categories=categories,
            file=reading.name.stem,
            settings=settings,
            locale=reading.reader.locale,
            use_directory_urls=reading.reader.use_directory_urls,
        )

    parts = _parts(reading, "posts", own_slug or reading.name.slug, date, categories)
    dest_uri = _take_permalink(reading, parts, "post_permalink", STYLES.get(style, style))
    return _destination(reading, own_slug, slug, dest_uri, by_slug)


def talk_destination(reading: Reading, date: datetime | None) -> Destination | None:
    """Where a talk is written; `None`, and a fault, where that cannot be."""
    settings = reading.settings
    own_slug = _take_slug(reading)
    slug = own_slug or reading.name.stem

    def by_slug() -> str:
        path = posixpath.join(settings.talks_dir, slug)
        return page_dest_uri(path, use_directory_urls=reading.reader.use_directory_urls)

    parts = _parts(reading, "talks", own_slug or reading.name.slug, date, ())
    dest_uri = _take_permalink(reading, parts, "talks_permalink", settings.talks_permalink or "")
    return _destination(reading, own_slug, slug, dest_uri, by_slug)


def take_link(reading: Reading, destination: Destination | None) -> str | None:
    """Where the title leads on listings; a link of a page to itself is none."""
    link = reading.fields.take_url("link")
    if not link or not destination:
        return link
    try:
        own = _page_of(clean_permalink(link, Dialect.MATERIAL).dest_uri)
    except ContentError:
        return link
    return None if own == _page_of(destination.dest_uri) else link


def _destination(
    reading: Reading, own_slug: str | None, slug: str, dest_uri: str | None, by_slug: Callable[[], str]
) -> Destination | None:
    """The destination of what was found; either of the first two is `None` where it was refused."""
    if own_slug is None or dest_uri is None:
        return None
    if dest_uri:
        return Destination(dest_uri=dest_uri, permalink=True, slug=slug)
    try:
        return Destination(dest_uri=by_slug(), permalink=False, slug=slug)
    except ContentError as error:
        key = "slug" if own_slug else "title"
        place = reading.head.place(key) or Place(1)
        reading.refuse(Kind.PERMALINK, f"{key}: {error.message}", place=place, hint=error.hint)
        return None


def _take_slug(reading: Reading) -> str | None:
    """The key `slug`; empty where there is none, and `None`, with a fault, where it cannot be used."""
    found = reading.fields.find("slug")
    if not found:
        return ""
    text = reading.fields.text_of(found)
    try:
        return text and check_slug(text)
    except ContentError as error:
        reading.fields.refuse(found, error.message, kind=Kind.PERMALINK, hint=error.hint)
        return None


def _slug_of(reading: Reading, title: Title) -> str:
    """The slug of the title, or in Jekyll's dialect of the file name."""
    if reading.dialect is Dialect.JEKYLL:
        return pretty_slug(reading.name.slug) or reading.name.stem
    settings = reading.settings
    texts = (title.for_slug, reading.name.stem)
    slugs = (settings.post_slugify(text, settings.post_slugify_separator) for text in texts)
    return next(filter(None, slugs), reading.name.stem)


def _take_permalink(reading: Reading, parts: Parts, option: str, template: str) -> str | None:
    """The file of a permalink; empty where there is none, and `None`, with a fault, where it cannot be used."""
    if template:
        _check_option(option, template)
    found = reading.fields.find("permalink")
    text = reading.fields.text_of(found) if found else template
    if not text:
        return text
    key, place = ("permalink", found.place) if found else (option, Place(1))
    return settled(reading, text, lambda template: fill_permalink(template, parts), key=key, place=place)


def settled(
    reading: Reading, text: str, fill: Callable[[str], str], *, key: str = "permalink", place: Place | None
) -> str | None:
    """The file of a permalink once `fill` has filled it in; `None`, and a fault, where it cannot be used."""
    try:
        cleaned = clean_permalink(fill(text), reading.dialect)
    except ContentError as error:
        reading.refuse(Kind.PERMALINK, f"{key}: {error.message}", place=place or Place(1), hint=error.hint)
        return None
    if cleaned.cleaned:
        message = f"{key}: {shown(text)} is cleaned to '{cleaned.cleaned}'"
        level = min(Level.INFO, reading.reader.faults.levels[Kind.PERMALINK])
        reading.refuse(Kind.PERMALINK, message, place=place, level=level)
    return cleaned.dest_uri


def _check_option(option: str, template: str) -> None:
    try:
        check_placeholders(template)
    except ContentError as error:
        raise ValueError(f"{option}: {error.message}; {error.hint}") from error


def _parts(reading: Reading, collection: str, slug: str, date: datetime | None, categories: tuple[str, ...]) -> Parts:
    return Parts(
        date=date,
        slug=slug,
        categories=categories,
        collection=collection,
        path=_path_below(reading),
        name=reading.name.stem,
    )


def _path_below(reading: Reading) -> str:
    """The path of a file without its ending, from the folder of all files like it; folders of Jekyll's are left out."""
    path = PurePosixPath(reading.source.src_uri)
    if path.is_relative_to(reading.root):
        path = path.relative_to(reading.root)
    elif not any(name in JEKYLL_FOLDERS for name in path.parts[:-1]):
        path = PurePosixPath(path.name)
    folders = [name for name in path.parts[:-1] if name not in JEKYLL_FOLDERS]
    return posixpath.join(*folders, path.stem.rstrip("."))


def _page_of(dest_uri: str) -> str:
    """What the URLs of one page have in common: `x` of `x/`, `x.html` and `x/index.html`."""
    return dest_uri.removesuffix("index.html").rstrip("/").removesuffix(".html")
