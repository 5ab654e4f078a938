"""The title of a page: from its front matter, its first heading, or the name of its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..frontmatter.dialects import Dialect
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..frontmatter.file_names import FileName

_BLOCKS = (
    (late_pattern(r"<!--"), late_pattern(r"-->")),
    (late_pattern(r"(?i)<(?:pre|script|style|textarea)\b"), late_pattern(r"(?i)</(?:pre|script|style|textarea)>")),
    (late_pattern(r"\{%-?\s*highlight\b"), late_pattern(r"\{%-?\s*endhighlight\b")),
    (late_pattern(r"\{%-?\s*raw\b"), late_pattern(r"\{%-?\s*endraw\b")),
    (late_pattern(r"\{%-?\s*comment\b"), late_pattern(r"\{%-?\s*endcomment\b")),
)
"""What begins a block whose lines are no headings, and what ends it."""

_FENCE = re.compile(r"\s*(`{3,}(?=[^`]*$)|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
"""Code within a line, in which nothing begins."""
_ATX = re.compile(r"#(?!#)[ \t]*(?P<text>.*?)(?:[ \t]+#+)?[ \t]*")
_SETEXT = late_pattern(r"=+[ \t]*")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?:[#.][^{}]*|[\w-]+=[^{}]*)\}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title, and what else it says."""

    text: str
    """Markdown on one line, without a draft's marker."""
    for_slug: str
    """The text of which Material makes the slug."""
    is_given: bool
    """Whether front matter gives it."""
    is_draft: bool
    """Whether a draft's marker stands before it."""
    is_heading: bool
    """Whether the page begins with it as a heading, word for word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the first level."""

    text: str
    """Its Markdown, without marks and attributes."""
    line: str
    """The line it stands on."""
    is_first: bool
    """Whether nothing stands above it."""


def title_of(given: str | None, body: str, name: FileName, *, dialect: Dialect, draft_prefixes: Sequence[str]) -> Title:
    """The title that front matter has given, or else the best one to be found."""
    heading = None if given else first_heading(body)
    by_name = title_by_name(name, dialect)
    whole = given or (heading.text if heading else by_name)
    prefix = next((prefix for prefix in draft_prefixes if prefix and whole.startswith(prefix)), "")
    text = whole.removeprefix(prefix).strip()
    for_slug = text
    if not given:
        # What MkDocs takes for the title of a page before it renders it, and so what Material puts into the URL.
        is_plain = heading is not None and heading.is_first and heading.line.startswith("# ")
        for_slug = heading.line.lstrip("# ").removeprefix(prefix) if heading and is_plain else _named(name.own)
    return Title(
        text=text or by_name,
        for_slug=for_slug,
        is_given=bool(given),
        is_draft=bool(prefix),
        is_heading=heading is not None and heading.is_first and not prefix,
    )


def first_heading(body: str) -> Heading | None:
    """The first heading of the first level, outside of code and comments."""
    paragraph: list[str] = []
    end: re.Pattern[str] | None = None
    is_first = True
    for line in body.split("\n"):
        if end:
            end = None if end.search(line) else end
        elif end := end_of_block(line):
            paragraph, is_first = [], False
        elif (atx := _ATX.fullmatch(line)) and atx["text"]:
            return Heading(text=_without_attributes(atx["text"]), line=line, is_first=is_first)
        elif len(paragraph) == 1 and _SETEXT.fullmatch(line) and not paragraph[0][0].isspace():
            return Heading(text=_without_attributes(paragraph[0].strip()), line=paragraph[0], is_first=False)
        elif line.strip():
            paragraph.append(line)
            is_first = False
        else:
            paragraph = []
    return None


def is_lowered(heading: str, body: str) -> bool:
    """Whether a text has what was a heading of the first level as one of a lower level, and of that level no more."""
    if not re.search(rf"(?m)^#{{2,6}}[ \t]*{re.escape(heading)}[ \t]*(?:#|\{{|$)", body):
        return False
    first = first_heading(body)
    return first is None or first.text != heading


def end_of_block(line: str) -> re.Pattern[str] | None:
    """What will end the block that a line begins; `None` where it begins none, or ends it itself."""
    if fence := _FENCE.match(line):
        return re.compile(rf"^\s*{re.escape(fence[1][0])}{{{len(fence[1])},}}\s*$")
    line = _CODE.sub("", line)
    for begin, end in _BLOCKS:
        if (found := begin.search(line)) and not end.search(line, found.end()):
            return end
    return None


def _without_attributes(text: str) -> str:
    return _ATTRIBUTES.sub("", text)


def title_by_name(name: FileName, dialect: Dialect) -> str:
    """The title that the host, or Jekyll, gives to a page that has none."""
    if dialect is Dialect.JEKYLL:
        title = " ".join(word.capitalize() for word in name.slug.split("-"))
        return " ".join(title.split()) or name.stem.strip("-. ")
    return _named(name.stem)


def _named(stem: str) -> str:
    """The title that the host makes of a name."""
    title = stem.replace("-", " ").replace("_", " ")
    return title.capitalize() if title == title.lower() else title
