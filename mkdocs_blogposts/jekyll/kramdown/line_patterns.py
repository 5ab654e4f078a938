"""What a line of a text is: the patterns of kramdown and of its GFM parser."""

from __future__ import annotations

import re

SPACE = " {0,3}"
"""How far the first line of a block may be indented."""

INLINE_TAGS = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdo", "big", "br", "button", "cite", "code", "del", "dfn", "em", "i", "img"),
        *("input", "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby", "samp"),
        *("select", "small", "span", "strong", "sub", "sup", "tt", "u", "var"),
    }
)
"""Tags that begin a paragraph where they begin a line; all others begin a block of HTML."""

_ANY = r"(?:\\\}|[^}])+"
_NAME = r"[A-Za-z_][\w:.-]*"
_NO_INLINE_TAG = rf"(?!(?:{'|'.join(sorted(INLINE_TAGS))}|script)\b)"

WHITESPACE = " \t\n\r\f\v"
"""What Ruby takes for space; others, as those that Chinese paragraphs begin with, are text."""


def _line(pattern: str) -> re.Pattern[str]:
    """A pattern of lines, in which space, digits and words are those of ASCII, as they are in Ruby."""
    return re.compile(pattern, re.ASCII)


CODE_INDENT = "    "
FENCE = _line(rf"{SPACE}(?P<fence>`{{3,}}|~{{3,}})[ \t]*(?P<info>[^`]*)$")
QUOTE = _line(rf"{SPACE}> ?")
HEADING = _line(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*)$")
HEADING_ID = _line(r"[ \t]\{#(?P<id>[A-Za-z_:][\w:.-]*)\}$")
CLOSING_MARKS = _line(r"[ \t]#+$")
UNDERLINE = _line(r"(?P<mark>[-=])[-=]*\s*$")
RULE = _line(rf"{SPACE}(?P<mark>[*_-])[ \t]*(?P=mark)[ \t]*(?P=mark)(?:(?P=mark)|[ \t])*$")
BULLET = _line(rf"(?P<marker>{SPACE}(?P<mark>[*+-]))(?P<text>[ \t].*)$")
NUMBER = _line(rf"(?P<marker>{SPACE}\d+(?P<mark>[.)]))(?P<text>[ \t].*)$")
MEANING = _line(rf"(?P<marker>{SPACE}:)(?P<text>[ \t].*)$")
END = _line(r"\^\s*$")
ATTRIBUTES = _line(rf"{SPACE}\{{:(?![:/])(?P<list>{_ANY})\}}\s*$")
NAMED_ATTRIBUTES = _line(rf"{SPACE}\{{:(?P<name>\w[\w-]*):(?P<list>{_ANY})\}}\s*$")
ITEM_ATTRIBUTES = _line(rf"\s*\{{:(?!(?:\w[\w-]*)?:|/)(?P<list>{_ANY})\}}\s*")
TAG = _line(rf"{SPACE}<(?P<close>/?)(?P<name>{_NAME})")
PLACEHOLDER = _line(r"\s*\x02wzxhzdk:\d+\x03\s*$")
"""Where another extension has put away HTML of its own."""

_HTML_END = rf"</?{_NO_INLINE_TAG}{_NAME}"
LAZY_END = _line(rf"\s*$|{SPACE}\{{:(?![:/]){_ANY}\}}\s*$|\^\s*$|{SPACE}{_HTML_END}")
"""What ends a paragraph of any kind, also one that goes on without the marks of its quote or list."""

PARAGRAPH_END = _line(
    rf"{LAZY_END.pattern}|{SPACE}(?:[*+-]|\d{{1,3}}\.|1\)|:)[ \t]|#{{1,6}}[ \t]|{SPACE}>|{SPACE}(?:`{{3}}|~{{3}})"
    rf"|{PLACEHOLDER.pattern}"
)
"""What ends a paragraph; a long number at the start of a line is more often a year than an item, `2)` just text."""

LIST = _line(rf"{SPACE}(?:[*+-]|\d+[.)])[ \t]")


def is_lazy(line: str, indent: int) -> bool:
    """Whether a line goes on with a list item although it is indented less than the item's text."""
    inner = line.lstrip(" ")
    if len(line) - len(inner) > min(indent, 3):
        return True
    return not (ATTRIBUTES.match(inner) or re.match(_HTML_END, inner))


def indent_of(line: str) -> int:
    """The number of spaces that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def is_blank(line: str) -> bool:
    """Whether nothing is to be seen in a line."""
    return not line.strip(WHITESPACE)
