"""Makes the blocks of a text whole before they are parsed: what has no other end is taken out, and told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG

from .lexer import MOST_TOLD
from .problems import TagError

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from liquid.token import Token

BLOCKS = ("capture", "case", "comment", "for", "highlight", "if", "ifchanged", "raw", "tablerow", "unless")

BRANCHES: Mapping[str, tuple[str, ...]] = {
    "else": ("if", "unless", "case", "for"),
    "elsif": ("if", "unless"),
    "when": ("case",),
}
"""Tags that divide a block, and the blocks that they may divide."""

BLOCK_OF_PLUGIN, END_OF_BLOCK = " block", " end"
"""What is added to the names of tags that begin and end a block of a plugin; no name in a text has a space."""


@dataclass
class _Opened:
    """A block that has begun."""

    at: int
    token: Token
    is_foreign: bool
    branches: list[int] = field(default_factory=list)
    """Where tags stand that divide it."""


@dataclass
class Nesting:
    """The blocks of one text."""

    tokens: list[Token]
    known: Container[str]
    """Names of the tags that are there; all others are those of plugins."""
    errors: list[TagError] = field(default_factory=list)
    _opened: list[_Opened] = field(default_factory=list)
    _open: dict[str, int] = field(default_factory=dict)
    """How many blocks of each name are open."""
    _dropped: set[int] = field(default_factory=set)

    def made_whole(self) -> list[Token]:
        """The tokens, in which each block has its end, and those of plugins have names that tell them from tags."""
        names = {token.value for token in self.tokens if token.kind == TOKEN_TAG}
        foreign = {name for name in names if name not in self.known and f"end{name}" in names}
        for at, token in enumerate(self.tokens):
            if token.kind == TOKEN_TAG:
                self._read(at, token, foreign)
        while self._opened:
            self._give_up(self._pop())
        return list(_without(self.tokens, self._dropped))

    def _read(self, at: int, token: Token, foreign: Container[str]) -> None:
        name = token.value
        base = name.removeprefix("end")
        if name in BLOCKS or name in foreign:
            self._opened.append(_Opened(at, token, is_foreign=name in foreign))
            self._open[name] = self._open.get(name, 0) + 1
        elif name in BRANCHES:
            self._divide(at, token)
        elif base != name and (base in BLOCKS or base not in self.known):
            self._close(at, token, base)

    def _divide(self, at: int, token: Token) -> None:
        if self._opened and self._opened[-1].token.value in BRANCHES[token.value]:
            self._opened[-1].branches.append(at)
            return
        blocks = " or ".join(f"`{block}`" for block in BRANCHES[token.value])
        self._drop(
            at, f"'{token.value}' is not inside a block that it can divide", f"put it into {blocks}, or take it out"
        )

    def _close(self, at: int, token: Token, name: str) -> None:
        if not self._open.get(name):
            self._drop(at, f"'{token.value}' closes nothing", f"take it out, or open `{name}` above")
            return
        while self._opened[-1].token.value != name:
            self._give_up(self._pop())
        opened = self._pop()
        if opened.is_foreign:
            self.tokens[opened.at] = opened.token._replace(value=f"{name}{BLOCK_OF_PLUGIN}")
            self.tokens[at] = token._replace(value=f"{name}{END_OF_BLOCK}")

    def _pop(self) -> _Opened:
        opened = self._opened.pop()
        self._open[opened.token.value] -= 1
        return opened

    def _give_up(self, opened: _Opened) -> None:
        """Take out what begins a block that nothing ends, but not what stands in it."""
        if opened.is_foreign:
            return
        name = opened.token.value
        hint = f"put `{{% end{name} %}}` where it ends"
        self._drop(opened.at, f"the '{name}' that begins here is never closed", hint)
        self._dropped.update(opened.branches)

    def _drop(self, at: int, message: str, hint: str) -> None:
        self._dropped.add(at)
        if len(self.errors) < MOST_TOLD:
            self.errors.append(TagError(message, hint=hint, token=self.tokens[at]))


def _without(tokens: Sequence[Token], dropped: Container[int]) -> list[Token]:
    """The tokens without some tags, and what stands in those."""
    kept: list[Token] = []
    is_dropped = False
    for at, token in enumerate(tokens):
        is_dropped = at in dropped or (is_dropped and token.kind == TOKEN_EXPRESSION)
        if not is_dropped:
            kept.append(token)
    return kept
