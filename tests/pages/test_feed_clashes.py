"""A post where the blog has a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.output.feeds import FORMATS

if TYPE_CHECKING:
    from tests.site import Site


@pytest.mark.parametrize("name", ["sitemap.xml", *(each.file_name for each in FORMATS.values())])
def test_a_post_in_place_of_a_feed_is_told(site: Site, name: str) -> None:
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\npermalink: /blog/{name}/\n---\n")

    built = site.build()

    told = f"duplicate-url: '/blog/{name}/' is already the URL of 'blog/{name}', which the blog makes"
    assert built.exit_code == 1
    assert [fault.partition("\n")[0] for fault in built.faults] == [f"docs/blog/posts/a.md:4:12: {told}"]
