"""All plugins that people have beside a blog, together: two builds in a row give the same pages, and no warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.compat.plugins import FIRST, POSTS, SECOND, needs
from tests.links import broken_links

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

needs(
    "mkdocs-awesome-nav",
    "mkdocs-glightbox",
    "mkdocs-macros-plugin",
    "mkdocs-minify-plugin",
    "mkdocs-redirects",
    "mkdocs-rss-plugin",
    "mkdocs-section-index",
)

PLUGINS = [
    "search",
    "meta",
    "tags",
    "awesome-nav",
    "section-index",
    "macros",
    "blogposts",
    "glightbox",
    {"rss": {"match_path": "blog/posts/.*", "date_from_meta": {"as_creation": "date"}, "use_git": False}},
    {"redirects": {"redirect_maps": {"old.md": "blog/posts/first.md"}}},
    {"minify": {"minify_html": True}},
]


def texts(built: Built) -> dict[str, str]:
    """Every page and feed, by name."""
    return {name: built.read(name) for name in built.files if name.endswith((".html", ".xml", ".json"))}


@pytest.mark.parametrize("layout", ["cards", "list"])
def test_they_get_along(site: Site, layout: str) -> None:
    site.write(POSTS).put("docs/blog/index.md", "# News\n")
    site.config(plugins=PLUGINS).blogposts(view_layout=layout)

    first, said = site.run_build("--strict", SOURCE_DATE_EPOCH="1700000000")
    assert first.exit_code == 0, said
    before = texts(first)
    second, said = site.run_build("--strict", SOURCE_DATE_EPOCH="1700000000")

    assert second.exit_code == 0, said
    assert {FIRST, SECOND, "blog/", "blog/tags/", "old/"} <= set(second.pages)
    assert broken_links(second.dir) == []
    changing = {"feed_rss_created.xml", "feed_rss_updated.xml", "feed_json_created.json", "feed_json_updated.json"}
    after = texts(second)
    assert {name for name in before if before[name] != after.get(name)} <= changing
