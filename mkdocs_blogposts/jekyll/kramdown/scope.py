"""The inside of an element while its blocks are read, and what reads the blocks of elements within."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from .nodes import Kind, Node

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from markdown.blockparser import BlockParser
    from markdown.blockprocessors import BlockProcessor
    from markdown.preprocessors import Preprocessor

    from .attributes import Attributes
    from .document import Document


class Reader(Protocol):
    """What a block asks of whoever reads the text that it is part of."""

    parser: BlockParser
    document: Document
    preprocessors: Sequence[Preprocessor]
    """What the site's own containers need to have run over their text."""
    foreign: Sequence[BlockProcessor]
    """What reads those containers."""
    depth: int
    """How many elements are open."""

    def read(self, lines: list[str], parent: Element) -> list[Node]:
        """Read lines into an element."""
        ...


@dataclass(slots=True)
class Scope:
    """The inside of an element while it is read."""

    reader: Reader
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
