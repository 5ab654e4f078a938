"""Renders the Liquid in texts of a Jekyll site, once all pages have their URLs and before any of them becomes HTML."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ..content.faults import Faults, Kind, Level, Place
from ..content.models import Dialect, HeldBack
from ..content.remarks import has_liquid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..liquid.problems import Problem
    from ..settings import Settings
    from .rendering import Rendering
    from .structure import TextPage

FOLDERS = ("_includes", "_data")
"""Folders of a Jekyll site that its texts bring something in from."""

_SIGNS = ("_config.yml", *FOLDERS, "_posts", "_talks", "_drafts")
"""What shows where a Jekyll site is."""


def renders_liquid() -> bool:
    """Whether python-liquid, the extra `jekyll`, is installed."""
    return importlib.util.find_spec("liquid") is not None


@dataclass(frozen=True, kw_only=True)
class LiquidTexts:
    """The Liquid of one build."""

    config: MkDocsConfig
    settings: Settings
    rendering: Rendering
    faults: Faults
    now: datetime
    is_serve: bool
    values: Mapping[str, Any]
    """What `_config.yml` says."""

    @property
    def folders(self) -> list[str]:
        """Folders outside `docs_dir` whose files texts may bring in."""
        found = (self._root / name for name in FOLDERS)
        return [str(path) for path in found if path.is_dir() and not path.is_relative_to(self.config.docs_dir)]

    def render(self, pages: Iterable[TextPage], files: Files) -> None:
        """Give each page the text that is to be shown, in which no Liquid is left."""
        asking = [page for page in pages if _asks(page)]
        if not asking or not renders_liquid():
            return
        # Only sites that have Liquid pay for these.
        from ..liquid.renderer import Renderer  # noqa: PLC0415
        from ..liquid.surroundings import Lookup  # noqa: PLC0415
        from .liquid_site import LiquidSite  # noqa: PLC0415
        from .site_files import TextFolder  # noqa: PLC0415

        site = LiquidSite(
            config=self.config,
            values=self.values,
            root=TextFolder(self._root, self._shown_root, self.faults),
            files=files,
            rendering=self.rendering,
            zone=ZoneInfo(self.settings.timezone),
            now=self.now,
            is_serve=self.is_serve,
        )
        renderer = Renderer(site.surroundings())
        for page in asking:
            text = page.article
            near = TextFolder(
                Path(page.file.abs_src_path or self._root).parent, str(Path(text.path).parent), self.faults
            )
            beside = Lookup(find=near.read, names=near.names, folder=near.shown)
            outcome = renderer.render(text.body, site.drop(page), beside)
            page.text = outcome.text
            for problem in outcome.problems:
                self._tell(problem, page)

    def _tell(self, problem: Problem, page: TextPage) -> None:
        text, place = page.article, problem.place
        if place is not None and problem.include is None:
            place = Place(place.line + text.body_line - 1, place.column)
        is_waiting = text.held_back in (None, HeldBack.FUTURE) or not page.file.inclusion.is_excluded()
        self.faults.add(
            Kind.LIQUID,
            problem.include or text.path,
            f"liquid: {problem.message}",
            place=place,
            hint=problem.hint,
            level=None if is_waiting else Level.INFO,
        )

    @property
    def _root(self) -> Path:
        """The folder of the Jekyll site: beside `mkdocs.yml`, or else in `docs_dir`."""
        folders = list(self._possible_roots())
        return next((path for path in folders if any((path / name).exists() for name in _SIGNS)), folders[0])

    def _possible_roots(self) -> Iterator[Path]:
        yield Path(self.config.config_file_path).resolve().parent if self.config.config_file_path else Path.cwd()
        yield Path(self.config.docs_dir)
        yield Path(self.config.docs_dir, self.settings.blog_dir)

    @property
    def _shown_root(self) -> str:
        beside = next(self._possible_roots())
        return Path(os.path.relpath(self._root, beside)).as_posix()


def _asks(page: TextPage) -> bool:
    """Whether there is Liquid in a text that is to be rendered."""
    text = page.article
    is_wanted = text.dialect is Dialect.JEKYLL and text.meta.get("render_with_liquid") is not False
    return is_wanted and has_liquid(text.body)
