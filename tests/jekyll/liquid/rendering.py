"""Liquid in a string, rendered on a small site: what came of it, and what was told about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from markupsafe import escape

from mkdocs_blogposts.frontmatter.dates import Clock
from mkdocs_blogposts.jekyll.filters.site_context import Lookup, SiteContext
from mkdocs_blogposts.jekyll.filters.values import Moment
from mkdocs_blogposts.jekyll.liquid.renderer import Renderer

if TYPE_CHECKING:
    from collections.abc import Mapping

NOW = Moment.at(datetime(2026, 1, 1, tzinfo=UTC), UTC)


@dataclass(frozen=True)
class Came:
    """What came of a text."""

    text: str
    told: list[str]
    """Each problem in one line: where, what, and the hint."""


def render(
    text: str,
    *,
    site: Mapping[str, Any] | None = None,
    includes: Mapping[str, str] | None = None,
    beside: Mapping[str, str] | None = None,
    **page: Any,
) -> Came:
    """What comes of a text below `https://example.org/docs/` on New Year's Day of 2026; `page` is its front matter."""
    site_context = SiteContext(
        site=site or {},
        paginator=None,
        origin="https://example.org",
        base="/docs",
        clock=Clock(zone=UTC, bare_datetimes_are_utc=True),
        now=NOW,
        environment="production",
        posts=_lookup({"2024-01-31-sea": "/sea/"}),
        files=_lookup({"_posts/2024-01-31-sea.md": "/sea/", "map.pdf": "/map.pdf"}),
        includes=_lookup(includes or {}, "_includes"),
        markdown=lambda markdown: f"<p>{markdown}</p>",
        inline=lambda markdown: str(escape(markdown)),
    )
    outcome = Renderer(site_context).render(text, page, _lookup(beside or {}, "_posts"))
    told = []
    for problem in outcome.problems:
        place = f"{problem.place.line}:{problem.place.column}" if problem.place else "?"
        where = f"{problem.include}:{place}" if problem.include else place
        told.append(f"{where}: {problem.told}{f' -> {problem.hint}' if problem.hint else ''}")
    return Came(outcome.text, told)


def _lookup(known: Mapping[str, str], folder: str = "") -> Lookup:
    return Lookup(find=known.get, names=lambda: list(known), folder=folder)
