"""What one build remembers of a site for the next, which leaves pages as they are that show nothing new."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from ..host.plugins.listeners import can_be_left
from .snapshot import Snapshot, faults_of
from .unchanged_pages import states_of

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from ..host.former_site import FormerSite
    from .known_files import KnownFiles
    from .left_pages import LeftPages
    from .shown_build import ShownBuild
    from .snapshot import State


_MANY = 2000
"""Pages whose digests touch so much of the memory that other processes need not share that yet: a twentieth of it."""


class RememberedSite(ABC):
    """The build at hand, beside the one before."""

    files: KnownFiles | None = None
    """What is to be known of the files of the site; `None` where the memory of `serve` has it."""

    def __init__(self) -> None:
        self._sources: dict[str, State] = {}
        self.begin()

    def begin(self) -> None:
        """Forget the build at hand, which may not have come to its end."""
        self.build: ShownBuild | None = None
        self._snapshot: Snapshot | None = None
        self.left: LeftPages | None = None
        """Pages that the build at hand leaves as they are; `None` where it can't be known which."""

    def see(self, files: Files) -> None:
        """Know what the files of a site are before anything is made of them."""
        self._sources = states_of(files)

    def leave(self, build: ShownBuild, nav: Navigation, files: Files, former: FormerSite | None) -> None:
        """Leave the pages of a build, all of whose texts are HTML, that are as in the build before."""
        self.begin()
        if former and former.is_empty and len(files.documentation_pages()) <= _MANY:
            build.prerender_pages(nav, files, None, former)  # none of which was made before
        build.write_feeds()
        # Whatever others do when pages are made may change what pages depend on, so that it is not asked for before.
        may_be_left = can_be_left(build.begun.config) and not (build.failed.told or build.begun.settings.preview)
        basis = build.basis(nav) if may_be_left else None
        if basis is not None:
            self.build, self._snapshot = build, Snapshot.of(build, basis, files, self._sources, self._form)
            self.left = self._leave(build, self._snapshot, files, former)

    def end(self) -> None:
        """Remember the build at hand, which has come to its end; not one in which making a page has failed."""
        build, snapshot = self.build, self._snapshot
        if build and snapshot and faults_of(build) == snapshot.faults:
            self._end(build, snapshot)
        self.begin()

    @abstractmethod
    def end_pages(self) -> None:
        """Once all pages are made, take those that were left into the site again."""

    def end_other_plugins(self) -> None:  # noqa: B027  # who remembers digests need not know
        """Know what other plugins have made of the site."""

    def _form(self, value: Any) -> Any:
        """What a build shows, in the form in which it is remembered."""
        return value

    @abstractmethod
    def _leave(self, build: ShownBuild, snapshot: Snapshot, files: Files, former: FormerSite | None) -> LeftPages:
        """The pages that are as in the build before."""

    @abstractmethod
    def _end(self, build: ShownBuild, snapshot: Snapshot) -> None:
        """Remember a build that has come to its end."""
