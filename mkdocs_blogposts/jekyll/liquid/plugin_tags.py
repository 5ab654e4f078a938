"""Tags that Jekyll itself does not have: a file of the site, or a plain rendering of ours, says what becomes of one."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, TextIO

from liquid.ast import Node
from liquid.parser import get_parser
from liquid.tag import Tag
from liquid.token import TOKEN_ILLEGAL

from ..filters.site_context import context_of
from .includes import bring_in
from .nesting import BLOCK_OF_PLUGIN, END_OF_BLOCK
from .plain_tags import PLAIN_TAGS
from .problems import TagError, near
from .tag_words import TagWords
from .tags import Words, arguments

if TYPE_CHECKING:
    from liquid import RenderContext
    from liquid.ast import BlockNode
    from liquid.stream import TokenStream
    from liquid.token import Token

    from ..filters.site_context import Context

FOLDER = "tags"
"""Below the folder of includes: files that say what becomes of the tag that they are named after."""


class _PluginNode(Node):
    """A tag, or a block, of a plugin."""

    def __init__(self, token: Token, name: str, words: Words, block: BlockNode | None) -> None:
        super().__init__(token)
        self.name = name
        self.words = words
        self.block = block
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write what the site says, or what we know; of any other, what stands in it."""
        ours = context_of(context)
        inside = context.get_buffer(buffer) if self.block else StringIO()
        if self.block:
            self.block.render(context, inside)
        content = inside.getvalue()
        words = TagWords.of(self.words.render(ours), ours)
        file = f"{FOLDER}/{self.name}.html"
        includes = ours.site_context.includes
        text = includes.find(file)
        if text is not None:
            given = {"include": {"words": list(words.listed), "text": words.text, **words.named}, "content": content}
            bring_in(ours, buffer, text, f"{includes.folder}/{file}", given, self.token)
            return 1
        if self.name in PLAIN_TAGS:
            return buffer.write(PLAIN_TAGS[self.name](ours, words, content))
        ours.environment.remark(self._unknown(ours))
        return buffer.write(content)

    def _unknown(self, context: Context) -> TagError:
        shown = "what stands in it is shown" if self.block else "it shows nothing"
        hint = f"{shown}; write `_includes/{FOLDER}/{self.name}.html` to say what it becomes"
        hint = near(self.name, context.environment.tags) or hint
        return TagError(f"there is no tag '{self.name}'", hint=hint, token=self.token, is_of_plugin=True)


class PluginTag(Tag):
    """Each tag that has no other."""

    name = TOKEN_ILLEGAL
    block = False

    def parse(self, stream: TokenStream) -> Node:
        """The tag, and what stands in it where it has an end."""
        token, text = arguments(stream)
        name = token.value.removesuffix(BLOCK_OF_PLUGIN)
        if name == token.value:
            return _PluginNode(token, name, Words(text, self.env), None)
        stream.next()
        block = get_parser(self.env).parse_block(stream, (f"{name}{END_OF_BLOCK}",))
        return _PluginNode(token._replace(value=name), name, Words(text, self.env), block)
