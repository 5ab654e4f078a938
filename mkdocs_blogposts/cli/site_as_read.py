"""A site as commands know it: read as a build reads it, every file in its place, and nothing made of it."""

from __future__ import annotations

import contextlib
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from ..faults import Level
from ..host.quiet_plugins import keep_out
from ..log import log
from ..plugin import BlogPostsPlugin
from ..published.url_inventory import UrlInventory
from .terminal import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..content.models import Post, Talk
    from ..stages.placed_build import PlacedBuild

_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The mkdocs.yml of the site; by default the one in this folder, or in the nearest above it.",
)
"""What every command takes that is about a site."""


@dataclass(frozen=True, kw_only=True)
class SiteAsRead:
    """A site all of whose files have their places."""

    config: MkDocsConfig
    files: Files
    blogs: tuple[PlacedBuild, ...]
    """Its blogs that are switched on, in their order; at least one."""

    @property
    def articles(self) -> Iterator[tuple[File, Post | Talk]]:
        """Every post and talk, shown or held back, with its file."""
        for blog in self.blogs:
            yield from (*blog.placed.loaded.shown, *blog.placed.loaded.held_back)

    @property
    def inventory(self) -> UrlInventory:
        """Every URL of it that is ours."""
        documents = [page for blog in self.blogs for page in blog.placed.documents]
        return UrlInventory(self.files, self.config, documents)

    def tell_what_is_missing(self) -> None:
        """Say how many files could not be read, so that nobody takes a list for all there is."""
        faults = (fault for blog in self.blogs for fault in blog.begun.faults if fault.level >= Level.ERROR)
        if paths := {fault.path for fault in faults}:
            those = f"'{next(iter(paths))}' is" if len(paths) == 1 else f"{len(paths)} files are"
            tell(f"{those} missing here, since something is wrong; `blogposts check` says what", err=True)


def config_path(given: Path | None) -> Path:
    """The `mkdocs.yml` that is meant: the one that is named, or the nearest from here upwards."""
    here = Path.cwd()
    paths = (folder / name for folder in (here, *here.parents) for name in _NAMES)
    found = given or next((path for path in paths if path.is_file()), None)
    if found is None:
        raise click.ClickException("There is no mkdocs.yml in this folder, nor in one above it")
    return found


def read_site(config_file: Path, *, preview: bool = False) -> SiteAsRead:
    """The site of a `mkdocs.yml`, read by the events of MkDocs in which files get their places."""
    with told_on_stderr():
        config = load_config(config_file=str(config_file))
        plugins = blogs_of(config)
        if preview:
            show_as_preview(plugins)
        keep_out(config)
        with started(config):
            config = config.plugins.on_config(config)
            files = get_files(config)
            files.add_files_from_theme(config.theme.get_env(), config)
            files = config.plugins.on_files(files, config=config)
    blogs = tuple(plugin.placed for plugin in plugins if plugin.placed)
    if not blogs:
        raise click.ClickException(f"the blog of '{config_file}' is switched off by `enabled: false`")
    return SiteAsRead(config=config, files=files, blogs=blogs)


@contextlib.contextmanager
def started(config: MkDocsConfig) -> Iterator[None]:
    """The plugins of a site know meanwhile that it is built."""
    config.plugins.on_startup(command="build", dirty=False)
    try:
        yield
    finally:
        config.plugins.on_shutdown()


def blogs_of(config: MkDocsConfig) -> list[BlogPostsPlugin]:
    """The blogs of a site, of which there has to be one."""
    blogs = [plugin for plugin in config.plugins.values() if isinstance(plugin, BlogPostsPlugin)]
    if not blogs:
        raise click.ClickException(f"'{config.config_file_path}' has no plugin `blogposts`")
    return blogs


def show_as_preview(blogs: Iterable[BlogPostsPlugin]) -> None:
    """Have blogs built as the option `preview` would have them."""
    for blog in blogs:
        blog.config["preview"] = True


class BuildLog(logging.Handler):
    """Says what a build has to say beside its faults, from a level on, and why it cannot go on."""

    def __init__(self, least: int = logging.WARNING) -> None:
        super().__init__()
        self.least = least
        self.warnings = 0
        """How many of the blog's own there were."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say it on the terminal, beside the output."""
        is_own = record.name == log.name
        self.warnings += is_own and record.levelno == logging.WARNING
        if record.levelno >= (self.least if is_own else logging.ERROR):
            tell(record.getMessage(), err=True)


def told_on_stderr() -> contextlib.AbstractContextManager[None]:
    """What MkDocs logs meanwhile goes to the terminal beside the output, as far as it is no mere remark."""
    return logged_to(BuildLog())


@contextlib.contextmanager
def logged_to(handler: logging.Handler, level: int | None = None) -> Iterator[None]:
    """What MkDocs logs meanwhile goes to a handler, from a level on that may be another than that of MkDocs."""
    host = logging.getLogger(log.name.partition(".")[0])
    usual = host.level
    host.addHandler(handler)
    host.setLevel(usual if level is None else level)
    try:
        yield
    finally:
        host.removeHandler(handler)
        host.setLevel(usual)
