"""The blocks of a text as they are read, before their attributes are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .attributes import Attributes
    from .blocks import BlockReader


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


@dataclass(slots=True)
class Scope:
    """The inside of an element while it is read."""

    reader: BlockReader
    parent: Element
    lines: list[str]
    nodes: list[Node] = field(default_factory=list)
    pending: Attributes | None = None
    """Attributes of the block that comes next."""
    unclosed: dict[str, int] = field(default_factory=dict)
    """Marks that nothing below closes, and their length, so that each is looked for once."""

    @property
    def last(self) -> Node | None:
        """The node read last."""
        return self.nodes[-1] if self.nodes else None

    @property
    def is_at_boundary(self) -> bool:
        """Whether no block stands directly above."""
        last = self.last
        return last is None or last.kind in {Kind.BLANK, Kind.END} or self.pending is not None

    def is_unclosed(self, mark: str, length: int = 1) -> bool:
        """Whether it is known that nothing below closes a mark of that length."""
        return length >= self.unclosed.get(mark, length + 1)

    def add(self, node: Node) -> Node:
        """Add a node; it takes the attributes that wait for one."""
        if self.pending is not None:
            node.attributes, self.pending = self.pending, None
        self.nodes.append(node)
        return node
