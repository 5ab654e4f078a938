"""The command `blogposts`, with what its parts have in common."""

from __future__ import annotations

import click

from .. import __version__
from .build_site import build_site
from .check import check
from .explain import explain
from .import_jekyll import import_site
from .list_articles import list_articles
from .list_urls import list_urls
from .new_article import new_article


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="blogposts")
def main() -> None:
    """Look after the blog of a docs site."""


main.add_command(build_site)
main.add_command(check)
main.add_command(explain)
main.add_command(import_site)
main.add_command(list_articles)
main.add_command(list_urls)
main.add_command(new_article)
