"""Links are the shortest relative ones, as MkDocs makes them, and a checker of links finds where they lead."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, PluginCollection
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from mkdocs_blogposts.host.plugins.htmlproofer import let_it_find

if TYPE_CHECKING:
    from tests.site import Site


def test_no_link_climbs_higher_than_it_must(site: Site) -> None:
    site.blogposts(pagination_per_page=1, authors_profiles=True).put("docs/index.md", "# Home\n")
    for day in (1, 2, 3):
        head = f"date: 2024-01-0{day}\ntags: [a b]\ncategories: [C]\nauthors: [Ann]\nteaser: p.png"
        site.put(f"docs/blog/posts/{day}.md", f"---\n{head}\n---\n# Post {day}\n\nText [one](1.md#x).\n\n## X\n")
    site.put("docs/blog/posts/p.png", b"x")
    built = site.build()

    for page in map(built.page, built.pages):
        content = page.content.css("[href], [src]")
        for node in content:
            url = node.attributes.get("href") or node.attributes.get("src") or ""
            parts = urlsplit(url)
            if not parts.path or parts.scheme or parts.netloc or parts.path.startswith("/"):
                continue
            target = posixpath.normpath(posixpath.join("/", page.url, parts.path)).strip("/")
            shortest = get_relative_url(f"{target}/" if parts.path.endswith("/") and target else target, page.url)
            assert len(parts.path) <= len(shortest), (page.url, url, shortest)


def test_a_checker_of_links_knows_the_files_of_the_blog() -> None:
    class Proofer(BasePlugin):  # type: ignore[type-arg]
        """What is relied on: a list of the files that it has seen."""

        def __init__(self) -> None:
            self.files: list[File] = []

    config = MkDocsConfig()
    config.plugins = PluginCollection()
    proofer = Proofer()
    seen, made = (File(name, None, "site", use_directory_urls=True) for name in ("index.md", "blog/tags.md"))
    proofer.files.append(seen)
    config.plugins["htmlproofer"] = proofer

    let_it_find([seen, made], config)

    assert proofer.files == [seen, made]


PROOFER = """
from pathlib import Path
from mkdocs.plugins import BasePlugin

class Proofer(BasePlugin):
    files = []

def on_config(config):
    config.plugins["htmlproofer"] = Proofer()

def on_post_build(config):
    names = sorted(file.src_uri for file in config.plugins["htmlproofer"].files)
    Path(config.site_dir, "known.txt").write_text("\\n".join(names), encoding="utf-8")
"""


def test_it_is_told_of_what_the_blog_makes_and_of_nothing_else(site: Site) -> None:
    site.put("hook.py", PROOFER).config(hooks=["hook.py"]).put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n")

    known = site.build().read("known.txt").splitlines()

    assert {"blog/index.md", "blog/archive/2024.md", "blog/tags.md", "blog/rss.xml"} <= {*known}
    assert {"index.md", "blog/posts/a.md"}.isdisjoint(known)
