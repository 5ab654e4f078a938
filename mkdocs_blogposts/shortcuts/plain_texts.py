"""Steps of Markdown that find nothing in most texts: that there is nothing is seen at once here.

This replaces public methods of single processors: `test` of tables, `replace_marker` of tables of contents, and `run`
of what puts back characters that were escaped.
"""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING, Any

from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX

from .known_code import is_known

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_KNOWN = {
    "test": frozenset({"f98e9b66a6f3b37bc279711f42b05eaa31ef238b09c8855ce433f76e2abd39aa"}),
    "_split_row": frozenset({"6e28838410a05d5ba0c92b4138aeac9c03926b54fc6fd2eceb16a0a4aa5dddc0"}),
    "replace_marker": frozenset({"2cae17d76040b7cfea6d350777232bc1716b55580ea3043334e80e85e38f2319"}),
    "iterparent": frozenset({"1c276e1d0b6ca526073a96ad9b57e95f13781bbabbb797d6f990f31edfccf2d1"}),
    # Since 3.11; those before fail at attributes without a value.
    "run": frozenset({"c332617303322c2622e6f948ec90e46b85c77bd4d99500a180e6eaa0ac93b165"}),
    "unescape": frozenset({"01170450bd6bf9e109d7522803b1797fb8e0cab4c1fd50991a85161c6a9b2302"}),
}
"""The methods that were compared with these, and what they ask."""


def hasten_plain_texts(md: Markdown) -> None:
    """Have a converter see at once where such steps have nothing to do."""
    tables = _kind("markdown.extensions.tables", "TableProcessor", "test", "_split_row")
    for block in md.parser.blockprocessors if tables else ():
        if type(block) is tables:
            vars(block)["test"] = functools.partial(_is_table, block.test)
    contents = _kind("markdown.extensions.toc", "TocTreeprocessor", "replace_marker", "iterparent")
    step: Any
    for step in md.treeprocessors:
        if type(step) is contents:
            vars(step)["replace_marker"] = functools.partial(_replace_marker, step.replace_marker, step)
        elif type(step) is UnescapeTreeprocessor and _are_known(UnescapeTreeprocessor, "run", "unescape"):
            vars(step)["run"] = functools.partial(_unescape, step.unescape)


def _kind(module: str, name: str, *methods: str) -> Any:
    """A class, if it is there and known."""
    kind = getattr(sys.modules.get(module), name, None)
    return kind if kind and _are_known(kind, *methods) else None


def _are_known(kind: type, *methods: str) -> bool:
    return all(is_known(vars(kind).get(name), _KNOWN[name]) for name in methods)


def _is_table(stock: Callable[[Element, str], bool], parent: Element, block: str) -> bool:
    """Whether a block is a table, each of which has bars."""
    return "|" in block and stock(parent, block)


def _replace_marker(stock: Callable[[Element, Element], None], step: Any, root: Element, elem: Element) -> None:
    """Put the table of contents where a text asks for it."""
    for each in root.iter():
        if type(each.tag) is not str or (each.text and step.marker in each.text):
            stock(root, elem)
            return


def _unescape(unescape: Callable[[str], str], root: Element) -> None:
    """Put back the characters that were escaped."""
    for each in root.iter():
        text, tail = each.text, each.tail
        if text and STX in text and each.tag != "code":
            each.text = unescape(text)
        if tail and STX in tail:
            each.tail = unescape(tail)
        for key, value in each.items():
            if value and STX in value:
                each.set(key, unescape(value))
