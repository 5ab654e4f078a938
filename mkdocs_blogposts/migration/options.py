"""What the plugin has to be told of a site, beyond what it reads in `_config.yml` itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..faults import DEFAULT_LEVELS, Kind, Level
from ..settings import Settings
from .extras import feed_url
from .site import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .plan import Plan

_BORNE = (Kind.TEASER, Kind.LIQUID, Kind.HELD_BACK_LINK, Kind.KEY)
"""Warnings that a build only finds, and that Jekyll never gave."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option, with the reason for it."""

    name: str
    value: Any
    why: str = ""


def options_of(plan: Plan) -> Iterator[Option]:
    """The options of the plugin that differ from its defaults."""
    choices, usual = plan.choices, Settings()
    yield Option("jekyll_pages", value=True, why="pages and collections stand at their Jekyll URLs")
    if choices.blog_dir != usual.blog_dir:
        yield Option("blog_dir", choices.blog_dir, "where the list of posts was")
    if choices.tags:
        yield Option("tags_index_url", choices.tags_url, "where the list of tags was")
    if choices.talks_dir != usual.talks_dir:
        yield Option("talks_dir", choices.talks_dir, "where the list of talks was")
    if not plan.count(Role.TALK):
        yield Option("talks", value=False)
    yield from _of_config(plan)
    if levels := _levels(plan):
        why = "what Jekyll let pass is told, and does not fail `--strict`; delete a line once all is mended"
        yield Option("faults", levels, why)


def _of_config(plan: Plan) -> Iterator[Option]:
    site = plan.site
    if url := feed_url(site):
        yield Option("feeds_atom_url", url, "where jekyll-feed had it")
    yield Option("feeds_content", "excerpt" if site.part("feed").get("excerpt_only") is True else "full")
    per_page = site.config.get("paginate")
    if isinstance(per_page, int) and not isinstance(per_page, bool) and 0 < per_page != Settings().pagination_per_page:
        yield Option("pagination_per_page", per_page, "paginate")


def _levels(plan: Plan) -> Mapping[str, str]:
    """The kinds of fault that would stop a build or fail it under `--strict`, as remarks."""
    found = {fault.kind for fault in plan.site.faults if fault.level >= Level.WARNING}
    kinds = found | set(_BORNE)
    return {str(kind): "info" for kind in DEFAULT_LEVELS if kind in kinds}
