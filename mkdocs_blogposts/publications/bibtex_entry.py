"""An entry of BibTeX as others are to have it: without what its author keeps for himself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PUBLIC = frozenset(
    {
        *("author", "title", "subtitle", "editor", "translator", "journal", "journaltitle", "booktitle"),
        *("booksubtitle", "maintitle", "eventtitle", "year", "date", "month", "volume", "number", "issue"),
        *("pages", "pagetotal", "publisher", "edition", "series", "chapter", "address", "location", "school"),
        *("institution", "organization", "howpublished", "type", "note", "doi", "url", "urldate", "eprint"),
        *("archiveprefix", "eprinttype", "eprintclass", "primaryclass", "isbn", "issn", "language", "version"),
    }
)
"""Fields that tell of the paper; all others tell of a collection, or of the machine that it lies on."""


def bibtex_of(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """The entry, with its values in braces and its macros written out."""
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items() if name in _PUBLIC and value)
    return "\n".join((f"@{kind}{{{key},", *lines, "}"))
