"""`blogposts build`: as `mkdocs build`, or a preview for the readers of a pull request."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config

from ..published.lost_urls import read_urls_file, urls_file_of
from ..published.published_urls import read_urls
from ..published.url_changes import Version, as_markdown, changes_between
from .earlier_site import usual_base, version_at
from .examples import CommandWithExamples
from .site_as_read import blogs_of, config_option, config_path, logged_to, read_site, show_as_preview, started

_NO_BASE = "There is nothing to compare with; name it with --base, such as `--base origin/main`"


@click.command(
    "build",
    cls=CommandWithExamples,
    examples=[
        "blogposts build --preview",
        "blogposts build --preview --summary summary.md --base origin/main",
        "blogposts build --strict",
    ],
)
@config_option
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="The folder that the site is written to.")
@click.option("-s", "--strict", is_flag=True, help="Whether a warning ends the build.")
@click.option("--preview", is_flag=True, help="With drafts, future posts and a banner, and hidden from search engines.")
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, as Markdown, which URLs are new, changed, moved or lost.",
)
@click.option(
    "--base",
    metavar="COMMIT",
    help="What --summary compares with: a branch or commit of git, or a folder; in CI, the target of the pull request.",
)
def build_site(
    config_file: Path | None,
    *,
    site_dir: Path | None,
    strict: bool,
    preview: bool,
    summary: Path | None,
    base: str | None,
) -> None:
    """Build the site, as mkdocs build does.

    With --preview, as the readers of a pull request should see it: what is held back is shown, but is in no feed and
    no sitemap. A banner names the branch or pull request. The option preview does the same to any build.
    """
    if base and not summary:
        raise click.UsageError("--base is for --summary")
    path = config_path(config_file)
    if summary:
        _summarize(path, summary, base)
    teller = logging.StreamHandler(sys.stderr)
    teller.setFormatter(logging.Formatter("%(levelname)-7s -  %(message)s"))
    with logged_to(teller, logging.INFO):
        options = {"site_dir": str(site_dir)} if site_dir else {}
        config = load_config(config_file=str(path), strict=strict or None, **options)
        if preview:
            show_as_preview(blogs_of(config))
        with started(config):
            build(config)


def _summarize(config_file: Path, summary: Path, base: str | None) -> None:
    """Write down what changes, compared with a commit or else with the URLs that were published."""
    base = base or usual_base(os.environ)
    before = version_at(base, config_file) if base else None
    site = read_site(config_file, preview=True)
    if before is None:
        option = urls_file_of(site.config)
        try:
            text = read_urls_file(site.config, option[0]) if option else None
        except OSError as error:
            raise click.ClickException(f"'{error.filename}' cannot be read: {error.strerror}") from error
        if text is None:
            raise click.ClickException(_NO_BASE)
        before = Version.listed(url for _, url in read_urls(text) if url.url.startswith("/"))
    after = Version.of(site.inventory)
    changes = changes_between(before, after, site.inventory)
    try:
        summary.write_text(as_markdown(changes, after.states, site.config.site_url), encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"'{summary}' cannot be written: {error.strerror}") from error
