"""Filters for texts, as Jekyll and Ruby's Liquid have them."""

# ruff: noqa: RUF001  # the signs of a printed book

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, unquote_plus

from liquid.exceptions import FilterArgumentError

from ..slugs import plain_slug, pretty_slug
from .values import as_json, as_text, inspected, is_nil

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .site_context import Context

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_XML_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})
_NOT_YET_ESCAPED = re.compile(r"[\"'<>]|&(?!(?:[a-zA-Z]+|#\d+);)")
_CJK = "\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u30a0-\u30ff\u3040-\u309f\uac00-\ud7af\u1100-\u11ff"
_CJK_SIGN = re.compile(rf"[{_CJK}]")
_OTHER_WORD = re.compile(rf"[^{_CJK}\s]+")
_HTML_BLOCKS = (("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"))

_LIGATURES = {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d"}


def _in_latin(character: str) -> str:
    plain = _LIGATURES.get(character) or unicodedata.normalize("NFKD", character)[:1]
    return plain if plain.isascii() else "?"


_SLUG_MODES: Mapping[str, Callable[[str], str]] = {
    "raw": lambda text: re.sub(r"\s+", "-", text),
    "default": plain_slug,
    "pretty": pretty_slug,
    "ascii": lambda text: re.sub(r"[^A-Za-z0-9]+", "-", text),
    "latin": lambda text: plain_slug("".join(map(_in_latin, text))),
}
"""What each mode of `slugify` does with what is no letter and no digit."""


def slugify(context: Context, value: Any, mode: Any = None) -> str | None:
    """A text as part of a URL."""
    if is_nil(value):
        return None
    text = as_text(value, context.budget)
    dashed = _SLUG_MODES.get("default" if is_nil(mode) else as_text(mode, context.budget))
    return re.sub(r"^-|-$", "", dashed(text)).lower() if dashed else text.lower()


def escape(context: Context, value: Any) -> str | None:
    """A text with what means something in HTML written as entities."""
    return None if is_nil(value) else as_text(value, context.budget).translate(_ESCAPES)


def escape_once(context: Context, value: Any) -> str:
    """The same, but for entities that are in the text already."""
    return _NOT_YET_ESCAPED.sub(lambda found: found[0].translate(_ESCAPES), as_text(value, context.budget))


def xml_escape(context: Context, value: Any) -> str:
    """A text with what means something in XML written as entities."""
    return as_text(value, context.budget).translate(_XML_ESCAPES)


def url_encode(context: Context, value: Any) -> str | None:
    """A text percent-encoded as a form does it."""
    return None if is_nil(value) else quote_plus(as_text(value, context.budget))


def url_decode(context: Context, value: Any) -> str | None:
    """A percent-encoded text as it was."""
    return None if is_nil(value) else unquote_plus(as_text(value, context.budget))


def normalize_whitespace(context: Context, value: Any) -> str:
    """A text with single spaces in place of all white space."""
    return " ".join(as_text(value, context.budget).split())


def number_of_words(context: Context, value: Any, mode: Any = None) -> int:
    """How many words a text has; by `cjk` and `auto`, each sign of Chinese, Japanese and Korean counts as one."""
    text = as_text(value, context.budget)
    signs = len(_CJK_SIGN.findall(text)) if mode in ("cjk", "auto") else 0
    if mode == "cjk" or signs:
        return signs + len(_OTHER_WORD.findall(text))
    return len(text.split())


def jsonify(context: Context, value: Any) -> str:
    """A value as JSON."""
    return as_json(value, context.budget)


def inspect(context: Context, value: Any) -> str:
    """A value as Ruby shows it, for finding mistakes."""
    return inspected(value, context.budget).translate(_XML_ESCAPES)


def markdownify(context: Context, value: Any) -> str:
    """HTML of a text in Markdown."""
    text = as_text(value, context.budget)
    context.budget.spend(len(text))
    return f"{context.site_context.markdown(text)}\n" if text.strip() else text


_SMART: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"---"), "—"),
    (re.compile(r"--"), "–"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<!\S)'(?=\d\ds\b)"), "’"),
    (re.compile(r"(^|[\s([{\-—–“])'(?=\S)"), r"\1‘"),
    (re.compile(r"'"), "’"),
    (re.compile(r'(^|[\s([{\-—–‘])"(?=\S)'), r"\1“"),
    (re.compile(r'"'), "”"),
)


def smartify(context: Context, value: Any) -> str:
    """A text with the quotes, dashes and dots of a printed book."""
    text = as_text(value, context.budget)
    for plain, smart in _SMART:
        text = plain.sub(smart, text)
    return text


def to_integer(_context: Context, value: Any) -> int:
    """A value as a whole number, as far as it begins with one."""
    if isinstance(value, (bool, int, float)):
        return int(value)
    found = re.match(r"\s*[-+]?\d{1,300}", value) if isinstance(value, str) else None
    return int(found[0]) if found else 0


def strip_html(context: Context, value: Any) -> str:
    """A text without tags, scripts, styles and comments."""
    text = as_text(value, context.budget)
    for opening, closing in _HTML_BLOCKS:
        text = _without(text, opening, closing)
    return _without(text, "<", ">")


def _without(text: str, opening: str, closing: str) -> str:
    """A text without what stands between two marks, in one go over it."""
    kept: list[str] = []
    start = 0
    while (found := text.find(opening, start)) >= 0 and (end := text.find(closing, found + len(opening))) >= 0:
        kept.append(text[start:found])
        start = end + len(closing)
    return "".join((*kept, text[start:]))


def truncate(context: Context, value: Any, length: Any = 50, end: Any = "...") -> str | None:
    """The beginning of a text, with dots where it goes on."""
    if is_nil(value):
        return None
    text, ending, wanted = as_text(value, context.budget), as_text(end, context.budget), _whole(length)
    return text if len(text) <= wanted else text[: max(wanted - len(ending), 0)] + ending


def truncatewords(context: Context, value: Any, number: Any = 15, end: Any = "...") -> str | None:
    """The first words of a text, with dots where it goes on."""
    if is_nil(value):
        return None
    text = as_text(value, context.budget)
    words = text.split(maxsplit=max(_whole(number), 1))
    return text if len(words) <= max(_whole(number), 1) else " ".join(words[:-1]) + as_text(end, context.budget)


def replace(context: Context, value: Any, old: Any, new: Any = "") -> str:
    """A text with every occurrence of another replaced."""
    text, before, after = (as_text(each, context.budget) for each in (value, old, new))
    number = text.count(before)
    context.budget.check_length(len(text) + number * max(len(after) - len(before), 0))
    return text.replace(before, after)


def replace_first(context: Context, value: Any, old: Any, new: Any = "") -> str:
    """A text with the first occurrence of another replaced."""
    text, before, after = (as_text(each, context.budget) for each in (value, old, new))
    return text.replace(before, after, 1)


def remove(context: Context, value: Any, old: Any) -> str:
    """A text without any occurrence of another."""
    return replace(context, value, old)


def remove_first(context: Context, value: Any, old: Any) -> str:
    """A text without the first occurrence of another."""
    return replace_first(context, value, old)


def append(context: Context, value: Any, more: Any) -> str:
    """A text with another after it."""
    return as_text(value, context.budget) + as_text(more, context.budget)


def prepend(context: Context, value: Any, more: Any) -> str:
    """A text with another before it."""
    return append(context, more, value)


def split(context: Context, value: Any, separator: Any = "") -> list[str]:
    """The parts of a text; empty ones at its end are none."""
    text, between = as_text(value, context.budget), as_text(separator, context.budget)
    parts = text.split() if between == " " else (text.split(between) if between else list(text))
    while parts and not parts[-1]:
        parts.pop()
    return parts


def slice_(context: Context, value: Any, start: Any, length: Any = 1) -> Any:
    """A part of a text or a list."""
    whole = value if isinstance(value, list) else as_text(value, context.budget)
    first, number = _whole(start), _whole(1 if is_nil(length) else length)
    first = first + len(whole) if first < 0 else first
    is_inside = first >= 0 and number >= 0
    return whole[first : first + number] if is_inside else whole[:0]


def _whole(value: Any) -> int:
    """A whole number that a filter is given."""
    try:
        return int(value)
    except (TypeError, ValueError) as error:
        raise FilterArgumentError("expected a whole number", token=None) from error


def _of_text(change: Callable[[str], str]) -> Callable[..., str]:
    def changed(context: Context, value: Any) -> str:
        return change(as_text(value, context.budget))

    return changed


_LINE_END = re.compile(r"\r?\n")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def _percent_encoded(text: str) -> str:
    """A text with each letter and digit percent-encoded, which browsers undo and collectors of addresses do not."""
    return _LETTER_OR_DIGIT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)


def _as_references(text: str) -> str:
    """A text with each sign as the number by which HTML knows it."""
    return "".join(f"&#{ord(sign)};" for sign in text)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "append": append,
    "capitalize": _of_text(str.capitalize),
    "cgi_escape": url_encode,
    "encode_email": _of_text(_percent_encoded),
    "html_encode_email": _of_text(_as_references),
    "downcase": _of_text(str.lower),
    "escape": escape,
    "escape_once": escape_once,
    "h": escape,
    "inspect": inspect,
    "jsonify": jsonify,
    "lstrip": _of_text(str.lstrip),
    "markdownify": markdownify,
    "newline_to_br": _of_text(lambda text: _LINE_END.sub("<br />\n", text)),
    "normalize_whitespace": normalize_whitespace,
    "number_of_words": number_of_words,
    "prepend": prepend,
    "remove": remove,
    "remove_first": remove_first,
    "replace": replace,
    "replace_first": replace_first,
    "rstrip": _of_text(str.rstrip),
    "slice": slice_,
    "slugify": slugify,
    "smartify": smartify,
    "split": split,
    "strip": _of_text(str.strip),
    "strip_html": strip_html,
    "strip_newlines": _of_text(lambda text: _LINE_END.sub("", text)),
    "to_integer": to_integer,
    "truncate": truncate,
    "truncatewords": truncatewords,
    "upcase": _of_text(str.upper),
    "url_decode": url_decode,
    "url_encode": url_encode,
    "xml_escape": xml_escape,
}
