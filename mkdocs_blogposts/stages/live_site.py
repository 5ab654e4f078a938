"""What `serve` remembers from build to build, so that it need not make again what a save has not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..host.former_site import state_of
from ..host.plugins.listeners import ends_with_pages
from ..light_dataclasses import dataclass
from ..pages.made_files import alone_at_their_place, is_made
from .left_pages import LeftPages
from .remembered_site import RememberedSite
from .snapshot import pages_of
from .unchanged_pages import same_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

    from ..host.former_site import FormerSite, State
    from ..host.search_turns import Entries
    from .shown_build import ShownBuild
    from .snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class _Remembered:
    """A build that has come to its end."""

    snapshot: Snapshot
    shown_on: Mapping[str, set[str]]
    """The posts and talks that each page shows."""
    entries: list[Entries]
    """What each search index has of each page."""
    made: Mapping[str, bytes]
    """What was in each file that is made in memory and is no page, by `src_uri`."""
    states: Mapping[str, State | None]
    """What each of these files was in the end, by its path."""


class LiveSite(RememberedSite):
    """The build before, and the one at hand."""

    def __init__(self) -> None:
        super().__init__()
        self._before: _Remembered | None = None
        self._former: _Remembered | None = None

    def begin(self) -> None:
        """Forget the build at hand, which may not have come to its end."""
        super().begin()
        self._entries: list[Entries] = []
        self._made: dict[str, bytes] = {}
        self._states: dict[str, State | None] = {}
        self._kept: dict[str, State] = {}

    def leave(self, build: ShownBuild, nav: Navigation, files: Files, former: FormerSite | None) -> None:
        """Leave the pages of a build, all of whose texts are HTML, that are as in the build before."""
        self._former, self._before = self._before, None
        super().leave(build, nav, files, former)

    def _leave(self, build: ShownBuild, snapshot: Snapshot, files: Files, former: FormerSite | None) -> LeftPages:
        before = self._former
        self._made = {file.src_uri: file.content_bytes for file in files if is_made(file)}
        left = self._unchanged(build, snapshot, before, former, files) if before and former else []
        if before:
            build.shown.cards.showings.remember((file.src_uri for file in left), before.shown_on)
        return LeftPages.of(files, left, build.begun.config, before.entries if before else [])

    def _unchanged(
        self, build: ShownBuild, snapshot: Snapshot, before: _Remembered, former: FormerSite, files: Files
    ) -> list[File]:
        """The files that are as they were, and now are where they were."""
        same = [page.file for page in same_pages(build, snapshot, before.snapshot, before.shown_on)]
        same += [file for file in files if is_made(file) and self._made[file.src_uri] == before.made.get(file.src_uri)]
        same = list(alone_at_their_place(same, files, build.begun.config))
        states = {path: state for path in (file.abs_dest_path for file in same) if (state := before.states.get(path))}
        taken = former.take_back(states, state_of) if states else set()
        self._kept = {path: states[path] for path in taken}
        return [file for file in same if file.abs_dest_path in taken]

    def end_pages(self) -> None:
        """Once all pages are made, take those that were left into the site again."""
        if self.left and self.build:
            self._entries = self.left.end()
            self._states = {path: self._state_of(path) for path in self._paths(self.build)}

    def end_other_plugins(self) -> None:
        """Leave out what another plugin has changed since it was written: it has to be written for it again."""
        if self.build and not ends_with_pages(self.build.begun.config):
            self._states = {path: state for path, state in self._states.items() if state == state_of(path)}

    def _end(self, build: ShownBuild, snapshot: Snapshot) -> None:
        self._before = _Remembered(
            snapshot=snapshot,
            shown_on=build.shown.cards.showings.on_pages,
            entries=self._entries,
            made=self._made,
            states={path: self._state_of(path) for path in self._states},
        )

    def _state_of(self, path: str) -> State | None:
        """What a file is now; what was left as it was has been looked at."""
        return self._kept.get(path) or state_of(path)

    def _paths(self, build: ShownBuild) -> Iterator[str]:
        """Where the files of all pages stand, and of what else is made in memory."""
        yield from (page.file.abs_dest_path for page in pages_of(build))
        yield from (file.abs_dest_path for file in self.left.files if is_made(file)) if self.left else ()
