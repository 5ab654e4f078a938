"""Emphasis as kramdown reads it: none in another of its kind, so that such signs stay text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from .line_patterns import WHITESPACE

if TYPE_CHECKING:
    from markdown import Markdown

_SIGN = re.compile(r"[*_]")
_TAGS = {1: "em", 2: "strong"}
_SPACES = tuple(WHITESPACE)
_IN_WORD = re.compile(r"[^\W\d_]-?\Z")
STEPS = 300_000
"""Signs that are looked at for one text; where there are more to look at, the rest stay text."""

_THEIRS = ("delimiter", "em_strong", "em_strong2", "strong_em", "strong_em2", "strong_em3", "strong_em4")
"""Other readers of emphasis, by the names that they have in Markdown and in `pymdownx.betterem`."""

_Found = tuple[Element, int]
"""An element, and where it ends."""


class Emphasis(InlineProcessor):
    """Reads `*`, `**`, `_` and `__`."""

    PATTERN = r"\*\*?|__?"

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._signs = _Signs("")

    def reset(self) -> None:
        """Begin with another text."""
        self._signs = _Signs("")

    def handleMatch(  # type: ignore[override]  # noqa: N802  # the name is Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int, int]:
        """The element that begins here; none where the signs are text."""
        around: list[str] = getattr(self.md.treeprocessors["inline"], "ancestors", [])
        is_read = bool(around) and around[-1] in _TAGS.values()
        if is_read:
            return None, m.start(), m.end()
        if self._signs.text != data:
            self._signs = _Signs(data, self._signs.steps)
        found = self._signs.element(m.start(), frozenset(around) & frozenset(_TAGS.values()))
        return (found[0], m.start(), found[1]) if found else (None, m.start(), m.end())


def read_emphasis(md: Markdown) -> Emphasis:
    """What reads the emphasis of texts, in place of all that else would."""
    for name in _THEIRS:
        if name not in md.inlinePatterns:
            continue
        processor = md.inlinePatterns[name]
        if remove := getattr(processor, "remove", None):
            # Since Markdown 3.11, one reads all marks of that kind, those of other extensions too.
            for sign in "*_":
                remove(sign)
        else:
            md.inlinePatterns.deregister(name)
    emphasis = Emphasis(Emphasis.PATTERN, md)
    md.inlinePatterns.register(emphasis, "blogposts_emphasis", 60)
    return emphasis


@dataclass
class _Signs:
    """The signs of one text."""

    text: str
    steps: int = STEPS
    """How many signs may still be looked at."""
    _failed: set[tuple[int, str, frozenset[str]]] = field(default_factory=set)

    def element(self, at: int, outer: frozenset[str]) -> _Found | None:
        """The element that begins with the sign at a place, within others."""
        mark = self._mark(at)
        tag, inner = _TAGS[len(mark)], at + len(mark)
        if tag in outer or self._is_text(at, inner):
            return None
        found = self._closed(inner, mark, outer)
        if found is None and tag == "strong" and "em" not in outer:
            found = self._closed(at + 1, mark[0], outer)
        return found

    def _mark(self, at: int) -> str:
        return self.text[at] * (2 if self.text.startswith(self.text[at], at + 1) else 1)

    def _is_text(self, at: int, inner: int) -> bool:
        is_in_word = self.text[at] == "_" and bool(_IN_WORD.search(self.text[max(at - 2, 0) : at]))
        return is_in_word or self.text.startswith(_SPACES, inner)

    def _closed(self, start: int, mark: str, outer: frozenset[str]) -> _Found | None:
        """The element whose text begins at a place, if a mark ends it."""
        if (start, mark, outer) in self._failed:
            return None
        tag = _TAGS[len(mark)]
        element, inside, at, before = Element(tag), outer | {tag}, start, start
        while found := _SIGN.search(self.text, at):
            at = found.start()
            self.steps -= 1
            if self.steps < 0:
                return None
            if at > start and self._ends(at, mark):
                _add_text(element, self.text[before:at])
                return element, at + len(mark)
            child = self.element(at, inside)
            if child is None:
                at += len(self._mark(at))
                continue
            _add_text(element, self.text[before:at])
            element.append(child[0])
            at = before = child[1]
        self._failed.add((start, mark, outer))
        return None

    def _ends(self, at: int, mark: str) -> bool:
        text, end = self.text, at + len(mark)
        if not text.startswith(mark, at) or text.endswith(_SPACES, 0, at):
            return False
        if len(mark) == 1 and text.startswith(mark * 2, at) and not text.startswith(mark * 3, at):
            return False
        return mark[0] != "_" or not text[end : end + 1].isalnum()


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
