"""Gives search plugins all pages in their order, though some of them need not be made again.

This touches what `host/search.py` touches: `add_entry_from_context` of a search index, and its list of entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mkdocs.structure.pages import Page

    from .search import SearchIndex

Entries = dict[str, list[Any]]
"""The entries of each page, by `src_uri`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTurns:
    """The pages of one search index."""

    search: SearchIndex
    order: Iterator[str]
    """All pages, by `src_uri`, in the order in which they are made."""
    known: Mapping[str, list[Any]]
    """The entries of those that are not made again, as far as they are known."""
    unknown: Mapping[str, Page]
    """Those that are not made again, and of which the plugin is asked."""
    is_noted: bool
    """Whether somebody wants to know the entries in the end."""
    made: Entries = field(default_factory=dict, init=False)
    """The entries of all pages that had their turn."""
    _add: list[Callable[[Page], None]] = field(default_factory=list, init=False)
    """What the plugin does with a page."""

    def begin(self) -> None:
        """From now on, let those that are not made again have their turn before the page at hand."""
        self._add.append(self.search.index.add_entry_from_context)

        def add_entry_from_context(page: Page) -> None:
            self.catch_up(page.file.src_uri)
            self._note(page)

        self.search.index.add_entry_from_context = add_entry_from_context

    def _note(self, page: Page) -> None:
        """Let the plugin have a page."""
        start = len(self._entries)
        self._add[0](page)
        if self.is_noted:
            self.made[page.file.src_uri] = [_copied(entry) for entry in self._entries[start:]]

    def catch_up(self, until: str | None = None) -> None:
        """Give their turn to those before a page; without one, to all that are left."""
        for src_uri in self.order:
            if src_uri == until:
                return
            if src_uri in self.known:
                self._entries.extend(map(_copied, self.known[src_uri]))
                self.made[src_uri] = self.known[src_uri]
            elif src_uri in self.unknown:
                self._note(self.unknown[src_uri])

    @property
    def _entries(self) -> list[Any]:
        entries: list[Any] = getattr(self.search.index, self.search.list_name)
        return entries


def _copied(entry: Any) -> Any:
    """An entry that the plugin may change without changing this one."""
    return dict(entry) if isinstance(entry, dict) else entry
