"""What the files of one blog are placed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig

    from ..faults import Faults
    from ..host.theme import Theme
    from ..pages.text_pages import TextRenderer
    from ..settings import Settings
    from ..sources.folders import Folders
    from ..sources.kept_readings import KeptReadings
    from ..sources.stored_readings import StoredReadings


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementTask:
    """A blog of which no file is read."""

    config: MkDocsConfig
    settings: Settings
    """As the site has them, without what a Jekyll site adds."""
    chosen: frozenset[str]
    """Options that the site has set itself."""
    folders: Folders
    theme: Theme
    faults: Faults
    renderer: TextRenderer
    now: datetime
    is_serve: bool
    readings: KeptReadings | StoredReadings | None = None
    """What `serve` remembers of files that it has read; `None` in a build."""
