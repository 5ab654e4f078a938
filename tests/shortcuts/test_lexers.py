"""Lexers that leave out rules which can't match find the same tokens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pygments import token
from pygments.lexer import RegexLexer, default, words
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound
from pymdownx import highlight

from mkdocs_blogposts.shortcuts import lexers
from mkdocs_blogposts.shortcuts.lexers import hastened_lexers
from tests.shortcuts.markdown_sets import TEXT

STOCK = RegexLexer.get_tokens_unprocessed
CODES = {
    "python": Path(lexers.__file__).read_text(encoding="utf-8") + "x = f'{a!r:>{b}}' 0x1F @ é\n$ ''' \\",
    "bash": (
        "if [ \"$A\" = 'b' ]; then\n  echo ${X:-$(date +%s)} `ls` <<EOF | tee y # c\n$HOME\nEOF\nfi\n"
        "for é in 1; do :; done\n"
    ),
    "console": "$ pip install x\nDone.\n# cd /\n>>> 1\n",
    "yaml": "a: &b [1, 'c', {d: \"e\"}]\n# f\ng: |\n  text\n---\n- !t *b\n- é: ~\n",
    "html": "<!doctype html><p class='a' id>&amp;é<style>a{b:0}</style><script>a<`${c}`</script><!--d--></p>\n",
    "js": "const f = async (a) => `x${a + 1}` // c\n/* d */ class É { #b = /r[/]e/g; c() { 1n ?? null } }\n",
    "json": '{"a": [1.5e3, true, null], "é": "\\u00e9\\n", // c\n}\n',
    "toml": "[a.b]\nc = 1979-05-27 # d\ne = ['f', \"g\", '''h''']\n",
    "markdown": TEXT,
    "jinja": "{% for a in b|c(1) %}{{ a.é ~ 'd' }}{# e #}{% endfor %} text\n",
    "css": "@media (min-width: 1px) { a:hover > .b::before { content: '\\201c'; color: #FFF !important } } /* c */\n",
    "diff": "--- a\n+++ b\n@@ -1 +1 @@\n-c\n+d\n e\n",
    "rust": "fn f<'a>(x: &'a str) -> Option<u8> { /* a /* b */ */ match x { r#\"c\"# => Some(b'd'), _ => None } }\n",
    "sql": "SELECT a.*, COUNT(*) FROM \"b\" WHERE c = 'd''e' -- f\n AND g <> 1.5 /* h */;\n",
    "php": "<?php namespace A; # b\n$c = \"d {$e['f']} $g\"; echo <<<H\ni\nH;\n?><p>\n",
    "c++": "#include <a>\ntemplate <class T> int f(T &&x) { return L\"b\\n\"[0] + 'c' + 0x1'0u; } // é\n",
    "perl": "my %a = (b => qw(c d)); $e =~ s{f}{g}gex; print <<'X' if /h/;\ni\nX\n",
    "ini": "[a]\nb = c ; d\n# e\n",
    "text": "plain\n",
    "pycon": '>>> f(1)\nTraceback (most recent call last):\n  File "a", line 1\nE: b\n',
    "vb.net": 'Dim a As String = "b" \' c\n#If D Then\n',
}
"""Some code of each language; the last keeps its rules in a way of its own."""


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules are looked into for the shortest code."""
    monkeypatch.setattr(lexers, "_ENOUGH", 0)


def tokens(lexer: Any, code: str) -> list[Any]:
    """All that is found in some code."""
    return list(lexer.get_tokens_unprocessed(code))


@pytest.mark.parametrize("name", CODES)
def test_tokens_are_the_same(name: str) -> None:
    lexer, code = get_lexer_by_name(name), CODES[name]
    codes = [code, code[: len(code) // 2], code[::-1], code[::3], code.swapcase(), "", "\n\n", "\x00\x1c\x85 ſK"]
    alone = [tokens(lexer, each) for each in codes]
    with hastened_lexers():
        assert [tokens(lexer, each) for each in codes] == alone


@pytest.mark.parametrize("name", ["python", "bash", "js", "yaml"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_so_are_those_of_what_is_no_code(name: str, data: st.DataObject) -> None:
    lexer = get_lexer_by_name(name)
    signs = sorted(set(CODES[name]))
    code = data.draw(st.lists(st.sampled_from([*signs, *CODES[name].split()]), max_size=40).map("".join))
    alone = tokens(lexer, code)
    with hastened_lexers():
        assert tokens(lexer, code) == alone


class Odd(RegexLexer):  # type: ignore[misc]  # Pygments ships no types
    """Uses all ways to go from state to state."""

    flags = re.IGNORECASE | re.MULTILINE
    tokens = {  # noqa: RUF012  # as lexers have it
        "root": [
            (r"(?=k)", token.Text, "k"),
            (r"\(", token.Punctuation, ("a", "b")),
            (r"\)", token.Punctuation, "#pop"),
            (r"\[", token.Punctuation, "#push"),
            (r"[^\W\d_]+?(?<=s)", token.Name),
            (words(("é", "ſo", "if")), token.Keyword),
            (r"\d+(?!x)", token.Number, ("#push", "#pop", "a")),
            (r"(?:x|(y))(?(1)z|w)", token.Operator),
            (r"^\s", token.Text),
        ],
        "a": [(r"[\s!-/]", token.Text, "#pop:9"), default("#pop")],
        "b": [(r"(?-i:B)|(q)\1", token.Name), (r"[^a-m]", token.Error, "#pop:2"), default("#pop")],
        "k": [(r"K", token.Generic, "#pop"), (r"", token.Other, "#pop")],
    }


class Looks:
    """Finds what another library than Python's own takes a pattern for."""

    pattern = "a"
    flags = 0

    def match(self, text: str, place: int) -> re.Match[str] | None:
        """Such a match."""
        return re.compile("[ab]").match(text, place)


def test_patterns_of_other_libraries_are_always_tried() -> None:
    class Others(RegexLexer):  # type: ignore[misc]  # Pygments ships no types
        """Has rules that such a library reads."""

        _tokens = {"root": [(Looks().match, token.Name, None)]}  # noqa: RUF012  # as lexers have it

    alone = tokens(Others(), "ab" * 1_000)
    with hastened_lexers():
        assert tokens(Others(), "ab" * 1_000) == alone


@settings(max_examples=200, deadline=None)
@given(code=st.text(st.sampled_from("kKK()[]sſaAbBéif019xyzwq \n!-m\x1c\x85"), max_size=30))
def test_states_are_left_and_entered_as_ever(code: str) -> None:
    alone = tokens(Odd(), code)
    with hastened_lexers():
        assert tokens(Odd(), code) == alone


def test_rules_are_looked_into_once_there_is_enough_code(monkeypatch: pytest.MonkeyPatch) -> None:
    class Fresh(Odd):
        """One that has had no code."""

    monkeypatch.setattr(lexers, "_ENOUGH", 10)
    asked: list[Any] = []
    find = lexers._firsts_of  # noqa: SLF001  # which it asks for each rule

    def counted(match: Any) -> Any:
        asked.append(match)
        return find(match)

    monkeypatch.setattr(lexers, "_firsts_of", counted)
    with hastened_lexers():
        tokens(Fresh(), "9 characters"[:9])
        assert not asked
        tokens(Fresh(), "9 characters"[:9])
        assert asked


def test_only_the_way_that_is_known_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    with hastened_lexers():
        assert RegexLexer.get_tokens_unprocessed is not STOCK
    assert RegexLexer.get_tokens_unprocessed is STOCK

    def other(self: Any, text: str, stack: Any = ("root",)) -> Any:
        return STOCK(self, text, stack)

    monkeypatch.setattr(RegexLexer, "get_tokens_unprocessed", other)
    with hastened_lexers():
        assert RegexLexer.get_tokens_unprocessed is other


@pytest.mark.parametrize("name", ["python", "PYTHON", "py3", "text", "nothing of the kind", ""])
def test_the_same_lexer_is_found_by_its_name(name: str) -> None:
    def found() -> Any:
        try:
            lexer = highlight.get_lexer_by_name(name, stripnl=False)
        except ClassNotFound as error:
            return str(error)
        return type(lexer), lexer.options, lexer.stripnl

    alone, finder = found(), highlight.get_lexer_by_name
    with hastened_lexers():
        assert highlight.get_lexer_by_name is not finder
        assert [found(), found()] == [alone, alone]
    assert highlight.get_lexer_by_name is finder
