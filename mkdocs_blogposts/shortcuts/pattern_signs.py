"""What text must have for a regular expression to match it, read off its parts.

This touches `re._parser`, with which Python itself takes patterns apart; without it nothing is known of any.
"""

from __future__ import annotations

import functools
import importlib
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ANY = (1 << 128) - 1
"""All signs of ASCII, one bit each."""

_MOST = 12
"""Of how many signs one must be there, at most."""
_LETTERS = sum(1 << ord(sign) for sign in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DIGITS = sum(1 << ord(sign) for sign in "0123456789")
_WORDS = _LETTERS | _DIGITS | 1 << ord("_")
_SPACES = sum(1 << ord(sign) for sign in " \t\n\r\f\v")
_SEPARATORS = 0b1111 << 0x1C
"""Spaces in text, but not in ASCII."""
_MOST_OF = {
    "CATEGORY_DIGIT": _DIGITS,
    "CATEGORY_NOT_DIGIT": ANY & ~_DIGITS,
    "CATEGORY_SPACE": _SPACES | _SEPARATORS,
    "CATEGORY_NOT_SPACE": ANY & ~_SPACES,
    "CATEGORY_WORD": _WORDS,
    "CATEGORY_NOT_WORD": ANY & ~_WORDS,
}
"""All that a class of signs may have."""
_LEAST_OF = {
    **_MOST_OF,
    "CATEGORY_SPACE": _SPACES,
    "CATEGORY_NOT_SPACE": ANY & ~(_SPACES | _SEPARATORS),
}
"""What it has whatever the flags."""
_WITHIN = {"SUBPATTERN": 3, "ATOMIC_GROUP": None, "MAX_REPEAT": 2, "MIN_REPEAT": 2, "POSSESSIVE_REPEAT": 2}
"""Parts that have others in them, and where."""
_WIDTHLESS = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


@functools.cache
def _parts_of(pattern: str, flags: int) -> Any:
    """What a pattern consists of; `None` where that can't be told."""
    try:
        return importlib.import_module("re._parser").parse(pattern, flags)
    except (ImportError, AttributeError, re.error, RecursionError):
        return None


def first_signs(pattern: re.Pattern[str]) -> int:
    """With which signs of ASCII a match may begin, one bit each; all of them where it may be empty."""
    parts = _parts_of(pattern.pattern, pattern.flags)
    signs, may_be_empty = (ANY, True) if parts is None else _first_of(parts, pattern.flags)
    return ANY if may_be_empty else signs


def _first_of(parts: Iterable[tuple[Any, Any]], flags: int) -> tuple[int, bool]:
    """The same for parts one after the other, and whether these may be empty."""
    signs = 0
    for kind, value in parts:
        more, may_be_empty = _first_of_part(str(kind), value, flags)
        signs |= more
        if not may_be_empty:
            return signs, False
    return signs, True


def _first_of_part(kind: str, value: Any, flags: int) -> tuple[int, bool]:
    if kind in _WIDTHLESS:
        return 0, True
    if kind in {"LITERAL", "NOT_LITERAL", "IN", "ANY"}:
        return _one_of(kind, value, flags), False
    if kind == "BRANCH":
        found = [_first_of(each, flags) for each in value[1]]
        return functools.reduce(int.__or__, (signs for signs, _ in found), 0), any(empty for _, empty in found)
    if kind in _WITHIN:
        inner, flags = _inner(kind, value, flags)
        signs, may_be_empty = _first_of(inner, flags)
        return signs, may_be_empty or ("REPEAT" in kind and value[0] == 0)
    return ANY, True


def _inner(kind: str, value: Any, flags: int) -> tuple[Any, int]:
    """What is in such a part, and the flags for it."""
    if kind == "SUBPATTERN":
        _, added, taken, inner = value
        return inner, (flags | added) & ~taken
    place = _WITHIN[kind]
    return (value if place is None else value[place]), flags


def _one_of(kind: str, value: Any, flags: int) -> int:
    """All signs of ASCII that a part of one sign may be."""
    if kind == "ANY":
        return ANY
    if kind == "LITERAL":
        return _with_cases(_range(value, value), flags, beyond=value > 127)  # noqa: PLR2004  # the last of ASCII
    if kind == "NOT_LITERAL":
        return ANY & ~_certain(_range(value, value), flags)
    is_negated = value[0][0] is not None and str(value[0][0]) == "NEGATE"
    items = [(str(each), given) for each, given in value[is_negated:]]
    if is_negated:
        return ANY & ~_certain(functools.reduce(int.__or__, (_item(*each, _LEAST_OF) for each in items), 0), flags)
    signs = functools.reduce(int.__or__, (_item(*each, _MOST_OF) for each in items), 0)
    beyond = any(kind == "CATEGORY" or _highest(given) > 127 for kind, given in items)  # noqa: PLR2004
    return _with_cases(signs, flags, beyond=beyond)


def _item(kind: str, value: Any, classes: dict[str, int]) -> int:
    match kind:
        case "LITERAL":
            return _range(value, value)
        case "RANGE":
            return _range(*value)
        case "CATEGORY" if str(value) in classes:
            return classes[str(value)]
    return ANY if classes is _MOST_OF else 0


def _highest(value: Any) -> int:
    return max(value) if isinstance(value, tuple) else int(value)


def _range(low: int, high: int) -> int:
    return ANY & ((1 << min(high, 127) + 1) - 1) & ~((1 << low) - 1) if low < 128 else 0  # noqa: PLR2004


def _with_cases(signs: int, flags: int, *, beyond: bool) -> int:
    """These signs, and those that count as the same without regard to case: `K` of Kelvin is a `k` as well."""
    if not flags & re.IGNORECASE:
        return signs
    return signs | _LETTERS if beyond or signs & _LETTERS else signs


def _certain(signs: int, flags: int) -> int:
    """Those of some signs that an exclusion of them excludes."""
    return signs & ~_LETTERS if flags & re.IGNORECASE else signs


def needed_signs(pattern: re.Pattern[str]) -> str | None:
    """Signs of which every match has one, or text before or behind it; `None` where no such are known."""
    parts = _parts_of(pattern.pattern, pattern.flags)
    found = None if parts is None else _needed_of(parts, pattern.flags)
    return "".join(sorted(found)) if found else None


def _needed_of(parts: Iterable[tuple[Any, Any]], flags: int) -> frozenset[str] | None:
    found = [needed for kind, value in parts for needed in _needed_of_part(str(kind), value, flags)]
    return min(found, key=_commonness, default=None)


def _needed_of_part(kind: str, value: Any, flags: int) -> Iterator[frozenset[str]]:
    needed: frozenset[str] | None = None
    if kind == "LITERAL":
        needed = _literals([value], flags)
    elif kind == "IN" and all(str(each) == "LITERAL" for each, _ in value):
        needed = _literals([given for _, given in value], flags)
    elif kind == "BRANCH":
        each = [_needed_of(alternative, flags) for alternative in value[1]]
        needed = frozenset().union(*(one for one in each if one)) if all(each) else None
    elif kind == "ASSERT":
        needed = _needed_of(value[1], flags)
    elif kind in _WITHIN and not ("REPEAT" in kind and value[0] == 0):
        needed = _needed_of(*_inner(kind, value, flags))
    if needed and len(needed) <= _MOST:
        yield needed


def _literals(values: list[int], flags: int) -> frozenset[str] | None:
    signs = frozenset(map(chr, values))
    # Other letters may count as the same.
    return None if flags & re.IGNORECASE and any(sign.isalpha() or not sign.isascii() for sign in signs) else signs


def _commonness(signs: frozenset[str]) -> tuple[int, int, list[str]]:
    """How often text has one of them, roughly."""
    rank = max(3 if sign == " " else 2 if sign.isalnum() else 1 if sign in "\n.,-'\"" else 0 for sign in signs)
    return rank, len(signs), sorted(signs)
