"""What Jekyll tells Liquid of a document of any collection, whatever its front matter says."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..content.titles import title_by_name
from ..frontmatter.dialects import Dialect
from ..frontmatter.file_names import file_name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def values_of(src_uri: str, values: Mapping[str, Any]) -> dict[str, Callable[[], Any]]:
    """The title, name and labels of a document in a file with this front matter."""
    named = file_name_of(src_uri)
    return {
        "title": lambda: values.get("title") or title_by_name(named, Dialect.JEKYLL),
        "name": lambda: values.get("name") or PurePosixPath(src_uri).name,
        "slug": lambda: values.get("slug") or named.slug,
        "categories": lambda: list(dict.fromkeys(map(str, _labels(values, "categories", "category")))),
        "tags": lambda: list(_labels(values, "tags", "tag")),
    }


def _labels(values: Mapping[str, Any], plural: str, singular: str) -> list[Any]:
    found = values.get(plural)
    several = found.split() if isinstance(found, str) else found if isinstance(found, list) else []
    single = values.get(singular)
    return [each for each in (*several, *(single if isinstance(single, list) else [single])) if each is not None]
