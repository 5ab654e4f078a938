"""What front matter says to robots: to the search of the site, and to search engines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ..frontmatter.fields import FALSE
from .models import Robots

if TYPE_CHECKING:
    from ..frontmatter.fields import Fields

_KEEP_OUT = ("noindex", "none")
"""What `robots` says to keep a page out of search engines."""


def take_robots(fields: Fields, *, unlisted: bool = False) -> Robots:
    """Where robots are to find a page; one that is `unlisted` they do not find at all."""
    canonical_url = fields.find("canonical_url")
    noindex = unlisted or any(word.text.lower() in _KEEP_OUT for word in fields.take_names("robots"))
    return Robots(
        canonical_url=fields.page_url_of(canonical_url) if canonical_url else None,
        in_search=not unlisted and _is_in_search(fields),
        in_sitemap=not noindex and _is_on(fields, "sitemap"),
        noindex=noindex,
    )


def in_preview(robots: Robots, *, is_held_back: bool) -> Robots:
    """The same in a preview, which no search engine is to know of."""
    return replace(robots, noindex=True, in_sitemap=robots.in_sitemap and not is_held_back)


def _is_in_search(fields: Fields) -> bool:
    found = fields.find("search")
    if found and isinstance(found.value, Mapping):
        return not found.value.get("exclude")
    return _is_on(fields, "search")


def _is_on(fields: Fields, field: str) -> bool:
    """Whether a flag is not off; what else stands there is for others to read."""
    found = fields.find(field)
    return not found or found.text.strip().lower() not in FALSE
