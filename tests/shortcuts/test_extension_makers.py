"""Extensions are made as ever while it is remembered where they come from."""

from __future__ import annotations

import logging
import sys
from types import ModuleType
from typing import Any

import pytest
from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

from mkdocs_blogposts.shortcuts.extension_makers import hastened_makers
from tests.shortcuts.markdown_sets import SETS

STOCK = Markdown.build_extension
NAMES = sorted({name for names, _ in SETS.values() for name in names})
NAMES += ["markdown.extensions.tables", "markdown.extensions.tables:TableExtension"]


@pytest.mark.parametrize("name", NAMES)
def test_extensions_are_the_same(name: str) -> None:
    md, options = Markdown(), SETS["usual"][1].get(name, {})
    alone = md.build_extension(name, options)
    with hastened_makers():
        made = [md.build_extension(name, options) for _ in range(3)]

    assert [type(each) for each in made] == [type(alone)] * 3
    assert [each.config for each in made] == [alone.config] * 3
    assert len({id(each) for each in [alone, *made]}) == 4


def test_what_is_asked_for_is_what_is_there_now(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("made_here")
    vars(module)["makeExtension"] = TableExtension
    monkeypatch.setitem(sys.modules, module.__name__, module)
    with hastened_makers():
        md = Markdown(extensions=["made_here", "made_here"])
        vars(module)["makeExtension"] = TocExtension
        assert type(md.build_extension("made_here", {})) is TocExtension


@pytest.mark.parametrize(
    ("name", "configs"),
    [
        ("no_such_module", {}),
        ("markdown.util", {}),
        ("tables:Nothing", {}),
        ("markdown.extensions.tables:Nothing", {}),
        ("toc", {"nonsense": 1}),
        ("toc", {1: 2}),
    ],
)
def test_what_goes_wrong_is_told_as_ever(name: str, configs: dict[Any, Any]) -> None:
    def told() -> str:
        with pytest.raises(Exception) as raised:  # noqa: PT011  # of any kind, which is compared
            Markdown().build_extension(name, configs)
        return repr(raised.value)

    Markdown().build_extension("toc", {})
    alone = told()
    with hastened_makers():
        Markdown().build_extension("toc", {})
        assert [told(), told()] == [alone, alone]


def test_only_the_way_that_is_known_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    def build_extension(self: Markdown, ext_name: str, configs: Any) -> Any:
        return STOCK(self, ext_name, configs)

    with hastened_makers():
        assert Markdown.build_extension is not STOCK
    assert Markdown.build_extension is STOCK

    monkeypatch.setattr(Markdown, "build_extension", build_extension)
    with hastened_makers():
        assert Markdown.build_extension is build_extension


def test_nothing_is_replaced_where_each_step_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "MARKDOWN"), hastened_makers():
        assert Markdown.build_extension is STOCK
