"""What `serve` remembers from build to build, so that it need not make again what a save has not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..host.former_site import state_of
from ..light_dataclasses import dataclass
from ..pages.made_files import GENERATED_BY
from ..pages.text_pages import ArticlePage
from .left_pages import LeftPages, can_be_left
from .snapshot import Snapshot, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from ..host.former_site import FormerSite, State
    from ..host.search_turns import Entries
    from .shown_build import ShownBuild


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


class LiveSite:
    """The build before, and the one at hand."""

    def __init__(self) -> None:
        self._before: _Remembered | None = None
        self._build: ShownBuild | None = None
        self._snapshot: Snapshot | None = None
        self._entries: list[Entries] = []
        self._made: dict[str, bytes] = {}
        self._states: dict[str, State | None] = {}
        self.left: LeftPages | None = None
        """Pages that the build at hand leaves as they are; `None` where it can't be known which."""

    def begin(self) -> None:
        """Forget the build at hand, which may not have come to its end."""
        self._build = self._snapshot = self.left = None
        self._entries, self._made, self._states = [], {}, {}

    def leave(self, build: ShownBuild, nav: Navigation, files: Files, former: FormerSite | None) -> None:
        """Leave the pages of a build, all of whose texts are HTML, that are as in the build before."""
        before, self._before = self._before, None
        self.begin()
        config = build.begun.config
        basis = build.basis(nav)
        if basis is None or build.failed.told or build.begun.settings.preview or not can_be_left(config):
            return
        self._build, self._snapshot = build, Snapshot.of(build, basis, files)
        self._made = {file.src_uri: file.content_bytes for file in files if _is_made(file)}
        left = self._unchanged(build, self._snapshot, before, former, files) if before and former else []
        if before:
            shown = ((file.src_uri, before.shown_on.get(file.src_uri)) for file in left)
            build.shown.cards.showings.on_pages.update((uri, found) for uri, found in shown if found is not None)
        self.left = LeftPages.of(files, left, config, before.entries if before else [])

    def _unchanged(
        self, build: ShownBuild, snapshot: Snapshot, before: _Remembered, former: FormerSite, files: Files
    ) -> list[File]:
        """The files that are as they were, and now are where they were."""
        same = [page.file for page in _same_pages(build, snapshot, before)]
        same += [file for file in files if _is_made(file) and self._made[file.src_uri] == before.made.get(file.src_uri)]
        states = {path: state for path in (file.abs_dest_path for file in same) if (state := before.states.get(path))}
        taken = former.take_back(states) if states else set()
        return [file for file in same if file.abs_dest_path in taken]

    def end_pages(self) -> None:
        """Once all pages are made, take those that were left into the site again."""
        if self.left and self._build:
            self._entries = self.left.end()
            self._states = {path: state_of(path) for path in self._paths(self._build)}

    def end_other_plugins(self) -> None:
        """Leave out what another plugin has changed since it was written: it has to be written for it again."""
        self._states = {path: state for path, state in self._states.items() if state == state_of(path)}

    def end(self) -> None:
        """Remember the build at hand, which has come to its end; not one in which making a page has failed."""
        build, snapshot = self._build, self._snapshot
        if build and snapshot and frozenset(build.begun.faults.found) == snapshot.faults:
            self._before = _Remembered(
                snapshot=snapshot,
                shown_on=build.shown.cards.showings.on_pages,
                entries=self._entries,
                made=self._made,
                states={path: state_of(path) for path in self._states},
            )
        self.begin()

    def _paths(self, build: ShownBuild) -> Iterator[str]:
        """Where the files of all pages stand, and of what else is made in memory."""
        yield from (page.file.abs_dest_path for page in pages_of(build))
        yield from (file.abs_dest_path for file in self.left.files if _is_made(file)) if self.left else ()


def _is_made(file: File) -> bool:
    """Whether a file of the site is one of ours that is made in memory, and no page."""
    return file.generated_by == GENERATED_BY and file.page is None and file.inclusion.is_included()


def _same_pages(build: ShownBuild, snapshot: Snapshot, before: _Remembered) -> Iterator[Page]:
    """The pages of a blog that show what they have shown before."""
    changed = snapshot.changed_since(before.snapshot, before.shown_on)
    if changed is None:
        return
    told = snapshot.told_otherwise(before.snapshot)
    pages = list(pages_of(build))
    # The host packs the sitemap under the newest of these dates.
    newest = max(pages, key=lambda page: page.update_date)
    for page in pages:
        is_told = told and (page is build.shown.completion.index or _path_of(page) in told)
        shows_more = page is newest or page.is_homepage or page.file.src_uri in build.with_cards
        if not (is_told or shows_more or page.file.src_uri in changed):
            yield page


def _path_of(page: Page) -> str | None:
    return page.article.path if isinstance(page, ArticlePage) else None
