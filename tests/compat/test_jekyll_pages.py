"""Where Jekyll itself puts the pages of a site, and where we do."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

COLLECTIONS = """
title: Site
include: [_pages]
collections:
  publications: {output: true, permalink: "/:collection/:path/"}
  teaching: {output: true}
  portfolio: {output: true, permalink: "/p/:name:output_ext"}
  recipes: {output: true, permalink: "/r/:year/:month/:title"}
  notes: {output: false}
defaults:
  - scope: {path: legal, type: pages}
    values: {permalink: "/law/:basename/"}
  - scope: {path: legal/now.md}
    values: {permalink: /now/}
  - scope: {path: "", type: teaching}
    values: {layout: course}
  - scope: {path: _publications/hidden, type: publications}
    values: {published: false}
"""

PAGES = {
    "index.md": "title: Home",
    "about.md": "title: About",
    "about us.md": "title: About us",
    "sub/index.md": "title: Sub",
    "sub/deep/page.markdown": "title: Deep",
    "sub/html.html": "title: HTML",
    "v1.2.md": "title: Dots",
    "end..md": "title: Dot at the end",
    "2020-01-02-dated.md": "title: Dated",
    "Über.md": "title: Above",
    "empty.md": "permalink:",
    "whole.md": "permalink: /perm/whole/",
    "bare.md": "permalink: /perm/bare",
    "file.md": "permalink: /perm/file.html",
    "relative.md": "permalink: perm/relative/",
    "climbing.md": "permalink: /a/../b//five/",
    "spaced.md": "permalink: /sp ace/x/",
    "encoded.md": "permalink: /en%20coded/x/",
    "placeholders.md": "permalink: /:path/x/:basename:output_ext",
    "sub/placeholders.md": "permalink: /:path/x/:basename/",
    "style.md": "permalink: pretty",
    "hidden.md": "published: false",
    "hidden-by-nothing.md": "published:",
    "published-by-a-word.md": "published: 'false'",
    "legal/imprint.md": "title: Imprint",
    "legal/now.md": "title: Now",
    "legal/own.md": "permalink: /own/",
    "_pages/page.md": "title: Page",
    "_pages/page/at.md": "permalink: /page/",
    "_pages/_passed/over.md": "title: Passed over",
    "_publications/2020-01-02-paper.md": "title: Paper",
    "_publications/sub/Some Thing.md": "title: Some thing",
    "_publications/index.md": "title: Index",
    "_publications/own.md": "permalink: /publication/own",
    "_publications/unpublished.md": "published: false",
    "_publications/unpublished-by-nothing.md": "published: ~",
    "_publications/hidden/x.md": "title: Hidden",
    "_publications/.dot.md": "title: Passed over",
    "_teaching/2020-01-02-course.md": "title: Course",
    "_teaching/a/b.html": "title: HTML",
    "_portfolio/My Work.md": "title: Work",
    "_recipes/2021-03-04-soup of day.md": "title: Soup",
    "_recipes/slug.md": "date: 2019-05-06\nslug: my Slug",
    "_recipes/other.md": "date: 2019-05-06\npermalink: /:categories/:title/\ncategories: [A b, c]",
    "_notes/note.md": "title: Note",
}
"""Front matter by file."""


def urls_of_jekyll(jekyll: str, root: Path, permalink: str | None) -> dict[str, str]:
    """The URL that Jekyll gives to each file."""
    for name, head in PAGES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}\n---\nI am [{name}] at [{{{{ page.url }}}}].\n", encoding="utf-8")
    (root / "_config.yml").write_text(_config(permalink), encoding="utf-8")
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LANG": "C.UTF-8"}
    command = [jekyll, "build", "--source", str(root), "--destination", str(root / "_site"), "--disable-disk-cache"]
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True)
    pages = (path.read_text(encoding="utf-8") for path in (root / "_site").rglob("*.html"))
    found = (re.search(r"I am \[(.*?)\] at \[/(.*?)\]", page) for page in pages)
    return {match[1]: _with_slash(unquote(match[2])) for match in found if match}


def _config(permalink: str | None) -> str:
    return COLLECTIONS + (f"permalink: {permalink}\n" if permalink else "")


def _with_slash(url: str) -> str:
    """A URL as we have it: one without a slash at its end is that of a folder."""
    return url if not url or url.endswith((".html", "/")) else f"{url}/"


@pytest.mark.jekyll
@pytest.mark.parametrize("permalink", [None, "pretty", "/:categories/:title/", "/:title:output_ext", "/blog/:title"])
def test_pages_stand_where_jekyll_puts_them(site: Site, jekyll: str, tmp_path: Path, permalink: str | None) -> None:
    wanted = urls_of_jekyll(jekyll, tmp_path / "jekyll", permalink)
    for name, head in PAGES.items():
        folder = "" if name.startswith("_") else "docs/"
        site.put(f"{folder}{name}", f"---\n{head}\n---\nI am [{name}].\n")
    site.put("_config.yml", _config(permalink))
    built = site.config(theme="mkdocs", plugins=[{"blogposts": {"jekyll_pages": True}}]).build()

    assert built.exit_code == 0, built.log
    texts = {url: re.search(r"I am \[(.*?)\]", built.page(url).text) for url in built.pages}
    assert {match[1]: url for url, match in texts.items() if match} == wanted
