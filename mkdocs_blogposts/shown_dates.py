"""Dates, and names of languages, in words, by Babel: for readers, for titles of archives and for URLs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.dates import format_datetime as babel_datetime
from babel.dates import format_time as babel_time
from babel.dates import get_timezone_gmt

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

NAMED_FORMATS = frozenset({"full", "long", "medium", "short"})
"""Formats of Babel that show a date without its time."""

_LOCALES: Mapping[str, str] = {"sh": "sr_Latn", "ku_IQ": "ckb"}
"""Languages that Material calls otherwise than Babel does."""


def locale_of(language: str | None) -> str:
    """The locale of Babel for the `language` of a theme; English where Babel has none."""
    name = (language or "en").replace("-", "_")
    try:
        return str(Locale.parse(_LOCALES.get(name, name)))
    except (UnknownLocaleError, ValueError):
        return "en"


def format_date(moment: datetime, pattern: str, locale: str) -> str:
    """A date in one of `NAMED_FORMATS` or in a pattern of Babel, in the zone that it has."""
    return _format(moment.replace(tzinfo=None), pattern, locale)  # the same moment in two zones may be two days


def language_name(text: str, locale: str) -> str:
    """What a language is called in another: `German` for `de`; any other text stays as it is."""
    try:
        return Locale.parse(text.replace("-", "_")).get_display_name(locale) or text
    except (UnknownLocaleError, ValueError):
        return text


def format_hours(start: datetime, end: datetime | None, locale: str) -> str:
    """From when to when on a day, with the zone: `14:00 to 14:30 GMT+02:00`."""
    moments = [start, *([end] if end else [])]
    hours = " – ".join(babel_time(moment.time(), format="short", locale=locale) for moment in moments)  # noqa: RUF001
    return f"{hours} {get_timezone_gmt(start, locale=locale) if start.utcoffset() else 'UTC'}"


@lru_cache(maxsize=65536)
def _format(moment: datetime, pattern: str, locale: str) -> str:
    if pattern in NAMED_FORMATS:
        return babel_date(moment.date(), format=pattern, locale=locale)
    return babel_datetime(moment, format=pattern, locale=locale)
