"""Where a page is written: permalinks and URL formats, turned into files that never lie outside the site's folder.

A `dest_uri` is the file below `site_dir`, with `/` between its parts and nothing percent-encoded.
"""

from __future__ import annotations

import difflib
import posixpath
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote, unquote

from babel.core import UnknownLocaleError
from babel.dates import format_date, format_datetime

from ..faults import ContentError, shown
from ..frontmatter.dialects import Dialect
from ..frontmatter.lines import CONTROL_OR_BREAK
from ..frontmatter.schemes import SCHEME
from .endings import MARKDOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime
    from pathlib import PurePosixPath

    from ..settings import Settings

_T = TypeVar("_T")

STYLES: Mapping[str, str] = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""Templates that `post_permalink` may call by name."""

_MAX_PART = 255
"""Bytes that common file systems allow for a name."""

_SAFE_PART = 240
"""The same, with room for `.html` and for a number that tells two names apart."""

_PLACEHOLDER = re.compile(r":([a-z_]+)")
_BABEL_STYLES = ("full", "long", "medium", "short")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A permalink as a file, and the permalink itself where it had to be cleaned."""

    dest_uri: str
    cleaned: str | None = None
    """What has become of a permalink that would have left the site's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the placeholders of a permalink stand for."""

    date: datetime | None
    slug: str
    """Key `slug`, or the file name without its date."""
    categories: tuple[str, ...] = ()
    collection: str
    path: str
    """The file below the collection's folder, without its ending."""
    name: str
    """The file name without its ending."""
    output_ext: str = ".html"
    """The ending of what is made of it."""


def clean_permalink(permalink: str, dialect: Dialect) -> Cleaned:
    """The file of a permalink; a `ContentError` for what is no path within the site."""
    path, cleaned = clean_path(permalink, dialect)
    return Cleaned(dest_uri=check_dest_uri(_dest_uri(path)), cleaned=cleaned)


def clean_path(url: str, dialect: Dialect) -> tuple[str, str | None]:
    """A URL from the site's root as a decoded path, and the path again where it had to be cleaned.

    A `ContentError` for what is no path within the site.
    """
    text = url.strip()
    if not text:
        raise ContentError("is empty", hint="write a path: /posts/my-post/")
    if SCHEME.match(text):
        raise ContentError(
            f"{shown(text)} is not a path within the site", hint="write only the path; `link` leads readers elsewhere"
        )
    if "?" in text or "#" in text:
        raise ContentError(
            f"{shown(text)} has a query or an anchor", hint="write only the path, and %3F or %23 if it is meant"
        )
    try:
        path = unquote(text, errors="strict")
    except UnicodeDecodeError as error:
        raise ContentError(f"{shown(text)} is not UTF-8 once it is decoded") from error
    if "\\" in path:
        raise ContentError(f"{shown(text)} has a backslash", hint="write / between the parts")
    if CONTROL_OR_BREAK.search(path):
        raise ContentError(f"{url!a} has a control character", hint="delete it")
    path = re.sub("/{2,}", "/", f"/{path}")
    cleaned = _clean_as_jekyll(path) if dialect is Dialect.JEKYLL else path
    if ".." in cleaned.split("/"):
        raise ContentError(f"{shown(text)} leaves the site's folder", hint="do without `..`")
    parts = [part for part in cleaned.split("/") if part not in ("", ".")]
    whole = "/".join(["", *parts, ""] if cleaned.endswith("/") or not parts else ["", *parts])
    return whole, cleaned if cleaned != path else None


def check_placeholders(template: str) -> None:
    """Refuse a template with a placeholder that Jekyll does not have."""
    for match in _PLACEHOLDER.finditer(template):
        _placeholder(match, _PLACEHOLDERS)


def fill_permalink(template: str, parts: Parts) -> str:
    """A template of Jekyll's with its placeholders filled in, and these percent-encoded."""
    return _filled(template, _PLACEHOLDERS, parts)


def fill_page_permalink(template: str, path: PurePosixPath) -> str:
    """The same for an ordinary page, which has placeholders of its own: what is known of its file."""
    return _filled(template, _PAGE_PLACEHOLDERS, path)


def _filled(template: str, placeholders: Mapping[str, Callable[[_T], str]], parts: _T) -> str:
    def fill(match: re.Match[str]) -> str:
        name = _placeholder(match, placeholders)
        return quote(placeholders[name](parts), safe="/") + match[1].removeprefix(name)

    return _PLACEHOLDER.sub(fill, template)


def _placeholder(match: re.Match[str], known: Collection[str]) -> str:
    """The placeholder that is meant; an underscore at its end may be part of the path, as in `:year_:month`."""
    for name in (match[1], match[1].removesuffix("_")):
        if name in known:
            return name
    near = difflib.get_close_matches(match[1], known, n=1)
    hint = f"did you mean :{near[0]}?" if near else f"there are {', '.join(f':{name}' for name in known)}"
    raise ContentError(f"{shown(match.string)} has the unknown placeholder {match[0]}", hint=hint)


def post_path(
    *,
    date: datetime,
    slug: str,
    categories: tuple[str, ...],
    file: str,
    settings: Settings,
    locale: str,
) -> str:
    """The path of a post without a permalink, from the options `blog_dir` and `post_url_format`; not yet checked.

    A format or a pattern of dates that cannot be filled in is a `ValueError` with a sentence about the option.
    """
    shown_date = format_pattern(date, settings.post_url_date_format, locale, option="post_url_date_format")
    names = categories[: settings.post_url_max_categories]
    slugs = [settings.categories_slugify(name, settings.categories_slugify_separator) for name in names]
    if _leaves(posixpath.normpath(posixpath.join(settings.blog_dir, settings.post_url_format.strip("/")))):
        raise ValueError(f"post_url_format: '{settings.post_url_format}' leaves the site's folder")
    try:
        path = settings.post_url_format.format(categories="/".join(slugs), date=shown_date, file=file, slug=slug)
    except (LookupError, AttributeError, ValueError) as error:
        raise ValueError(
            f"post_url_format: '{settings.post_url_format}' cannot be filled in;"
            " there are {date}, {slug}, {categories} and {file}"
        ) from error
    return posixpath.join(settings.blog_dir, path.strip("/"))


def page_dest_uri(path: str, *, use_directory_urls: bool) -> str:
    """The file of a page that is to stand at `path`; a `ContentError` where that leaves the site's folder."""
    path = posixpath.normpath(path)
    if _leaves(path):
        raise ContentError(f"{shown(path)} leaves the site's folder", hint="do without `..`")
    if path == ".":
        return "index.html"
    return check_dest_uri(f"{path}/index.html" if use_directory_urls else f"{path}.html")


def safe_path(path: str) -> str:
    """A path that cannot be had as the nearest one that can: within the site, of names that any file may have."""
    parts = (re.sub(r"[\\:]|[\x00-\x1f\x7f]", "-", part) for part in path.split("/") if part not in ("", ".", ".."))
    return "/".join(part.encode()[:_SAFE_PART].decode(errors="ignore") for part in parts) or "."


def check_dest_uri(dest_uri: str) -> str:
    """The same, if every part of it can be the name of a file anywhere."""
    parts = dest_uri.split("/")
    if re.match("[A-Za-z]:", parts[0]):
        raise ContentError(f"{shown(dest_uri)} begins with a drive", hint="write a path from the site's root")
    if "\\" in dest_uri or CONTROL_OR_BREAK.search(dest_uri):
        raise ContentError(f"{dest_uri!a} has a backslash or a control character", hint="delete it")
    if too_long := next((part for part in parts if len(part.encode()) > _MAX_PART), None):
        raise ContentError(
            f"'{too_long[:40]}…' is too long for the name of a file", hint="give the page a short `slug`"
        )
    return dest_uri


def format_pattern(moment: datetime, pattern: str, locale: str, *, option: str) -> str:
    """A date in a style or pattern of Babel; a `ValueError` that names the option where it is neither."""
    try:
        if pattern in _BABEL_STYLES:
            return format_date(moment, format=pattern, locale=locale)
        return format_datetime(moment, format=pattern, locale=locale)
    except UnknownLocaleError as error:
        raise ValueError(f"the language '{locale}' is not known to Babel") from error
    except (ValueError, LookupError) as error:
        raise ValueError(f"{option}: '{pattern}' is not a pattern of Babel ({error})") from error


def _leaves(path: str) -> bool:
    return path.startswith(("../", "/")) or path == ".."


def _clean_as_jekyll(path: str) -> str:
    return re.sub("/{2,}", "/", path.replace("..", "/").replace("./", ""))


def _dest_uri(path: str) -> str:
    if path.lower().endswith((".html", ".htm")):
        return path.removeprefix("/")
    if path == "/404":  # hosts look for it by this name, which Jekyll gives it
        return "404.html"
    return posixpath.join(path.strip("/"), "index.html")


def output_ext(path: PurePosixPath) -> str:
    """The ending of what Jekyll makes of a file."""
    return ".html" if path.suffix.lower() in MARKDOWN else path.suffix


def _is_letter_or_digit(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"


def _dashed(text: str, *, also: str = "") -> str:
    """Letters and digits of any script, and a dash for each run of anything else, as Jekyll makes slugs."""
    kept = "".join(one if one in also or _is_letter_or_digit(one) else "-" for one in text)
    return re.sub("-{2,}", "-", kept).strip("-")


def pretty_slug(text: str) -> str:
    """A slug that keeps its case and all that a URL can hold, as `:title` of Jekyll."""
    return _dashed(text, also="._~!$&'()+,;=@")


def plain_slug(text: str) -> str:
    """A slug of lower-case letters and digits, as `:slug` of Jekyll."""
    return _dashed(text).lower()


def _date(parts: Parts) -> datetime:
    if parts.date is None:
        raise ContentError("the permalink needs a date", hint="add `date: 2025-07-01`")
    return parts.date


def _by_date(pattern: str) -> Callable[[Parts], str]:
    """A placeholder that is part of the date, as a pattern of Babel; names are English whatever the site's language."""
    return lambda parts: format_datetime(_date(parts), pattern, locale="en_US")


_PLACEHOLDERS: Mapping[str, Callable[[Parts], str]] = {
    "year": _by_date("yyyy"),
    "short_year": _by_date("yy"),
    "month": _by_date("MM"),
    "i_month": _by_date("M"),
    "short_month": _by_date("LLL"),
    "long_month": _by_date("LLLL"),
    "day": _by_date("dd"),
    "i_day": _by_date("d"),
    "y_day": _by_date("DDD"),
    "hour": _by_date("HH"),
    "minute": _by_date("mm"),
    "second": _by_date("ss"),
    # Babel counts weeks as the United States do.
    "week": lambda parts: f"{_date(parts).isocalendar().week:02}",
    "w_year": lambda parts: f"{_date(parts).isocalendar().year}",
    "w_day": lambda parts: f"{_date(parts).isoweekday()}",
    "short_day": _by_date("EEE"),
    "long_day": _by_date("EEEE"),
    "title": lambda parts: pretty_slug(parts.slug),
    "slug": lambda parts: plain_slug(parts.slug),
    "categories": lambda parts: "/".join(dict.fromkeys(name.lower() for name in parts.categories)),
    "slugified_categories": lambda parts: "/".join(dict.fromkeys(plain_slug(name) for name in parts.categories)),
    "collection": lambda parts: parts.collection,
    "path": lambda parts: parts.path,
    "name": lambda parts: plain_slug(parts.name),
    "output_ext": lambda parts: parts.output_ext,
}
"""Jekyll's placeholders, of posts and of collections."""

_PAGE_PLACEHOLDERS: Mapping[str, Callable[[PurePosixPath], str]] = {
    "path": lambda path: "" if path.parent.name == "" else str(path.parent),
    "basename": lambda path: path.stem.rstrip("."),
    "output_ext": output_ext,
}
"""Jekyll's placeholders of pages that are neither posts nor part of a collection."""
