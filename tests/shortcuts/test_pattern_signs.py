"""What a pattern needs is never more than what a match has."""

from __future__ import annotations

import importlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_blogposts.shortcuts import pattern_signs
from mkdocs_blogposts.shortcuts.pattern_signs import ANY, first_signs, needed_signs
from tests.shortcuts.markdown_sets import SETS

PARTS = [
    "a",
    "K",
    "ſ",
    "é",
    "İ",
    r"\[",
    "[ab]",
    "[^a]",
    "[^ſ]",
    "[a-f-]",
    "[é-ſ]",
    r"\d",
    r"\s",
    r"[^\s]",
    r"[\W_]",
    ".",
    r"\b",
]
PARTS += ["^", "$", "(?=b)", "(?!b)", "(?<=a)", "(?:)", r"[^\S\n]", "(?i:k)", "(?-i:s)", "[+*]", "!!", r"\x1c"]


def joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Patterns made of others."""
    groups = st.sampled_from(
        ["(?:{})", "({})", "(?:{})?", "(?:{})*", "(?:{})+", "(?:{}){{0,2}}", "(?:{})+?", "(?={})", "(?>{})"]
    )
    return (
        st.lists(inner, min_size=1, max_size=3).map("".join)
        | st.lists(inner, min_size=1, max_size=3).map("|".join).map("(?:{})".format)
        | st.builds(str.format, groups, inner)
    )


patterns = st.recursive(st.sampled_from(PARTS), joined, max_leaves=8)
flags = st.sampled_from([0, re.IGNORECASE, re.ASCII | re.IGNORECASE, re.DOTALL, re.MULTILINE | re.VERBOSE])
signs = st.text(st.sampled_from("abkKsS[]+*!-éſKıİ_1 \n\x1c\x85\t"), max_size=6)


@settings(max_examples=250, deadline=None)
@given(pattern=patterns, given_flags=flags, text=signs)
def test_a_match_begins_with_one_of_the_first_and_has_one_of_the_needed(
    pattern: str, given_flags: int, text: str
) -> None:
    compiled = re.compile(pattern, given_flags)
    first, needed = first_signs(compiled), needed_signs(compiled)
    for place, sign in enumerate(text):
        if sign.isascii() and not first >> ord(sign) & 1:
            assert not compiled.match(text, place)
    if needed and not any(sign in text for sign in needed):
        assert not any(compiled.match(text, place) for place in range(len(text) + 1))


@pytest.mark.parametrize(
    ("pattern", "first", "needed"),
    [
        (r"\[", "[", "["),
        (r"(?i)k[x!]", None, None),
        (r"a{0,3}(?:b|c)", "abc", "bc"),
        (r"(?P<q>[+-])(?P=q)\d!?", "+-", "+-"),
        (r"x*", None, None),
        (r"(?=!)x", "x", "!"),
        (r"^(.*?)(\*|_)(.*)$", None, "*_"),
        (r"[a-z]", "abcdefghijklmnopqrstuvwxyz", None),
    ],
)
def test_what_is_needed_is_found(pattern: str, first: str | None, needed: str | None) -> None:
    compiled = re.compile(pattern, re.DOTALL)

    if first is not None:
        assert first_signs(compiled) == sum(1 << ord(sign) for sign in first)
    assert needed_signs(compiled) == needed


def test_nearly_all_patterns_of_markdown_need_a_sign() -> None:
    extensions, options = SETS["usual"]
    found = [
        needed_signs(each.compiled_re)
        for each in Markdown(extensions=extensions, extension_configs=options).inlinePatterns
    ]

    assert len(found) > 15
    assert [each for each in found if each is None or each.isalnum()] == []


def test_nothing_is_known_where_python_does_not_take_patterns_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> None:
        raise ImportError(name)

    pattern_signs._parts_of.cache_clear()  # noqa: SLF001  # it remembers those of other tests
    monkeypatch.setattr(importlib, "import_module", without)
    found = first_signs(re.compile("a")), needed_signs(re.compile("a"))
    pattern_signs._parts_of.cache_clear()  # noqa: SLF001  # as above

    assert found == (ANY, None)
