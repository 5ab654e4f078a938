"""Filters that need to know the site: its address, its clock."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from liquid.exceptions import FilterArgumentError

from ...faults import ContentError
from .strftime import strftime
from .values import Moment, inspected, is_nil, to_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from .site_context import Context

_OFFSET = re.compile(r":\d\d(?:\.\d+)?\s*(?:Z|(?:UTC|GMT)?(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>[0-5]\d))$")
_IN_PATHS = "/:@!$&'()*+,;=~"
_IN_URLS = f"{_IN_PATHS}?#[]"


def relative_url(context: Context, value: Any) -> Any:
    """A path of the site with the path below which the site lies."""
    if is_nil(value):
        return None
    url = _url_of(value, context)
    return url if _is_whole(url) else _normalized(context.site_context.base + _rooted(url))


def absolute_url(context: Context, value: Any) -> Any:
    """A path of the site with the site's whole address."""
    if is_nil(value):
        return None
    url = _url_of(value, context)
    return url if _is_whole(url) else context.site_context.origin + relative_url(context, url)


def _url_of(value: Any, context: Context) -> str:
    is_page = isinstance(value, Mapping) and "url" in value
    return to_text(value["url"] if is_page else value, context.budget)


def _is_whole(url: str) -> bool:
    try:
        return bool(urlsplit(url).scheme)
    except ValueError:
        return False


def _rooted(path: str) -> str:
    return path if not path or path.startswith("/") else f"/{path}"


def _normalized(url: str) -> str:
    """A URL with dots and signs as browsers have them."""
    end = min((position for position in (url.find("?"), url.find("#")) if position >= 0), default=len(url))
    path = quote(unquote(url[:end]), safe=_IN_PATHS)
    if "/." in path:
        cleaned = posixpath.normpath(path).replace("//", "/")
        path = f"{cleaned}/" if path.endswith(("/", "/.", "/..")) and cleaned != "/" else cleaned
    return path + quote(unquote(url[end:]), safe=_IN_URLS)


def uri_escape(context: Context, value: Any) -> str | None:
    """A URL with what cannot stand in one percent-encoded."""
    return None if is_nil(value) else quote(unquote(to_text(value, context.budget)), safe=_IN_URLS)


def strip_index(context: Context, value: Any) -> Any:
    """A URL without `index.html` at its end."""
    if is_nil(value):
        return None
    text = to_text(value, context.budget)
    return next((text.replace(name, "/", 1) for name in ("/index.html", "/index.htm") if name in text), text)


def moment_of(context: Context, value: Any) -> Moment | None:
    """The point in time that a value names; `None` where it names none."""
    site_context = context.site_context
    if value in ("now", "today"):
        return site_context.now
    try:
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).isdigit():
            return Moment.fromtimestamp(int(value), site_context.clock.zone)
        if isinstance(value, (str, date)):
            return Moment.at(site_context.clock.read(value), site_context.clock.zone)
    except (ContentError, OverflowError, ValueError, OSError):
        return None
    return None


def date_(context: Context, value: Any, pattern: Any = None) -> Any:
    """A date in the words of a pattern; what is no date stays as it is."""
    words = to_text(pattern, context.budget)
    moment = moment_of(context, value) if words else None
    if moment is None:
        return value
    return strftime(moment.astimezone(_own_zone(value) or moment.tzinfo), words)


def _own_zone(value: Any) -> tzinfo | None:
    """The zone that a date brings along; `None` for one that is meant where the site is."""
    if isinstance(value, datetime):
        return value.tzinfo
    found = _OFFSET.search(value) if isinstance(value, str) else None
    if found is None:
        return None
    ahead = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    return timezone(-ahead if found["sign"] == "-" else ahead)


def _formatted(context: Context, value: Any, write: Callable[[datetime], str]) -> Any:
    if not to_text(value, context.budget):
        return value
    if moment := moment_of(context, value):
        return write(moment)
    raise FilterArgumentError(f"{inspected(value, context.budget)} is not a date", token=None)


def _with_month(month: str) -> Callable[..., Any]:
    def formatted(context: Context, value: Any, kind: Any = None, style: Any = None) -> Any:
        def write(moment: datetime) -> str:
            if kind != "ordinal":
                return strftime(moment, f"%d {month} %Y")
            day = f"{moment.day}{_ordinal(moment.day)}"
            return strftime(moment, f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y")

        return _formatted(context, value, write)

    return formatted


def _ordinal(number: int) -> str:
    is_teen = 11 <= number <= 13  # noqa: PLR2004
    return "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def date_to_xmlschema(context: Context, value: Any) -> Any:
    """A date as XML has it."""
    return _formatted(context, value, lambda moment: strftime(moment, "%Y-%m-%dT%H:%M:%S%:z"))


def date_to_rfc822(context: Context, value: Any) -> Any:
    """A date as mails have it."""
    return _formatted(context, value, lambda moment: strftime(moment, "%a, %d %b %Y %H:%M:%S %z"))


def as_it_is(_context: Context, value: Any) -> Any:
    """A value that a plugin of Jekyll's changes in a way that is not needed here.

    Of `:tada:`, an extension of the site's makes a picture; what browsers keep is the host's business.
    """
    return value


FILTERS: Mapping[str, Callable[..., Any]] = {
    "absolute_url": absolute_url,
    "date": date_,
    "date_to_long_string": _with_month("%B"),
    "date_to_rfc822": date_to_rfc822,
    "date_to_string": _with_month("%b"),
    "date_to_xmlschema": date_to_xmlschema,
    **dict.fromkeys(("bust_css_cache", "bust_file_cache", "emojify"), as_it_is),
    "relative_url": relative_url,
    "strip_index": strip_index,
    "uri_escape": uri_escape,
}
