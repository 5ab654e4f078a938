"""What options may hold beside numbers and texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from pymdownx.slugs import slugify

Slugify = Callable[[str, str], str]
"""Makes the part of a URL that stands for a name: `(name, separator) -> slug`."""

TeaserPlaceholder = Literal["band", "tile", "none"]
Layout = Literal["cards", "list", "table"]
FeedFormat = Literal["rss", "atom", "json"]
FeedListing = Literal["tags", "categories", "authors", "series", "talks"]

USUAL_SLUGIFY: Slugify = slugify(case="lower")


def by_name(term: Any) -> str:
    """The name of a term, for sorting."""
    return str(term.name)
