"""What section-index does to pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


def reclaim(page: Page, kind: type[Page]) -> None:
    """Give a page back what it has lost with its class: section-index makes its own of the first page of a section."""
    if not isinstance(page, kind):
        page.__class__ = type(kind.__name__, (kind, type(page)), {})
