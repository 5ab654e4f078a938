"""Blocks of code share what Pygments makes of a style, and look as they would without that."""

from __future__ import annotations

from typing import Any

import pytest
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer
from pymdownx.highlight import BlockHtmlFormatter, InlineHtmlFormatter

from mkdocs_blogposts.rendering.code_styles import shared_code_styles

CODE = "@x\ndef f(a: int) -> str:\n    '''Text.'''\n    return f'{a}' + 1  # why\n"


@pytest.mark.parametrize("kind", [HtmlFormatter, BlockHtmlFormatter, InlineHtmlFormatter])
@pytest.mark.parametrize(
    "options",
    [{}, {"classprefix": "x-"}, {"style": "monokai"}, {"noclasses": True}, {"noclasses": True, "style": "vim"}],
    ids=str,
)
def test_formatters_are_as_they_are_without_sharing(kind: Any, options: dict[str, Any]) -> None:
    alone = kind(**options)
    with shared_code_styles():
        shared = [kind(**options) for _ in range(2)]

    assert [vars(each) for each in shared] == [vars(alone), vars(alone)]
    for each in shared:
        assert highlight(CODE, PythonLexer(), each) == highlight(CODE, PythonLexer(), alone)
        assert each.get_style_defs(".x") == alone.get_style_defs(".x")


def test_a_style_is_made_once() -> None:
    asked = 0

    class Style(HtmlFormatter().style):  # type: ignore[misc]  # Pygments ships no types
        """One that counts how often it is read."""

    class Formatter(HtmlFormatter):  # type: ignore[misc]  # as above
        def _get_css_class(self, ttype: Any) -> str:
            nonlocal asked
            asked += 1
            return str(super()._get_css_class(ttype))

    with shared_code_styles():
        first = Formatter(style=Style)
        once = asked
        second = Formatter(style=Style)
        second.ttype2class.clear()
        third = Formatter(style=Style)

    assert asked == once > 50
    assert vars(third) == vars(first)
    Formatter(style=Style)
    assert asked == 2 * once
