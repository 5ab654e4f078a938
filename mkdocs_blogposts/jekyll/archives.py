"""The pages that jekyll-archives makes of tags, categories, years, months and days."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from .plugins import plugins_of
from .slugs import plain_slug

if TYPE_CHECKING:
    from datetime import datetime

    from ..settings import Settings

KEY = "jekyll-archives"
"""What the plugin is called, and its part of `_config.yml`."""

_PERMALINKS: Mapping[str, str] = {
    "year": "/:year/",
    "month": "/:year/:month/",
    "day": "/:year/:month/:day/",
    "tag": "/tag/:name/",
    "category": "/category/:name/",
}
"""Its URLs, where a site does not say others."""

_ENABLED = {"tags": "tag", "categories": "category", "year": "year", "month": "month", "day": "day"}
"""What `enabled` calls each kind."""

_PATTERNS = {":year": "yyyy", ":month": "MM"}
_PLACEHOLDER = late_pattern(r":(?:year|month|day|name|type)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllArchives:
    """Which of the pages of jekyll-archives a site has, and where."""

    permalinks: Mapping[str, str]
    """By kind: `tag`, `category`, `year`, `month`, `day`."""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self | None:
        """What `_config.yml` says of them; `None` where there are none."""
        options = values.get(KEY)
        if KEY not in plugins_of(values) or not isinstance(options, Mapping):
            return None
        enabled, own = options.get("enabled"), options.get("permalinks")
        own = own if isinstance(own, Mapping) else {}
        names = enabled if isinstance(enabled, list) else _ENABLED if enabled in (True, "all") else ()
        kinds = [kind for name, kind in _ENABLED.items() if name in names]
        permalinks = {kind: own[kind] if isinstance(own.get(kind), str) else _PERMALINKS[kind] for kind in kinds}
        return cls(permalinks=permalinks) if permalinks else None

    def url(self, kind: str, *, name: str = "", date: datetime | None = None) -> str:
        """The URL of a page of a kind, by the label or a date of its posts."""
        values = {":name": plain_slug(name), ":type": kind}
        values |= {":year": f"{date:%Y}", ":month": f"{date:%m}", ":day": f"{date:%d}"} if date else {}
        return _PLACEHOLDER.sub(lambda found: values.get(found[0], found[0]), self.permalinks[kind])

    def urls_of(self, tags: Iterable[str], categories: Iterable[str], date: datetime | None) -> Iterator[str]:
        """The URL of each page that lists a post."""
        for kind, labels in (("tag", tags), ("category", categories)):
            if kind in self.permalinks:
                yield from (self.url(kind, name=label) for label in labels)
        yield from (self.url(kind, date=date) for kind in ("year", "month", "day") if date and kind in self.permalinks)

    def settings_for(self, settings: Settings, chosen: frozenset[str]) -> Settings:
        """The options of a blog with listings at these URLs, but for what the site itself has `chosen`."""
        said: dict[str, Any] = {}
        if template := self._page("tag"):
            said["tags_url_format"] = template.replace(":name", "{slug}")
        if template := self._page("category"):
            said["categories_url_format"] = _from(settings.blog_dir, template).replace(":name", "{slug}")
        if {"tag", "category"} & self.permalinks.keys():
            said["categories_slugify"] = lambda text, _separator: plain_slug(text)
        if (template := self._page("year")) and (dated := _dated(template)):
            url_format, said["archive_url_date_format"] = dated
            said["archive_url_format"] = _from(settings.blog_dir, url_format)
        return replace(settings, **{name: value for name, value in said.items() if name not in chosen})

    def months(self, settings: Settings) -> tuple[str, str] | None:
        """The URL of a page of a month below the blog, with `{date}`, and the pattern of that; `None` without such."""
        dated = _dated(self._page("month"))
        return (_from(settings.blog_dir, dated[0]), dated[1]) if dated else None

    def _page(self, kind: str) -> str:
        """The URLs of a kind, if they are folders, as those of our listings are."""
        template = self.permalinks.get(kind, "").replace(":type", kind)
        return template if template.endswith("/") and "{" not in template else ""


def _from(blog_dir: str, url: str) -> str:
    """A URL from the site's root as a path below the blog."""
    return posixpath.relpath(f"/{url.strip('/')}", posixpath.normpath(f"/{blog_dir}"))


def _dated(template: str) -> tuple[str, str] | None:
    """A URL with `{date}` in place of year and month, and the pattern that these have; `None` where it has no year."""
    found = re.search(r":year(?:[^a-zA-Z:]*:month)?", template)
    if not found or ":month" in template[found.end() :] or "{" in template:
        return None
    pattern = found[0]
    for name, written in _PATTERNS.items():
        pattern = pattern.replace(name, written)
    return f"{template[: found.start()]}{{date}}{template[found.end() :]}", pattern
