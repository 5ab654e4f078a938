"""The two dialects that files are written in, Material's and Jekyll's, and the rule that tells them apart."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from .file_names import JEKYLL_FOLDERS, file_name_of
from .keys import names_date
from .schemes import SCHEME

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    "tag",
    "category",
)
"""Keys by which a file is known for Jekyll's."""


def dialect_of(src_uri: str, values: Mapping[str, Any], settings: Settings, *, root: str = "") -> tuple[Dialect, str]:
    """Whose rules hold for a file, and why."""
    if settings.post_dialect != "auto":
        return Dialect(settings.post_dialect), f"`post_dialect` is `{settings.post_dialect}`"
    if reason := _why_jekyll(src_uri, values, settings, root):
        return Dialect.JEKYLL, reason
    return Dialect.MATERIAL, "nothing in it is Jekyll's"


def _why_jekyll(src_uri: str, values: Mapping[str, Any], settings: Settings, root: str) -> str | None:
    folders = PurePosixPath(src_uri).parts[:-1]
    if folder := next((name for name in JEKYLL_FOLDERS if name in folders), None):
        return f"it lies below `{folder}`"
    if settings.post_permalink:
        return "`post_permalink` is set"
    if key := next((key for key in JEKYLL_KEYS if key in values and not _is_address(key, values[key])), None):
        return f"it has `{key}`"
    if key := next((key for key in ("tags", "categories") if isinstance(values.get(key), str)), None):
        return f"its `{key}` is a string"
    if not names_date(values, settings) and file_name_of(src_uri, root=root).date:
        return "its date stands in its name only"
    return None


def _is_address(key: str, value: Any) -> bool:
    """Whether a permalink is a whole URL, which neither builder makes a page at."""
    return key == "permalink" and isinstance(value, str) and bool(SCHEME.match(value.strip()))
