"""The plugins that a Jekyll site asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

WITHOUT_FILTERS = frozenset({
    "jekyll-archives", "jekyll-avatar", "jekyll-coffeescript", "jekyll-commonmark-ghpages", "jekyll-default-layout",
    "jekyll-feed", "jekyll-gist", "jekyll-github-metadata", "jekyll-include-cache", "jekyll-last-modified-at",
    "jekyll-mentions", "jekyll-optional-front-matter", "jekyll-paginate", "jekyll-paginate-v2", "jekyll-polyglot",
    "jekyll-readme-index", "jekyll-redirect-from", "jekyll-relative-links", "jekyll-remote-theme",
    "jekyll-sass-converter", "jekyll-seo-tag", "jekyll-sitemap", "jekyll-titles-from-headings", "jemoji",
    "kramdown-parser-gfm", "github-pages",
})  # fmt: skip
"""Plugins that bring no filter for Liquid."""


def plugins_of(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Those that `_config.yml` names, under the key of today and the one of old."""
    found = [values.get(key) for key in ("plugins", "gems")]
    lists = ([each] if isinstance(each, str) else each for each in found if isinstance(each, (str, list)))
    return tuple(dict.fromkeys(str(item) for items in lists for item in items))
