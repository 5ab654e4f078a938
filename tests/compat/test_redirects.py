"""mkdocs-redirects leads from old URLs to posts, named by their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


def test_an_old_url_leads_to_no_draft(site: Site) -> None:
    site.write(POSTS).config(
        plugins=["blogposts", {"redirects": {"redirect_maps": {"old.md": "blog/posts/secret.md"}}}]
    )

    built = site.build()

    assert built.warnings == ["Redirect target 'blog/posts/secret.md' does not exist!"]
    assert "old/index.html" not in built.files


@pytest.mark.parametrize(("use_directory_urls", "taken"), [(True, "/old/"), (False, "/old.html")])
def test_an_old_url_that_both_know_is_told(site: Site, taken: str, *, use_directory_urls: bool) -> None:
    site.write(POSTS).config(use_directory_urls=use_directory_urls)
    site.config(plugins=["blogposts", {"redirects": {"redirect_maps": {"old.md": "guide.md"}}}])
    site.put("docs/blog/posts/third.md", "---\ndate: 2024-01-31\naliases: [/old/, /old.html]\n---\n# Third\n")

    (fault,) = site.build().faults

    assert f"'{taken}' is already the URL of 'old.md' in `redirect_maps` of the plugin `redirects`" in fault
