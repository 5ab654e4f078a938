"""mkdocs-redirects leads from old URLs to posts, named by their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.compat.plugins import FIRST, POSTS, needs

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-redirects")


def test_old_urls_lead_to_posts(site: Site) -> None:
    maps = {"old/first.md": "blog/posts/first.md", "old/all.md": "blog/index.md"}
    site.write(POSTS).put("docs/blog/index.md", "# News\n")
    site.config(plugins=["blogposts", {"redirects": {"redirect_maps": maps}}])

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert f"../../{FIRST}" in built.read("old/first/index.html")
    assert "../../blog/" in built.read("old/all/index.html")
