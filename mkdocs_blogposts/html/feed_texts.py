"""A whole text for feed readers, which have the title already and know neither scripts nor style sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from .card_texts import classes, drop, replace_by_code, replace_by_tick
from .excerpts import parse, plain_text, serialize
from .html_urls import rebase_url, rewrite_urls
from .phrases import inline_html

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_SCRIPTS = ("script", "style", "noscript", "template")


def feed_html(content: str, title: str, page_url: str) -> str:
    """HTML of a post without the heading that says its title; its links start with `ROOT`."""
    root = parse(content)
    heading = next(root.iter("h1"), None)
    if heading is not None and plain_text(inline_html(serialize(heading))).casefold() == title.casefold():
        drop(heading)
    for element in list(root.iter(*_OF_SCRIPTS)):
        drop(element)
    for element in list(root.iterdescendants()):
        if element.getparent() is not None:
            _simplify(element)
    return rewrite_urls(str(serialize(root)), lambda url: rebase_url(url, page_url))


def _simplify(element: html.HtmlElement) -> None:
    names = classes(element)
    if "headerlink" in names:
        drop(element)
    elif "tabbed-set" in names:
        _unfold(element)
    elif "highlighttable" in names or "rouge-table" in names:
        replace_by_code(element)
    elif element.tag == "input" and element.get("type") == "checkbox":
        replace_by_tick(element)


def _unfold(tabs: html.HtmlElement) -> None:
    """Let the content of each tab follow its label."""
    blocks = [each for each in tabs.iterdescendants("div") if {"tabbed-block", "tabbed-content"} & {*classes(each)}]
    blocks = [each for each in blocks if "tabbed-block" in classes(each)] or blocks
    for label, block in zip(list(_labels(tabs)), blocks, strict=False):
        heading, strong = html.Element("p"), html.Element("strong")
        strong.text = label.text_content()
        heading.append(strong)
        block.insert(0, heading)
        drop(label)
    for each in tabs.findall("input"):
        drop(each)


def _labels(tabs: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The labels of a set of tabs, and not of those in it."""
    for child in tabs:
        if child.tag == "label":
            yield child
        elif "tabbed-labels" in classes(child):
            yield from child.findall("label")
