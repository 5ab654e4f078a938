"""`blogposts import jekyll`: the terminal's side of an import."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ...migration.plan import REPORT, Plan, plan_import
from ...migration.report import summary
from ...migration.source_site.old_site import ImportRefused
from ...migration.source_site.site_reader import read_site
from ...migration.trial import Trial, try_out
from ...migration.writing import Steps, carry_out, check_folders, report_again, steps_of
from ..examples import CommandWithExamples
from ..terminal import tell

_FILES_PER_SECOND = 50
"""How many files of a site a usual machine builds, the slow and the fast among them."""


@click.command(
    "jekyll",
    cls=CommandWithExamples,
    examples=["blogposts import jekyll ~/old-site", "blogposts import jekyll . ../new-site --no-check"],
)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("dest", type=click.Path(path_type=Path), required=False)
@click.option(
    "--leave-files",
    is_flag=True,
    help="Copy nothing: DEST gets mkdocs.yml and the pages that the import makes, and reads all else from SITE.",
)
@click.option(
    "--config",
    "configs",
    metavar="FILES",
    help="The _config.yml, or several with commas between them, of which the later win, as of jekyll build.",
)
@click.option(
    "--check/--no-check",
    "checks",
    default=True,
    help="Whether the new site is built once, to see that each old URL answers with its own text.",
)
def import_jekyll(site: Path, dest: Path | None, *, leave_files: bool, configs: str | None, checks: bool) -> None:
    """Make a MkDocs site of a Jekyll site.

    SITE is the folder with the _config.yml of the Jekyll site; it is only read. DEST is the folder for the new site,
    which must be empty or not there yet; by default it is named as SITE, with -mkdocs behind it, in the folder that
    you are in, or beside SITE where you are in that.

    All that was and was not carried stands in DEST/import-report.md.
    """
    site = site.resolve()
    dest = dest or _default_dest(site)
    try:
        _say("Reading the old site")
        old_site = read_site(site, _config_paths(site, configs))
        check_folders(site, dest, leave_files=leave_files)
        plan = plan_import(old_site, leave_files=leave_files)
        steps = steps_of(plan, dest)
        with click.progressbar(
            carry_out(steps.steps, dest),
            length=len(steps.steps),
            label="Writing",
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as written:
            for _ in written:
                pass
        trial = _trial(plan, steps, dest) if checks else None
    except ImportRefused as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"'{error.filename}' cannot be read: {error.strerror}") from error
    for line in summary(plan, trial).split("\n"):
        tell(line)
    tell("")
    tell(f"What was and was not carried: {(dest / REPORT).as_posix()}")
    tell("Next:")
    for line in (f"cd {dest.as_posix()}", "pip install -r requirements.txt", "mkdocs serve"):
        tell(f"    {line}")


def _default_dest(site: Path) -> Path:
    """A folder where one is, or beside the old site where one is in that."""
    here = Path.cwd().resolve()
    beside = os.path.relpath(site.parent, here) if here.is_relative_to(site) else ""
    return Path(beside, f"{site.name or 'site'}-mkdocs")


def _say(text: str) -> None:
    """Tell whoever looks on what is being done."""
    if sys.stderr.isatty():
        tell(text, err=True)


def _trial(plan: Plan, steps: Steps, dest: Path) -> Trial:
    """What the new site shows of the old one; the report says it."""
    seconds = 5 + len(plan.carried) // _FILES_PER_SECOND
    _say(f"Building the new site once, to see what answers: some {seconds} seconds; --no-check leaves it out")
    trial = try_out(plan, dest)
    report_again(plan, steps, trial, dest)
    return trial


def _config_paths(site: Path, configs: str | None) -> list[Path]:
    """The files that are named, from the folder that one is in or else from that of the site."""
    names = [name.strip() for name in (configs or "").split(",") if name.strip()]
    return [(path if (path := Path(name)).is_file() else site / name).absolute() for name in names]
