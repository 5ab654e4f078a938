"""Values as JSON, to tell whether anything in them has changed; what could change unseen has no description."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import Config
from mkdocs.structure.nav import Link, Navigation, Section

from .fingerprint import describe_function

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mkdocs.structure import StructureItem
    from mkdocs.structure.toc import AnchorLink

NOT_OF_ITEMS = frozenset(
    {
        *("file", "children", "parent", "previous_page", "next_page", "active", "content", "markdown", "toc", "meta"),
        *(
            "article",
            "view",
            "pager",
            "posts",
            "given_posts",
            "pages",
            "categories",
            "present_anchor_ids",
            "links_to_anchors",
        ),
        *("_renderer", "_Page__active", "make_excerpt", "excerpt", "views", "update_date"),
    }
)
"""Attributes of a page that its key holds in other ways, or that no template of a known theme shows."""


_AS_THEY_ARE = frozenset({type(None), bool, int, float, str})
_OF_TAGS = ("material.plugins.tags.structure.", "materialx.plugins.tags.structure.")
"""Whose values are tags as Material's `tags` gives them to templates, and what these are made of."""


def describe(value: Any) -> Any:
    """A value as JSON; `UnknownError` for one that could change without being seen to."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is dict:
        return _describe_mapping(value)
    if kind is list:
        return [describe(item) for item in value]
    for other, as_json in _DESCRIPTIONS:
        if isinstance(value, other):
            return as_json(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [[part.name, describe(getattr(value, part.name))] for part in dataclasses.fields(value)]
    return _describe_tag(value) if kind.__module__.startswith(_OF_TAGS) else describe_function(value)


def _describe_tag(value: Any) -> list[Any]:
    return [type(value).__qualname__, _describe_mapping(vars(value))]


def _describe_mapping(value: Mapping[Any, Any]) -> list[list[Any]]:
    # The order counts as well, since templates go through mappings.
    return [[describe(key), describe(item)] for key, item in value.items()]


_DESCRIPTIONS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (str, str),
    (int, int),
    (float, float),
    (date, lambda moment: moment.isoformat()),
    (Config, lambda config: _describe_mapping(dict(config))),
    (Mapping, _describe_mapping),
    ((list, tuple), lambda items: [describe(item) for item in items]),
    ((set, frozenset), lambda items: sorted((describe(item) for item in items), key=str)),
    (partial, lambda made: [describe(part) for part in (made.func, made.args, made.keywords)]),
    (Navigation, lambda nav: [describe_item(item) for item in nav]),
    (Link, lambda link: describe_link(link)),  # noqa: PLW0108  # defined below
)


def describe_toc(toc: Iterable[AnchorLink]) -> list[Any]:
    """A table of contents, with what plugins have added to it."""
    return [[describe(without(item, {"children"})), describe_toc(item.children)] for item in toc]


def toc_tokens(toc: Iterable[AnchorLink]) -> list[dict[str, Any]]:
    """A table of contents as JSON values."""
    return [_token(item) for item in toc]


def _token(item: AnchorLink) -> dict[str, Any]:
    return {
        "level": item.level,
        "id": item.id,
        "name": item.title,
        "children": toc_tokens(item.children),
    }


def describe_link(item: StructureItem | None, unseen: Collection[str] = ()) -> Any:
    """What a template shows of another entry of the navigation, but for front matter that is `unseen` there."""
    if item is None:
        return None
    meta, parts = getattr(item, "meta", None), without(item, NOT_OF_ITEMS)
    seen = {name: value for name, value in meta.items() if name not in unseen} if meta and unseen else meta
    return [str(item.title), getattr(item, "url", None), describe(seen), describe(parts)]


def describe_item(item: StructureItem, unseen: Collection[str] = ()) -> list[Any]:
    """An entry of the navigation, with all below it."""
    children: Iterable[StructureItem] = item.children or () if isinstance(item, Section) else ()
    return [describe_link(item, unseen), item.is_section, [describe_item(child, unseen) for child in children]]


def ancestors(item: StructureItem) -> Iterator[StructureItem]:
    """The sections that an entry of the navigation stands in, from the inside."""
    parent = item.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def without(value: object, names: Iterable[str]) -> dict[str, Any]:
    """The attributes of a value, but for some; those beside MkDocs' own come from plugins."""
    return {name: part for name, part in vars(value).items() if name not in names}
