"""All that a blog is made from, read: posts, talks, and the ordinary pages of a Jekyll site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mkdocs.structure.files import InclusionLevel
from mkdocs.utils.yaml import yaml_load

from ..content.authors import take_site_author
from ..content.reading import Reader
from ..host.document_dates import CreationDates
from ..host.other_plugins import has_macros
from ..jekyll.archives import JekyllArchives
from ..jekyll.liquid.availability import renders_liquid
from ..light_dataclasses import dataclass
from ..log import log
from ..pages.file_moves import move
from ..pages.text_pages import TalkPage
from ..sources.bibliographies import bibliography_of, paper_files, tell_unknown_papers
from ..sources.first_mistakes import FirstMistakes, named_in_nav
from ..sources.jekyll_site import JekyllPlace, find_jekyll_authors, find_jekyll_config, read_by_jekyll_alone
from ..sources.loading import Loaded, authors_of, load, notes, tell_unknown_talks
from ..sources.outside_files import add_outside_files, add_outside_pages
from ..sources.page_loading import LoadedPages, load_pages, page_rules, take_pages
from ..sources.source_files import shown_path, take_texts
from .inclusion import leave_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..content.models import Text
    from ..publications.bibliography import Bibliography
    from ..sources.changelogs import Changelog
    from ..texts.ordinary_pages import PageRules
    from .task import PlacementTask


Texts = list[tuple["File", "Text"]]
"""Texts, each with its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The texts of a blog, and what they were read with."""

    outside: list[str]
    """Folders outside `docs_dir` that have posts or talks, and the `_config.yml` that counts for these."""
    reader: Reader
    archives: JekyllArchives | None
    loaded: Loaded
    """Posts and talks."""
    pages: LoadedPages
    """Ordinary pages of a Jekyll site."""
    talk_pages: Mapping[str, TalkPage]
    """Pages of talks of another blog of the site, by `src_uri`."""
    changelogs: tuple[Changelog, ...]
    bibliography: Bibliography
    """The papers of the site."""

    @property
    def shown(self) -> Texts:
        """All texts that readers are to see."""
        return [*self.loaded.shown, *self.pages.shown]

    @property
    def held_back(self) -> Texts:
        """All texts that they are not to see."""
        return [*self.loaded.held_back, *self.pages.held_back]

    @property
    def broken(self) -> list[File]:
        """Files that could not be read."""
        return [*self.loaded.broken, *self.pages.broken]


def gather(task: PlacementTask, files: Files) -> Gathered:
    """Read posts, talks and pages, and tell what is wrong with them."""
    begun = _begin(task, files)
    loaded = load(files, task.config, task.folders, begun.reader, task.readings)
    task.faults.join(loaded.faults)
    leave_out(loaded.passed_over)
    talk_pages = {} if task.folders.is_first else _talk_pages(files)
    _tell(task, loaded, talk_pages, files)
    pages = _load_pages(task, begun, loaded, files)
    papers = paper_files(task.config, task.settings, begun.reader.jekyll)
    bibliography = bibliography_of(task.config, papers, (page for _, page in pages.shown), task.faults)
    hidden = frozenset(text.src_uri for _, text in loaded.held_back)
    articles = (text for _, text in (*loaded.shown, *loaded.held_back))
    tell_unknown_papers(articles, hidden, bibliography, task.faults)
    return Gathered(
        outside=[*begun.outside, *papers.outside(task.config)],
        reader=begun.reader,
        archives=begun.archives,
        loaded=loaded,
        pages=pages,
        talk_pages=talk_pages,
        changelogs=_changelogs(files, task, begun.reader),
        bibliography=bibliography,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """What the files of a site are read with."""

    outside: list[str]
    reader: Reader
    archives: JekyllArchives | None
    rules: PageRules | None


def _begin(task: PlacementTask, files: Files) -> _Begun:
    """With all files there that a blog is made from, what these are to be read with."""
    config, settings, faults = task.config, task.settings, task.faults
    jekylls = JekyllPlace.of(config, settings, task.folders)
    home = jekylls.folder if jekylls else None
    outside = add_outside_files(files, config, settings, task.folders, home)
    take_texts(files, task.folders)
    jekyll = find_jekyll_config(jekylls, files, config, settings, task.folders, faults)
    outside += (str(Path(config.config_file_path or "").parent / path) for path in jekyll.paths)
    jekyll_authors, described_in = find_jekyll_authors(jekyll, config, faults)
    outside += [str(described_in)] if described_in else []
    archives = JekyllArchives.of(jekyll.values)
    settings = archives.settings_for(settings, task.chosen) if archives else settings
    rules = page_rules(jekyll, settings, task.folders)
    outside += add_outside_pages(files, config, rules.folders if rules else (), home)
    leave_out(read_by_jekyll_alone(jekyll, files))
    reader = Reader(
        settings=settings,
        chosen=task.chosen,
        jekyll=jekyll,
        jekyll_authors=jekyll_authors,
        authors=authors_of(files, config, settings, faults),
        jekyll_author=take_site_author(jekyll.author) if jekyll.author else None,
        levels=faults.chosen,
        now=task.now.astimezone(ZoneInfo(settings.timezone)),
        locale=task.theme.locale,
        use_directory_urls=config.use_directory_urls,
        is_serve=task.is_serve,
        site_urls=_site_urls(config, is_serve=task.is_serve),
        renders_liquid=renders_liquid(),
        created=CreationDates(config, files),
        has_macros=has_macros(config, task.settings),
    )
    return _Begun(outside=outside, reader=reader, archives=archives, rules=rules)


def _tell(task: PlacementTask, loaded: Loaded, talk_pages: Mapping[str, TalkPage], files: Files) -> None:
    """Tell what is to be known of all files together, and of those that are none of the blog's."""
    tell_unknown_talks(loaded, (page.article for page in talk_pages.values()), task.faults)
    for level, message in notes(loaded, task.settings, task.config):
        log.log(level, "%s", message)
    read = [file for file, _ in (*loaded.shown, *loaded.held_back)] + loaded.broken
    placed = {*(file.src_uri for file in read), *named_in_nav(task.config.nav)}
    mistakes = FirstMistakes(folders=task.folders, config=task.config, faults=task.faults, placed=placed)
    mistakes.tell(files)
    mistakes.tell_authors(task.settings)
    mistakes.tell_outside(has_posts=bool(read or talk_pages))


def _load_pages(task: PlacementTask, begun: _Begun, loaded: Loaded, files: Files) -> LoadedPages:
    """The ordinary pages of a Jekyll site, if it wants such; what belongs to these stands where Jekyll has it."""
    articles = {file.src_uri for file, _ in (*loaded.shown, *loaded.held_back)}
    ours = articles | {file.src_uri for file in loaded.broken}
    pages = load_pages(files, task.config, task.folders, begun.reader, begun.rules, ours=ours)
    task.faults.join(pages.faults)
    for file in pages.not_pages:
        log.info("'%s' has no front matter, so Jekyll makes no page of it", shown_path(file, task.config))
    leave_out(pages.not_pages)
    for file, dest_uri in pages.media.items():
        move(file, dest_uri)
    return replace(pages, shown=take_pages(pages.shown, files), held_back=take_pages(pages.held_back, files))


def _changelogs(files: Files, task: PlacementTask, reader: Reader) -> tuple[Changelog, ...]:
    if not reader.settings.changelog:
        return ()
    from ..sources.changelogs import changelogs_of  # noqa: PLC0415  # few sites have any

    return changelogs_of(files, task.config, reader, task.theme, task.faults)


def _talk_pages(files: Files) -> dict[str, TalkPage]:
    """The talks that another blog has placed."""
    placed = (file for file in files if file.inclusion is not InclusionLevel.EXCLUDED)
    return {file.src_uri: file.page for file in placed if isinstance(file.page, TalkPage)}


def _site_urls(config: MkDocsConfig, *, is_serve: bool) -> tuple[str, ...]:
    """The address of the site, and under `serve`, which puts its own in that place, the one of `mkdocs.yml` too."""
    given = None
    if is_serve and config.config_file_path:
        with Path(config.config_file_path).open("rb") as file:
            given = yaml_load(file).get("site_url")
    return tuple(dict.fromkeys(url for url in (config.site_url, given) if url))
