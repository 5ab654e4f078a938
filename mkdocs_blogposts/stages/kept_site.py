"""What a build keeps of the site that it has made, so that the next one need not make again what shows nothing new.

All of it is digests: of what pages show, and of the files that were written. So nothing has to be known of who else
writes into the same folders, or of builds that have come to no end: a page is left only if its file is, byte for byte,
what a build has written for just what the page shows now.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ..cache.exact_values import comparable
from ..cache.fingerprint import installed, own_code
from ..cache.store import digest
from ..host.former_site import digest_of
from ..light_dataclasses import dataclass
from ..pages.made_files import alone_at_their_place, is_made
from .known_files import KnownFiles
from .left_pages import LeftPages
from .remembered_site import RememberedSite
from .snapshot import Snapshot, pages_of
from .unchanged_pages import same_pages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..cache.store import Store
    from ..host.former_site import FormerSite
    from .begun_build import BegunBuild
    from .shown_build import ShownBuild

SITE = "site"
"""Kind of entry that the store keeps of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBuild:
    """A build that has come to its end."""

    snapshot: Snapshot
    shown_on: Mapping[str, set[str]]
    """The posts and talks that each page shows."""
    written: Mapping[str, str]
    """The digest of the file of each page, by `src_uri`."""
    states: Mapping[str, str]
    """The digests of files whose states tell that they are what they were."""

    def to_json(self) -> dict[str, Any]:
        """The build as JSON values."""
        snapshot = self.snapshot
        return {
            "world": snapshot.world,
            "told": _known(snapshot.told),
            "own": _known(snapshot.own),
            "rendered": _known(snapshot.rendered),
            "faults": [list(told) for told in sorted(snapshot.faults)],
            "shown_on": {page: sorted(shown) for page, shown in self.shown_on.items()},
            "written": self.written,
            "states": self.states,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> KeptBuild:
        """The build that `to_json` has made into values."""
        snapshot = Snapshot(
            world=values["world"],
            told=values["told"],
            own=values["own"],
            rendered=values["rendered"],
            faults=frozenset((path, told) for path, told in values["faults"]),
        )
        shown_on = {page: set(shown) for page, shown in values["shown_on"].items()}
        return cls(snapshot=snapshot, shown_on=shown_on, written=values["written"], states=values["states"])


def _known(digests: Mapping[str, Any]) -> dict[str, str | None]:
    """Digests as JSON, with nothing for what has none."""
    return {name: each if isinstance(each, str) else None for name, each in digests.items()}


class KeptSite(RememberedSite):
    """The build at hand, and the one before, which has left its record in the store."""

    files: KnownFiles

    def __init__(self, store: Store, config: MkDocsConfig) -> None:
        super().__init__()
        self.files = KnownFiles()
        self._store = store
        self._slot = digest(config.config_file_path, config.site_dir)
        self._key = digest(self._slot, installed(), own_code(), [*sys.version_info])

    @classmethod
    def of(cls, begun: BegunBuild) -> KeptSite | None:
        """What a build finds of the one before; `None` where nothing is kept."""
        store = begun.rendering.store
        return cls(store, begun.config) if store else None

    def begin(self) -> None:
        """Forget the build at hand, which may not have come to its end."""
        super().begin()
        self._before: Mapping[str, Any] | None = None
        self._states: Mapping[str, str] = {}
        self._kept: dict[str, str] = {}

    def _form(self, value: Any) -> Any:
        return comparable(value)

    def _leave(self, build: ShownBuild, snapshot: Snapshot, files: Files, former: FormerSite | None) -> LeftPages:
        left: list[File] = []
        if former and former.files is self.files:
            self._before = self._store.get(SITE, self._key, self._slot)
            left = [] if former.is_empty else self._unchanged(build, snapshot, files, former)
        return LeftPages.of(files, left, build.begun.config, None)

    def _unchanged(self, build: ShownBuild, snapshot: Snapshot, files: Files, former: FormerSite) -> list[File]:
        """The files that are to be what they were, and now are where they were."""
        config = build.begun.config
        made = alone_at_their_place(filter(is_made, files), files, config)
        digests = {file: digest_of(file.content_bytes) for file in made}
        if self._before:
            before = KeptBuild.from_json(self._before)
            self.files.before = before.states
            pages = (page.file for page in same_pages(build, snapshot, before.snapshot, before.shown_on))
            same = [file for file in alone_at_their_place(pages, files, config) if file.src_uri in before.written]
            digests.update((file, before.written[file.src_uri]) for file in same)
        began = former.began
        taken = former.take_back({file.abs_dest_path: found for file, found in digests.items()}, self.files.digest_of)
        left = [file for file in digests if file.abs_dest_path in taken]
        for file in left:
            self.files.keep(file.abs_dest_path, digests[file], began)
        if self._before:
            self._kept = {file.src_uri: digests[file] for file in left if file.page}
            build.shown.cards.showings.remember(self._kept, before.shown_on)
        return left

    def end_pages(self) -> None:
        """Once all pages are made, take those that were left into the site again."""
        if self.left:
            self.left.end()
        self._states = self.files.settled()

    def _end(self, build: ShownBuild, snapshot: Snapshot) -> None:
        if not isinstance(snapshot.world, str):
            return
        written = self.files.written
        paths = ((page.file.src_uri, page.file.abs_dest_path) for page in pages_of(build))
        made = {uri: written[path] for uri, path in paths if path in written}
        showings = build.shown.cards.showings.on_pages
        kept = KeptBuild(
            snapshot=snapshot,
            shown_on={uri: showings[uri] for uri in snapshot.own if uri in showings},
            written={**self._kept, **made},
            states=self._states,
        )
        values = kept.to_json()
        if values != self._before:
            self._store.put(SITE, self._key, values, self._slot)
