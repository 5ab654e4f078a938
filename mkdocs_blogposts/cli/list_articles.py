"""`blogposts list`: the posts and talks of a site as a table, or for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from ..content.models import HeldBack, Post, Talk
from ..content.publication import state_of
from ..published.url_inventory import url_of_file
from .due import due_options, tell_due
from .examples import CommandWithExamples
from .rename_term import as_asked
from .site_as_read import config_option, config_path, read_site
from .terminal import tell, tell_table, tell_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.structure.files import File

    from ..content.author import Author

_NO_DATE = ""
_DRAFTS = (HeldBack.DRAFT, HeldBack.UNPUBLISHED, HeldBack.WITHOUT_LOCK)
"""What waits for its author. Of a draft that is without a password, too, only that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which posts and talks are asked for; what is empty asks for nothing."""

    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    year: int | None = None
    only_drafts: bool = False
    only_talks: bool = False

    def __contains__(self, article: object) -> bool:
        if not isinstance(article, Post | Talk):
            return False
        year = article.date.year if article.date else None
        return (
            _has(self.tags, article.tags)
            and _has(self.categories, article.categories if isinstance(article, Post) else ())
            and _has(self.authors, _names_of_authors(article))
            and self.year in (None, year)
            and (not self.only_drafts or article.held_back in _DRAFTS)
            and (not self.only_talks or isinstance(article, Talk))
        )


@click.command(
    "list",
    cls=CommandWithExamples,
    examples=[
        "blogposts list --tag python --year 2026",
        "blogposts list --drafts",
        "blogposts list --json | jq -r '.[].url'",
        "blogposts list --due",
    ],
)
@config_option
@click.option(
    "--tag", "tags", multiple=True, metavar="NAME", help="Only those with this tag; given twice, only those with both."
)
@click.option("--category", "categories", multiple=True, metavar="NAME", help="Only those of this category.")
@click.option("--author", "authors", multiple=True, metavar="NAME", help="Only those of this author, by name or id.")
@click.option("--year", type=int, help="Only those of this year.")
@click.option("--drafts", is_flag=True, help="Only drafts, and what is not published.")
@click.option("--talks", is_flag=True, help="Only talks.")
@click.option("--json", "as_json", is_flag=True, help="All that is known of each, as JSON.")
@due_options
def list_articles(config_file: Path | None, *, as_json: bool, **options: Any) -> None:
    """List the posts and talks of the site, the newest first.

    Nothing is built. What is held back is in the list too, with the reason.
    """
    is_about_due = options["due"] or options["since"] or options["form"]
    if is_about_due and as_json:
        raise click.UsageError("--json is for a list; with --due there is --format github")
    site = read_site(config_path(config_file))
    wanted = Wanted(
        tags=options["tags"],
        categories=options["categories"],
        authors=options["authors"],
        year=options["year"],
        only_drafts=options["drafts"],
        only_talks=options["talks"],
    )
    found = [(file, article) for file, article in site.articles if article in wanted]
    if is_about_due:
        tell_due([article for _, article in found], site, since=options["since"], form=options["form"])
        return
    rows = sorted((_row(file, article) for file, article in found), key=lambda row: row["file"])
    rows.sort(key=lambda row: row["date"] or _NO_DATE, reverse=True)
    if as_json:
        tell_values(rows)
    else:
        tell_table(("date", "state", "title", "file"), [list(_cells(row)) for row in rows], narrow=2)
    if not rows:
        tell("There are no such posts or talks", err=True)
    site.tell_what_is_missing()


def _has(wanted: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether each name that is wanted is there, in upper or lower case, and with whatever space within."""
    return {*map(as_asked, wanted)} <= {*map(as_asked, names)}


def _authors(article: Post | Talk) -> tuple[Author, ...]:
    """Who has written a post, or gives a talk."""
    return article.authors if isinstance(article, Post) else article.speakers


def _names_of_authors(article: Post | Talk) -> tuple[str, ...]:
    return tuple(name for author in _authors(article) for name in (author.id, author.name) if name)


def _row(file: File, article: Post | Talk) -> dict[str, Any]:
    """What is told of a post or talk, every text as it is in its file."""
    post = article if isinstance(article, Post) else None
    return {
        "kind": "post" if post else "talk",
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "updated": post.updated.isoformat() if post and post.updated else None,
        "state": state_of(article),
        "appears": article.appears.isoformat() if article.appears else None,
        "expires": article.expires.isoformat() if article.expires else None,
        "url": url_of_file(file),
        "file": article.path,
        "tags": list(article.tags),
        "categories": list(post.categories) if post else [],
        "authors": [author.name for author in _authors(article)],
    }


def _cells(row: dict[str, Any]) -> Iterator[str]:
    yield (row["date"] or _NO_DATE)[:10]
    yield row["state"] if row["kind"] == "post" else f"{row['state']} talk"
    yield row["title"]
    yield row["file"]
