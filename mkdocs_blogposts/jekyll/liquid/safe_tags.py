"""A fault in one tag costs no more than what that tag would have written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from liquid.ast import BlockNode, IllegalNode, Node
from liquid.exceptions import LiquidError, LiquidInterrupt, ResourceLimitError, StopRender
from liquid.parser import get_parser
from liquid.tag import Tag
from liquid.token import TOKEN_EOF, TOKEN_EXPRESSION

from ..filters.site_context import context_of
from .nesting import BRANCHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liquid import RenderContext
    from liquid.stream import TokenStream


class _SafeNode(Node):
    """A node whose faults are noted."""

    def __init__(self, node: Node) -> None:
        # Not the base's, since `blank` is that of the node.
        self.token = node.token
        self.node = node

    @property
    def blank(self) -> bool:
        """Whether it writes nothing that can be seen."""
        return self.node.blank

    @blank.setter
    def blank(self, value: bool) -> None:
        self.node.blank = value

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write what the node writes, as far as it comes."""
        try:
            return self.node.render_to_output(context, buffer)
        except (LiquidInterrupt, ResourceLimitError, StopRender, RecursionError):
            raise
        except LiquidError as error:
            context_of(context).environment.error(error, token=self.token)
        except Exception as error:  # noqa: BLE001  # whatever a stranger's text finds in python-liquid, the build goes on
            context_of(context).environment.error(LiquidError(type(error).__name__, token=self.token))
        return 0


class SafeTag(Tag):
    """A tag whose nodes are safe."""

    def __init__(self, tag: Tag) -> None:
        super().__init__(tag.env)
        self.tag = tag
        self.name = tag.name
        self.block = tag.block

    def parse(self, stream: TokenStream) -> Node:
        """What the tag makes of its text."""
        return _SafeNode(self.tag.parse(stream))

    def get_node(self, stream: TokenStream) -> Node:
        """The same; of a block that cannot be read, what stands in it."""
        start, depth = stream.pos, stream.block_depth
        try:
            return self.parse(stream)
        except LiquidError as error:
            self.env.error(error, token=stream.current)
        except RecursionError:
            self.env.error(LiquidError("nested too deeply", token=stream.current))
        if not self.block or not hasattr(self.tag, "end"):
            return IllegalNode(stream.current)
        stream.pos, stream.block_depth = start, depth
        token = stream.next()
        return BlockNode(token, list(self._parts(stream, self.tag.end)))

    def _parts(self, stream: TokenStream, end: str) -> Iterator[Node]:
        if stream.current.kind == TOKEN_EXPRESSION:
            stream.next()
        while True:
            yield _SafeNode(get_parser(self.env).parse_block(stream, (end, *BRANCHES)))
            if stream.current.value == end or stream.current.kind == TOKEN_EOF:
                return
            stream.next()
            if stream.current.kind == TOKEN_EXPRESSION:
                stream.next()
