"""minify makes pages smaller and breaks nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.compat.plugins import FIRST, POSTS, needs
from tests.links import assert_links_resolve

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-minify-plugin")


def test_pages_are_the_same_but_smaller(site: Site) -> None:
    site.write(POSTS).config(plugins=["blogposts"])
    before = site.build(strict=True)
    whole = {url: (before.page(url).cards, before.page(url).text.split()) for url in before.pages}
    length = len(before.page("blog/").html)

    built = site.config(plugins=["blogposts", {"minify": {"minify_html": True}}]).build(strict=True)

    assert built.exit_code == 0, built.log
    assert {url: built.page(url).cards for url in built.pages} == {url: cards for url, (cards, _) in whole.items()}
    assert len(built.page("blog/").html) < length
    assert built.page(FIRST).heading == "First post"
    assert_links_resolve(built.dir)
    assert json.loads(built.read("blog/feed.json"))["items"]
