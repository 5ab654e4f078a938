"""What options may hold beside numbers and texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol

from pymdownx.slugs import slugify

Slugify = Callable[[str, str], str]
"""Makes the part of a URL that stands for a name: `(name, separator) -> slug`."""

SortKey = Callable[[Any], Any]
"""Gives the value by which something is sorted."""

Texts = Mapping[str, str]
Lists = Mapping[str, tuple[str, ...]]
Tables = Mapping[str, Mapping[str, str]]

DialectChoice = Literal["auto", "material", "jekyll"]
ExcerptNeed = Literal["optional", "required"]
FeedContent = Literal["excerpt", "full"]
RedirectsFile = Literal["_redirects"]
WorkerCount = int | Literal["auto"]
TeaserPlaceholder = Literal["band", "tile", "none"]
Layout = Literal["cards", "list", "table"]
FeedFormat = Literal["rss", "atom", "json"]
FeedListing = Literal["tags", "categories", "authors", "series", "talks"]

USUAL_SLUGIFY: Slugify = slugify(case="lower")

_LONGEST = 1_000
"""Characters of a name that its slug is made of; no file can have a longer name."""


class LabelSlugs(Protocol):
    """The options by which labels get their slugs."""

    @property
    def categories_slugify(self) -> Slugify:
        """What makes a slug of a name."""

    @property
    def categories_slugify_separator(self) -> str:
        """What it puts between words."""


def slug_of_label(name: str, options: LabelSlugs) -> str:
    """The slug of a category, tag or author; the usual one where the site's function knows nothing of the name."""
    name = name[:_LONGEST]
    try:
        return options.categories_slugify(name, options.categories_slugify_separator)
    except Exception:  # noqa: BLE001  (it is written for categories alone: it may look them up in a table)
        return USUAL_SLUGIFY(name, options.categories_slugify_separator)


def by_name(term: Any) -> str:
    """The name of a term, for sorting."""
    return str(term.name)


def frozen(value: Any) -> Any:
    """The value of an option as it cannot be changed any more, but for mappings."""
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    return value
