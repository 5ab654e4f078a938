"""Feeds of jekyll-feed go on: at their URLs, with their ids."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any

import feedparser
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site import Site

CONFIG = """
url: https://Jekyll.example
baseurl: /old
plugins: [jekyll-feed]
feed:
  categories: [News]
  tags: {only: [Python, "two words"], except: [left]}
  collections: [talks, notes]
collections: {talks: {output: true, permalink: "/talks/:name/"}, notes: {output: true}}
"""
POSTS = {
    "_posts/2024-01-05-plain.md": "title: Plain\ntags: [Python]\ncategories: [News]",
    "_posts/2024-01-04-A b, (d)+e@f.md": "title: Spaces\ncategories: [News]",
    "_posts/2024-01-03-folder.md": "title: Folder\npermalink: /x/folder/\ntags: [Python]",
    "_posts/2024-01-02-file.md": "title: File\npermalink: /x/named.html",
    "_posts/2024-01-01-slug.md": "title: Slug\nslug: own",
    "_talks/2023-05-01-dated.md": "title: Dated\nvenue: PyConf\ndate: 2023-05-01",
    "_talks/plain.md": "title: Bare\nvenue: PyConf\ndate: 2022-05-01",
}
FEEDS = ("feed.xml", "feed/by_tag/Python.xml", "feed/News.xml", "feed/talks.xml")


def entries(path: Path) -> list[tuple[str, str]]:
    parsed: Any = feedparser.parse(path.read_bytes())
    assert not parsed.bozo
    return [(entry.title, entry.id) for entry in parsed.entries]


def write(site: Site) -> None:
    site.put("_config.yml", CONFIG)
    for path, head in POSTS.items():
        site.put(path, f"---\n{head}\n---\nText.\n")


@pytest.mark.jekyll
def test_feeds_have_the_ids_that_jekyll_feed_gave(site: Site, jekyll_with: Callable[..., str], tmp_path: Path) -> None:
    write(site)
    jekyll, theirs = jekyll_with("feed"), tmp_path / "theirs"
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8", "JEKYLL_ENV": "production"}
    command = [jekyll, "build", "--source", str(site.root), "--destination", str(theirs), "--disable-disk-cache"]
    subprocess.run(command, cwd=site.root, env=environment, check=True, capture_output=True)

    built = site.build()

    for name in FEEDS:
        assert entries(built.dir / name) == entries(theirs / name), name
        assert entries(built.dir / name)
    made = {path.relative_to(theirs).as_posix() for path in theirs.rglob("feed*/**/*.xml")}
    assert made - built.files == {"feed/notes.xml"}


def test_a_feed_of_the_sites_own_stays(site: Site) -> None:
    write(site)
    site.put("docs/feed.xml", "<mine/>")

    built = site.build()

    assert built.read("feed.xml") == "<mine/>"
    assert [title for title, _ in entries(built.dir / "blog/atom.xml")] == ["Plain", "Spaces", "Folder", "File", "Slug"]
    assert "feed.xml" not in built.page("blog/").html


def test_without_jekyll_feed_a_post_is_known_by_its_url(site: Site) -> None:
    write(site)
    site.put("_config.yml", "url: https://jekyll.example\n")

    built = site.build()

    assert dict(entries(built.dir / "blog/atom.xml"))["Folder"] == "https://example.org/x/folder/"
    assert "feed.xml" not in built.files
