"""Digests of values, which are the same only for the same values, in whichever process and from whichever copies."""

from __future__ import annotations

import sys
from copy import deepcopy
from typing import Any

import pytest
from markupsafe import Markup

from mkdocs_blogposts.cache.entries import digest

NAME = sys.intern("name")
SAME: dict[str, tuple[Any, Any]] = {
    "one text twice": ([NAME, NAME], [NAME, "-name"[1:]]),
    "one list twice": ([[1, 2]] * 2, [[1, 2], [1, 2]]),
    "a copy": ({"a": ("b", 1.5, None)}, deepcopy({"a": ("b", 1.5, None)})),
    "markup": ([Markup("<b>"), {"a": Markup("c")}], ["<b>", {"a": "c"}]),
    "half of a pair": (["\ud800"], ["\ud800 "[:1]]),
}
OTHERS: list[tuple[Any, ...]] = [
    *((1,), (True,), (1.0,), ("1",), (None,), (0.0,), (-0.0,), (2**70,)),
    *(("a", "b"), ("ab",), ("a", "b", ""), ("", "ab"), (["a", "b"],), (("a", "b"),), (["a"], "b")),
    *(({"a": "b"},), ([["a", "b"]],), ({},), ([],), ((),), ()),
]


@pytest.mark.parametrize("values", SAME.values(), ids=SAME)
def test_what_is_the_same_has_one_digest(values: tuple[Any, Any]) -> None:
    assert digest(values[0]) == digest(values[1])


def test_what_is_not_the_same_has_another_digest() -> None:
    assert len({digest(*parts) for parts in OTHERS}) == len(OTHERS)
