"""What some HTML says and how it is built, without what only its maker cares about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "hr", "br"),
        *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "em", "strong", "del", "code", "abbr", "sup", "kbd"),
        *("a", "img", "div", "details", "summary", "iframe", "video", "source", "input"),
    }
)
"""Elements that are compared; of others, only what they hold is."""

ATTRIBUTES = ("id", "href", "src", "alt", "title", "style", "class", "width", "target", "rel", "data-x", "checked")
LANGUAGE = re.compile(r"(?:^|\s)language-(?!plaintext)([\w+-]+)")
"""The language of code; Jekyll's highlighter has a name for none."""

WRAPPERS = re.compile(r"(?:^|\s)(?:highlight\S*|language-\S+|arithmatex|footnote\S*|task-list\S*)")
"""Classes of an element that stands for how code, formulas, notes and tasks are made."""

BACK = "↩"
SPACE = re.compile(r"[ \t\n]+")
FILLING = " \t\n\N{NO-BREAK SPACE}"
"""What Jekyll has in empty cells, and before the links back from footnotes."""

BAR = "\0"
"""Stands before words."""


def outline(text: str) -> list[str]:
    """The elements of some HTML, each below the one that it stands in, and the words between them."""
    root = html.fragment_fromstring(text, create_parent="div")
    lines: list[str] = []
    for line in _children(root, 0):
        before, bar, words = line.partition(BAR)
        if bar and lines and lines[-1].startswith(before + bar):
            lines[-1] += words
        else:
            lines.append(line)
    shown = (line for line in lines if BAR not in line or line.partition(BAR)[2].strip(FILLING))
    return [
        f"{line.partition(BAR)[0]}| {SPACE.sub(' ', line.partition(BAR)[2]).strip(FILLING)}" if BAR in line else line
        for line in shown
    ]


def _children(element: html.HtmlElement, depth: int) -> Iterator[str]:
    yield from _words(element.text, depth)
    for child in element:
        if isinstance(child.tag, str):
            yield from _element(child, depth)
        yield from _words(child.tail, depth)


def _element(element: html.HtmlElement, depth: int) -> Iterator[str]:
    if element.tag == "pre":
        around = " ".join(each.get("class", "") for each in (element, *element.iterancestors(), *element.iter("code")))
        language = LANGUAGE.search(around)
        yield f"{'  ' * depth}pre {language[1] if language else ''}: {element.text_content().strip()!r}"
        return
    classes = element.get("class", "")
    is_back = element.tag == "a" and BACK in element.text_content()
    if is_back or (element.tag == "hr" and "footnote" in element.getparent().get("class", "")):
        return
    if element.tag not in KEPT or (element.tag == "div" and not WRAPPERS.sub("", classes).strip()):
        yield from _children(element, depth)
        return
    yield f"{'  ' * depth}{element.tag}{''.join(_attributes(element))}"
    yield from _children(element, depth + 1)


def _attributes(element: html.HtmlElement) -> Iterator[str]:
    for name in ATTRIBUTES:
        value = element.get(name)
        if name == "class":
            value = " ".join(WRAPPERS.sub("", value or "").split())
        if name == "id" and element.tag == "sup":
            continue  # the second mark of a footnote has an id of its own
        if name == "checked" and value is not None:
            value = name
        if name == "rel" and value == "footnote":
            continue
        if value:
            yield f" {name}={value.rstrip(';')!r}"


def _words(text: str | None, depth: int) -> Iterator[str]:
    if text:
        yield f"{'  ' * depth}{BAR}{text}"
