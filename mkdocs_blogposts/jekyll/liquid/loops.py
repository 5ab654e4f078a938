"""Loops that ask for as many steps as their blocks are long: a round costs what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from liquid.builtin.tags import for_tag, tablerow_tag

from ..filters.site_context import context_of

if TYPE_CHECKING:
    from liquid import RenderContext, TokenStream
    from liquid.ast import Node

_TOKENS = 16
"""Tags, values and texts of a block that make another step of each round."""


class _ForNode(for_tag.ForNode):
    weight = 1

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write each round."""
        context_of(context).weight = self.weight
        return super().render_to_output(context, buffer)


class _TablerowNode(tablerow_tag.TablerowNode):
    weight = 1

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write each cell."""
        context_of(context).weight = self.weight
        return super().render_to_output(context, buffer)


class ForTag(for_tag.ForTag):
    """`{% for post in site.posts %}`."""

    node_class = _ForNode

    def parse(self, stream: TokenStream) -> Node:
        """The loop, with what a round of it costs."""
        start = stream.pos
        node = super().parse(stream)
        node.weight = 1 + (stream.pos - start) // _TOKENS  # type: ignore[attr-defined]
        return node


class TablerowTag(tablerow_tag.TablerowTag):
    """`{% tablerow post in site.posts %}`."""

    node_class = _TablerowNode

    def parse(self, stream: TokenStream) -> tablerow_tag.TablerowNode:
        """The table, with what a cell of it costs."""
        start = stream.pos
        node = super().parse(stream)
        node.weight = 1 + (stream.pos - start) // _TOKENS  # type: ignore[attr-defined]
        return node
