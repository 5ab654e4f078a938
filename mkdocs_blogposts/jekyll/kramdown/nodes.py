"""The blocks of a text as they are read, before their attributes are known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .attributes import Attributes


class Kind(Enum):
    """What a node is."""

    BLANK = auto()
    """Empty lines."""
    END = auto()
    """A lone `^`, which ends the block above."""
    HIDDEN = auto()
    """A definition, which shows nothing where it stands."""
    MARK = auto()
    """Attributes, or an extension of kramdown, that stood there."""
    PARAGRAPH = auto()
    LIST = auto()
    DEFINITIONS = auto()
    CODE = auto()
    HTML = auto()
    OTHER = auto()


@dataclass(slots=True)
class Node:
    """A block, or what separates blocks."""

    kind: Kind
    element: Element | None = None
    attributes: Attributes | None = None
    code: str = ""
    info: str = ""
    """What stands behind the fence of code."""
    fenced: bool = False
    lines: int = 0
    """How many empty lines there are."""
