"""Markdown tries each inline pattern on each piece of text; here, only those of which it has the signs.

This touches two methods that the treeprocessor `inline` keeps to itself: `__handleInline`, which is replaced in each
such object, and `__applyPattern`, which goes on to do all the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from .known_code import is_known
from .pattern_signs import needed_signs

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from markdown import Markdown

_HANDLE = "_InlineProcessor__handleInline"
_APPLY = "_InlineProcessor__applyPattern"
_KNOWN = {
    _HANDLE: frozenset({"4ffda42c8c4fc79721f67e557bc5c31a8f911be97ad77eead19155db745bca31"}),
    _APPLY: frozenset(
        {
            "f4a69714c74f651608ad9506eebac6441115a5ccfa4b85e033ab61e0bf1c38a4",  # 3.8 to 3.10
            "6f09688818f4854523a18125d917a78ba2635cf30d713d84f99965730f12de06",
        }
    ),
}
_CALM = frozenset({"markdown", "pymdownx", "material", "materialx", __name__.partition(".")[0]})
"""Packages whose patterns do not change which patterns there are while some are tried."""

_Row = tuple[str, str, Any]
"""A sign that a pattern needs, others that do as well, and the pattern; the first is empty if it may need none."""


def hasten_inline_texts(md: Markdown) -> None:
    """Have the treeprocessors of inline text that a converter has leave out patterns that can't match."""
    if not _is_known():
        return
    for each in md.treeprocessors:
        if type(each) is InlineProcessor:
            setattr(each, _HANDLE, _handler(each))


def _is_known() -> bool:
    return all(is_known(getattr(InlineProcessor, name, None), digests) for name, digests in _KNOWN.items())


def _handler(processor: InlineProcessor) -> Callable[..., str]:
    stock: Callable[..., str] = getattr(processor, _HANDLE)
    apply: Callable[..., tuple[str, bool, int]] = getattr(processor, _APPLY)
    stash: object = None
    rows: list[_Row] | None = None

    def handle(data: str, patternIndex: int = 0) -> str:  # noqa: N803  # as the method has it
        nonlocal stash, rows
        # Each run has a stash of its own.
        if processor.stashed_nodes is not stash:
            stash, rows = processor.stashed_nodes, _rows(processor.inlinePatterns)
        if rows is None:
            return stock(data, patternIndex)
        if isinstance(data, AtomicString):
            return data
        for index in range(patternIndex, len(rows)):
            sign, others, pattern = rows[index]
            if sign not in data:
                for other in others:
                    if other in data:
                        break
                else:
                    continue
            matched, start = True, 0
            while matched:
                data, matched, start = apply(pattern, data, index, start)
        return data

    return handle


def _rows(patterns: Iterable[Any]) -> list[_Row] | None:
    """All patterns in their order; `None` where one may change them."""
    found = list(patterns)
    is_calm = all(type(pattern).__module__.partition(".")[0] in _CALM for pattern in found)
    return [_row(pattern) for pattern in found] if is_calm else None


def _row(pattern: Any) -> _Row:
    if getattr(type(pattern), "getCompiledRegExp", None) is not Pattern.getCompiledRegExp:
        return "", "", pattern
    compiled: re.Pattern[str] = pattern.compiled_re
    key = compiled.pattern, compiled.flags
    if key not in _needed:
        signs = needed_signs(compiled) or ""
        _needed[key] = signs[:1], signs[1:]
    return *_needed[key], pattern


_needed: dict[tuple[str, int], tuple[str, str]] = {}
"""The signs of each pattern that there has been."""
