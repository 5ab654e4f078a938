"""What beginners write, what builds without a word, and what is then shown in another way than they meant."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from ..content.titles import first_heading
from ..faults import Kind, Level, Place, shown
from ..frontmatter.dialects import Dialect
from ..late_patterns import late_pattern
from .plain_lines import plain_lines

if TYPE_CHECKING:
    from ..content.reading import Reading
    from ..content.titles import Title

_KEY = late_pattern(r"([\w-]+)[ \t]*:(?:[ \t].*)?")
_FENCE = late_pattern(r"(?P<line>[ \t]*-{2,}[ \t]*)\n(?=[ \t]*(?P<key>[\w-]+)[ \t]*:)")
_NEARLY_SEPARATOR = late_pattern(
    r"<!-+[ \t]*(?:(?:read[ \t-]*)?(?:more|mroe|moer)|truncate|excerpt)[ \t]*-+>|<more[ \t]*/?>", re.IGNORECASE
)
_CONFLICT = late_pattern(r"(?:<{7}|>{7}) |={7}$")
_PATH = r"(?:https?://|/|\.\.?/)[^()\[\]\s]*|[\w./-]+\.md(?:#[\w-]*)?"
_NEARLY_LINK = late_pattern(
    rf"(?<![\w\])])(?:\((?P<words>[^()\[\]]{{1,80}})\)\[(?P<url>{_PATH})\]"
    rf"|\[(?P<label>[^\[\]]{{1,80}})\] \((?P<to>{_PATH})\))"
)
"""A link with its brackets swapped, or with a space between them."""
_ADDRESS = late_pattern(r"(?<!\\)\[[^\[\]\n]+\]\([ \t]*(?P<url>[^()\s<>]*)[ \t]*\)")
_DRIVE = late_pattern(r"[A-Za-z]:[\\/](?!/)")
_NEARLY_WEB = late_pattern(
    r"(?!https?://)(?:h?t{1,3}ps?|https?|htpps?|hppts?|hhttps?|httpss)(?::/{0,2}|//)(?=[\w-]+\.)", re.IGNORECASE
)
_NOT_SHOWN = frozenset({"draft", "hidden", "private", "unpublished"})
_MARKS = late_pattern(r"[\W_]+")


def tell_slips(reading: Reading, title: Title, separators: tuple[str, ...] = ()) -> None:
    """Tell what looks like front matter or a separator and is none, and a title that is not the page's heading."""
    _tell_fence(reading)
    _tell_second_block(reading)
    _tell_separator(reading, separators)
    _tell_links(reading)
    _tell_addresses(reading)
    _tell_conflict(reading)
    if title.is_given and reading.dialect is Dialect.MATERIAL:
        _tell_heading(reading, title)


def _tell_fence(reading: Reading) -> None:
    """Tell a line that was meant to begin front matter."""
    if reading.head.exists or reading.name.date is None:
        return  # a file that has no date is told that it has none
    found = _FENCE.match(reading.head.body)
    if found and found["key"].lower() in reading.reader.known_keys:
        reading.refuse(
            Kind.FRONT_MATTER,
            f"'{found['line'].rstrip()}' does not begin front matter, so what is below it is text",
            place=Place(reading.head.body_line),
            hint="write `---`, at the very beginning of the line",
            level=Level.WARNING,
        )


def _tell_second_block(reading: Reading) -> None:
    """Tell keys that stand below the front matter, between its end and another line `---`."""
    lines = _until_fence(reading.head.body.split("\n", 30))
    keys = [found[1] for found in map(_KEY.fullmatch, lines) if found]
    if reading.head.exists and keys and len(keys) == len(lines) and keys[0] in reading.reader.known_keys:
        reading.refuse(
            Kind.FRONT_MATTER,
            f"'{keys[0]}' is below the front matter, so it is shown as text",
            place=Place(reading.head.body_line),
            hint="delete the line `---` above it",
            level=Level.WARNING,
        )


def _until_fence(lines: list[str]) -> list[str]:
    end = next((number for number, line in enumerate(lines) if line.rstrip() == "---"), 0)
    return lines[:end]


def _tell_separator(reading: Reading, separators: tuple[str, ...]) -> None:
    body = reading.head.body
    if not separators or any(separator in body for separator in separators):
        return
    if found := _NEARLY_SEPARATOR.search(body):
        reading.refuse(
            Kind.KEY,
            f"'{found[0]}' does not end the excerpt",
            place=Place.at(body, found.start(), reading.head.body_line),
            hint=f"write `{reading.settings.post_excerpt_separator}`",
            level=Level.INFO,
        )


def _tell_links(reading: Reading) -> None:
    """Tell what was meant for a link and is text."""
    body = reading.head.body
    may_be_there = (")[" in body or "] (" in body) and _NEARLY_LINK.search(body)
    for line in plain_lines(body) if may_be_there else ():
        for found in _NEARLY_LINK.finditer(line.text):
            if line.is_code(found.start()) or line.text.startswith(("    ", "\t")):
                continue
            words, url = found["words"] or found["label"], found["url"] or found["to"]
            reading.refuse(
                Kind.LINK,
                f"link: '{found[0]}' is text, not a link",
                place=Place.at(body, line.start + found.start(), reading.head.body_line),
                hint=f"write `[{words}]({url})`",
            )


def _tell_addresses(reading: Reading) -> None:
    """Tell addresses that no reader can follow, wherever they lead whoever has written them."""
    body = reading.head.body
    may_be_there = "](" in body and any(map(_doubt_about, {*_ADDRESS.findall(body)}))
    for line in plain_lines(body) if may_be_there else ():
        for found in _ADDRESS.finditer(line.text):
            hint = _doubt_about(found["url"])
            if hint and not line.is_code(found.start()) and not line.text.startswith(("    ", "\t")):
                reading.refuse(
                    Kind.LINK,
                    f"link: {shown(found['url'])} is not an address that readers can follow",
                    place=Place.at(body, line.start + found.start("url"), reading.head.body_line),
                    hint=hint,
                )


def _doubt_about(url: str) -> str:
    """What to write in place of an address that is probably not what it was meant to be; empty for all others."""
    if not url:
        return "write the address between the parentheses"
    if url.lower().startswith("file:") or _DRIVE.match(url):
        return "put the file into `docs_dir`, and write its path from there"
    if broken := _NEARLY_WEB.match(url):
        return f"write `http{'s' if 's' in broken[0].lower() else ''}://{url[broken.end() :]}`"
    return ""


def _tell_conflict(reading: Reading) -> None:
    """Tell two versions of a piece of text that git has left beside each other."""
    body = reading.head.body
    marks = [line for line in plain_lines(body) if _CONFLICT.match(line.text)] if "\n=======\n" in body else []
    if [line.text[0] for line in marks[:3]] == ["<", "=", ">"]:
        reading.refuse(
            Kind.KEY,
            "'<<<<<<<' begins two versions that git could not merge, and both are shown",
            place=Place.at(body, marks[0].start, reading.head.body_line),
            hint="keep one of them, and delete the lines of marks",
            level=Level.INFO,
        )


def tell_not_hidden(reading: Reading) -> None:
    """Tell keys of other programs that were meant to hide a post, and do not."""
    for key, value in reading.head.values.items():
        is_state = key in ("status", "state", "visibility") and str(value).lower() in _NOT_SHOWN
        is_flag = (key in ("hidden", "private") and value is True) or (key == "listed" and value is False)
        if is_state or is_flag:
            hint = "draft: true" if is_state or key == "private" else "unlisted: true"
            reading.refuse(
                Kind.KEY,
                f"{key}: {shown(value)} hides nothing, so it is published",
                place=reading.head.place(key),
                hint=f"write `{hint}`",
                level=Level.INFO,
            )


def tell_joined_names(reading: Reading) -> None:
    """Tell a list whose only name holds several."""
    for key in ("tags", "categories"):
        value = reading.head.values.get(key)
        only = value[0] if isinstance(value, list) and len(value) == 1 else None
        if isinstance(only, str) and "," in only.strip(","):
            names = ", ".join(name for part in only.split(",") if (name := part.strip()))
            reading.refuse(
                Kind.TYPE,
                f"{key}: {shown(only)} counts as one name",
                place=reading.head.place(f"{key}[0]") or reading.head.place(key),
                hint=f"write `{key}: [{names}]` if they are several",
                level=Level.INFO,
            )


def _letters(text: str) -> str:
    """What is left of a text without marks, in small letters."""
    return _MARKS.sub("", html.unescape(text)).casefold()


def _tell_heading(reading: Reading, title: Title) -> None:
    """Tell a title that listings and the URL have, where the page shows another."""
    heading = first_heading(reading.head.body)
    if heading is None or _letters(heading.text) == _letters(title.text):
        return
    prefixes = [prefix for prefix in reading.settings.draft_title_prefixes if prefix]
    bare = next((heading.text.removeprefix(prefix) for prefix in prefixes if heading.text.startswith(prefix)), "")
    if bare.strip() == title.text:
        return
    lines = reading.head.body.split("\n")
    line = reading.head.body_line + (lines.index(heading.line) if heading.line in lines else 0)
    reading.refuse(
        Kind.KEY,
        f"title: listings show {shown(title.text)}, and the page its heading {shown(heading.text)} of line {line}",
        place=reading.head.place("title"),
        hint="write both alike, or leave out `title`",
        level=Level.INFO,
    )
