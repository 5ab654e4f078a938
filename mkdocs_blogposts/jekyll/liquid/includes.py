"""`{% include %}` and `{% include_relative %}`: texts of the site's own files, and nothing beyond them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TextIO

from liquid import TokenStream
from liquid.ast import Node
from liquid.builtin.expressions import parse_primitive, tokenize
from liquid.exceptions import ResourceLimitError
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, Token

from ..filters.budget import TooMuchError
from ..filters.site_context import context_of
from .built_in_includes import INCLUDES
from .built_in_lists import LISTS
from .names import plain_names, with_plain_variables
from .problems import TagError, near
from .tags import Words, arguments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from liquid import Environment, RenderContext
    from liquid.expression import Expression

    from ..filters.site_context import Context, Lookup

_PARAMETER = re.compile(
    r"""(?P<name>[\w-]+)\s*=\s*(?:"(?P<double>[^"\\]*(?:\\.[^"\\]*)*)"|'(?P<single>[^'\\]*(?:\\.[^'\\]*)*)'|(?P<value>[\w.-]+))"""
)
_PARAMETERS = re.compile(rf"\s*(?:{re.sub(r'[?]P<[a-z]+>', '?:', _PARAMETER.pattern)}(?=\s|$)\s*)*")
_FILE = re.compile(r"(?:[^{\s]*\{\{.*?\}\}[^\s{}]*)+|\S+", re.DOTALL)
_LEADS_OUT = re.compile(r"[./]{2,}|^/")
_INCLUDE = 10
"""Steps for an include."""

_NAME = re.compile(r"[\w/.\-()+~#@]+")


class _IncludeNode(Node):
    """A text that is brought in."""

    def __init__(self, token: Token, tag: str, file: Words, parameters: Mapping[str, Expression | str] | None) -> None:
        super().__init__(token)
        self.tag = tag
        self.file = file
        self.parameters = parameters
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write what the text gives with its parameters."""
        ours = context_of(context)
        name = self.file.render(ours).strip()
        if _LEADS_OUT.search(name) or not _NAME.fullmatch(name):
            raise TagError(f"'{name}' cannot be the name of an include", hint=self._hint(), token=self.token)
        lookup = self._lookup(ours)
        given = self._given(ours)
        text = lookup.find(name)
        if text is None and self.tag != "include_relative":
            text = LISTS.get(name)
        if text is not None:
            source = f"{lookup.folder}/{name}"
            bring_in(ours, buffer, text, source, {} if given is None else {"include": given}, self.token)
            return 1
        if self.tag != "include_relative" and name in INCLUDES:
            return buffer.write(str(INCLUDES[name](ours, given or {})))
        hint = near(name, (*lookup.names(), *INCLUDES, *LISTS)) or self._hint()
        raise TagError(f"there is no include '{name}'", hint=hint, token=self.token)

    def _lookup(self, context: Context) -> Lookup:
        return context.beside if self.tag == "include_relative" else context.site_context.includes

    def _hint(self) -> str:
        where = "the folder of this file" if self.tag == "include_relative" else "`_includes`"
        return f"name a file by its path below {where}"

    def _given(self, context: Context) -> Mapping[str, Any] | None:
        if self.parameters is None:
            return None
        return {
            name: value if isinstance(value, str) else value.evaluate(context)
            for name, value in self.parameters.items()
        }


def bring_in(context: Context, buffer: TextIO, text: str, path: str, given: Mapping[str, Any], token: Token) -> None:
    """Write what the text of a file gives, with some values of its own."""
    environment = context.environment
    context.budget.spend(_INCLUDE)
    context.budget.check_length(len(text))
    try:
        template = environment.template_of(text, path)
        with context.extend(dict(given), template=template):
            template.render_with_context(context, buffer, partial=True)
    except ResourceLimitError as error:
        if error.token is not None:
            environment.errors.append(error)
        raise TooMuchError(str(error.message), token=token) from error


class IncludeTag(Tag):
    """`{% include figure image_path="/images/x.png" %}`."""

    name = "include"
    block = False

    def parse(self, stream: TokenStream) -> Node:
        """The name of the file, and the parameters for it."""
        token, words = arguments(stream)
        file = _FILE.match(words.strip())
        if file is None:
            raise TagError(f"'{self.name}' names no file", hint=f"write `{{% {self.name} name.html %}}`", token=token)
        rest = words.strip()[file.end() :].strip()
        if not _PARAMETERS.fullmatch(rest):
            message = f"'{rest}' are not parameters of an include"
            hint = 'write each as `name="value"`, with a space between them'
            self.env.error(TagError(message, hint=hint, token=token))
        parameters = dict(_parameters(rest, self.env)) if rest else None
        return _IncludeNode(token, self.name, Words(file[0], self.env), parameters)


class IncludeRelativeTag(IncludeTag):
    """`{% include_relative part.md %}`."""

    name = "include_relative"


class IncludeCachedTag(IncludeTag):
    """`{% include_cached part.html %}`, of jekyll-include-cache: an include."""

    name = "include_cached"


def _parameters(text: str, env: Environment) -> Iterator[tuple[str, Expression | str]]:
    for found in _PARAMETER.finditer(text):
        if found["value"] is not None:
            value = plain_names(with_plain_variables(found["value"]))
            token = Token(TOKEN_EXPRESSION, value, 0, value)
            yield found["name"], parse_primitive(env, TokenStream(tokenize(value, token)))
        elif found["double"] is not None:
            yield found["name"], found["double"].replace('\\"', '"')
        else:
            yield found["name"], found["single"].replace("\\'", "'")
