"""pymdownx copies default options and lists of emoji for each text by `copy.deepcopy`; these know a quicker way.

This replaces mappings that modules of pymdownx have by equal ones, if there is nothing in them but mappings, lists and
plain values, each in one place.
"""

from __future__ import annotations

import copy
import sys
from typing import Any

_MAPPINGS = (
    ("pymdownx.highlight", "DEFAULT_CONFIG"),
    *((f"pymdownx.{name}_db", part) for name in ("emoji1", "gemoji", "twemoji") for part in ("emoji", "aliases")),
)
"""By module and name."""
_PLAIN = frozenset({str, int, float, bool, type(None)})


class _Tree(dict[Any, Any]):
    """A mapping whose deep copy is made without looking for what is in several places."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[Any, Any]:
        """The copy, which is as any other."""
        return _copied(dict(self), memo)  # type: ignore[no-any-return]  # it is a mapping


def _copied(value: Any, memo: dict[int, Any]) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is dict:
        if _PLAIN.issuperset(map(type, value.values())):
            return value.copy()
        return {key: _copied(each, memo) for key, each in value.items()}
    if kind is list:
        return [_copied(each, memo) for each in value]
    return copy.deepcopy(value, memo)


def hasten_copies() -> None:
    """Have such mappings copied quickly from now on, of those modules that are there."""
    for name, attribute in _MAPPINGS:
        module = sys.modules.get(name)
        mapping = getattr(module, attribute, None)
        if type(mapping) is dict and _is_tree(mapping, set()):
            setattr(module, attribute, _Tree(mapping))


def _is_tree(value: Any, seen: set[int]) -> bool:
    """Whether all that is in a value is copied as told here, and nothing stands in it twice."""
    kind = type(value)
    if kind in _PLAIN:
        return True
    if kind not in {dict, list} or id(value) in seen:
        return False
    seen.add(id(value))
    if kind is dict and not all(type(key) in _PLAIN for key in value):
        return False
    return all(_is_tree(each, seen) for each in (value.values() if kind is dict else value))
