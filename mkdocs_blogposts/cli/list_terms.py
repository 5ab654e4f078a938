"""`blogposts tags`: the tags or categories of a site with their numbers, and another name for one of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from .examples import CommandWithExamples
from .file_changes import yes_option
from .rename_term import Renaming, rename_term, terms_of
from .site_as_read import config_option, config_path, read_site
from .terminal import tell, tell_table, tell_values

if TYPE_CHECKING:
    from pathlib import Path

    from .site_as_read import SiteAsRead


@click.command(
    "tags",
    cls=CommandWithExamples,
    examples=[
        "blogposts tags",
        'blogposts tags --rename py "Python"',
        "blogposts tags --categories --rename News Releases --yes",
    ],
)
@config_option
@click.option("--categories", is_flag=True, help="Categories instead of tags.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
@click.option("--rename", nargs=2, metavar="OLD NEW", help="Write NEW for OLD in all files; the change is shown first.")
@yes_option
def list_terms(
    config_file: Path | None, *, categories: bool, as_json: bool, rename: tuple[str, str] | None, yes: bool
) -> None:
    """List the tags of posts and talks, those used most first, or rename one.

    Spellings that differ only in case are one tag; what is held back counts as well. --rename changes nothing else in a
    file. A file whose URL would change is left alone and named; the command then returns 1.
    """
    if yes and not rename:
        raise click.UsageError("--yes is for --rename")
    site = read_site(config_path(config_file))
    if rename:
        old, new = (" ".join(name.split()) for name in rename)
        if not old or not new:
            raise click.UsageError("--rename takes two names")
        rename_term(site, Renaming(old=old, new=new, is_category=categories), yes=yes)
        site.tell_what_is_missing()
        return
    rows = _rows(site, is_category=categories)
    if as_json:
        tell_values([{"name": name, "count": count} for name, count in rows])
    else:
        tell_table(("count", "name"), [(f"{count:5}", name) for name, count in rows], narrow=1)
    if not rows:
        tell(f"There are no {'categories' if categories else 'tags'}", err=True)
    site.tell_what_is_missing()


def _rows(site: SiteAsRead, *, is_category: bool) -> list[tuple[str, int]]:
    """Each term in the spelling used most, with how many posts and talks have it."""
    spellings: dict[str, Counter[str]] = {}
    for _, article in site.articles:
        for name in terms_of(article, is_category=is_category):
            spellings.setdefault(name.casefold(), Counter())[name] += 1
    rows = ((counter.most_common(1)[0][0], counter.total()) for counter in spellings.values())
    return sorted(rows, key=lambda row: (-row[1], row[0].casefold()))
