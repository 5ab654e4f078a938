"""The headings of a changelog: which version was released when, in whatever form its author tells that."""

from __future__ import annotations

import html
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from ..content.titles import end_of_block
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ATX = re.compile(r"#{1,3}(?!#)[ \t]*(?P<text>.*)")
"""A heading that may tell a version: on the level of the title, too, for some write no title."""
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*")
_LONGEST = 300
"""Characters of a heading that is read."""

_VERSION = re.compile(
    r"""(?<![\w.])(?:
        v?\.?(?P<dotted>\d+(?:\.\d+)+(?:[-.]?[a-z][0-9a-z]*(?:[.-]\d{1,3})*)?(?:\+[0-9a-z.-]+)?)
        | (?:v|version\s+|release\s+)(?P<named>\d+)(?!\.\d)
        | (?<![^\[])(?P<bare>\d{1,3})(?=\]?\s+[-\u2013\u2014(]|\]?\s*\()
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTH = r"(?<![^\W\d_])(?P<month>[^\W\d_]{1,40})\.?"
_DATES = (
    re.compile(r"(?<!\d)(?P<year>\d{4})(?P<between>[-/.])(?P<m>\d{1,2})(?P=between)(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:de\s+)?(?P<year>\d{{4}})(?!\d)"
    ),
    re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)"),
)
_YANKED = re.compile(r"[\[(]?\b(?:yanked|withdrawn)\b[\])]?", re.IGNORECASE)
_COMING = re.compile(r"\b(?:un-?released|upcoming|not (?:yet )?released|in development|tbd|tba|wip)\b", re.IGNORECASE)
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_MARKS = re.compile(r"<[^<>]*>|[`*]|(?<!\w)_+|_+(?!\w)|:[a-z_]+:|\{:?[^{}]*\}\s*$|\\(?=\W)")
_RELEASED = r"(?:was\s+)?released?(?:\s+(?:on|date))?"
_EMPTY = re.compile(rf"[\[(]\s*(?:{_RELEASED})?\s*[\])]", re.IGNORECASE)
_AT_END = re.compile(rf"[\s,;:]+{_RELEASED}\s*$", re.IGNORECASE)
_OF_A_DAY = re.compile(rf"(?:{_RELEASED}|date)?", re.IGNORECASE)
"""What a line below a heading says beside the day, if it says nothing else."""
_NAMED = re.compile(r"(?:version\s+|release\s+)?(?P<v>v?)", re.IGNORECASE)
_ENDS = " \t,;:\u2013\u2014-|·/•"


@dataclass(frozen=True, slots=True)
class Release:
    """A version that was released."""

    version: str
    date: date
    label: str
    """What its heading says beside the date: `Marigram 1.2.0 "Kelp"`."""
    is_yanked: bool
    """Whether it was taken back."""
    line: int
    """On which line its heading stands, counted from 1."""

    def name(self, number: int) -> str:
        """What tells it from others: version and date, and which of those with the same it is, counted from 1."""
        return f"{self.version}-{self.date.isoformat()}" + (f"-{number}" if number > 1 else "")

    @property
    def number(self) -> str | None:
        """What its label says, if that is nothing but a number: `v1.2` of `Version v1.2`."""
        words = _NAMED.fullmatch(self.label.removesuffix(self.version))
        return f"{words['v']}{self.version}" if words else None


@dataclass(frozen=True, slots=True)
class Undated:
    """A version of which nobody says when it was released."""

    label: str
    line: int


def releases_in(body: str, locale: str) -> Iterator[Release | Undated]:
    """The versions of a changelog, in its order, by its Markdown; what is still to come is passed over."""
    lines = body.split("\n")
    for number, heading, after in _headings(lines):
        below = _paragraph_of_a_line(lines, after)
        if len(heading) <= _LONGEST and (found := read_heading(_plain(heading), locale, number, below=below)):
            yield found


def _paragraph_of_a_line(lines: list[str], start: int) -> str:
    """The text of the first paragraph from a line on, counted from 0; empty where it has more lines than one."""
    first = next((number for number in range(start, len(lines)) if lines[number].strip()), len(lines))
    line, after, *_ = [*lines[first : first + 2], "", ""]
    return "" if after.strip() or len(line) > _LONGEST else _plain(line)


def _headings(lines: list[str]) -> Iterator[tuple[int, str, int]]:
    """The headings that may tell a version, each with its line and how many lines end with it; code has none."""
    end: re.Pattern[str] | None = None
    before = ""
    for number, line in enumerate(lines, 1):
        if end:
            end = None if end.search(line) else end
            before = ""
        elif end := end_of_block(line):
            before = ""
        elif atx := _ATX.fullmatch(line):
            yield number, _without_end(atx["text"]), number
            before = ""
        elif before and _SETEXT.fullmatch(line):
            yield number - 1, before, number
            before = ""
        else:
            before = line.strip()


def _without_end(heading: str) -> str:
    """A heading without the signs that may close it."""
    text = heading.rstrip(" \t")
    before = text.rstrip("#")
    return before.rstrip(" \t") if before.endswith((" ", "\t")) else text


def _plain(markdown: str) -> str:
    """The text of a heading, without links and marks."""
    text = html.unescape(_MARKS.sub("", _LINK.sub(r"[\g<text>]", markdown)))
    return " ".join(text.split())


def read_heading(text: str, locale: str, line: int = 0, *, below: str = "") -> Release | Undated | None:
    """What the text of a heading tells of a version; `None` where it tells of none that has been released.

    The text of a line `below` it may say on which day: `Released 2026-01-31`.
    """
    if len(text) > _LONGEST:
        return None
    is_yanked = _YANKED.search(text) is not None
    told = _YANKED.sub("", text)
    undated: Release | Undated | None = None
    # A version that is a date itself comes after all others.
    for version in sorted(_VERSION.finditer(told), key=lambda found: _date_in(found[0], locale) is not None):
        name = version["dotted"] or version["named"] or version["bare"]
        rest = told[: version.start()] + " " * len(version[0]) + told[version.end() :]
        if found := _date_in(rest, locale):
            day, start, end = found
            label = told[:start] + told[end:]
        elif found := _date_in(told, locale):  # a version that is a date itself
            day, label = found[0], told
        else:
            label = _tidied(told)
            on = released_on(below, locale)
            undated = undated or (Release(name, on, label, is_yanked, line) if on else Undated(label, line))
            continue
        return Release(name, day, _tidied(label), is_yanked, line)
    return None if undated and (_COMING.search(text) or _COMING.fullmatch(below)) else undated


def released_on(text: str, locale: str) -> date | None:
    """The day that a line names which says nothing but that it is the day of a release."""
    found = _date_in(text, locale)
    if found is None:
        return None
    day, start, end = found
    return day if _OF_A_DAY.fullmatch(f"{text[:start]}{text[end:]}".strip(f"{_ENDS}().")) else None


def _date_in(text: str, locale: str) -> tuple[date, int, int] | None:
    """The first day that a text names, and where it does so."""
    for pattern in _DATES:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            month = parts.get("m") or _months(locale).get(parts["month"].casefold())
            try:
                return date(int(parts["year"]), int(month or 0), int(parts["day"])), *found.span()
            except ValueError:
                continue
    return None


@cache
def _months(locale: str) -> Mapping[str, int]:
    """The number of each month by its names, in the language of the site and in English."""
    found: dict[str, int] = {"sept": 9}
    for name in ("en", locale):
        try:
            months = Locale.parse(name).months
        except (UnknownLocaleError, ValueError):
            continue
        for names in (months[context][width] for context in months for width in ("wide", "abbreviated")):
            found |= {str(word).rstrip(".").casefold(): number for number, word in names.items()}
    return found


def _tidied(label: str) -> str:
    """A label without the brackets and dashes that were around a date."""
    label = _AT_END.sub("", _EMPTY.sub(" ", label).rstrip(_ENDS))
    label = re.sub(r"\[([^\[\]]*)\]", r"\1", label)
    return " ".join(label.split()).lstrip(f"{_ENDS})]").rstrip(f"{_ENDS}([")
