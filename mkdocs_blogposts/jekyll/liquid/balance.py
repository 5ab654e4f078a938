"""Whether all that a text opens is closed: told before it is parsed, since only this knows both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liquid.token import TOKEN_TAG

from .problems import TagError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from liquid.token import Token

BLOCKS = ("capture", "case", "comment", "for", "highlight", "if", "ifchanged", "raw", "tablerow", "unless")


def unbalanced(tokens: Iterable[Token]) -> Iterator[TagError]:
    """What is wrong with the beginnings and ends of blocks."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind != TOKEN_TAG:
            continue
        if token.value in BLOCKS:
            opened.append(token)
            continue
        name = token.value.removeprefix("end")
        if name == token.value or name not in BLOCKS:
            continue
        if all(each.value != name for each in opened):
            yield TagError(f"'{token.value}' closes nothing", hint=f"take it out, or open `{name}` above", token=token)
            continue
        while opened[-1].value != name:
            yield _never_closed(opened.pop())
        opened.pop()
    for token in opened:
        yield _never_closed(token)


def _never_closed(token: Token) -> TagError:
    return TagError(
        f"the '{token.value}' that begins here is never closed",
        hint=f"put `{{% end{token.value} %}}` where it ends",
        token=token,
    )
