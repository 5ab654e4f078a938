"""The feeds that jekyll-feed makes of a site's posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from .plugins import plugins_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLUGINS = {"jekyll-feed", "github-pages"}
_FOLDERS = {"categories": "feed", "tags": "feed/by_tag", "collections": "feed"}
"""Where the feeds of parts of the posts lie, by the key that asks for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllFeed:
    """Where they are, and what is in them."""

    path: str
    """The feed of all posts, from the root of the site."""
    further: tuple[str, ...]
    """Those of single categories, tags and collections."""
    is_of_excerpts: bool

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self | None:
        """What `_config.yml` says of them; `None` where there are none."""
        options = _part(values, "feed")
        path = _text(options.get("path")) or _text(_part(values, "atom_feed").get("path")) or "feed.xml"
        if _PLUGINS.isdisjoint(plugins_of(values)) or "://" in path or ".." in path:
            return None
        return cls(
            path=path.lstrip("/"), further=tuple(_further(options)), is_of_excerpts=options.get("excerpt_only") is True
        )


def _further(options: Mapping[str, Any]) -> Iterator[str]:
    for key, folder in _FOLDERS.items():
        found = options.get(key)
        for name in found if isinstance(found, (list, dict)) else ():
            if _text(name) not in ("", "posts"):
                yield f"{folder}/{_text(name)}.xml"


def _part(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
