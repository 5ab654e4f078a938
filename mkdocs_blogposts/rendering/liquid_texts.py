"""Renders the Liquid in texts of a Jekyll site, once all pages have their URLs and before any of them becomes HTML."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ..content.models import HeldBack, JekyllPage, Post, Talk
from ..faults import Faults, Kind, Level, Place
from ..frontmatter.dialects import Dialect
from ..jekyll.endings import HTML
from ..jekyll.liquid.availability import renders_liquid
from ..jekyll.plugins import WITHOUT_FILTERS, plugins_of
from ..light_dataclasses import dataclass
from ..sources.jekyll_site import places_of_jekyll
from ..sources.source_files import folder_of, from_root
from ..texts.remarks import has_liquid
from ..texts.shared_braces import are_of_macros
from .included_files import TextFolder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..jekyll.filters.site_context import Lookup
    from ..jekyll.jekyll_config import JekyllConfig
    from ..jekyll.liquid.problems import Problem
    from ..pages.text_pages import TextPage
    from ..settings import Settings
    from ..sources.folders import Folders
    from .page_renderer import Rendering

_FOLDERS = ("includes_dir", "data_dir", "layouts_dir")
"""What names the folders in `_config.yml` that texts bring something in from."""

_STYLES = "_sass"
"""A folder of a Jekyll site that means nothing here."""


@dataclass(frozen=True, kw_only=True)
class LiquidTexts:
    """The Liquid of one build."""

    config: MkDocsConfig
    settings: Settings
    """As they are for the files of a Jekyll site."""
    folders: Folders
    jekyll: JekyllConfig
    rendering: Rendering
    faults: Faults
    now: datetime
    is_serve: bool
    has_macros: bool
    """Whether the plugin `macros` renders what stands between braces."""

    def render(self, pages: Iterable[TextPage], files: Files) -> None:
        """Give each page the text that is to be shown, in which no Liquid is left."""
        pages = list(pages)
        asking = [page for page in pages if self._asks(page) or self._is_in_layout(page)]
        if not asking or not renders_liquid():
            return
        # Only sites that have Liquid pay for these.
        from ..jekyll.liquid.renderer import Outcome, Renderer  # noqa: PLC0415
        from .liquid_site import LiquidSite  # noqa: PLC0415

        site = LiquidSite(
            config=self.config,
            values=self.jekyll.values,
            roots=self._roots,
            includes=self._folder("includes_dir"),
            data=self._folder("data_dir"),
            layouts=self._folder("layouts_dir"),
            jekyll=self.jekyll,
            pageless=self._pageless,
            files=files,
            whole=[page for page in pages if isinstance(page.article, JekyllPage) and page.article.is_whole],
            rendering=self.rendering,
            zone=ZoneInfo(self.settings.timezone),
            now=self.now,
            is_serve=self.is_serve,
        )
        renderer = Renderer(site.site_context())
        problems: list[tuple[Problem, TextPage]] = []
        of_plugins: list[tuple[Problem, TextPage]] = []
        for page in sorted(asking, key=self._when_rendered):
            text = page.article
            beside = self._beside(page.file)
            outcome = renderer.render(text.body, site.drop(page), beside) if self._asks(page) else Outcome(text.body)
            if self._is_in_layout(page):
                outcome = renderer.in_layouts(outcome, site.drop(page), beside)
            page.text = outcome.text
            for problem in outcome.problems:
                (of_plugins if problem.is_of_plugin else problems).append((problem, page))
        for problem, page in (*problems, *_each_once(of_plugins)):
            self._tell(problem, page)

    def _when_rendered(self, page: TextPage) -> tuple[Any, ...]:
        """What pages are sorted by: as in Jekyll, ordinary ones come last, and see the texts of all others."""
        from ..content.writing_order import when_written  # noqa: PLC0415  # most sites have no texts of Jekyll

        is_ordinary, *rest = when_written(page.article, self.jekyll.collections)
        return 1 - is_ordinary, *rest

    def _asks(self, page: TextPage) -> bool:
        """Whether there is Liquid in a text that is to be rendered."""
        text = page.article
        if text.dialect is not Dialect.JEKYLL or text.meta.get("render_with_liquid") is False or text.braces_are_text:
            return False
        is_article = isinstance(text, Post | Talk)
        is_left = self.has_macros and is_article and are_of_macros(text.body, text.src_uri)
        return has_liquid(text.body) and not is_left

    @staticmethod
    def _is_in_layout(page: TextPage) -> bool:
        """Whether a layout of Jekyll is to stand around a text: that of a feed, say, which no theme is for."""
        text = page.article
        is_file = isinstance(text, JekyllPage) and text.is_whole and not text.dest_uri.endswith(HTML)
        return is_file and isinstance(text.meta.get("layout"), str)

    def _beside(self, file: File) -> Lookup:
        """The texts beside a page, as it lies now and as Jekyll has it: beside its `_includes`, too."""
        from ..jekyll.filters.site_context import Lookup  # noqa: PLC0415

        in_site = self._roots[0] / file.src_uri
        really = Path(file.abs_src_path) if file.abs_src_path else in_site
        near, old = (self._text_folder(path.parent) for path in (really, in_site))

        def read(name: str) -> str | None:
            text = near.read(name)
            return old.read(name) if text is None else text

        return Lookup(find=cache(read), names=lambda: sorted({*near.names(), *old.names()}), folder=near.shown)

    @property
    def outside(self) -> list[str]:
        """Folders outside `docs_dir` whose files texts may bring in."""
        paths = (self._folder(name).path for name in _FOLDERS)
        return [str(path) for path in paths if path.is_dir() and not path.is_relative_to(self.config.docs_dir)]

    def brought_in(self, pages: Iterable[TextPage], files: Files) -> list[File]:
        """The files that are there to be brought in, or for Jekyll alone, and that are not to be published."""
        if not self.jekyll.exists and not any(map(self._asks, pages)):
            return []
        paths = [self._folder(name).path for name in _FOLDERS]
        others = (self.jekyll.plugins_dir, _STYLES)
        paths += [root / name for root in self._roots if self.jekyll.exists for name in others]
        folders = tuple(f"{path}{os.sep}" for path in paths if path.is_relative_to(self.config.docs_dir))
        return [file for file in files if (file.abs_src_path or "").startswith(folders)] if folders else []

    @property
    def _pageless(self) -> dict[str, TextFolder]:
        """The folders of collections of which Jekyll makes no pages, by label."""
        top = self._text_folder(self._roots[0])
        top = top.below(self.jekyll.collections_dir) if self.jekyll.collections_dir else top
        labels = [each.label for each in self.jekyll.collections.values() if not each.output]
        folders = {label: top.below(f"_{label}") for label in labels if label not in ("posts", "drafts", "talks")}
        return {label: folder for label, folder in folders.items() if folder.exists}

    def _tell(self, problem: Problem, page: TextPage) -> None:
        text, place = page.article, problem.place
        if place is not None and problem.include is None:
            place = Place(place.line + text.body_line - 1, place.column)
        is_as_in_jekyll = self._is_as_in_jekyll(problem)
        self.faults.add(
            Kind.LIQUID,
            problem.include or text.path,
            f"liquid: {problem.told}",
            place=place,
            hint=problem.hint_without_plugins if is_as_in_jekyll else problem.hint,
            level=None if _will_be_read(page) and not is_as_in_jekyll else Level.INFO,
        )

    def _is_as_in_jekyll(self, problem: Problem) -> bool:
        """Whether readers of the old site saw the same: Jekyll, too, passes over a filter that nothing brings."""
        return problem.is_shown or (problem.is_of_filter and self.jekyll.exists and not self._may_have_filters)

    @cached_property
    def _may_have_filters(self) -> bool:
        """Whether a plugin may bring filters."""
        is_asked_for = not WITHOUT_FILTERS.issuperset(plugins_of(self.jekyll.values))
        return is_asked_for or any(any((root / self.jekyll.plugins_dir).rglob("*.rb")) for root in self._roots)

    def _folder(self, key: str) -> TextFolder:
        """A folder of the Jekyll site, where there is one of that name."""
        found = [self._text_folder(root).below(getattr(self.jekyll, key)) for root in self._roots]
        return next((folder for folder in found if folder.exists), found[0])

    @cached_property
    def _roots(self) -> list[Path]:
        """The folder of the Jekyll site; without a `_config.yml` that shows it, all that it may be."""
        if self.jekyll.exists:
            return [Path(os.path.normpath(folder_of(self.config) / self.jekyll.home))]
        places = places_of_jekyll(self.config, self.settings, self.folders)
        return [path for path, _ in places] or [Path(self.config.docs_dir)]

    def _text_folder(self, path: Path) -> TextFolder:
        return TextFolder(path, from_root(path, self.config), self.faults)


def _will_be_read(page: TextPage) -> bool:
    """Whether somebody will read a text, now or one day."""
    return page.article.held_back in (None, HeldBack.FUTURE) or not page.file.inclusion.is_excluded()


def _each_once(found: Iterable[tuple[Problem, TextPage]]) -> Iterator[tuple[Problem, TextPage]]:
    """One place of each tag of a plugin, with the number of all places."""
    groups: dict[str, list[tuple[Problem, TextPage]]] = {}
    for problem, page in found:
        groups.setdefault(problem.message, []).append((problem, page))
    for group in groups.values():
        problem, page = next(((problem, page) for problem, page in group if _will_be_read(page)), group[0])
        yield replace(problem, places=sum(each.places for each, _ in group)), page
