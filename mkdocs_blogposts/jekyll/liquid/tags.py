"""Jekyll's own tags, but for those that bring in other texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from liquid.ast import Node
from liquid.parser import get_parser
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG

from ..filters.site_context import context_of
from .problems import TagError, near

if TYPE_CHECKING:
    from collections.abc import Callable

    from liquid import BoundTemplate, Environment, RenderContext
    from liquid.ast import BlockNode
    from liquid.stream import TokenStream
    from liquid.token import Token

    from ..filters.site_context import Context, Lookup, SiteContext

_HIGHLIGHT = re.compile(r"(?P<language>[a-zA-Z0-9.+#_-]+)(?P<options>(?:\s+\w+(?:=(?:\w+|\"(?:[0-9]+\s)*[0-9]+\"))?)*)")
_TICKS = re.compile(r"`{3,}")
_GIST = re.compile(r"(?P<gist>[\w-]+(?:/[\w-]+)?)(?:\s+[\"']?(?P<file>[^\"']*)[\"']?)?")


def arguments(stream: TokenStream) -> tuple[Token, str]:
    """The token of a tag, and what stands behind its name; the stream is at the last token of the tag."""
    token = stream.expect(TOKEN_TAG)
    if stream.peek.kind != TOKEN_EXPRESSION:
        return token, ""
    stream.next()
    return token, stream.current.value


class Words:
    """What stands in a tag: words as they are, or with `{{ … }}` in them."""

    def __init__(self, text: str, env: Environment) -> None:
        self.text = text
        self._template: BoundTemplate | None = env.from_string(text) if "{{" in text else None

    def render(self, context: Context) -> str:
        """The words, with the values of what stands in braces."""
        if self._template is None:
            return self.text
        buffer = context.get_buffer()
        self._template.render_with_context(context, buffer, partial=True)
        return buffer.getvalue()


class _HighlightNode(Node):
    """Code that becomes a fence in Markdown, where the tag stands."""

    def __init__(self, token: Token, language: str, options: str, block: BlockNode) -> None:
        super().__init__(token)
        self.language = language
        self.has_numbers = "linenos" in options
        self.block = block
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the code between two fences, as far from the margin as the tag is."""
        inner = context.get_buffer(buffer)
        self.block.render(context, inner)
        margin, is_alone = self._margin()
        lines = _without_margins(inner.getvalue()).split("\n")
        if not all(line.startswith(margin) for line in lines if line.strip()):
            lines = [margin + line if line.strip() else line for line in lines]
        ticks = max((len(run) for run in _TICKS.findall(inner.getvalue())), default=2) + 1
        fence = "`" * ticks
        opening = f'{{ .{self.language} linenums="1" }}' if self.has_numbers and self.language else self.language
        head = f"{fence}{opening}" if is_alone else f"\n\n{margin}{fence}{opening}"
        return buffer.write("\n".join((head, *lines, margin + fence)))

    def _margin(self) -> tuple[str, bool]:
        """What stands before the tag on its line, if that is nothing but a margin, and whether it is."""
        source, start = self.token.source, self.token.source.rfind("{%", 0, self.token.start_index)
        before = source[source.rfind("\n", 0, start) + 1 : start]
        is_alone = not before.strip("> \t")
        return (before, True) if is_alone else ("", False)


def _without_margins(code: str) -> str:
    """Code without the empty lines above it, and without the margin of the tag that ends it."""
    code = code.lstrip("\r\n")
    above = code.rstrip("> \t")
    return above.rstrip() if above.endswith(("\r", "\n")) else code


class HighlightTag(Tag):
    """`{% highlight ruby linenos %}`."""

    name = "highlight"
    end = "endhighlight"

    def parse(self, stream: TokenStream) -> Node:
        """The code, in which Liquid is rendered too."""
        token, words = arguments(stream)
        found = _HIGHLIGHT.fullmatch(words.strip())
        if not found:
            message = "'highlight' does not say the language of the code"
            self.env.error(TagError(message, hint="write `{% highlight ruby %}`", token=token))
        language, options = (found["language"].lower(), found["options"]) if found else ("", "")
        stream.next()
        block = get_parser(self.env).parse_block(stream, (self.end,))
        stream.expect(TOKEN_TAG, value=self.end)
        return _HighlightNode(token, language, options, block)


class _LinkNode(Node):
    """The URL of a post or a file of the site."""

    def __init__(self, token: Token, name: Words, lookup: Callable[[SiteContext], Lookup], what: str) -> None:
        super().__init__(token)
        self.name = name
        self.lookup = lookup
        self.what = what
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the URL from the site's root."""
        ours = context_of(context)
        name = self.name.render(ours).strip()
        lookup = self.lookup(ours.site_context)
        url = lookup.find(name)
        if url is None:
            hint = near(name, lookup.names()) or f"name a {self.what} that is in the site"
            raise TagError(f"there is no {self.what} '{name}'", hint=hint, token=self.token)
        return buffer.write(url)


class LinkTag(Tag):
    """`{% link path/to/file.md %}`."""

    name = "link"
    block = False
    what = "file"

    def parse(self, stream: TokenStream) -> Node:
        """The name of what is linked to."""
        token, words = arguments(stream)
        if not words.strip():
            raise TagError(f"'{self.name}' names no {self.what}", hint=f"name the {self.what} in it", token=token)
        return _LinkNode(token, Words(words.strip(), self.env), self.lookup, self.what)

    @staticmethod
    def lookup(site_context: SiteContext) -> Lookup:
        """Where names are looked up."""
        return site_context.files


class PostUrlTag(LinkTag):
    """`{% post_url 2024-01-31-name %}`."""

    name = "post_url"
    what = "post"

    @staticmethod
    def lookup(site_context: SiteContext) -> Lookup:
        """Where names are looked up."""
        return site_context.posts


class _TextNode(Node):
    """Text that does not depend on anything."""

    def __init__(self, token: Token, text: str) -> None:
        super().__init__(token)
        self.text = text
        self.blank = not text

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:  # noqa: ARG002  # it is the base's
        """Write the text."""
        return buffer.write(self.text)


class GistTag(Tag):
    """`{% gist user/1234 %}`: a link, since a gist itself would be a script of another site."""

    name = "gist"
    block = False

    def parse(self, stream: TokenStream) -> Node:
        """A link to the gist."""
        token, words = arguments(stream)
        found = _GIST.fullmatch(words.strip())
        if not found:
            raise TagError("'gist' names no gist", hint="write `{% gist 1234abcd %}`", token=token)
        file = re.sub(r"[^a-z0-9]+", "-", (found["file"] or "").strip().lower()).strip("-")
        url = f"https://gist.github.com/{found['gist']}{f'#file-{file}' if file else ''}"
        return _TextNode(token, f'<a href="{url}">{url.removeprefix("https://")}</a>')
