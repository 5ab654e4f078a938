"""`blogposts urls`: every URL of the blog, and the file in which those are kept that were ever published."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from ..published.lost_urls import path_of_urls_file, read_urls_file, urls_file_of
from ..published.published_urls import PublishedUrl, UrlKind, read_urls, written_urls
from ..sources.source_files import from_root
from .examples import CommandWithExamples
from .site_as_read import config_option, config_path, read_site
from .terminal import tell, tell_table, tell_values

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .site_as_read import SiteAsRead

_NOT_SET = """\
There is no file to keep URLs in. Name one in mkdocs.yml, and commit it:

    plugins:
      - blogposts:
          urls_file: urls.txt"""


@click.command(
    "urls",
    cls=CommandWithExamples,
    examples=[
        "blogposts urls",
        "blogposts urls --json | jq -r '.[] | select(.kind == \"post\").url'",
        "blogposts urls --update",
    ],
)
@config_option
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
@click.option("--update", is_flag=True, help="Add URLs that are new to the file that urls_file names.")
@click.option("--prune", is_flag=True, help="With --update, forget those that lead nowhere any more.")
def list_urls(config_file: Path | None, *, as_json: bool, update: bool, prune: bool) -> None:
    """List every URL of the blog, with what it is and the file that it comes from.

    Nothing is built. Pages that do not belong to the blog are left out, and so is what is held back.

    With --update, the URLs go into the file that the option urls_file names. A build warns of each URL in it that
    leads nowhere any more.
    """
    if prune and not update:
        raise click.UsageError("--prune goes with --update only")
    site = read_site(config_path(config_file))
    found = sorted(set(site.inventory))
    if update:
        _update(found, site, prune=prune)
    elif as_json:
        tell_values([asdict(each) for each in found])
    else:
        rows = [(each.url, each.kind, each.source) for each in found]
        tell_table(("url", "kind", "source"), rows, narrow=2)
    site.tell_what_is_missing()


def _update(found: Iterable[PublishedUrl], site: SiteAsRead, *, prune: bool) -> None:
    """Write down what is published, beside what was, unless that is to be forgotten."""
    option = urls_file_of(site.config)
    if option is None:
        raise click.ClickException(_NOT_SET)
    path = path_of_urls_file(site.config, option[0])
    now = {each.url: each for each in found if each.kind != UrlKind.PAGER}
    try:
        text = read_urls_file(site.config, option[0])
        before = {each.url: each for _, each in read_urls(text or "") if each.url.startswith("/")}
        lost = {url for url, each in before.items() if url not in now and not site.inventory.answers(each)}
        kept = {url: each for url, each in before.items() if not (prune and url in lost)}
        merged = written_urls((kept | now).values())
        if merged != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(merged, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"'{error.filename}' cannot be read or written: {error.strerror}") from error
    numbers = [f"{len(now.keys() - before.keys())} new"]
    if lost:
        numbers.append(f"{len(lost)} {'forgotten' if prune else 'that nothing answers any more'}")
    tell(f"{from_root(path, site.config)}: {len(kept | now)} URLs, {', '.join(numbers)}")
