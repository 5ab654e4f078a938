"""Where a post or talk is written: by its own permalink, by the site's template for them, or by its slug."""

from __future__ import annotations

import contextlib
import posixpath
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..faults import ContentError, Kind, Level, Place, shown
from ..frontmatter.dialects import Dialect
from ..frontmatter.file_names import JEKYLL_FOLDERS
from ..jekyll.permalinks import Cleaned, clean_permalink, page_dest_uri, safe_path
from ..jekyll.placeholders import STYLES, Parts, check_placeholders, fill_permalink, output_ext
from ..jekyll.slugs import pretty_slug
from ..light_dataclasses import dataclass
from .url_formats import post_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ..content.reading import Reading
    from ..content.titles import Title

_FOLDER_PAGES = ("index", "README")
"""Names of the page of a folder, to MkDocs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """The file that a page is written to."""

    dest_uri: str
    """The file below `site_dir`."""
    permalink: bool
    """Whether front matter or a template for permalinks gave it."""
    slug: str
    """Its name in URLs, also where a permalink decides on its own."""
    second_dest_uri: str | None = None
    """The file without its permalink, which Material's blog does not read, or the one that Jekyll writes."""


def post_destination(reading: Reading, title: Title, date: datetime, categories: tuple[str, ...]) -> Destination:
    """Where a post is written: where it wants, or else as near to that as can be, with a fault."""
    settings = reading.settings
    style = settings.post_permalink or ""
    own_slug = _take_slug(reading)
    slug = own_slug or _slug_of(reading, title)
    file = reading.name.own if reading.has_materials_url else reading.name.stem

    def path_with(slug: str) -> str:
        return post_path(
            date=date,
            slug=slug,
            categories=categories,
            file=file,
            settings=settings,
            locale=reading.reader.locale,
        )

    path = path_with(slug)
    if reading.has_materials_url and not own_slug and _is_page_of(settings.blog_dir, path):
        path = path_with(reading.name.stem)  # else it would have the URL of the index
    slug = slug or reading.name.stem
    parts = partial(_parts, reading, "posts", own_slug or reading.name.slug, date, categories)
    return _destination(reading, _Wish(own_slug, slug, path, parts, "post_permalink", STYLES.get(style, style)))


def talk_destination(reading: Reading, date: datetime | None) -> Destination:
    """Where a talk is written: where it wants, or else as near to that as can be, with a fault."""
    settings = reading.settings
    own_slug = _take_slug(reading)
    slug = own_slug or reading.name.stem
    path = posixpath.join(settings.talks_dir, slug.strip("/"))
    parts = partial(_parts, reading, "talks", own_slug or reading.name.slug, date, ())
    return _destination(reading, _Wish(own_slug, slug, path, parts, "talks_permalink", settings.talks_permalink or ""))


def take_link(reading: Reading, destination: Destination) -> str | None:
    """Where the title leads on listings; a link of a page to itself is none."""
    link = reading.fields.take_url("link")
    if not link:
        return link
    try:
        own = _page_of(clean_permalink(link, Dialect.MATERIAL).dest_uri)
    except ContentError:
        return link
    return None if own == _page_of(destination.dest_uri) else link


@dataclass(frozen=True, slots=True)
class _Wish:
    """All that can decide on where a page is written."""

    own_slug: str
    """Key `slug`; empty where there is none."""
    slug: str
    path: str
    """Where it stands by its slug."""
    parts: Callable[[], Parts]
    option: str
    """Name of the option for permalinks."""
    template: str
    """What that option says; may be empty."""


def _destination(reading: Reading, wish: _Wish) -> Destination:
    """The destination by permalink, else by slug."""
    if wish.template:
        _check_option(wish.option, wish.template)
    found = reading.fields.find("permalink")
    given = reading.fields.text_of(found) if found else None
    wanted = (("permalink", given, found.place if found else None), (wish.option, wish.template, Place(1)))

    def fill(text: str) -> str:
        return fill_permalink(text, wish.parts())

    tries = (settled(reading, text, fill, key=key, place=place) for key, text, place in wanted if text)
    if settled_at := next(filter(None, tries), None):
        second = _second(reading, wish, settled_at)
        return Destination(dest_uri=settled_at.dest_uri, permalink=True, slug=wish.slug, second_dest_uri=second)
    try:
        dest_uri = _by_slug(reading, wish.path)
    except ContentError as error:
        dest_uri = _by_slug(reading, safe_path(wish.path))
        key = "slug" if wish.own_slug else "title"
        _tell_moved(reading, f"{key}: {error.message}", dest_uri, place=reading.head.place(key), hint=error.hint)
    else:
        if ".." in wish.own_slug.split("/"):
            message = f"slug: {shown(wish.own_slug)} leads up a folder"
            place, hint = reading.head.place("slug"), "do without `..`"
            _tell_moved(reading, message, dest_uri, place=place, hint=hint, level=Level.INFO)
    return Destination(dest_uri=dest_uri, permalink=False, slug=wish.slug)


def _is_page_of(folder: str, path: str) -> bool:
    """Whether a path is that of a folder's own page."""
    above, name = posixpath.split(posixpath.normpath(path))
    return posixpath.normpath(folder) == (above or "." if name in _FOLDER_PAGES else posixpath.normpath(path))


def _second(reading: Reading, wish: _Wish, settled_at: Cleaned) -> str | None:
    """The file of a page without its permalink, which Material's blog does not read; else that of Jekyll."""
    if reading.has_materials_url:
        with contextlib.suppress(ContentError):
            return _by_slug(reading, wish.path)
    return settled_at.jekylls if reading.reader.jekyll.exists else None


def _by_slug(reading: Reading, path: str) -> str:
    """The file of a page at its path; a `ContentError` where there can be none."""
    use_directory_urls = reading.reader.use_directory_urls
    folder, name = posixpath.split(posixpath.normpath(path))
    if name in _FOLDER_PAGES:
        name = "" if use_directory_urls else "index"
    return page_dest_uri(posixpath.join(folder, name), use_directory_urls=use_directory_urls)


def _tell_moved(
    reading: Reading,
    message: str,
    dest_uri: str,
    *,
    place: Place | None,
    hint: str | None,
    level: Level | None = None,
) -> None:
    """Note that a page stands elsewhere than its author may think."""
    url = dest_uri.removesuffix("index.html")
    message = f"{message}, so the page is built at '/{url}'"
    reading.refuse(Kind.PERMALINK, message, place=place or Place(1), hint=hint, level=level)


def _take_slug(reading: Reading) -> str:
    """The key `slug`; empty where there is none that is text."""
    found = reading.fields.find("slug")
    text = (reading.fields.text_of(found) if found else None) or ""
    if found and text and isinstance(found.value, str) and reading.has_materials_url:
        return found.value  # Material's blog keeps spaces at its ends as well
    return text


def _slug_of(reading: Reading, title: Title) -> str:
    """The slug of the title, which may be empty, or in Jekyll's dialect of the file name."""
    if not reading.has_materials_url:
        return pretty_slug(reading.name.slug) or reading.name.stem
    return reading.settings.post_slugify(title.for_slug, reading.settings.post_slugify_separator)


def settled(
    reading: Reading, text: str, fill: Callable[[str], str], *, key: str = "permalink", place: Place | None
) -> Cleaned | None:
    """The file of a permalink, once `fill` has filled it in; `None`, and a fault, where it cannot be had."""
    try:
        cleaned = _in_its_language(reading, fill(text))
    except ContentError as error:
        message = f"{key}: {error.message}, so it is ignored"
        reading.refuse(Kind.PERMALINK, message, place=place or Place(1), hint=error.hint)
        return None
    if cleaned.cleaned:
        message = f"{key}: {shown(text)} is cleaned to '{cleaned.cleaned}'"
        hint = f"write `{key}: {cleaned.cleaned}` if that is what it should be"
        reading.refuse(Kind.PERMALINK, message, place=place, hint=hint, level=Level.INFO)
    return cleaned


def _in_its_language(reading: Reading, url: str) -> Cleaned:
    """The file of a URL; on a site of jekyll-polyglot, below the folder of its language.

    Where nothing is translated, that plugin shows the same without the folder, too.
    """
    jekyll = reading.reader.jekyll
    if reading.dialect is not Dialect.JEKYLL or not jekyll.exists:
        return clean_permalink(url, reading.dialect)
    from ..jekyll.polyglot import Polyglot  # noqa: PLC0415  # most sites are none of Jekyll's

    polyglot = Polyglot.of(jekyll.values)
    if polyglot is None:
        return clean_permalink(url, reading.dialect)
    language = polyglot.language_of(reading.head.values.get("lang"), reading.source.src_uri)
    cleaned = clean_permalink(polyglot.localised(url, language), reading.dialect)
    if language in (None, polyglot.default):
        return cleaned
    bare = clean_permalink(polyglot.localised(url, polyglot.default), reading.dialect)
    return replace(cleaned, jekylls=bare.dest_uri)


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
        output_ext=_ending(reading),
    )


def _ending(reading: Reading) -> str:
    path = PurePosixPath(reading.source.src_uri)
    is_page = reading.dialect is not Dialect.JEKYLL or path.suffix.lower() == ".html"
    return ".html" if is_page else output_ext(path)


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
