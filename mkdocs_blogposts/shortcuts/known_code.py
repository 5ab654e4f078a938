"""Functions of libraries: whether they are those that shortcuts were compared with, and another way in their place."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_digests: dict[FunctionType, tuple[CodeType, str | None]] = {}
"""The digest of each function that was asked for, and of which code."""


def is_known(function: Any, digests: frozenset[str]) -> bool:
    """Whether a function, as it is in memory, has one of these digests."""
    if not isinstance(function, FunctionType):
        return False
    code, digest = _digests.get(function, (None, None))
    if code is not function.__code__:
        code, digest = function.__code__, digest_of(function.__code__)
        _digests[function] = code, digest
    return digest in digests


def digest_of(code: CodeType) -> str | None:
    """The digest of the lines that code was compiled from, the same for all versions of Python; `None` without them."""
    try:
        lines = Path(code.co_filename).read_text(encoding="utf-8").splitlines()[code.co_firstlineno - 1 :]
    except (OSError, ValueError):
        return None
    if not lines:
        return None
    kept = [lines[0]]
    for line in lines[1:]:
        text = line.lstrip()
        # What closes a long signature stands where this began.
        if text and len(line) - len(text) <= len(lines[0]) - len(lines[0].lstrip()) and text[0] != ")":
            break
        kept.append(line)
    return hashlib.sha256("\n".join(kept).strip().encode()).hexdigest()


@contextmanager
def replaced(owner: Any, name: str, known: frozenset[str], way: Callable[[Any], Any]) -> Iterator[None]:
    """Within, what is known of an owner is replaced; what somebody else puts there meanwhile stays."""
    stock: Any = getattr(owner, name, None)
    if not is_known(stock, known):
        yield
        return
    ours = way(stock)
    setattr(owner, name, ours)
    try:
        yield
    finally:
        if getattr(owner, name, None) is ours:
            setattr(owner, name, stock)
