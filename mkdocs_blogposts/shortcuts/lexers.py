"""Pygments tries all rules of a lexer's state at each place of code; here, only those that may begin with its sign.

This replaces `RegexLexer.get_tokens_unprocessed` meanwhile, and reads `_tokens`, the rules of each class of lexers. It
also replaces the function by which `pymdownx.highlight` finds a lexer among hundreds.
"""

from __future__ import annotations

import functools
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from .known_code import replaced
from .pattern_signs import first_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MODULE = "pygments.lexer"
_METHOD = "get_tokens_unprocessed"
_KNOWN = frozenset({"88a4fa61d5d5449266c87ee3ac38cc86363c99e8e0e0a4f3e763be79f59a4024"})
_FINDER = "get_lexer_by_name"
_KNOWN_FINDERS = frozenset({"03b613d8a7ea1ab1e6908d640585711fa23b81daa1d82a13f5613a202f09d88b"})
_ENOUGH = 1_500
"""Characters of code from which on it pays to find out with what the rules of a lexer begin."""

_Rule = tuple[Any, Any, Any]
"""What matches, what to make of it, and which state comes then."""


class _State(dict[str, tuple[_Rule, ...]]):
    """The rules of a state by the sign that a match begins with, found out when there is one."""

    def __init__(self, rules: Iterable[_Rule]) -> None:
        super().__init__()
        self.rules = tuple(rules)
        """All of them, in the order in which they are tried."""

    @functools.cached_property
    def _firsts(self) -> list[int | None]:
        return [_firsts_of(rule[0]) for rule in self.rules]

    def __missing__(self, sign: str) -> tuple[_Rule, ...]:
        rules = self.rules
        if sign.isascii() and sign:
            bit = 1 << ord(sign)
            firsts = zip(self.rules, self._firsts, strict=True)
            rules = tuple(rule for rule, signs in firsts if signs is None or signs & bit)
        self[sign] = rules
        return rules


def _firsts_of(match: Any) -> int | None:
    """With which signs what a rule matches may begin; `None` where that is not known."""
    pattern: Any = getattr(match, "__self__", None)
    is_known = isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str) and match.__name__ == "match"
    return first_signs(pattern) if is_known else None


_seen: WeakKeyDictionary[type, int] = WeakKeyDictionary()
"""How much code each class of lexers has had."""
_states: WeakKeyDictionary[type, dict[str, _State]] = WeakKeyDictionary()


def _states_of(lexer: Any, text: str) -> dict[str, _State] | None:
    """The states of a lexer; `None` where they are its own, or have hardly been asked for."""
    kind = type(lexer)
    tokens = vars(kind).get("_tokens")
    if tokens is None or lexer._tokens is not tokens or type(tokens) is not dict:  # noqa: SLF001  # see above
        return None
    states = _states.get(kind)
    if states is None:
        _seen[kind] = seen = _seen.get(kind, 0) + len(text)
        if seen >= _ENOUGH:
            states = _states[kind] = {name: _State(rules) for name, rules in tokens.items()}
    return states


def _tokens_of(
    lexer: Any, text: str, stack: Iterable[str], states: dict[str, _State]
) -> Iterator[tuple[int, Any, str]]:
    """The tokens that the method finds, with these states."""
    from pygments.token import Error, Whitespace, _TokenType  # noqa: PLC0415  # it is there, as there is a lexer

    names = list(stack)
    state = states[names[-1]]
    place = 0
    while True:
        for matches, action, goes_to in state[text[place : place + 1]]:
            match = matches(text, place)
            if not match:
                continue
            if action is not None:
                if type(action) is _TokenType:
                    yield place, action, match.group()
                else:
                    yield from action(lexer, match)
            place = match.end()
            if goes_to is not None:
                _go(names, goes_to)
                state = states[names[-1]]
            break
        else:
            if place >= len(text):
                return
            if text[place] == "\n":
                names = ["root"]
                state = states["root"]
                yield place, Whitespace, "\n"
            else:
                yield place, Error, text[place]
            place += 1


def _go(names: list[str], goes_to: Any) -> None:
    """Change the stack of states as a rule says; one of them always stays."""
    if isinstance(goes_to, tuple):
        for name in goes_to:
            if name == "#push":
                names.append(names[-1])
            elif name != "#pop":
                names.append(name)
            elif len(names) > 1:
                names.pop()
    elif isinstance(goes_to, int):
        del names[1 if abs(goes_to) >= len(names) else goes_to :]
    else:
        names.append(names[-1])  # "#push", and there is no other


@contextmanager
def hastened_lexers() -> Iterator[None]:
    """Within, lexers are found sooner, and find the same tokens with fewer attempts, if there are any lexers."""
    lexer, highlighter = getattr(sys.modules.get(_MODULE), "RegexLexer", None), sys.modules.get("pymdownx.highlight")
    with (
        replaced(lexer, _METHOD, _KNOWN, _hastened),
        replaced(highlighter, _FINDER, _KNOWN_FINDERS, _found_once),
    ):
        yield


def _hastened(stock: Any) -> Any:
    def get_tokens_unprocessed(
        self: Any, text: str, stack: Iterable[str] = ("root",)
    ) -> Iterator[tuple[int, Any, str]]:
        states = _states_of(self, text)
        return stock(self, text, stack) if states is None else _tokens_of(self, text, stack, states)

    return get_tokens_unprocessed


_kinds: dict[str, type] = {}
"""The class of lexers for each name that there has been."""


def _found_once(stock: Any) -> Any:
    def get_lexer_by_name(_alias: str, **options: Any) -> Any:
        kind = _kinds.get(_alias)
        if kind:
            return kind(**options)
        lexer = stock(_alias, **options)
        _kinds[_alias] = type(lexer)
        return lexer

    return get_lexer_by_name
