"""The two dialects that files are written in, Material's and Jekyll's, and the rule that tells them apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .file_names import JEKYLL_FOLDERS, file_name_of, folders_above
from .keys import names_date
from .schemes import SCHEME

if TYPE_CHECKING:
    from ..settings import Settings


class Dialect(StrEnum):
    """Whose rules hold for a file."""

    MATERIAL = "material"
    """That of Material's blog, and of all who are not known for Jekyll's."""
    JEKYLL = "jekyll"
    """That of Jekyll and its themes."""


JEKYLL_KEYS = (
    "permalink",
    "layout",
    "header",
    "published",
    "collection",
    "redirect_from",
    "last_modified_at",
    "excerpt_separator",
)
"""Keys by which a file is known for Jekyll's."""

SINGULAR_KEYS = ("tag", "category")
"""Keys that say the same, but for a file that Material's blog would build: it passes over them."""


def dialect_of(src_uri: str, values: Mapping[str, Any], settings: Settings, *, root: str = "") -> tuple[Dialect, str]:
    """Whose rules hold for a file, and why."""
    if settings.post_dialect != "auto":
        return Dialect(settings.post_dialect), f"`post_dialect` is `{settings.post_dialect}`"
    if reason := next(_why_jekyll(src_uri, values, settings, root), None):
        return Dialect.JEKYLL, reason
    return Dialect.MATERIAL, "nothing in it is Jekyll's"


def _why_jekyll(src_uri: str, values: Mapping[str, Any], settings: Settings, root: str) -> Iterator[str]:
    """What makes a file Jekyll's, the plainest first."""
    folders = folders_above(src_uri)
    yield from (f"it lies below `{name}`" for name in JEKYLL_FOLDERS if name in folders)
    if settings.post_permalink:
        yield "`post_permalink` is set"
    is_built = is_built_by_material(values)
    keys = (key for key in JEKYLL_KEYS if key in values and not (is_built and values[key] is None))
    yield from (f"it has `{key}`" for key in keys if not _is_address(key, values[key]))
    if not is_built:
        yield from (f"it has `{key}`" for key in SINGULAR_KEYS if key in values)
    yield from (f"its `{key}` is a string" for key in ("tags", "categories") if isinstance(values.get(key), str))
    if not names_date(values, settings) and file_name_of(src_uri, root=root).date:
        yield "its date stands in its name only"


def is_built_by_material(values: Mapping[str, Any]) -> bool:
    """Whether Material's blog takes the date and the categories; texts are neither to it."""
    day = values.get("date")
    has_date = isinstance(day.get("created") if isinstance(day, Mapping) else day, date)
    return has_date and not isinstance(values.get("categories"), str)


def _is_address(key: str, value: Any) -> bool:
    """Whether a permalink is a whole URL, which neither builder makes a page at."""
    return key == "permalink" and isinstance(value, str) and bool(SCHEME.match(value.strip()))
