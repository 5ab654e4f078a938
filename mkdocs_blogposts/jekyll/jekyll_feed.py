"""The feeds that jekyll-feed makes of a site's posts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from .plugins import plugins_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_PLUGINS = {"jekyll-feed", "github-pages"}
_PLAIN = re.compile(r"\w+", re.ASCII)
"""A tag that jekyll-feed makes a feed of."""


@dataclass(frozen=True, slots=True)
class PartFeed:
    """The feed of a part of the site."""

    path: str
    """From the root of the site."""
    posts: str
    """What Liquid calls the posts or documents in it, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllFeed:
    """Where they are, and what is in them."""

    path: str
    """The feed of all posts, from the root of the site."""
    options: Mapping[str, Any]
    """All that is said of feeds."""
    is_of_excerpts: bool

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self | None:
        """What `_config.yml` says of them; `None` where there are none."""
        options = _part(values, "feed")
        path = _text(options.get("path")) or _text(_part(values, "atom_feed").get("path")) or "feed.xml"
        if _PLUGINS.isdisjoint(plugins_of(values)) or "://" in path or ".." in path:
            return None
        return cls(path=path.lstrip("/"), options=options, is_of_excerpts=options.get("excerpt_only") is True)

    def parts(self, tags: Iterable[str]) -> Iterator[PartFeed]:
        """The feeds of single categories, collections and tags, of a site that has some tags."""
        found = {part.path: part for part in (*self._of_categories(), *self._of_collections(), *self._of_tags(tags))}
        found.pop(self.path, None)
        yield from found.values()

    def _of_categories(self) -> Iterator[PartFeed]:
        for name in _names(self.options.get("categories")):
            yield PartFeed(f"feed/{name}.xml", f"site.categories[{json.dumps(name)}]")

    def _of_collections(self) -> Iterator[PartFeed]:
        found = self.options.get("collections")
        for label in _names(found):
            own = found.get(label) if isinstance(found, dict) else None
            own = own if isinstance(own, dict) else {}
            if label != "posts":
                yield PartFeed((_text(own.get("path")) or f"feed/{label}.xml").lstrip("/"), f"site.{label} | reverse")

    def _of_tags(self, tags: Iterable[str]) -> Iterator[PartFeed]:
        asked = self.options.get("tags")
        own = asked if isinstance(asked, dict) else {}
        folder = (_text(own.get("path")) or "/feed/by_tag/").lstrip("/")
        left_out = {*_names(own.get("except"))}
        for tag in (_names(own.get("only")) or dict.fromkeys(tags)) if asked else ():
            if _PLAIN.fullmatch(tag) and tag not in left_out:
                yield PartFeed(f"{folder}{tag}.xml", f"site.tags[{json.dumps(tag)}]")


def _names(value: Any) -> list[str]:
    return [name for each in value if (name := _text(each))] if isinstance(value, (list, dict)) else []


def _part(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
