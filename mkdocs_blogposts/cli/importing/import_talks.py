"""`blogposts import talks`: the terminal's side of it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from ...content.models import Talk
from ...faults import Faults
from ...migration.talks.export_reader import read_export
from ...migration.talks.foreign_talk import Circumstances, Export, ExportRefused
from ...migration.talks.talk_choice import KnownTalks, check_speakers, choose
from ...migration.talks.talk_file import text_of_file
from ...sources.loading import authors_of
from ...sources.source_files import folder_of
from ..examples import CommandWithExamples
from ..site_as_read import config_option, config_path, read_site
from ..terminal import tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...migration.talks.talk_choice import Choice
    from ..site_as_read import SiteAsRead


@click.command(
    "talks",
    cls=CommandWithExamples,
    examples=[
        'blogposts import talks schedule.xml --speaker "Ana Reis"',
        'blogposts import talks sessions.json --event "Hydro Camp 2024" --timezone Europe/Oslo --dry-run',
        "blogposts import talks talks.tsv",
    ],
)
@config_option
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--speaker", "speakers", multiple=True, metavar="NAME", help="Take the talks of this speaker only.")
@click.option("--all", "takes_all", is_flag=True, help="Take the talks of everybody.")
@click.option("--event", default="", metavar="NAME", help="The event, where the file does not name it.")
@click.option("--location", default="", metavar="PLACE", help="Where that is: Prague, Czechia.")
@click.option("--timezone", "zone", metavar="ZONE", help="The zone of times that name none; by default the site's.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def import_talks(
    config_file: Path | None,
    files: tuple[Path, ...],
    *,
    speakers: tuple[str, ...],
    takes_all: bool,
    event: str,
    location: str,
    zone: str | None,
    dry_run: bool,
) -> None:
    """Write files of talks that a system of events has exported.

    FILES are schedule.xml or schedule.json of pretalx or frab, submissions of pretalx as JSON, sessions of Sessionize
    as JSON, talks.tsv of academicpages, or a calendar. Each talk becomes a Markdown file where the other talks lie. A
    talk that is there already stays as it is, so that the same file can be taken again when there is more in it.
    Nothing is fetched.
    """
    site = read_site(config_path(config_file))
    settings = site.blogs[0].begun.settings
    if not settings.talks:
        raise click.ClickException("the talks of this site are switched off by `talks: false`")
    given = Circumstances(zone=_zone(zone or settings.timezone), event=event, location=location)
    export = Export()
    try:
        for path in dict.fromkeys(files):
            found = read_export(path, given)
            export.talks += found.talks
            export.odd += found.odd
        check_speakers(export.talks, speakers, takes_all=takes_all)
    except ExportRefused as error:
        raise click.ClickException(str(error)) from error
    folder = _talks_folder(site)
    known = KnownTalks.of(article for _, article in site.articles if isinstance(article, Talk))
    separator = settings.post_slugify_separator
    choice = choose(export.talks, speakers, known, lambda text: settings.post_slugify(text, separator), folder)
    written = _write(choice, folder, _ids(site), dry_run=dry_run)
    _report(choice, written, export, dry_run=dry_run)


def _write(choice: Choice, folder: Path, ids: Mapping[str, str], *, dry_run: bool) -> list[Path]:
    """The files that are written, or would be."""
    paths: list[Path] = []
    for stem, talk in choice.written.items():
        path = folder / f"{stem}.md"
        try:
            if not dry_run:
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("x", encoding="utf-8", newline="\n") as file:
                    file.write(text_of_file(talk, ids))
        except OSError as error:
            raise click.ClickException(f"'{_from_here(path)}' cannot be written: {error.strerror}") from error
        paths.append(path)
    return paths


def _report(choice: Choice, written: list[Path], export: Export, *, dry_run: bool) -> None:
    for path in written:
        tell(_from_here(path))
    odd = [
        *export.odd,
        *(f"{talk.origin}: {doubt}" for talk in choice.written.values() for doubt in talk.doubts),
    ]
    for title, lines in (
        ("Left out:", [f"{each.talk.origin}: {each.talk.title!r}: {each.why}" for each in choice.left]),
        ("Not understood:", odd),
    ):
        if lines:
            tell(title, err=True)
        for line in lines:
            tell(f"    {line}", err=True)
    verb = "would be written" if dry_run else "written"
    tell(f"{_talks(len(written))} {verb}, {len(choice.left)} left out, {len(odd)} not understood", err=True)


def _talks(number: int) -> str:
    return "1 talk" if number == 1 else f"{number} talks"


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError) as error:
        raise click.UsageError(f"'{name}' is not a time zone: write it as Europe/Prague") from error


def _ids(site: SiteAsRead) -> dict[str, str]:
    """The id of each author that the site knows, by name; of none that two have."""
    book = authors_of(site.files, site.config, site.blogs[0].begun.settings, Faults())
    authors = book.authors if book else {}
    numbers = Counter(author.name.casefold() for author in authors.values())
    return {author.name.casefold(): id_ for id_, author in authors.items() if numbers[author.name.casefold()] == 1}


def _talks_folder(site: SiteAsRead) -> Path:
    """The folder of Jekyll's where the newest talk lies, or else that of the option."""
    talks = [article for _, article in site.articles if isinstance(article, Talk)]
    newest = max(talks, key=lambda talk: talk.date.isoformat() if talk.date else "", default=None)
    if newest and "_talks" in PurePosixPath(newest.src_uri).parts[:-1]:
        return next(each for each in Path(folder_of(site.config), newest.path).parents if each.name == "_talks")
    return Path(os.path.normpath(Path(site.config.docs_dir, site.blogs[0].begun.settings.talks_dir)))


def _from_here(path: Path) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
