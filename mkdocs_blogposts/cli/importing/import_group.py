"""`blogposts import`: what can be brought from elsewhere."""

from __future__ import annotations

import click

from ..lazy_group import LazyGroup


@click.group(
    "import",
    cls=LazyGroup,
    sections={
        "Commands": {"jekyll": "importing.import_jekyll:import_jekyll", "talks": "importing.import_talks:import_talks"}
    },
)
def import_site() -> None:
    """Bring a site from another builder, or talks."""
