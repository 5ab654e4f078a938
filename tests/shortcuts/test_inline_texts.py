"""Leaving out patterns that can't match changes no byte, and what is not known is left as it is."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.treeprocessors import InlineProcessor

from mkdocs_blogposts.shortcuts import inline_texts
from mkdocs_blogposts.shortcuts.inline_texts import hasten_inline_texts
from tests.shortcuts.markdown_sets import DOCS, SETS, TEXT, Taking, converter, texts

if TYPE_CHECKING:
    from markdown import Markdown

APPLY = "_InlineProcessor__applyPattern"


Shortcut = partial(Taking, hasten_inline_texts)


def converted(text: str, name: str, *more: Extension) -> tuple[str, Any, Markdown]:
    """HTML, what stands in the table of contents, and the converter."""
    md = converter(name, *more)
    return md.convert(text), getattr(md, "toc_tokens", None), md


@pytest.mark.parametrize("name", SETS)
def test_texts_are_the_same(name: str) -> None:
    for text in [TEXT, *(path.read_text(encoding="utf-8") for path in DOCS[:: 3 if name == "usual" else 9])]:
        assert converted(text, name, Shortcut())[:2] == converted(text, name)[:2]


@pytest.mark.parametrize("name", ["usual", "odd"])
@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_so_are_any_others(name: str, text: str) -> None:
    def told(*more: Extension) -> Any:
        try:
            return converted(text, name, *more)[:2]
        except Exception as error:  # noqa: BLE001  # some have Markdown or its extensions fail
            return repr(error)

    assert told(Shortcut()) == told()


def test_most_patterns_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[bool] = []
    stock = getattr(InlineProcessor, APPLY)

    def counted(*given: Any) -> Any:
        tried.append(True)
        return stock(*given)

    monkeypatch.setattr(inline_texts, "_is_known", lambda: True)
    monkeypatch.setattr(InlineProcessor, APPLY, counted)
    converted(TEXT, "usual")
    before = len(tried)
    tried.clear()
    converted(TEXT, "usual", Shortcut())

    assert 0 < len(tried) < before / 3


def test_another_way_to_handle_texts_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InlineProcessor, APPLY, lambda _self, _pattern, data, *_: (data, False, 0))
    md = converted("*a*", "none", Shortcut())[2]

    assert list(vars(md.treeprocessors["inline"])) == list(vars(converted("*a*", "none")[2].treeprocessors["inline"]))


def test_the_way_of_this_version_is_known() -> None:
    inline = converted("*a*", "none", Shortcut())[2].treeprocessors["inline"]

    assert type(inline) is InlineProcessor
    assert "_InlineProcessor__handleInline" in vars(inline)


def test_a_class_of_somebody_else_is_left_alone() -> None:
    class Other(InlineProcessor):
        """One of another extension."""

    class Replaces(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
            md.treeprocessors.register(Other(md), "inline", 20)

    inline = converted("*a*", "none", Replaces(), Shortcut())[2].treeprocessors["inline"]

    assert "_InlineProcessor__handleInline" not in vars(inline)


class Late(InlinePattern):
    """A pattern that brings another one, or changes its own, once it is found."""

    def __init__(self, pattern: str, md: Markdown, *, is_replaced: bool) -> None:
        super().__init__(pattern, md)
        self.is_replaced = is_replaced

    def handleMatch(self, m: re.Match[str], _: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802  # as ever
        """Bring it."""
        if self.is_replaced:
            self.compiled_re = re.compile("v")  # no letter of what stands for what was found
        else:
            self.md.inlinePatterns.register(Late("q", self.md, is_replaced=True), "later", -1)
        return "Q", m.start(0), m.end(0)


@pytest.mark.parametrize("is_replaced", [True, False])
def test_patterns_that_change_while_they_are_tried_are_seen(is_replaced: bool) -> None:  # noqa: FBT001
    class Brings(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
            md.inlinePatterns.register(Late("y", md, is_replaced=is_replaced), "late", 1)

    text = "ay y\n\nv q `c`\n\nq v\n\n- y\n- v\n- q\n"

    assert converted(text, "none", Brings(), Shortcut())[0] == converted(text, "none", Brings())[0]
