"""What the theme and other plugins see of front matter: as it was written, but in the types that they rely on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..frontmatter.fields import Fields

_MAPPINGS = ("search", "social")
"""Keys whose value plugins of Material take for a mapping without looking."""

_TEXTS = ("description", "subtitle", "icon", "status", "template", "source")
"""Keys whose value the theme takes for text without looking."""


def theme_meta(
    fields: Fields, *, title: str | None, tags: Sequence[str], categories: Sequence[str] | None, authors: Sequence[str]
) -> dict[str, Any]:
    """The front matter for `page.meta`; `title` only where the page does not show it as a heading of its own."""
    meta = dict(fields.values)
    told: dict[str, Any] = {"title": title, "tags": list(tags), "hide": _hidden(fields)}
    if categories is not None:
        told["categories"] = list(categories)
    if isinstance(meta.get("author"), (Mapping, list)):
        told["author"] = ", ".join(authors)
    for key in _TEXTS:
        if isinstance(meta.get(key), (bool, int, float)):
            told[key] = fields.at(key, meta[key]).text
    for key in _MAPPINGS:
        if key in meta and not isinstance(meta[key], Mapping):
            told[key] = {"exclude": True} if key == "search" and meta[key] is False else {}
    meta.update(told)
    return {key: value for key, value in meta.items() if value or key not in told}


def as_written(values: Mapping[str, Any], meta: Mapping[str, Any]) -> dict[str, Any]:
    """The values of front matter that are not the same in what the theme gets."""
    return {key: value for key, value in values.items() if key not in meta or meta[key] != value}


def _hidden(fields: Fields) -> list[str]:
    """The parts of the page that are not shown."""
    is_flag = isinstance(fields.values.get("hide"), bool)
    hidden = [] if is_flag else [word.text for word in fields.take_names("hide")]
    return [*hidden, "toc"] if "toc" not in hidden and _is_without_toc(fields) else hidden


def _is_without_toc(fields: Fields) -> bool:
    """Whether the keys of Minimal Mistakes leave no room for a table of contents."""
    wanted, classes = fields.values.get("toc"), fields.values.get("classes")
    names = classes.split() if isinstance(classes, str) else classes
    is_wide = isinstance(names, list) and "wide" in names
    return wanted is False or (is_wide and wanted is not True)
