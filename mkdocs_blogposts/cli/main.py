"""The command `blogposts`, with what its parts have in common."""

from __future__ import annotations

import os

import click

from .. import __version__
from .lazy_group import LazyGroup


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    sections={
        "Write": {"new": "new_article:new_article", "tags": "list_terms:list_terms"},
        "Look": {
            "check": "check:check",
            "explain": "explain:explain",
            "list": "list_articles:list_articles",
            "urls": "list_urls:list_urls",
        },
        "Build": {"build": "build_site:build_site", "import": "importing.import_group:import_site"},
    },
)
@click.version_option(__version__, prog_name="blogposts")
@click.pass_context
def main(context: click.Context) -> None:
    """Look after the blog of a docs site."""
    if os.environ.get("NO_COLOR"):
        context.color = False
