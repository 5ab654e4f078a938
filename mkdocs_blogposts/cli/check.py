"""`blogposts check`: all that is wrong in a site's posts and talks, without building it."""

from __future__ import annotations

import logging
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin, event_priority

from ..faults import Fault, Level
from ..log import log
from ..plugin import BlogPostsPlugin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig

_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
_NOUNS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "remark"}


@click.command()
@click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The mkdocs.yml of the site; by default the one in this folder, or in the nearest above it.",
)
def check(config_file: Path | None) -> None:
    """Tell every fault and every remark on the site's posts and talks.

    No site is made. What a build tells in part is told in full. Returns 1 where there is an error, as a build would.
    """
    config_file = config_file or _nearest_config()
    if config_file is None:
        raise click.ClickException("There is no mkdocs.yml in this folder, nor in one above it")
    faults = _faults_of(config_file)
    for fault in faults:
        click.echo(str(fault))
    click.echo(_summary(faults))
    if any(fault.level >= Level.ERROR for fault in faults):
        raise SystemExit(1)


def _nearest_config() -> Path | None:
    here = Path.cwd()
    paths = (folder / name for folder in (here, *here.parents) for name in _NAMES)
    return next((path for path in paths if path.is_file()), None)


class _AllFound(BaseException):
    """Ends a build once all that can be wrong has been found."""


class _EndOfBuild(BasePlugin):  # type: ignore[type-arg]
    @event_priority(-110)  # After the blog has seen every text.
    def on_env(self, *_: Any, config: MkDocsConfig, **__: Any) -> None:
        """Go no further, unless the site has templates of its own, which may fail at a page."""
        if not config.theme.custom_dir:
            raise _AllFound


class _BuildLog(logging.Handler):
    """Says what a build has to say beside its faults, and why it cannot go on."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= (logging.WARNING if record.name == log.name else logging.ERROR):
            click.echo(record.getMessage(), err=True)


def _faults_of(config_file: Path) -> list[Fault]:
    """What is wrong in the blogs of a site, in order."""
    host = logging.getLogger(log.name.partition(".")[0])
    build_log = _BuildLog()
    host.addHandler(build_log)
    try:
        with tempfile.TemporaryDirectory() as site_dir:
            config = load_config(config_file=str(config_file), site_dir=site_dir)
            blogs = [plugin for plugin in config.plugins.values() if isinstance(plugin, BlogPostsPlugin)]
            if not blogs:
                raise click.ClickException(f"'{config_file}' has no plugin `blogposts`")
            for blog in blogs:
                blog.is_check = True
            config.plugins["blogposts/check"] = _EndOfBuild()
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            except _AllFound:
                pass
            except MkDocsException:
                raise
            except Exception as error:  # of a text or template that is none of the blog's
                message = f"The site cannot be built: {type(error).__name__}: {error}"
                raise click.ClickException(message) from error
            finally:
                config.plugins.on_shutdown()
    finally:
        host.removeHandler(build_log)
    found = (fault for blog in blogs if blog.begun for fault in blog.begun.faults if fault.level > Level.IGNORE)
    return list(dict.fromkeys(found))


def _summary(faults: Sequence[Fault]) -> str:
    if not faults:
        return "Nothing is wrong"
    numbers = Counter(fault.level for fault in faults)
    told = (f"{numbers[level]} {noun}{'' if numbers[level] == 1 else 's'}" for level, noun in _NOUNS.items())
    return ", ".join(told)
