"""Has search plugins whose parser is known make their entries from what a faster one of ours finds.

This touches the modules of the search plugins of Material, MaterialX and MkDocs: `SearchIndex.add_entry_from_context`,
which makes a parser, feeds it, and reads what it has found; the parser, and the classes of what it finds.
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

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

AddEntries = Callable[[Any, "Page"], None]
"""What adds the entries of a page to a search index."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A parser that is known."""

    name: str
    first_class: bytes
    """With what begins that part of its module which was compared with ours; it goes on to the end."""
    digest: str
    """Of that part."""
    asked: frozenset[str]
    """All that `add_entry_from_context` asks of it and of others."""
    feed: Callable[[Any, str, Any], bool]
    """What gives such a parser what it would find in some HTML; whether all of that is known."""


def _feed_material(parser: Any, content: str, module: Any) -> bool:
    from ..html.search_sections import sections_of  # noqa: PLC0415  # most builds have all entries from the one before

    found = sections_of(content)
    for each in found or ():
        section = module.Section(module.Element(each.tag), each.depth)
        section.id, section.title, section.text = each.id, each.title, each.text
        parser.data.append(section)
    return found is not None


def _feed_mkdocs(parser: Any, content: str, module: Any) -> bool:
    from ..html.search_texts import texts_of  # noqa: PLC0415  # as above

    found = texts_of(content)
    if found is None:
        return False
    parser._stripped_html = found.all  # noqa: SLF001  # it has no other way in
    parser.data = [module.ContentSection(each.text, each.id, each.title) for each in found.sections]
    return True


_KNOWN = {
    # The same since Material 9.6, and in MaterialX.
    "material": _Known(
        name="Parser",
        first_class=b"\nclass Element:\n",
        digest="5789fccfe4f2db9420ac2a436160460f396dfec1bd63de78761dcb3a8c785638",
        asked=frozenset(
            {
                *("Parser", "close", "content", "create_entry_for_section", "data", "feed", "get", "is_excluded"),
                *("meta", "toc", "url"),
            }
        ),
        feed=_feed_material,
    ),
    # The same in MkDocs 1.6 and ProperDocs.
    "mkdocs": (
        of_mkdocs := _Known(
            name="ContentParser",
            first_class=b"\nclass ContentSection:\n",
            digest="e9f765852bb669553e733c3363e976a74a733b27e4c4e19bb7b7127eb841a1be",
            asked=frozenset(
                {
                    *("ContentParser", "_add_entry", "close", "config", "content", "create_entry_for_section", "data"),
                    *("feed", "rstrip", "stripped_html", "title", "toc", "url"),
                }
            ),
            feed=_feed_mkdocs,
        )
    ),
    "properdocs": of_mkdocs,
}
"""By the package that it is in."""


@functools.cache
def adder_of(kind: type) -> AddEntries:
    """What adds entries to indexes of a class: its own method, with a parser of ours where that does the same."""
    add: AddEntries = kind.add_entry_from_context  # type: ignore[attr-defined]
    module, known = sys.modules.get(kind.__module__), _KNOWN.get(kind.__module__.partition(".")[0])
    if module is None or known is None or not isinstance(add, FunctionType) or not _is_known(module, add, known):
        return add
    names = {**vars(module), known.name: functools.partial(_Parser, module, known)}
    return FunctionType(add.__code__, names, add.__name__, add.__defaults__, add.__closure__)


def _is_known(module: ModuleType, add: FunctionType, known: _Known) -> bool:
    """Whether all that a module does with HTML is what is known here, and nobody has changed it in memory."""
    path, parser = getattr(module, "__file__", None), getattr(module, known.name, None)
    if not path or parser is None or getattr(module, "escape", html.escape) is not html.escape:
        return False
    methods = [add, *filter(callable, vars(parser).values())]
    if any(getattr(getattr(method, "__code__", None), "co_filename", None) != path for method in methods):
        return False
    if not {*add.__code__.co_names} <= known.asked:
        return False
    try:
        code = Path(path).read_bytes()
    except OSError:
        return False
    return hashlib.sha256(code.partition(known.first_class)[2]).hexdigest() == known.digest


class _Parser:
    """What that method needs of a parser."""

    def __init__(self, module: Any, known: _Known) -> None:
        self._module = module
        self._known = known
        self._own = getattr(module, known.name)()
        """The parser of the plugin."""

    def feed(self, content: Any) -> None:
        """Give that parser what it would find in some HTML, or let it find that itself."""
        if type(content) is not str or not self._known.feed(self._own, content, self._module):
            self._own.feed(content)
            self._own.close()

    def close(self) -> None:
        """Nothing is left to be found."""

    def __getattr__(self, name: str) -> Any:
        """What was found."""
        return getattr(self._own, name)
