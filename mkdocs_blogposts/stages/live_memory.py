"""What `serve` remembers of single files and texts, each beside all that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..blog.related import KnownRelations
from ..cache.compiled_templates import CompiledTemplates
from ..cache.store import Store
from ..light_dataclasses import dataclass, field
from ..output.feed_writer import KnownFeeds
from ..sources.kept_readings import KeptReadings

if TYPE_CHECKING:
    from pathlib import Path

    from ..cache.remembered import Remembered
    from ..rendering.kept_conversion import Conversion
    from ..rendering.rendered import Rendered


@dataclass(frozen=True, slots=True)
class LiveMemory:
    """What one blog has made in the builds before."""

    compiled: CompiledTemplates = field(default_factory=CompiledTemplates, init=False)
    readings: KeptReadings = field(default_factory=KeptReadings, init=False)
    conversions: Remembered[Conversion] = field(default_factory=dict, init=False)
    renditions: Remembered[Rendered] = field(default_factory=dict, init=False)
    feeds: KnownFeeds = field(default_factory=KnownFeeds, init=False)
    relations: KnownRelations = field(default_factory=KnownRelations, init=False)
    stores: dict[Path, Store] = field(default_factory=dict, init=False)
    """What knows where each entry of the cache lies, by its folder."""

    def store_in(self, folder: Path) -> Store:
        """The store of a folder, which need not look through it again."""
        store = self.stores.setdefault(folder, Store(folder))
        store.try_again()
        return store
