"""Search plugins parse every page again; what they made of a text is kept, and listings are kept from them.

This is the one place that touches what search plugins keep to themselves: `search_index` (of MaterialX' plugin: that of
its `provider`), its method `add_entry_from_context`, and its list of entries.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from ..cache.description import toc_tokens
from ..cache.store import Store, digest
from ..light_dataclasses import dataclass
from .search_parsers import adder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ENTRIES = "search"
"""Kind of entry that the store keeps of a page's part in the search index."""

_LISTS = ("entries", "_entries")
"""What the list is called in Material's plugin and in that of MkDocs."""


_KNOWN_PACKAGES = frozenset({"material", "materialx", "mkdocs", "properdocs"})
"""Whose search plugins make entries of a page and their options alone."""


def _reads_files(index: Any) -> bool:
    """Whether words are told apart with a dictionary of the site."""
    options = getattr(index, "config", None) or {}
    return any(options.get(name) for name in ("jieba_dict", "jieba_dict_user"))


def _as_in_text(value: Any) -> Any:
    """A title, or tags, with quotes as Markdown writes them in a text: a search for these finds no others."""
    if isinstance(value, list):
        return [_as_in_text(each) for each in value]
    return str(value).replace("&#39;", "'").replace("&#34;", '"') if isinstance(value, str) else value


def indexes_of(config: MkDocsConfig) -> list[Any]:
    """What the search plugins of a site have as their index, known or not."""
    owners = [owner for plugin in config.plugins.values() for owner in (plugin, getattr(plugin, "provider", None))]
    found = (getattr(owner, "search_index", None) for owner in owners)
    return [index for index in found if index is not None]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of one search plugin."""

    index: Any
    list_name: str
    basis: str | None
    """What the entries of a page depend on beside the page; `None` where that can't be known."""

    @classmethod
    def all_of(cls, config: MkDocsConfig, basis: str | None) -> list[SearchIndex]:
        """The indexes of a site's search plugins; where `basis` can't be known, nothing of them may be kept."""
        return list(cls._known(indexes_of(config), basis))

    @classmethod
    def _known(cls, indexes: Iterable[Any], basis: str | None) -> Iterable[SearchIndex]:
        for index in indexes:
            name = next((name for name in _LISTS if isinstance(getattr(index, name, None), list)), None)
            kind = f"{type(index).__module__}.{type(index).__qualname__}"
            if name and kind.partition(".")[0] in _KNOWN_PACKAGES and not _reads_files(index):
                yield cls(index, name, basis and digest(basis, kind, repr(getattr(index, "config", None))))

    def key_of(self, page: Page) -> str:
        """What the entries of a page depend on."""
        about = [str(page.meta.get(name)) for name in ("title", "tags", "search")]
        return digest(self.basis, page.url, str(page.title), about, page.content, toc_tokens(page.toc))

    def entries_of(self, page: Page) -> list[Any]:
        """What the plugin makes of a page."""
        scratch = copy.copy(self.index)
        setattr(scratch, self.list_name, [])
        kind: Any = type(scratch)
        adder_of(kind)(scratch, page)
        entries: list[Any] = getattr(scratch, self.list_name)
        for entry in entries:
            if isinstance(entry, dict):
                entry |= {name: _as_in_text(entry[name]) for name in ("title", "tags") if name in entry}
        return entries

    def keep(self, page: Page, store: Store | None) -> list[Any]:
        """The entries of a page, from the store if it has them, and in it from now on."""
        if store is None or self.basis is None:
            return self.entries_of(page)
        key = self.key_of(page)
        entries: list[Any] | None = store.get(ENTRIES, key)
        if entries is None:
            entries = self.entries_of(page)
            store.put(ENTRIES, key, entries)
        return entries

    def spare(
        self, store: Store | None, *, is_out_of_search: Callable[[Page], bool], is_kept: Callable[[Page], bool]
    ) -> None:
        """Let the plugin pass over some pages, and parse others only if it has not parsed the same before."""

        def add_entry_from_context(page: Page) -> None:
            if not is_out_of_search(page):
                entries = self.keep(page, store) if is_kept(page) else self.entries_of(page)
                getattr(self.index, self.list_name).extend(entries)

        self.index.add_entry_from_context = add_entry_from_context
