r"""Formulas between `$$`, as `\[…\]` and `\(…\)`: what MathJax and KaTeX look for where a site uses `arithmatex`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString
from markupsafe import escape

from ..span_pattern import SpanPattern
from . import line_patterns as line_is
from .nodes import Kind, Node

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .scope import Scope

_MARK = "$$"
_ESCAPED = re.compile(r"""\\([\\.*_+`<>()\[\]{}#!:|"'$=-])""")
_BLOCK = '<div class="arithmatex">\\[{}\\]</div>'
_INLINE = '<span class="arithmatex">\\({}\\)</span>'


def read_math(scope: Scope, at: int) -> int | None:
    """Read a formula that stands alone."""
    first = scope.lines[at].lstrip(" ")
    if not first.startswith(_MARK) or not scope.is_at_boundary or scope.is_unclosed(_MARK):
        return None
    formula = [first.removeprefix(_MARK)]
    end = at
    while _MARK not in formula[-1]:
        end += 1
        if end == len(scope.lines):
            scope.unclosed[_MARK] = 1
            return None
        formula.append(scope.lines[end])
    formula[-1], _, behind = formula[-1].partition(_MARK)
    end += 1
    is_alone = end == len(scope.lines) or line_is.is_blank(scope.lines[end]) or line_is.END.match(scope.lines[end])
    if behind.strip() or not (is_alone or line_is.ATTRIBUTES.match(scope.lines[end])):
        return None
    html = _BLOCK.format(escape("\n".join(formula).strip()))
    scope.add(Node(Kind.HTML, scope.reader.document.raw(html, scope.parent)))
    return end


class InlineMath(SpanPattern):
    """Formulas within a line of text."""

    PATTERN = r"(?<!\\)\$\$(?P<formula>.+?)\$\$"

    def shown(self, m: re.Match[str]) -> str:
        """A placeholder for the formula."""
        html = _INLINE.format(escape(m["formula"].strip()))
        return self.kept(html)


class DollarMath(InlineProcessor):
    r"""Formulas between single dollars, which kramdown takes for text: `\_` in one is `_` before MathJax sees it."""

    def __init__(self, theirs: InlineProcessor) -> None:
        super().__init__(theirs.pattern)
        self.theirs = theirs
        """What reads them where a site uses `arithmatex`."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  # the name is Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """The formula as its own extension shows it."""
        found, start, end = self.theirs.handleMatch(m, data)
        if m.group().startswith("$") and found is not None and not isinstance(found, str):
            formula = m.group()[1:-1]
            for element in found.iter():
                if element.text and formula in element.text:
                    element.text = AtomicString(element.text.replace(formula, _ESCAPED.sub(r"\1", formula)))
        return found, start, end
