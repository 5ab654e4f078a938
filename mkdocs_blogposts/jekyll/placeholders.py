"""Templates of permalinks: `/:categories/:year/:title/`, the styles that Jekyll has names for, and what fills them."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from babel.dates import format_datetime

from ..faults import ContentError, shown
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from .endings import MARKDOWN
from .slugs import plain_slug, pretty_slug

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime
    from pathlib import PurePosixPath

_T = TypeVar("_T")

STYLES: Mapping[str, str] = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""Templates that `post_permalink` may call by name."""

_PLACEHOLDER = late_pattern(r":([a-z_]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the placeholders of a permalink stand for."""

    date: datetime | None
    """`None` where there is none, so that a template must do without."""
    slug: str
    """Key `slug`, or the file name without its date."""
    categories: tuple[str, ...] = ()
    collection: str
    """Label of the collection: `posts`."""
    path: str
    """The file below the collection's folder, without its ending."""
    name: str
    """The file name without its ending."""
    output_ext: str = ".html"
    """The ending of what is made of it."""


def check_placeholders(template: str) -> None:
    """Refuse a template with a placeholder that Jekyll does not have."""
    for match in _PLACEHOLDER.finditer(template):
        _placeholder(match, _PLACEHOLDERS)


def fill_permalink(template: str, parts: Parts) -> str:
    """A template of Jekyll's with its placeholders filled in, and these percent-encoded."""
    return _filled(template, _PLACEHOLDERS, parts)


def fill_page_permalink(template: str, path: PurePosixPath) -> str:
    """A template of the URLs of ordinary pages, filled in by the path of a file; its placeholders are others."""
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


def output_ext(path: PurePosixPath) -> str:
    """The ending of what Jekyll makes of a file."""
    return ".html" if path.suffix.lower() in MARKDOWN else path.suffix


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
