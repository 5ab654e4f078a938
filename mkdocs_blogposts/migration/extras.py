"""Files that plugins of Jekyll made beside the pages, and what answers at their URLs now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .site import Role, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .site import JekyllSite

SITEMAP = "/sitemap.xml"
REDIRECTS = "/redirects.json"
ROBOTS = "/robots.txt"


def plugins_of(config: Mapping[str, Any]) -> list[str]:
    """The plugins of Jekyll that a site asks for."""
    values = (config.get(key) for key in ("plugins", "gems"))
    return list(dict.fromkeys(str(item) for value in values if isinstance(value, list) for item in value))


def feed_url(site: JekyllSite) -> str:
    """Where jekyll-feed puts the feed of posts; empty where a site has none."""
    if not {"jekyll-feed", "github-pages"} & {*plugins_of(site.config)}:
        return ""
    path = as_text(site.part("feed").get("path")) or as_text(site.part("atom_feed").get("path")) or "feed.xml"
    own = any(str(file.path) == path.lstrip("/") for file in site.of(Role.FILE, Role.PAGE))
    is_path = "://" not in path and ".." not in path and not own
    return f"/{path.lstrip('/')}" if is_path else ""


def further_feeds(site: JekyllSite) -> Iterator[str]:
    """Where jekyll-feed puts the feeds of single categories, tags and collections."""
    feed = site.part("feed") if feed_url(site) else {}
    for key, folder in (("categories", "feed"), ("tags", "feed/by_tag"), ("collections", "feed")):
        value = feed.get(key)
        for name in value if isinstance(value, (list, dict)) else ():
            if as_text(name) not in ("", "posts"):
                yield f"/{folder}/{as_text(name)}.xml"


def has_robots(site: JekyllSite) -> bool:
    """Whether jekyll-sitemap makes a `robots.txt`."""
    own = any(str(file.path) == "robots.txt" for file in site.of(Role.FILE, Role.PAGE))
    return "jekyll-sitemap" in plugins_of(site.config) and not own
