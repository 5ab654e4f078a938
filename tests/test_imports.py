"""What a build imports: only what the site needs, since each of it takes its time at the start of every build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

HOOK = """
import json, pathlib, sys

def on_post_build(config):
    names = sorted(sys.modules)
    pathlib.Path(config.config_file_path).with_name("modules.json").write_text(json.dumps(names))
"""
POST = "---\ndate: 2024-01-31\ntags: [x]\n---\n# Hello\n\nText in “words”: café.\n"

ONLY_WHERE = {
    "feedgen": "nowhere any more",
    "mkdocs_blogposts.cli": "on the command line",
    "mkdocs_blogposts.migration": "in an import",
    "mkdocs_blogposts.mending": "in `check --fix`",
    "mkdocs_blogposts.jekyll.kramdown": "for texts of Jekyll",
    "mkdocs_blogposts.jekyll.liquid.renderer": "for texts of Jekyll",
    "mkdocs_blogposts.jekyll.filters": "for texts of Jekyll",
    "liquid": "for texts of Jekyll",
    "ftfy": "for mis-decoded texts",
    "icalendar": "for talks",
    "PIL": "for pictures",
    "pypdfium2": "nowhere: slides are drawn by a process of its own",
    "mkdocs_blogposts.articles.talk_slides": "for talks",
    "dateutil": "for dates in words",
    "tomllib": "for front matter in TOML",
    "mimetypes": "for pictures",
    "multiprocessing": "for many pages, or templates that were never compiled",
    "nh3": "for titles with markup",
    "concurrent.futures": "for copies of pictures",
    "mkdocs_blogposts.blog.gazetteer": "for maps of talks",
    "mkdocs_blogposts.views.talk_lists": "for talks",
    "mkdocs_blogposts.views.speaking": "for talks",
    "mkdocs_blogposts.html.recordings": "for talks",
    "mkdocs_blogposts.html.video_sites": "for recordings",
    "mkdocs_blogposts.html.feed_texts": "for feeds of whole texts",
    "mkdocs_blogposts.html.known_tags": "for the search",
    "mkdocs_blogposts.host.palette": "for covers",
    "mkdocs_blogposts.material.share_links": "for such links",
    "mkdocs_blogposts.frontmatter.syntax": "for front matter that cannot be read",
    "mkdocs_blogposts.urls.near_pages": "for links that lead nowhere",
    "mkdocs_blogposts.sources.option_places": "for options that are wrong",
    "mkdocs_blogposts.rendering.raw_text": "for texts that are no Markdown",
    "mkdocs_blogposts.jekyll.config_reader": "for `_config.yml`",
    "mkdocs_blogposts.texts.ordinary_pages": "for pages of Jekyll",
    "mkdocs_blogposts.placement.archive_redirects": "for archives of Jekyll",
    "importlib.resources": "nowhere",
}
"""Who needs what a site of some plain posts does not."""

MOST = 300
"""Modules of ours that such a site needs, and some more for what all sites may come to need."""


def modules(site: Site) -> set[str]:
    """All that a build has imported."""
    site.put("hook.py", HOOK).config(hooks=["hook.py"], theme="mkdocs", plugins=[{"blogposts": {"workers": 1}}])
    _, said = site.run_build()
    path = site.root / "modules.json"
    assert path.is_file(), said
    return set(json.loads(path.read_text(encoding="utf-8")))


def test_a_site_of_plain_posts_imports_what_it_needs(site: Site) -> None:
    found = modules(site.put("docs/blog/posts/hello.md", POST))
    without = modules_without_blog(site)

    ours = [name for name in found if name.partition(".")[0] == "mkdocs_blogposts"]
    assert {name: why for name, why in ONLY_WHERE.items() if name in found - without} == {}
    assert 150 < len(ours) <= MOST, "import what is new where it is used, for sites that do not use it"


def modules_without_blog(site: Site) -> set[str]:
    """What MkDocs imports itself."""
    site.config(plugins=[]).run_build()
    return set(json.loads((site.root / "modules.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("name", "text", "module"),
    [
        ("docs/_posts/2024-01-31-hello.md", "---\ntitle: Hello\n---\n{{ page.title | upcase }}\n", "liquid"),
        ("docs/blog/posts/hello.md", "---\ndate: 31 January 2024\n---\n# Hello\n", "dateutil"),
        ("docs/blog/posts/hello.md", "+++\ndate = 2024-01-31\n+++\n# Hello\n", "tomllib"),
    ],
    ids=["Liquid", "a date in words", "TOML"],
)
def test_a_site_that_needs_more_imports_it(site: Site, name: str, text: str, module: str) -> None:
    assert module in modules(site.put(name, text))
