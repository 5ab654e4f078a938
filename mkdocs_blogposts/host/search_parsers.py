"""Has search plugins whose parser is known make their entries from what a faster one of ours finds.

This touches the modules of Material's and MaterialX' search plugin: `SearchIndex.add_entry_from_context`, which makes a
`Parser`, feeds it, and reads its `data`; and `Section` and `Element`, of which these are made.
"""

from __future__ import annotations

import functools
import hashlib
import html
import sys
from collections.abc import Callable
from pathlib import Path
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from ..html.search_sections import SearchSection

AddEntries = Callable[[Any, "Page"], None]
"""What adds the entries of a page to a search index."""

_KNOWN_CODE = frozenset({"5789fccfe4f2db9420ac2a436160460f396dfec1bd63de78761dcb3a8c785638"})
"""Digests of what stands in such a module from `Element` to its end, the same since Material 9.6."""
_FIRST_CLASS = b"\nclass Element:\n"
_ASKED_OF_PARSER = frozenset({"Parser", "close", "data", "feed"})
_ASKED_OF_OTHERS = frozenset({"content", "create_entry_for_section", "get", "is_excluded", "meta", "toc", "url"})
_HANDLERS = ("__init__", "handle_starttag", "handle_endtag", "handle_data")


@functools.cache
def adder_of(kind: type) -> AddEntries:
    """What adds entries to indexes of a class: its own method, with a parser of ours where that does the same."""
    add: AddEntries = kind.add_entry_from_context  # type: ignore[attr-defined]
    module = sys.modules.get(kind.__module__)
    if module is None or not isinstance(add, FunctionType) or not _is_known(module, add):
        return add
    names = {**vars(module), "Parser": functools.partial(_Parser, module)}
    return FunctionType(add.__code__, names, add.__name__, add.__defaults__, add.__closure__)


def _is_known(module: ModuleType, add: FunctionType) -> bool:
    """Whether all that a module does with HTML is what is known here, and nobody has changed it in memory."""
    path, parser = getattr(module, "__file__", None), getattr(module, "Parser", None)
    if not path or parser is None or getattr(module, "escape", None) is not html.escape:
        return False
    methods = [add, *(getattr(parser, name, None) for name in _HANDLERS)]
    if any(getattr(getattr(method, "__code__", None), "co_filename", None) != path for method in methods):
        return False
    if not {*add.__code__.co_names} <= _ASKED_OF_PARSER | _ASKED_OF_OTHERS:
        return False
    try:
        code = Path(path).read_bytes()
    except OSError:
        return False
    return hashlib.sha256(code.partition(_FIRST_CLASS)[2]).hexdigest() in _KNOWN_CODE


class _Parser:
    """What that method needs of a parser."""

    def __init__(self, module: Any) -> None:
        self._module = module
        self.data: list[Any] = []
        """The sections found."""

    def feed(self, content: Any) -> None:
        """Find the sections of some HTML."""
        from ..html.search_sections import sections_of  # noqa: PLC0415  # most builds have all entries from the one before

        found = sections_of(content) if type(content) is str else None
        if found is None:
            parser = self._module.Parser()
            parser.feed(content)
            parser.close()
            self.data = parser.data
        else:
            self.data = [self._section(each) for each in found]

    def close(self) -> None:
        """Nothing is left to be found."""

    def _section(self, found: SearchSection) -> Any:
        section = self._module.Section(self._module.Element(found.tag), found.depth)
        section.id, section.title, section.text = found.id, found.title, found.text
        return section
