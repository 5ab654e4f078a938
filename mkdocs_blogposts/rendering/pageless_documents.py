"""Documents of collections that have no pages of their own, through which lists of Liquid go all the same."""

from __future__ import annotations

import contextlib
from math import inf
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..faults import ContentError
from ..frontmatter.dates import Clock
from ..frontmatter.file_names import file_name_of
from ..frontmatter.source import Source
from ..jekyll.endings import MARKDOWN
from ..jekyll.filters.drops import Drop
from ..jekyll.filters.values import Moment, with_moments
from ..light_dataclasses import dataclass
from ..texts.ordinary_pages import is_headed
from ..texts.salvage import parse_or_salvage
from .document_values import values_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime, tzinfo

    from ..frontmatter.parser import FrontMatter
    from ..jekyll.jekyll_config import JekyllConfig
    from .included_files import TextFolder


@dataclass(frozen=True, kw_only=True)
class PagelessDocuments:
    """Those of a site."""

    jekyll: JekyllConfig
    folders: Mapping[str, TextFolder]
    """Where the documents of each such collection lie, by its label."""
    html: Callable[[str], str]
    """Makes HTML of Markdown."""
    zone: tzinfo

    def of(self, label: str) -> list[Drop]:
        """The documents of a collection as Liquid sees them, by date and path unless it says otherwise."""
        rank = self.jekyll.collections[label].rank
        return sorted(self._drops(label), key=lambda drop: (rank(drop["path"], drop), drop.sort_key))

    def _drops(self, label: str) -> Iterator[Drop]:
        folder = self.folders[label]
        for name in folder.names():
            given = self.jekyll.defaults_for(f"_{label}/{name}", label)
            content = (folder.read(name) or "").encode()
            source = Source(
                src_uri=f"_{label}/{name}", path=f"{folder.shown}/{name}", content=content, jekyll_defaults=given
            )
            head = parse_or_salvage(source, folder.faults, lambda _: True)
            if head and is_headed(content) and head.values.get("published") is not False:
                yield self._drop(label, PurePosixPath(source.src_uri), head)

    def _drop(self, label: str, path: PurePosixPath, head: FrontMatter) -> Drop:
        named = file_name_of(path.as_posix())
        date = self._date(head.values.get("date", named.date))
        moment = Moment.at(date, self.zone) if date else None
        made: dict[str, Callable[[], Any]] = {
            **values_of(path.as_posix(), head.values),
            "content": lambda: self.html(head.body) if path.suffix.lower() in MARKDOWN else head.body,
            "collection": lambda: label,
            "relative_path": path.as_posix,
            "path": path.as_posix,
            "ext": lambda: path.suffix,
        }
        known = with_moments(head.values, self.zone)
        if moment:
            known["date"] = moment
        return Drop(known, made, sort_key=(date.timestamp() if date else inf, path.as_posix()))

    def _date(self, value: Any) -> datetime | None:
        with contextlib.suppress(ContentError):
            return Clock(zone=self.zone, bare_datetimes_are_utc=True).read(value) if value else None
        return None
