"""What the search for gaps in our tests changes in a module, and what it leaves."""

from __future__ import annotations

import ast

from tests.mutation.changes import changes_of, sample
from tests.mutation.copies import PROJECT
from tests.mutation.explained import explanations

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


def test_it_is_known_which_statement_a_change_is_in_and_whether_that_runs_at_import() -> None:
    module = "def f(\n    a=1,\n    b=(lambda: 2),\n):\n    for each in g(\n        3,\n    ):\n        h(each)\n"

    changes = {change.before: change for change in changes_of("m.py", module)}

    assert {before: (change.lines, change.runs_at_import) for before, change in changes.items()} == {
        "1": ((1, 4), True),
        "2": ((1, 4), False),
        "3": ((5, 7), False),
    }


def test_a_sample_stays_nearly_the_same_when_other_lines_are_edited() -> None:
    lines = [f"a{number} = {number}\n" for number in range(100)]

    before = {change.edit for change in sample(changes_of("m.py", "".join(lines)), 20, 0)}
    after = {change.edit for change in sample(changes_of("m.py", "".join(["b = 'new'\n", *lines])), 20, 0)}
    others = {change.edit for change in sample(changes_of("m.py", "".join(lines)), 20, 1)}

    assert len(before) == len(after) == 20
    assert len(before & after) >= 19
    assert before != others


def test_each_change_that_is_explained_is_one_that_there_is() -> None:
    known = {
        (change.module, change.code, change.edit)
        for module in {module for module, _, _ in explanations()}
        for change in changes_of(module, (PROJECT / module).read_text(encoding="utf-8"))
    }

    assert explanations().keys() - known == set()
    assert all(explanations().values())
