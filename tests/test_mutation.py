"""What the search for gaps in our tests changes in a module, and what it leaves."""

from __future__ import annotations

import ast

from tests.mutation import changes_of

MODULE = '''\
"""A module."""
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
NAME: dict[str, "x"] = {}
def f(a, b):
    """What comes back."""
    if not a and b < 2:
        return f"{a + 1} of"
    return a in b
'''


def test_each_place_that_makes_a_difference_is_changed_and_no_other() -> None:
    changes = changes_of("m.py", MODULE)

    assert sorted(map(str, changes)) == [
        "m.py:10: 1  ->  2",
        "m.py:10: a + 1  ->  a - 1",
        "m.py:10: f'{a + 1} of'  ->  None",
        "m.py:11: a in b  ->  None",
        "m.py:11: a in b  ->  a not in b",
        "m.py:9: 2  ->  3",
        "m.py:9: b < 2  ->  b <= 2",
        "m.py:9: not a  ->  bool(a)",
        "m.py:9: not a and b < 2  ->  not a or b < 2",
    ]


def test_a_changed_module_differs_in_one_place() -> None:
    change = next(each for each in changes_of("m.py", MODULE) if each.after == "b <= 2")

    assert ast.dump(ast.parse(change.text)) == ast.dump(ast.parse(MODULE.replace("b < 2", "b <= 2")))
