"""Options of the plugin in `mkdocs.yml` that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from ..faults import Faults


def tell_unknown_options(unknown: Mapping[str, str | None], config: MkDocsConfig, faults: Faults) -> None:
    """Tell each option that nobody knows, with the one that was probably meant."""
    for name, near in unknown.items():
        from ..sources.option_places import place_of_option  # noqa: PLC0415  # most sites have none

        message = f"unknown option '{name}'" + (f"; did you mean '{near}'?" if near else "")
        hint = None if near else "delete it, or see the names of all options in the documentation"
        path, place = place_of_option(name, config)
        faults.add(Kind.KEY, path, message, place=place, hint=hint)
