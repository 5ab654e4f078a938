"""Takes a text apart into tokens of python-liquid, in one go; a mark that nothing ends stays text, and is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from liquid.exceptions import LiquidSyntaxError
from liquid.token import TOKEN_COMMENT, TOKEN_CONTENT, TOKEN_EOF, TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG, Token

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

    from liquid.exceptions import LiquidError

OPEN_BRACES = "the '{{' that begins here is never closed"
OPEN_TAG = "the '{%' that begins here is never closed"
OPEN_RAW = "the 'raw' that begins here is never closed"
NO_NAME = "this tag has no name"

MOST_TOLD = 1000
"""Errors of one text that are counted."""

_FAR = 2000
"""Characters in which the braces that end a value are looked for, once others begin."""

_MARK = re.compile(r"\{[{%]")
_NAMED = re.compile(r"-?\s*(#|\w+)\s*")
_END_OF_RAW = re.compile(r"\{%-?\s*endraw\s*-?%\}")
_COMMENT = re.compile(r"\{%-?\s*(end)?comment\b[^%]*%\}")


@dataclass
class Lexer:
    """One text on its way."""

    text: str
    errors: list[LiquidError] = field(default_factory=list)
    """Marks that are not Liquid's after all."""
    _strips: bool = False
    _braces: int = -1
    """Where the next braces are that end a value."""

    def tokens(self) -> Iterator[Token]:
        """The tokens of the text, in order."""
        at = start = 0
        while found := _MARK.search(self.text, at):
            at = found.start()
            end = self._end_of_braces(at) if found[0] == "{{" else self._end_of_tag(at)
            if end is None:
                at += 2
                continue
            yield from self._literal(start, at, strips=self.text.startswith("-", at + 2))
            made = self._output(at, end) if found[0] == "{{" else self._tag(at, end)
            start = at = yield from made
        yield from self._literal(start, len(self.text), strips=False)

    def _end_of_braces(self, at: int) -> int | None:
        if self._braces < at + 2:
            self._braces = self.text.find("}}", at + 2) if at + 2 <= self._last_braces else len(self.text)
        end = self._braces
        if at + 2 > self._last_braces or self._goes_astray(at + 2, min(end, at + _FAR)):
            self._note(OPEN_BRACES, at)
            return None
        return end + 2

    def _goes_astray(self, start: int, end: int) -> bool:
        """Whether the end that was found belongs to other braces, lines below."""
        line = self.text.find("\n", start, end)
        found = _MARK.search(self.text, line, end) if line >= 0 else None
        before = self.text[start : found.start()] if found else ""
        return bool(found) and before.count('"') % 2 == 0 and before.count("'") % 2 == 0

    def _end_of_tag(self, at: int) -> int | None:
        end = self.text.find("%}", at + 2) if at + 2 <= self._last_tag else -1
        if end < 0:
            self._note(OPEN_TAG, at)
            return None
        if not _NAMED.match(self.text, at + 2, end):
            self._note(NO_NAME, at)
            return None
        return end + 2

    def _note(self, message: str, at: int) -> None:
        if len(self.errors) < MOST_TOLD:
            self.errors.append(LiquidSyntaxError(message, token=Token(TOKEN_EOF, "", at, self.text)))

    def _literal(self, start: int, end: int, *, strips: bool) -> Iterator[Token]:
        value = self.text[start:end]
        if self._strips:
            value = value.lstrip()
        if strips:
            value = value.rstrip()
        self._strips = False
        if value:
            yield Token(TOKEN_CONTENT, value, start, self.text)

    def _output(self, at: int, end: int) -> Generator[Token, None, int]:
        first, last = self._inner(at + 2, end - 2)
        yield Token(TOKEN_OUTPUT, self.text[at:end], at, self.text)
        yield Token(TOKEN_EXPRESSION, self.text[first:last], first, self.text)
        return end

    def _tag(self, at: int, end: int) -> Generator[Token, None, int]:
        named = _NAMED.match(self.text, at + 2, end - 2)
        assert named is not None  # noqa: S101  # such a tag has no end
        name, place = named[1], named.start(1)
        first, last = self._inner(named.end(), end - 2)
        if name == "raw":
            # As in Jekyll, the signs that strip what is around are those of the tag that begins it.
            closing = self._end_of_raw(end)
            until = closing.start() if closing else self._end_of_paragraph(end)
            if closing is None:
                self._note(OPEN_RAW, at)
            yield Token(TOKEN_CONTENT, self.text[end:until], end, self.text)
            return closing.end() if closing else until
        yield Token(TOKEN_TAG, name, place, self.text)
        if last > first:
            yield Token(TOKEN_EXPRESSION, self.text[first:last], first, self.text)
        if name == "comment" and (comment := self._comments.get(at)):
            yield Token(TOKEN_COMMENT, self.text[end:comment], end, self.text)
            self._strips = False
            return comment
        return end

    def _inner(self, first: int, last: int) -> tuple[int, int]:
        """Where that begins and ends which stands between two marks, without margins and the signs that strip."""
        text = self.text
        self._strips = last > first and text[last - 1] == "-"
        last -= self._strips
        inner = text[first:last]
        if first < last and text[first] == "-" and text.startswith("{{", first - 2):
            first, inner = first + 1, inner[1:]
        first += len(inner) - len(inner.lstrip())
        return min(first, last), max(first, last - (len(inner) - len(inner.rstrip())))

    def _end_of_raw(self, at: int) -> re.Match[str] | None:
        return _END_OF_RAW.search(self.text, at) if at <= self._last_raw else None

    def _end_of_paragraph(self, at: int) -> int:
        end = self.text.find("\n\n", at)
        return end if end >= 0 else len(self.text)

    @cached_property
    def _last_braces(self) -> int:
        return self.text.rfind("}}")

    @cached_property
    def _last_tag(self) -> int:
        return self.text.rfind("%}")

    @cached_property
    def _last_raw(self) -> int:
        return max((found.start() for found in _END_OF_RAW.finditer(self.text)), default=-1)

    @cached_property
    def _comments(self) -> Mapping[int, int]:
        """Where each comment begins, and where the tag begins that ends it."""
        ends: dict[int, int] = {}
        opened: list[int] = []
        for found in _COMMENT.finditer(self.text):
            if not found[1]:
                opened.append(found.start())
            elif opened:
                ends[opened.pop()] = found.start()
        return ends
