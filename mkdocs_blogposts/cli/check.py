"""`blogposts check`: all that is wrong in a site's posts and talks, without building it."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import tempfile
from collections import Counter
from typing import TYPE_CHECKING, Any

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin, event_priority

from ..faults import Fault, Level
from .check_formats import as_github, as_json, as_sarif, repository_of
from .examples import CommandWithExamples
from .file_changes import make_changes, yes_option
from .mends import mends_of
from .site_as_read import BuildLog, blogs_of, config_option, config_path, logged_to, read_site, started
from .terminal import tell, tell_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_MANY = 100
"""Texts from which on it takes a moment to read them."""
_NOUNS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "remark"}


@click.command(
    cls=CommandWithExamples,
    examples=[
        "blogposts check",
        "blogposts check --strict --format github",
        "blogposts check --format json | jq -r '.[].path'",
        "blogposts check --fix",
    ],
)
@config_option
@click.option("-s", "--strict", is_flag=True, help="Whether a warning makes it return 1, too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "github", "json", "sarif")),
    default="text",
    help="Lines for people, annotations for GitHub, JSON, or SARIF for code scanning.",
)
@click.option("--fix", is_flag=True, help="First fix what can be fixed without a doubt; the change is shown before.")
@yes_option
def check(config_file: Path | None, *, strict: bool, form: str, fix: bool, yes: bool) -> None:
    """Report every fault and every remark on the site's posts and talks.

    No site is built, and no fault is left out, as a build does after five of a kind. Returns 1 if there is an error.

    --fix corrects text that was decoded with the wrong character set, dates that other programs take for text, and
    tags that differ from the usual spelling in case or by a typo. All else in a file stays as it is, and so does its
    URL.
    """
    path = config_path(config_file)
    if yes and not fix:
        raise click.UsageError("--yes is for --fix")
    if fix and (changes := mends_of(read_site(path))):
        make_changes(changes, yes=yes)
    teller = BuildLog(logging.INFO)
    with logged_to(teller, logging.INFO):
        faults = _faults_of(path)
    folder = path.resolve().parent
    repository = repository_of(folder, os.environ)
    if form == "json":
        tell_json(as_json(faults))
    elif form == "sarif":
        tell_json(as_sarif(faults, folder, repository))
    else:
        for line in as_github(faults, folder, repository) if form == "github" else map(str, faults):
            tell(line)
        tell(_summary(faults, teller.warnings))
    has_warning = bool(teller.warnings) or any(fault.level >= Level.WARNING for fault in faults)
    if any(fault.level >= Level.ERROR for fault in faults) or (strict and has_warning):
        raise SystemExit(1)


def _nothing(_number: int) -> None:
    """Show nothing."""


class _AllFound(BaseException):
    """Ends a build once all that can be wrong has been found."""


class _EndOfBuild(BasePlugin):  # type: ignore[type-arg]
    def __init__(self, progress: contextlib.ExitStack) -> None:
        super().__init__()
        self.progress = progress
        self.read: Callable[[int], None] = _nothing

    def on_nav(self, *_: Any, files: Files, **__: Any) -> None:
        """Begin to show how many texts have been read, where there are many, on a terminal."""
        number = len(files.documentation_pages())
        if number >= _MANY and sys.stderr.isatty():
            shown = click.progressbar(length=number, label="Reading texts", file=sys.stderr)
            self.read = self.progress.enter_context(shown).update

    @event_priority(-110)  # After whatever takes its time.
    def on_page_content(self, *_: Any, **__: Any) -> None:
        """Show that one more has been read."""
        self.read(1)

    @event_priority(-110)  # After the blog has seen every text.
    def on_env(self, *_: Any, config: MkDocsConfig, **__: Any) -> None:
        """Go no further, unless the site has templates of its own, which may fail at a page."""
        if not config.theme.custom_dir:
            raise _AllFound


def _faults_of(config_file: Path) -> list[Fault]:
    """What is wrong in the blogs of a site, in order."""
    with tempfile.TemporaryDirectory() as site_dir:
        config = load_config(config_file=str(config_file), site_dir=site_dir)
        blogs = blogs_of(config)
        for blog in blogs:
            blog.is_check = True
        progress = contextlib.ExitStack()
        config.plugins["blogposts/check"] = _EndOfBuild(progress)
        try:
            with progress, started(config):
                build(config)
        except _AllFound:
            pass
        except MkDocsException:
            raise
        except Exception as error:  # of a text or template that is none of the blog's
            message = f"The site cannot be built: {type(error).__name__}: {error}"
            raise click.ClickException(message) from error
    found = (fault for blog in blogs if blog.begun for fault in blog.begun.faults if fault.level > Level.IGNORE)
    return list(dict.fromkeys(found))


def _summary(faults: Sequence[Fault], warnings: int) -> str:
    """How much is wrong; `warnings` are those about the site as a whole."""
    numbers = Counter(fault.level for fault in faults)
    numbers[Level.WARNING] += warnings
    if not numbers.total():
        return "Nothing is wrong"
    told = (f"{numbers[level]} {noun}{'' if numbers[level] == 1 else 's'}" for level, noun in _NOUNS.items())
    return ", ".join(told)
