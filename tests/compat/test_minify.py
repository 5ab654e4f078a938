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


COUNTING = """
import pathlib
from mkdocs_minify_plugin import plugin

minify = plugin.htmlmin.minify

def counted(html, **options):
    with pathlib.Path(__file__).with_name("minified.txt").open("a") as file:
        file.write("x")
    return minify(html, **options)

def on_config(config):
    plugin.htmlmin.minify = counted

def on_post_build(config):
    plugin.htmlmin.minify = minify
"""


def test_pages_are_made_smaller_again_only_if_they_are_others(site: Site) -> None:
    def number(*, remove_comments: bool) -> int:
        minify = {"minify_html": True, "htmlmin_opts": {"remove_comments": remove_comments}}
        site.config(hooks=["hook.py"], plugins=["blogposts", {"minify": minify}]).put("minified.txt", "")
        built = site.build(strict=True)
        assert built.exit_code == 0, built.log
        assert ("<!-- here -->" in built.page("guide/").html) is not remove_comments
        return len((site.root / "minified.txt").read_text())

    site.write(POSTS).put("hook.py", COUNTING).put("docs/guide.md", "# Guide\n\n<!-- here -->\n")

    first = number(remove_comments=False)
    assert number(remove_comments=False) == 1  # 404.html
    assert number(remove_comments=True) == first
    site.put("docs/guide.md", "# Guide\n\n<!-- here -->\n\nMore.\n")
    assert number(remove_comments=True) == 2
    assert "More." in site.build().page("guide/").html
