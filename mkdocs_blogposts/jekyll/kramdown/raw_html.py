"""Blocks of HTML: left as they are, but for what they hold in elements with `markdown="1"`."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.postprocessors import Postprocessor

from . import line_patterns as line_is
from .nodes import Kind, Node

if TYPE_CHECKING:
    from .scope import Reader, Scope

_ATTRIBUTE = r"[^\s\"'<>/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+"
_TAG = re.compile(rf"\s*<(?P<name>[A-Za-z][\w:.-]*+)(?P<attributes>(?:\s++{_ATTRIBUTE})*+)\s*+(?P<closed>/?)>")
_ATTRIBUTE_PARTS = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'=<>`]++)))?+")
_MARKDOWN = re.compile(r"\smarkdown(?:\s*+=\s*+([\"']?)(?P<value>\w*)\1)?(?=[\s/>])", re.IGNORECASE)
_TAG_INSIDE = re.compile(rf"<[A-Za-z][\w:.-]*+(?:\s++{_ATTRIBUTE})*+\s*+/?>")
_COMMENT, _COMMENT_END = "<!--", "-->"

_EMPTY = frozenset(
    "area base br col command embed hr img input keygen link meta param source track wbr".split()  # noqa: SIM905
)
_WITHOUT_TAGS = frozenset({"pre", "script", "style", "textarea"})
_HOLDS_BLOCKS = frozenset(
    "address applet article aside blockquote body dd details div dl dt fieldset figure figcaption footer form header"  # noqa: SIM905
    " hgroup iframe li main map menu nav noscript object section summary td".split()
)
_HOLDS_TEXT = frozenset(
    "a abbr acronym b bdo big button caption cite del dfn em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q small"  # noqa: SIM905
    " span strong sub sup th tt".split()
)
"""What `markdown="1"` means for an element; in all others it means nothing."""

_AS_BROWSERS = r"(?:\s++|/(?!>)|[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+))?+|=)*+"
"""Attributes as browsers take them, to whom `title=The World's End` are three."""
_ANY_TAG = re.compile(
    r"<!--.*?(?P<comment_end>-->|\Z)|<(?P<raw>script|style|textarea|svg|math)\b.*?(?P<raw_end></(?P=raw)\s*>|\Z)"
    rf"|<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*+)(?=[\s/>]){_AS_BROWSERS}(?P<empty>/?)>",
    re.DOTALL | re.IGNORECASE,
)
_NAMES_OF_RAW = "iframe|script|style|textarea|title|xmp"
_RAW = re.compile(rf"<(?:{_NAMES_OF_RAW})\b", re.IGNORECASE)
_RAW_OR_BLOCK = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<(?:(?P<raw>{_NAMES_OF_RAW})|(?P<close>/?)(?P<block>dd|dt|h[1-6]|li|p|td|th))(?=[\s/>])[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_FORMATS = frozenset("a b big code em font i nobr s small span strike strong tt u".split())  # noqa: SIM905
"""What browsers go on with behind the block that it begins in, until it is closed."""
_MUST_END = _FORMATS | frozenset("article center details div main section".split())  # noqa: SIM905
_BLOCKS = frozenset("blockquote dd dl dt h1 h2 h3 h4 h5 h6 li ol p pre table tbody td th thead tr ul".split())  # noqa: SIM905
"""What ends, and with it all that is open in it, without being counted."""
_DEEPEST = 100
"""How many elements within it may be open where one ends."""


def read_html(scope: Scope, at: int) -> int | None:
    """Read a block of HTML; tags that belong into a line of text begin none."""
    if scope.lines[at].lstrip(" ").startswith(_COMMENT):
        return _read_comment(scope, at)
    found = line_is.TAG.match(scope.lines[at])
    if found is None or found["close"] or found["name"].lower() in line_is.INLINE_TAGS:
        return None
    text = "\n".join(scope.lines[at:])
    tag = _TAG.match(text)
    if tag is None:
        return None
    end = _end_of_element(text, tag)
    first = len(scope.parent)
    _add(scope.reader, text[:end], scope.parent)
    scope.add(Node(Kind.HTML, scope.parent[first]))
    return _go_on_behind(scope.lines, at, text, end)


def _read_comment(scope: Scope, at: int) -> int | None:
    if scope.is_unclosed(_COMMENT):
        return None
    end = next((place for place in range(at, len(scope.lines)) if _COMMENT_END in scope.lines[place]), None)
    if end is None:
        scope.unclosed[_COMMENT] = 1
        return None
    text = "\n".join(scope.lines[at : end + 1])
    length = text.index(_COMMENT_END) + len(_COMMENT_END)
    scope.add(Node(Kind.HTML, scope.reader.document.raw(text[:length].lstrip(" "), scope.parent)))
    return _go_on_behind(scope.lines, at, text, length)


def _go_on_behind(lines: list[str], at: int, text: str, end: int) -> int:
    """The line to go on with: where a block ends within one, with what is left of it."""
    last = at + text.count("\n", 0, end)
    rest = text[end:].partition("\n")[0]
    if not rest.strip():
        return last + 1
    lines[last] = rest.lstrip(" ")
    return last


def _end_of_element(text: str, tag: re.Match[str]) -> int:
    """Where an element ends; one that is not closed holds all that follows."""
    name = tag["name"].lower()
    if tag["closed"] or name in _EMPTY:
        return tag.end()
    depth, place = 1, tag.end()
    tags = re.compile(rf"<!--|<(?P<close>/?){re.escape(name)}(?=[\s/>])[^>]*>", re.IGNORECASE)
    while found := tags.search(text, place):
        place = found.end()
        if found.group() == _COMMENT:
            comment_end = text.find(_COMMENT_END, place) if name not in _WITHOUT_TAGS else -1
            place = comment_end if comment_end > 0 else place
        elif found["close"]:
            depth -= 1
            if depth == 0:
                return place
        elif name not in _WITHOUT_TAGS and not found.group().endswith("/>"):
            depth += 1
    return len(text)


def _add(reader: Reader, html: str, parent: Element) -> None:
    """Add HTML, and what Markdown makes of the elements in it that ask for that."""
    while html.strip():
        html = _add_first(reader, html, parent)


def _add_first(reader: Reader, html: str, parent: Element) -> str:
    """Add HTML as far as the first element that asks for Markdown; gives what is still to be added."""
    tag = next((found for found in _TAG_INSIDE.finditer(html) if _MARKDOWN.search(found.group())), None)
    tag = _TAG.match(html, tag.start()) if tag and "markdown" in html else None
    if tag is None:
        reader.document.raw(html, parent)
        return ""
    asked = _MARKDOWN.search(tag.group())
    how = (asked["value"] or "1") if asked else ""
    name = tag["name"].lower()
    end = _end_of_element(html, tag)
    before, behind = html[: tag.start()], html[end:]
    inner = html[tag.end() : html.rfind("</", tag.end(), end) if html.endswith(">", 0, end) else end]
    if before.strip():
        reader.document.raw(before, parent)
    if how == "block" or (how == "1" and name in _HOLDS_BLOCKS):
        reader.read(inner.strip("\n").split("\n"), _open(tag, parent))
    elif how == "span" or (how == "1" and name in _HOLDS_TEXT):
        _open(tag, parent).text = inner.strip()
    else:
        return f"{_MARKDOWN.sub('', tag.group(), count=1)}{html[tag.end() :]}"
    return behind


def _open(tag: re.Match[str], parent: Element) -> Element:
    element = SubElement(parent, tag["name"].lower())
    for name, *values in _ATTRIBUTE_PARTS.findall(tag["attributes"]):
        if name.lower() != "markdown":
            element.set(name, unescape("".join(values)) or ("" if name in {"alt", "class", "id"} else name))
    return element


class WholeElements(Postprocessor):
    """Closes the elements that a text leaves open, where their block ends, and leaves out what closes nothing.

    Else a `<b>` would go on to the foot of the page, and a `</div>` would end what the theme has put around the text.
    """

    def run(self, text: str) -> str:
        """The HTML of a text, with as many ends as beginnings."""
        text = _end_raw_in_its_block(text)
        tags = list(_ANY_TAG.finditer(text))
        if not tags:
            return text
        last = tags[-1]
        cut_off = "-->" if last["comment_end"] == "" else f"</{last['raw']}>" if last["raw_end"] == "" else ""
        counts = Counter((tag["close"], tag["name"].lower()) for tag in tags if tag["name"])
        if not cut_off and all(counts["", name] == counts["/", name] for name in _MUST_END):
            return text
        parts: list[str] = []
        opened: list[str] = []
        place = 0
        for tag in tags:
            name = (tag["name"] or "").lower()
            if name not in _BLOCKS and name not in _MUST_END:
                continue
            if not tag["close"]:
                opened += [] if tag["empty"] else [name]
                continue
            parts.append(text[place : tag.start()])
            place = tag.start() if _close(name, opened, parts) else tag.end()
        parts += (text[place:], cut_off, *(f"</{name}>" for name in reversed(opened) if name in _MUST_END))
        return "".join(parts)


def _end_raw_in_its_block(text: str) -> str:
    """HTML whose elements without tags in them end where their line of text does; else the next ones are lost."""
    if not _RAW.search(text):
        return text
    parts: list[str] = []
    block, place, at = "", 0, 0
    while found := _RAW_OR_BLOCK.search(text, at):
        at = found.end()
        if found["block"]:
            block = "" if found["close"] else found["block"]
        if not found["raw"]:
            continue
        # A script may write ends of blocks, too, but not at the end of a line.
        limit = re.compile(rf"</{block}>(?=\s*(?:\n|\Z))", re.IGNORECASE).search(text, at) if block else None
        stop = limit.start() if limit else len(text)
        if end := re.compile(rf"</{found['raw']}\s*>", re.IGNORECASE).search(text, at, stop):
            at = end.end()
        elif limit:
            parts += (text[place:stop], f"</{found['raw']}>")
            place = at = stop
        else:
            break
    return "".join((*parts, text[place:]))


def _close(name: str, opened: list[str], parts: list[str]) -> bool:
    """Take an element, and all that is open in it, from those that are open; whether there was one to be closed."""
    near = islice(enumerate(reversed(opened)), _DEEPEST)
    inner = next((depth for depth, each in near if each == name), None)
    if inner is None:
        return name not in _MUST_END
    above = opened[len(opened) - inner :]
    if name in _FORMATS and not _FORMATS.issuperset(above):
        return False
    del opened[len(opened) - inner - 1 :]
    if name in _FORMATS:
        opened += above
    else:
        parts += (f"</{each}>" for each in reversed(above) if each in _MUST_END)
    return True
