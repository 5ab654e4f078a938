"""What pymdownx copies for each text is copied as ever, in less time."""

from __future__ import annotations

import copy
import sys
from types import ModuleType
from typing import Any

import pytest
from pymdownx import emoji1_db, gemoji_db, highlight, twemoji_db

from mkdocs_blogposts.shortcuts.option_copies import _MAPPINGS, hasten_copies


def hastened(monkeypatch: pytest.MonkeyPatch, mapping: Any) -> Any:
    """A mapping as it is once its copies are hastened."""
    module = ModuleType("pymdownx.highlight")
    vars(module)["DEFAULT_CONFIG"] = mapping
    monkeypatch.setitem(sys.modules, module.__name__, module)
    hasten_copies()
    return vars(module)["DEFAULT_CONFIG"]


def shared(value: Any, other: Any) -> bool:
    """Whether two values have something in common that can be changed."""
    if not isinstance(value, (dict, list)):
        return False
    pairs = (
        zip(value.values(), other.values(), strict=True) if isinstance(value, dict) else zip(value, other, strict=True)
    )
    return value is other or any(shared(*pair) for pair in pairs)


@pytest.mark.parametrize(
    "mapping",
    [highlight.DEFAULT_CONFIG, emoji1_db.emoji, gemoji_db.aliases, twemoji_db.emoji, {"a": [[{"b": {}}], 1, None, ""]}],
    ids=["options", "emoji", "aliases", "more emoji", "nested"],
)
def test_copies_are_as_they_are_without_that(monkeypatch: pytest.MonkeyPatch, mapping: dict[str, Any]) -> None:
    mapping = {**mapping}
    ours = hastened(monkeypatch, {**mapping})
    made = copy.deepcopy(ours)

    assert ours == mapping == made
    assert list(made) == list(mapping)
    assert type(made) is dict
    assert ours is not mapping
    assert type(ours) is not dict
    assert not any(shared(value, made[key]) for key, value in ours.items())


def test_what_is_added_later_is_copied_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = hastened(monkeypatch, {"a": {"name": "A"}})
    ours["b"] = {"name": ["B"], "what": {1}}
    made = copy.deepcopy(ours)

    assert made == {"a": {"name": "A"}, "b": {"name": ["B"], "what": {1}}}
    assert made["b"]["name"] is not ours["b"]["name"]
    assert made["b"]["what"] is not ours["b"]["what"]


@pytest.mark.parametrize("value", [(1,), {1}, object(), type("Mine", (dict,), {})()])
def test_what_may_be_copied_in_another_way_is_left(monkeypatch: pytest.MonkeyPatch, value: Any) -> None:
    mapping = {"a": [value]}

    assert hastened(monkeypatch, mapping) is mapping


def test_so_is_what_stands_twice_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    twice: list[Any] = []
    mapping = {"a": twice, "b": [twice]}

    assert hastened(monkeypatch, mapping) is mapping


def test_all_that_pymdownx_copies_is_known() -> None:
    hasten_copies()

    assert {type(getattr(sys.modules[name], part)).__name__ for name, part in _MAPPINGS} == {"_Tree"}
