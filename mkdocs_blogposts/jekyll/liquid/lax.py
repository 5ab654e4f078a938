"""What Jekyll makes of an expression that is not quite Liquid: it takes what it knows, and passes over the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from liquid import TokenStream
from liquid.builtin.expressions import (
    BooleanExpression,
    FilteredExpression,
    LoopExpression,
    parse_primitive,
    tokenize,
)
from liquid.exceptions import LiquidError
from liquid.token import TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG, Token

from ...light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from liquid import Environment

_VALUE = r"""(?:"[^"]*"|'[^']*'|(?:[^\s,|'"]|"[^"]*"|'[^']*')+)"""
_WITH_FILTERS = re.compile(rf"\s*(?P<value>{_VALUE})(?P<rest>.*)", re.DOTALL)
_FILTER = re.compile(rf"(?:\s+|{_VALUE}|,)+")
_ARGUMENT = re.compile(rf"[:,]\s*((?:\w+\s*:\s*)?{_VALUE})\s*")
_NAME = re.compile(r"\[[^\]]+\]|[\w-]+\??")
_WORD = re.compile(r"\w+")
_ASSIGNMENT = re.compile(r"(?P<name>[\w.\[\]-]+)\s*=\s*(?P<value>.*)", re.DOTALL)
_LOOP = re.compile(rf"(?P<name>[\w-]+)\s+in\s+(?P<list>{_VALUE})\s*(?P<reversed>reversed)?")
_LOOP_OPTION = re.compile(rf"(?P<name>limit|offset|cols)\s*:\s*(?P<value>{_VALUE})")
_CONDITION = re.compile(rf"\s*(?P<left>{_VALUE})\s*(?P<sign>[=!<>a-z_]+)?\s*(?P<right>{_VALUE})?", re.DOTALL)
_SUBJECT = re.compile(_VALUE)
_JOINED = re.compile(r"(?<!\s)\s+(and|or)\s+")
_SIGNS = frozenset({"==", "!=", "<>", "<", ">", "<=", ">=", "contains"})


@dataclass(frozen=True, slots=True)
class Lax:
    """Makes of each expression one that can be read."""

    environment: Environment

    def tokens(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """The tokens of a text, with expressions that can be read."""
        kind = ""
        for token in tokens:
            if token.kind == TOKEN_EXPRESSION and kind in _READINGS:
                parse, read = _READINGS[kind]
                is_good = self._can_be_read(token.value, parse)
                yield token if is_good else token._replace(value=read(self, token.value))
            else:
                yield token
            kind = token.value if token.kind == TOKEN_TAG else token.kind if token.kind == TOKEN_OUTPUT else ""

    def _can_be_read(self, text: str, parse: Callable[..., object]) -> bool:
        token = Token(TOKEN_EXPRESSION, text, 0, text)
        try:
            stream = TokenStream(tokenize(text, token))
            parse(self.environment, stream)
        except LiquidError:
            return False
        return stream.current == stream.eof

    def _value(self, text: str) -> str:
        """A value, or the names that are in what is none."""
        if self._can_be_read(text, parse_primitive):
            return text
        names = _NAME.findall(text)
        return "nil" if not names or names[0].isdigit() else ".".join(names).replace(".[", "[")

    def with_filters(self, text: str) -> str:
        """A value, and those of its filters that are there."""
        found = _WITH_FILTERS.match(text)
        if not found:
            return "nil"
        parts = [self._value(found["value"])]
        _, bar, rest = found["rest"].partition("|")
        for piece in _FILTER.findall(rest) if bar else ():
            name = _WORD.search(piece)
            if name and name[0] in self.environment.filters:
                arguments = [self._argument(argument) for argument in _ARGUMENT.findall(piece)]
                parts.append(f"{name[0]}: {', '.join(arguments)}" if arguments else name[0])
        return " | ".join(parts)

    def _argument(self, text: str) -> str:
        name, colon, value = text.partition(":")
        is_named = bool(colon) and _WORD.fullmatch(name.strip())
        return f"{name.strip()}: {self._value(value.strip())}" if is_named else self._value(text.strip())

    def assignment(self, text: str) -> str:
        """A name and its value; the text itself where there is none."""
        found = _ASSIGNMENT.match(text)
        if found is None:
            return text
        # To Ruby, `site.url` is a name of its own, which nothing can ask for.
        name = re.sub(r"[.\[\]]", "-", found["name"])
        return f"{name} = {self.with_filters(found['value'])}"

    def loop(self, text: str) -> str:
        """What a loop goes through, and its options; the text itself where that cannot be known."""
        found = _LOOP.match(text)
        if not found:
            return text
        options = [f"{option['name']}:{self._value(option['value'])}" for option in _LOOP_OPTION.finditer(text)]
        backwards = ["reversed"] if found["reversed"] else []
        return " ".join((found["name"], "in", self._value(found["list"]), *backwards, *options))

    def subject(self, text: str) -> str:
        """The first value of what is compared with several."""
        found = _SUBJECT.search(text)
        return self._value(found[0]) if found else text

    def condition(self, text: str) -> str:
        """Comparisons, without the brackets around them; the text itself where one cannot be known."""
        pieces = _JOINED.split(text)
        read = [piece if number % 2 else self._comparison(piece) for number, piece in enumerate(pieces)]
        return " ".join(read) if all(read) else text

    def _comparison(self, text: str) -> str:
        found = _CONDITION.match(text)
        if not found:
            return ""
        if found["sign"] is None:
            return self._value(found["left"])
        if found["sign"] not in _SIGNS or found["right"] is None:
            return ""
        return f"{self._value(found['left'])} {found['sign']} {self._value(found['right'])}"


def _parse_assignment(environment: Environment, stream: TokenStream) -> None:
    stream.next()
    stream.eat("assign")
    FilteredExpression.parse(environment, stream)


_READINGS: Mapping[str, tuple[Callable[..., object], Callable[[Lax, str], str]]] = {
    TOKEN_OUTPUT: (FilteredExpression.parse, Lax.with_filters),
    "assign": (_parse_assignment, Lax.assignment),
    "case": (parse_primitive, Lax.subject),
    "for": (LoopExpression.parse, Lax.loop),
    "tablerow": (LoopExpression.parse, Lax.loop),
    **dict.fromkeys(("if", "elsif", "unless"), (BooleanExpression.parse, Lax.condition)),
}
"""How each tag is read, and how it is read where that fails."""
