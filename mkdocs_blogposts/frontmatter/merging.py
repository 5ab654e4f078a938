"""How the values of a file lie over those that hold for a wider folder: by Material's rule, and by Jekyll's."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Any, TypeVar

_T = TypeVar("_T")


def over_defaults(
    values: Mapping[str, Any], *, of_folder: Mapping[str, Any], of_jekyll: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, int]]:
    """A file's values over those of `.meta.yml` and `_config.yml`, and how many items now precede its own in a list."""
    moved: dict[str, int] = {}
    if of_jekyll:
        values = _over_jekyll_defaults(of_jekyll, values, moved)
    return _merge(of_folder, values, "", moved), moved


def _over_jekyll_defaults(
    defaults: Mapping[str, Any], values: Mapping[str, Any], moved: dict[str, int]
) -> dict[str, Any]:
    """The file's own values over those of `_config.yml`; of lists, Jekyll joins only categories."""
    merged = merge_as_jekyll(defaults, values)
    wider, own = (names.get("categories") for names in (defaults, values))
    if wider is not None and own is not None:
        before = wider.split() if isinstance(wider, str) else list(wider) if isinstance(wider, list) else [wider]
        if isinstance(own, (str, list)):
            moved["categories"] = len(before)
            merged["categories"] = [*before, *(own.split() if isinstance(own, str) else own)]
    return merged


def merge(defaults: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Values over those that hold for a wider folder; lists of both are joined, as Material's `meta` plugin does."""
    return _merge(defaults, values, "", {})


def _merge(defaults: Mapping[str, Any], values: Mapping[str, Any], name: str, moved: dict[str, int]) -> dict[str, Any]:
    """The file's own values over the folder's; lists of both are joined, as Material's `meta` plugin does."""
    if not defaults:
        return dict(values)
    merged = copy.deepcopy(dict(defaults))
    for key, value in values.items():
        full = f"{name}.{key}" if name else key
        default = merged.get(key)
        if isinstance(default, list) and isinstance(value, list):
            moved[full] = len(default)
            merged[key] = default + value
        elif isinstance(default, Mapping) and isinstance(value, Mapping):
            merged[key] = _merge(default, value, full, moved)
        else:
            merged[key] = value
    return merged


def move_items(named: Mapping[str, _T], moved: Mapping[str, int]) -> Mapping[str, _T]:
    """The same names, with the numbers that items have once the items of the defaults stand before them."""
    if not moved:
        return named
    return {_moved_name(name, moved): value for name, value in named.items()}


def _moved_name(name: str, moved: Mapping[str, int]) -> str:
    for start, by in moved.items():
        if item := re.match(rf"{re.escape(start)}\[(\d+)\]", name):
            return f"{start}[{int(item[1]) + by}]{name[item.end() :]}"
    return name


def merge_as_jekyll(wider: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Values over those of a wider scope; mappings are merged, lists are not, and a null says nothing."""
    merged = copy.deepcopy(dict(wider))
    for key, value in own.items():
        below = merged.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            merged[key] = merge_as_jekyll(below, value)
        elif value is not None or key not in merged:
            merged[key] = value
    return merged
