"""How a fault is told, and how much it weighs."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_blogposts.faults import Faults, Kind, Level, Place, shown


def test_a_fault_is_told_with_its_place_and_the_remedy() -> None:
    faults = Faults()
    faults.add(Kind.DATE, "docs/a.md", "date: 'July 1st' is not a date", place=Place(4, 7), hint="write it so")

    assert str(faults.found[0]) == "docs/a.md:4:7: date: 'July 1st' is not a date\n    write it so"


def test_a_fault_without_a_place_names_the_file() -> None:
    faults = Faults()
    faults.add(Kind.DUPLICATE_URL, "docs/a.md", "has the URL of docs/b.md")

    assert str(faults.found[0]) == "docs/a.md: has the URL of docs/b.md"


def test_a_message_is_one_line_whatever_it_quotes() -> None:
    faults = Faults()
    faults.add(Kind.TYPE, "a.md", "expected\n  a list")

    assert faults.found[0].message == "expected a list"


def test_faults_come_by_file_and_place() -> None:
    faults = Faults()
    for path, place in [
        ("b.md", None),
        ("a.md", Place(3)),
        ("a.md", Place(2, 9)),
        ("a.md", None),
        ("a.md", Place(2, 1)),
    ]:
        faults.add(Kind.TYPE, path, "x", place=place)

    assert [(fault.path, fault.place) for fault in faults] == [
        ("a.md", None),
        ("a.md", Place(2, 1)),
        ("a.md", Place(2, 9)),
        ("a.md", Place(3)),
        ("b.md", None),
    ]


def test_the_level_of_a_site_comes_before_that_of_a_fault_and_that_before_its_kinds() -> None:
    faults = Faults.for_site({"date": "warning"})
    faults.add(Kind.DATE, "a.md", "x", level=Level.INFO)
    faults.add(Kind.TYPE, "a.md", "x", level=Level.INFO)
    faults.add(Kind.TYPE, "b.md", "x")

    assert [fault.level for fault in faults.found] == [Level.WARNING, Level.INFO, Level.WARNING]


def test_faults_at_most_as_heavy_as_a_remark_are_no_heavier_whatever_the_site_has_set() -> None:
    faults = Faults(chosen={Kind.TYPE: Level.ERROR})
    faults.add(Kind.DATE, "a.md", "x")
    faults.add(Kind.DATE, "a.md", "x", level=Level.IGNORE)
    faults.add(Kind.TYPE, "a.md", "x")

    assert [fault.level for fault in faults.at_most(Level.INFO).found] == [Level.INFO, Level.IGNORE, Level.INFO]
    assert [fault.level for fault in faults.found] == [Level.ERROR, Level.IGNORE, Level.ERROR]


def test_faults_of_files_come_together_each_once_and_as_it_is() -> None:
    whole, one = Faults(chosen={Kind.TYPE: Level.ERROR}), Faults()
    one.add(Kind.TYPE, "a.md", "x", level=Level.INFO)
    whole.join(one)
    whole.join(one)

    assert whole.found == one.found


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("July 1st", "'July 1st'"),
        ("two\n lines", "'two lines'"),
        ("x" * 61, f"'{'x' * 60}…'"),
        (7, "7"),
        (True, "true"),
        (["a"], "a list"),
        ({"a": 1}, "a mapping"),
    ],
)
def test_values_are_quoted_so_that_authors_know_them(value: Any, text: str) -> None:
    assert shown(value) == text
