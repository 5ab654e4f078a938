"""`blogposts list --due`: when the site changes by itself, since a post's time comes or is over, or it grows old."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..content.models import Post
from .terminal import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..content.models import Talk
    from .site_as_read import SiteAsRead


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A moment at which a post or talk comes or goes, or a post grows old."""

    when: datetime
    path: str
    verb: str
    """`appears`, `ages` or `expires`."""

    def __str__(self) -> str:
        return f"{self.when.isoformat()}  {self.verb}  {self.path}"


def _moment(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime | None:
    """The moment that an ISO 8601 text names, in UTC where it says no zone."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is not a moment; write one such as 2026-12-01T09:00:00Z") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def due_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that can tell what is due."""
    options = (
        click.option(
            "--due",
            is_flag=True,
            help="Instead of a list, when the next post that is held back is due, or a shown one expires or grows old.",
        ),
        click.option(
            "--since",
            callback=_moment,
            metavar="TIME",
            help="As --due, and also what has become due since then: the time of the last build.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "github"]),
            help="As --due; github also writes the values due, next and file to $GITHUB_OUTPUT.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def tell_due(articles: Iterable[Post | Talk], site: SiteAsRead, *, since: datetime | None, form: str | None) -> None:
    """Say what has become due since a moment, and what will be next."""
    now = site.blogs[0].begun.now
    changes = sorted({change for article in articles for change in _changes(article)})
    past = [change for change in changes if since and since < change.when <= now]
    coming = next((change for change in changes if change.when > now), None)
    if form == "github":
        lines = {
            "due": "true" if past else "false",
            "next": coming.when.isoformat() if coming else "",
            "file": coming.path if coming else "",
        }
        _write_output([f"{name}={value}" for name, value in lines.items()])
    for change in past:
        tell(f"{change}  (due)")
    tell(str(coming) if coming else "Nothing is due")


def _changes(article: Post | Talk) -> Iterator[Change]:
    """When a post or talk comes, grows old and goes; what expires before it appears does neither."""
    if article.appears and not (article.expires and article.expires <= article.appears):
        yield Change(article.appears, article.path, "appears")
    old = article.outdated_from if isinstance(article, Post) and not article.held_back else None
    if old and not (article.expires and article.expires <= old):
        yield Change(old, article.path, "ages")
    if article.expires and not (article.appears and article.expires <= article.appears):
        yield Change(article.expires, article.path, "expires")


def _write_output(lines: Iterable[str]) -> None:
    """Hand values to the steps of a GitHub workflow that follow."""
    path = os.environ.get("GITHUB_OUTPUT")
    if not path:
        raise click.ClickException("`--format github` writes to the file that $GITHUB_OUTPUT names, which is not set")
    with Path(path).open("a", encoding="utf-8") as file:
        file.writelines(f"{line.replace(chr(10), ' ')}\n" for line in lines)
