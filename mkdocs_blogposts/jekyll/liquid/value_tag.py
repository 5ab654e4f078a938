"""`{{ … }}`: a value as Ruby prints it, and a document of a collection in its layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from liquid.builtin.output import Output, OutputNode

from ..endings import WHOLE_PAGE
from ..filters.drops import Drop
from ..filters.site_context import context_of
from ..filters.values import to_text
from .includes import bring_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from liquid import RenderContext
    from liquid.expression import Expression
    from liquid.token import Token

    from ..filters.site_context import Context, Layout, SiteContext


class _ValueNode(OutputNode):
    """`{{ … }}`, printed as Jekyll prints it."""

    expression: Expression

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the value."""
        ours = context_of(context)
        value = self.expression.evaluate(context)
        if isinstance(value, Drop) and "collection" in value and "content" in value:
            return buffer.write(_printed(ours, value, self.token))
        return buffer.write(to_text(value, ours.budget))


class ValueTag(Output):
    """`{{ … }}`."""

    node_class = _ValueNode


def _printed(context: Context, document: Drop, token: Token) -> str:
    """The text of a document, in those of its layouts that make no whole page of it."""
    content, values = to_text(document["content"], context.budget), dict[str, object]()
    for layout in layouts_of(context.site_context, document):
        values = {**layout.values, **values}
        buffer = context.get_buffer()
        given = {"page": document, "content": content, "layout": values}
        bring_in(context, buffer, layout.text, layout.path, given, token)
        content = buffer.getvalue()
    return content


def layouts_of(site_context: SiteContext, document: Mapping[str, Any]) -> Iterator[Layout]:
    """The layout that a document names, the one around that, and so on, up to one that makes a page of a text.

    In place of that, the theme stands here.
    """
    name, known = document.get("layout"), set[str]()
    while isinstance(name, str) and name not in known:
        known.add(name)
        layout = site_context.layout(name)
        if layout is None or WHOLE_PAGE.search(layout.text):
            return
        yield layout
        name = layout.values.get("layout")
