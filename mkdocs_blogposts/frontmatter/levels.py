"""How much a fault weighs: what the builder whose dialect a file is in makes of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import Kind, Level
from .dialects import Dialect

if TYPE_CHECKING:
    from collections.abc import Callable

_MATERIAL_READS = frozenset(
    {"title", "date", "tags", "categories", "authors", "draft", "pin", "links", "readtime", "slug", "hide", "template"}
)
"""Keys whose type matters to Material; what stands under any other it takes in silence."""

_IN_JEKYLL = {Kind.TYPE: Level.INFO, Kind.DATE: Level.WARNING, Kind.AUTHOR: Level.WARNING}
"""An impossible date is all that Jekyll refuses, and only under the key `date`."""


def level_in(dialect: Dialect) -> Callable[[Kind, str], Level | None]:
    """What tells how much a fault in the value of a key weighs; `None` for as much as its kind does."""
    return _in_jekyll if dialect is Dialect.JEKYLL else _in_material


def _in_jekyll(kind: Kind, _name: str) -> Level | None:
    return _IN_JEKYLL.get(kind)


def _in_material(kind: Kind, name: str) -> Level | None:
    key = name.partition(".")[0].partition("[")[0]
    if kind is Kind.TYPE and key not in _MATERIAL_READS:
        return Level.INFO
    if kind is Kind.DATE and name not in ("date", "date.created"):
        return Level.WARNING if key == "date" else Level.INFO
    return None
