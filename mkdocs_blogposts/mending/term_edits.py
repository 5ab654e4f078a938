"""Tags and categories under other names, in whatever way a file lists them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass
from .edits import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from .scalars import Scalar

_BETWEEN_ITEMS = re.compile(r"\s*(?:,|-)\s*")
_REST_OF_ITEM = re.compile(r"[ \t]*(?:[,\]]|\n|\Z)")
_WITH_COMMAS = re.compile(r"[^,\s](?:[^,]*[^,\s])?")
_WITH_SPACES = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A name among others."""

    name: str
    start: int
    end: int


def rename_terms(
    text: str,
    scalars: Iterable[Scalar],
    keys: Collection[str],
    whole_keys: Collection[str],
    rename: Callable[[str], str | None],
) -> Iterator[Edit]:
    """The changes to a file that give terms other names, each of them once.

    A text under one of `keys` is a list of names, one under `whole_keys` a single one. `rename` says what a term, with
    its space as written, is to be called instead, or nothing for one that keeps its name.
    """
    known = {*keys, *whole_keys}
    wanted = (scalar for scalar in scalars if scalar.key in known)
    for key, group in groupby(wanted, key=lambda scalar: scalar.key):
        found = list(group)
        if found[0].is_item:
            yield from _in_list(text, found, rename)
        elif key in whole_keys:
            new = rename(found[0].value)
            if new is not None:
                yield Edit(found[0].start, found[0].end, found[0].written(new))
        else:
            yield from _in_text(text, found[0], rename)


def _in_list(text: str, scalars: Sequence[Scalar], rename: Callable[[str], str | None]) -> Iterator[Edit]:
    pieces = [_Piece(_normal(scalar.value), scalar.start, scalar.end) for scalar in scalars]
    new = [rename(scalar.value) for scalar in scalars]
    for number in range(len(pieces)):
        wanted = new[number]
        if wanted is None:
            continue
        if _is_there(wanted, number, pieces, new) and (edit := _without(text, pieces, number)):
            yield edit
        else:
            yield Edit(pieces[number].start, pieces[number].end, scalars[number].written(wanted))


def _in_text(text: str, scalar: Scalar, rename: Callable[[str], str | None]) -> Iterator[Edit]:
    has_commas = "," in scalar.value
    inside = text[scalar.start + len(scalar.quote) : scalar.end - len(scalar.quote)]
    separator = _WITH_COMMAS if has_commas else _WITH_SPACES
    names = separator.findall(scalar.value)
    new = [rename(name) for name in names]
    if not any(name is not None for name in new):
        return
    wanted = [_normal(name) if other is None else other for name, other in zip(names, new, strict=True)]
    is_list_of_words = not any(" " in name or "," in name for name in wanted)
    if any("," in name for name in wanted) or not (has_commas or is_list_of_words):
        # What holds a space or a comma itself is a name in a list only.
        items = ", ".join(scalar.written(name) for name in dict.fromkeys(wanted))
        yield Edit(scalar.start, scalar.end, f"[{items}]")
        return
    if inside != scalar.value or len({name.casefold() for name in wanted}) < len(wanted):
        firsts = {name.casefold(): name for name in reversed(wanted)}
        kept = list(dict.fromkeys(firsts[name.casefold()] for name in wanted))
        yield Edit(scalar.start, scalar.end, scalar.written((", " if has_commas else " ").join(kept)))
        return
    pieces = list(separator.finditer(inside))
    parts, done = [], 0
    for piece, other in zip(pieces, new, strict=True):
        parts += [inside[done : piece.start()], piece[0] if other is None else other]
        done = piece.end()
    yield Edit(scalar.start, scalar.end, scalar.written("".join([*parts, inside[done:]])))


def _is_there(wanted: str, number: int, pieces: Sequence[_Piece], new: Sequence[str | None]) -> bool:
    """Whether a name stands in a list already, before it or with its name as it is."""
    others = ((index, piece.name if new[index] is None else new[index]) for index, piece in enumerate(pieces))
    same = [index for index, name in others if index != number and (name or "").casefold() == wanted.casefold()]
    return any(index < number or new[index] is None for index in same)


def _without(text: str, pieces: Sequence[_Piece], number: int) -> Edit | None:
    """The change that takes an item out of its list; `None` where something else stands beside it."""
    piece = pieces[number]
    if not _REST_OF_ITEM.match(text, piece.end):
        return None
    if number:
        start, end = pieces[number - 1].end, piece.end
        between = text[start : piece.start]
    else:
        start, end = piece.start, pieces[1].start
        between = text[piece.end : end]
    return Edit(start, end, "") if _BETWEEN_ITEMS.fullmatch(between) else None


def _normal(name: str) -> str:
    return " ".join(name.split())
