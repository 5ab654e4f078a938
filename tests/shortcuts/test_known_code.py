"""What is replaced for a while is as before afterwards, unless somebody else has replaced it as well."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from mkdocs_blogposts.shortcuts.known_code import digest_of, replaced


def stock() -> str:
    """What a library does."""
    return "stock"


def other() -> str:
    """What somebody else does."""
    return "other"


def quick(known: Any) -> Any:
    """Another way to do what is known."""
    return lambda: f"quick {known()}"


KNOWN = frozenset({digest_of(stock.__code__) or ""})


def test_it_is_replaced_only_within() -> None:
    owner = SimpleNamespace(does=stock)
    with replaced(owner, "does", KNOWN, quick):
        assert owner.does() == "quick stock"
    assert owner.does is stock

    with pytest.raises(KeyError, match="fails"), replaced(owner, "does", KNOWN, quick):
        raise KeyError("fails")
    assert owner.does is stock


def test_what_another_puts_there_meanwhile_stays() -> None:
    owner = SimpleNamespace(does=stock)
    with replaced(owner, "does", KNOWN, quick):
        owner.does = other

    assert owner.does is other


@pytest.mark.parametrize("owner", [None, SimpleNamespace(), SimpleNamespace(does=other), SimpleNamespace(does=len)])
def test_what_is_not_known_is_left(owner: Any) -> None:
    before = getattr(owner, "does", None)
    with replaced(owner, "does", KNOWN, quick):
        assert getattr(owner, "does", None) is before
