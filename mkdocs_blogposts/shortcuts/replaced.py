"""Another way to do what a function of a library does, in its place for a while."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .known_code import is_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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
