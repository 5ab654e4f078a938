"""Patterns that are compiled late, which are to find what compiled ones find."""

from __future__ import annotations

import re

import pytest

from mkdocs_blogposts.late_patterns import late_pattern


def test_a_pattern_finds_what_the_same_compiled_one_finds() -> None:
    text, flags = r"(?P<name>[a-z]+)(\d?)", re.IGNORECASE
    late, usual, told = late_pattern(text, flags), re.compile(text, flags), "ab1 C2 d"

    assert [found.groups() for found in late.finditer(told)] == [found.groups() for found in usual.finditer(told)]
    assert late.sub(r"<\g<name>>", told) == usual.sub(r"<\g<name>>", told)
    assert late.split(told) == usual.split(told)
    assert late.fullmatch(told) is None
    assert (late.pattern, late.flags, late.groupindex) == (usual.pattern, usual.flags, usual.groupindex)


def test_a_pattern_of_bytes_finds_bytes() -> None:
    assert late_pattern(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_a_pattern_is_compiled_when_it_is_asked() -> None:
    wrong = late_pattern("(")

    with pytest.raises(re.error):
        wrong.search("text")
