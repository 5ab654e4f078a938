"""What `serve` remembers of single files and texts, each beside all that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..blog.likeness import words_of
from ..cache.compiled_templates import CompiledTemplates
from ..cache.store import Store
from ..light_dataclasses import dataclass, field
from ..sources.kept_readings import KeptReadings

if TYPE_CHECKING:
    from collections import Counter
    from pathlib import Path

    from ..cache.remembered import Remembered
    from ..content.models import Post
    from ..output.feed_writer import KnownItem
    from ..rendering.kept_conversion import Conversion
    from ..rendering.rendered import Rendered


@dataclass(frozen=True, slots=True)
class LiveMemory:
    """What one blog has made in the builds before."""

    compiled: CompiledTemplates = field(default_factory=CompiledTemplates, init=False)
    readings: KeptReadings = field(default_factory=KeptReadings, init=False)
    conversions: Remembered[Conversion] = field(default_factory=dict, init=False)
    renditions: Remembered[Rendered] = field(default_factory=dict, init=False)
    feed_items: dict[tuple[str, str], KnownItem] = field(default_factory=dict, init=False)
    """Items of feeds as each format has them, by its name and the `src_uri` of the text."""
    words: Remembered[Counter[str]] = field(default_factory=dict, init=False)
    stores: dict[Path, Store] = field(default_factory=dict, init=False)
    """What knows where each entry of the cache lies, by its folder."""

    def store_in(self, folder: Path) -> Store:
        """The store of a folder, which need not look through it again."""
        store = self.stores.setdefault(folder, Store(folder))
        store.try_again()
        return store

    def words_of(self, post: Post) -> Counter[str]:
        """How often a post has each word."""
        about = (post.title, post.body)
        if post.src_uri not in self.words or self.words[post.src_uri][0] != about:
            self.words[post.src_uri] = (about, words_of(post))
        return self.words[post.src_uri][1]
