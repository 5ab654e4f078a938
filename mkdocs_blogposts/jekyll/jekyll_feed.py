"""The feeds that jekyll-feed makes of a site's posts."""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING, Any, Literal, Self

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from .plugins import plugins_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_PLUGINS = {"jekyll-feed", "github-pages"}
_TAG = late_pattern(r"[a-zA-Z0-9_]+")
"""The plugin passes over tags that are not simple."""
_OWN_MACHINE = late_pattern(r"(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?:[:/]|$)")


@dataclass(frozen=True, slots=True)
class FurtherFeed:
    """A feed of a part of the posts, or of another collection."""

    path: str
    """From the root of the site."""
    kind: Literal["tag", "category", "collection"]
    name: str
    """The label, as the site writes it."""

    @property
    def posts(self) -> str:
        """What Liquid calls the posts or documents in it, newest first."""
        if self.kind == "collection":
            return f"site.{self.name} | reverse"
        return f"site.{'tags' if self.kind == 'tag' else 'categories'}[{json.dumps(self.name)}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllFeed:
    """Where they are, and what is in them."""

    path: str
    """The feed of all posts, from the root of the site."""
    labels: tuple[FurtherFeed, ...]
    """Those of single categories, and of collections."""
    tags: Mapping[str, Any] | None
    """What it says of feeds of tags; `None` where there are none."""
    is_of_excerpts: bool

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self | None:
        """What `_config.yml` says of them; `None` where there are none."""
        options = _part(values, "feed")
        collections = options.get("collections")
        posts = _part(_part(options, "collections"), "posts")
        paths = (posts.get("path"), options.get("path"), _part(values, "atom_feed").get("path"))
        path = next(filter(None, map(_text, paths)), "feed.xml")
        if _PLUGINS.isdisjoint(plugins_of(values)) or not _stays(path):
            return None
        tags = options.get("tags")
        return cls(
            path=path.lstrip("/"),
            labels=tuple(
                feed
                for feed in (
                    *_of_categories("feed", posts.get("categories") or options.get("categories")),
                    *_of_collections(collections),
                )
                if _stays(feed.path)
            ),
            tags=(tags if isinstance(tags, dict) else {}) if tags else None,
            is_of_excerpts=options.get("excerpt_only") is True,
        )

    def further(self, tags: Iterable[str]) -> Iterator[FurtherFeed]:
        """All feeds but the one of all posts, on a site whose posts have these `tags`."""
        yield from self.labels
        if self.tags is None:
            return
        only, left_out = self.tags.get("only"), _texts(self.tags.get("except"))
        folder = _text(self.tags.get("path")) or "/feed/by_tag/"
        for tag in dict.fromkeys(_texts(only) if only else tags):
            path = f"{folder}{tag}.xml".lstrip("/")
            if tag not in left_out and _TAG.fullmatch(tag) and _stays(path):
                yield FurtherFeed(path, "tag", tag)


def entry_id(url: str, slug: str) -> str:
    """What the plugin identifies a document by, from the root of the site: where it lies, and its name."""
    return posixpath.join(posixpath.dirname(f"/{url.strip('/')}"), slug)


def address_of(url: str, baseurl: str) -> str | None:
    """The root of a Jekyll site on the web, with a slash at its end; `None` where it has not said that."""
    host = url.partition("://")[2]
    if not url.startswith(("http://", "https://")) or not host or _OWN_MACHINE.match(host):
        return None
    path = f"{baseurl.strip('/')}/" if baseurl.strip("/") else ""
    return f"{url.rstrip('/')}/{path}"


def _of_categories(folder: str, names: Any) -> Iterator[FurtherFeed]:
    yield from (FurtherFeed(f"{folder}/{name}.xml", "category", name) for name in _texts(names))


def _of_collections(found: Any) -> Iterator[FurtherFeed]:
    parts = found if isinstance(found, dict) else dict.fromkeys(_texts(found))
    for name, options in parts.items():
        if isinstance(name, str) and name != "posts":
            path = _text(options.get("path")) if isinstance(options, dict) else ""
            yield FurtherFeed((path or f"feed/{name}.xml").lstrip("/"), "collection", name)


def _stays(path: str) -> bool:
    return "://" not in path and ".." not in path


def _part(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def _texts(value: Any) -> list[str]:
    return [text for text in map(_text, value) if text] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
