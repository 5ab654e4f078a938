"""When a file is from: the date by which a post is placed, and all others that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..faults import Kind, Level, Place, shown
from ..frontmatter.dialects import Dialect
from ..frontmatter.file_names import has_dated_name
from ..frontmatter.unknown_keys import is_nearly
from ..late_patterns import late_pattern

if TYPE_CHECKING:
    from datetime import datetime

    from ..frontmatter.fields import Found
    from .reading import Reading


_NEARLY_DATED = late_pattern(
    r"(?:(?P<year>20\d\d)[-_. ]?(?P<month>[01]\d)[-_. ]?(?P<day>[0-3]\d)"
    r"|(?P<first>[0-3]\d)[-_. ](?P<second>[01]\d)[-_. ](?P<last>20\d\d))[-_. ]+(?P<rest>.+)"
)
"""The name of a file that begins with a day, in another form than the one that counts."""

_OF_DATES = "date"
"""The key that may hold a mapping of dates."""

_DATE_ALONE = late_pattern(r"\d{4}-\d\d?-\d\d?")
_BEGINS_AS_DATE = late_pattern(r"\d{4}-\d\d?-\d\d?(?:[T ]|$)")
_NEARLY_FENCE = late_pattern(r"[ \t]*-{2,}[ \t]*\n[ \t]*[\w-]+[ \t]*:")
_NEARLY_DATE = late_pattern(r"[ \t]*(?:date|title|tags)[ \t]*:", re.IGNORECASE)


def take_date(reading: Reading, *, is_needed: bool = True) -> datetime | None:
    """The date of the file, by its front matter or else by its name."""
    found, by_name = _given_date(reading), reading.name.date
    is_read_by_none = found is not None and isinstance(found.value, Mapping)
    has_other = by_name is not None and (reading.dialect is Dialect.JEKYLL or is_read_by_none)
    if found:
        is_shown = has_other or not is_needed
        level = Level.WARNING if is_shown else Level.ERROR
        moment = reading.fields.date_of(found, reading.clock, level=level)
        if moment or not has_other:
            return moment
    if by_name or found or not is_needed:
        return reading.clock.midnight(by_name) if by_name else None
    is_dated = "date" in reading.head.values
    return None if is_dated else reading.reader.created(reading.source.src_uri)


def _given_date(reading: Reading) -> Found | None:
    """What stands for the date; a mapping holds others beside it under the key `date` alone."""
    given = [found for found in reading.fields.find_all("date") if found.name != _OF_DATES or _is_single(found)]
    return next(filter(_is_single, given), next(iter(given), None))


def _is_single(found: Found) -> bool:
    return not isinstance(found.value, Mapping)


def take_dates(reading: Reading, created: datetime, *, is_known: bool) -> dict[str, datetime]:
    """Every date below `date:`, with those that other keys give."""
    dates = {"created": created}
    if updated := _take_updated(reading, created if is_known else None):
        dates["updated"] = updated
    named = reading.head.values.get("date")
    for key, value in named.items() if isinstance(named, Mapping) else ():
        if key in ("created", "updated") or value is None:
            continue
        if moment := reading.fields.date_of(reading.fields.at(f"date.{key}", value), reading.clock):
            dates[key] = moment
    return dates


def _take_updated(reading: Reading, created: datetime | None) -> datetime | None:
    """When the file was last changed; a day before that of its date is told, and left out."""
    found = reading.fields.find("updated")
    updated = reading.fields.date_of(found, reading.clock) if found else None
    if not found or not updated or not created:
        return updated
    if updated.astimezone(created.tzinfo).date() >= created.date():
        return max(updated, created)
    reading.fields.refuse(
        found,
        f"{shown(found.value, found.text)} is before the date of the post",
        kind=Kind.DATE,
        hint="write a day after that of `date`, or take it out",
        level=Level.INFO,
    )
    return None


def tell_no_date(reading: Reading) -> str:
    """Note why the file cannot be put anywhere, and return the key that is probably meant for its date.

    Nothing is told where it has a date that was refused already.
    """
    near = ""
    if _given_date(reading):
        return near
    if isinstance(reading.head.values.get("date"), Mapping):
        place = reading.head.place("date")
        reading.refuse(Kind.DATE, "date: has no `created`", place=place, hint="add `created: 2025-07-01` below it")
    elif reading.head.exists and not is_passed_over(reading):
        near = next((key for key in reading.head.values if is_nearly(key, "date")), "") or _other_date(reading)
        hint = f"write `date:` for `{near}:`" if near else _add_date(reading)
        reading.refuse(Kind.DATE, "has no date", place=reading.head.keys.get(near, Place(1)), hint=hint)
    elif is_passed_over(reading):
        hint = "begin its name with `2025-07-01-`"
        reading.refuse(Kind.DATE, "has no date, so it is no post", place=Place(1), hint=hint, level=Level.INFO)
    else:
        hint = "begin the file with a line `---`, a line `date: 2025-07-01` and a line `---`"
        if reading.name.own == "index":
            hint = f"the text above the cards stands in '{reading.settings.blog_dir}/index.md' in `docs_dir`"
        elif _NEARLY_FENCE.match(reading.head.body):
            hint = "write its first line as `---`, at the very beginning of the line"
        elif reading.name.date is None and _DATE_ALONE.fullmatch(reading.name.stem):
            hint = f"give it a name behind the date: {reading.name.stem}-hello.md"
        elif named := _NEARLY_DATED.fullmatch(reading.name.stem):
            hint = f"call it {_dated(named)}.md"
        elif _NEARLY_DATE.match(reading.head.body):
            hint = "put a line `---` above the first key, and another below the last one"
        reading.refuse(Kind.FRONT_MATTER, "has no front matter, and no date in its name", place=Place(1), hint=hint)
    return near


def _other_date(reading: Reading) -> str:
    """A key that the blog does not know, and that holds a date."""
    known = reading.reader.known_keys - {"published"}
    strangers = ((key, value) for key, value in reading.head.values.items() if key not in known)
    return next((key for key, value in strangers if _looks_like_date(value)), "")


def _looks_like_date(value: object) -> bool:
    return isinstance(value, date) or (isinstance(value, str) and bool(_BEGINS_AS_DATE.match(value)))


def _add_date(reading: Reading) -> str:
    named = _NEARLY_DATED.fullmatch(reading.name.stem)
    other = f"call the file {_dated(named)}.md" if named else "begin the file name with `2025-07-01-`"
    return f"add `date: 2025-07-01`, or {other}"


def _dated(named: re.Match[str]) -> str:
    year, month, day = (named["year"], named["month"], named["day"])
    year, month, day = (year, month, day) if year else (named["last"], named["second"], named["first"])
    return f"{year}-{month}-{day}-{named['rest']}"


def is_passed_over(reading: Reading) -> bool:
    """Whether Jekyll takes a file for no post, by its name."""
    return reading.lies_below("_posts") and not has_dated_name(reading.source.src_uri)
