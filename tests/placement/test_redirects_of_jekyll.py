"""Old URLs lead on as they do with jekyll-redirect-from itself."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site import Site

CONFIG = """
url: https://example.org
baseurl: /base
plugins: [jekyll-redirect-from]
permalink: /:categories/:title/
"""
POSTS = {
    "2024-01-31-a.md": """
permalink: /new/a/
redirect_from:
  - /slash/
  - /no-slash
  - relative/one
  - /page.html
  - /page.htm
  - /brew-1.0.0
  - /notes.pdf
  - /with space/
  - /enc%20oded/
  - /höher/
  - /a//b/
  - /up/../out/
  - ../out2/
  - ./dot/./x/
  - /dir/index.html
  -
""",
    "2024-01-30-b.md": "redirect_from: /one/",
    "2024-01-29-c.md": "redirect_to: https://example.com/x?a=b\npermalink: /c.html",
    "2024-01-28-d.md": "redirect_to: [/new/a/, /one/]",
    "2024-01-27-e.md": "redirect_to: new/a/\nredirect_from: /old-e/",
    "2024-01-26-f.md": "published: false\nredirect_from: /never/",
    "2024-01-24-h.md": "redirect_from: [/twice/, /thrice]\npermalink: /z/",
    "2024-01-25-g.md": "redirect_from: [/twice/, /thrice]\npermalink: /y/",
}
"""Name of each post, and its front matter."""


def leads(root: Path, url: str) -> dict[str, str]:
    """Where each page leads that leads on, by its file."""
    found: dict[str, str] = {}
    for path in root.rglob("*"):
        refresh = (
            re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', path.read_text("utf-8", "replace"))
            if path.is_file()
            else None
        )
        if refresh:
            name = path.relative_to(root).as_posix()
            found[name] = urljoin(urljoin(url, name), refresh[1])
    return found


@pytest.mark.jekyll
def test_old_urls_lead_where_jekyll_leads_them(site: Site, jekyll_with: Callable[..., str], tmp_path: Path) -> None:
    source = tmp_path / "jekyll"
    (source / "_posts").mkdir(parents=True)
    (source / "_config.yml").write_text(CONFIG, encoding="utf-8")
    site.config(site_url="https://example.org/base/").blogposts(post_permalink="/:categories/:title/")
    for name, head in POSTS.items():
        text = f"---\ntitle: T\n{head.strip()}\n---\nText.\n"
        (source / "_posts" / name).write_text(text, encoding="utf-8")
        site.put(f"_posts/{name}", text)
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    jekyll = jekyll_with("redirect-from")
    command = [jekyll, "build", "--quiet", "--source", str(source), "--destination", str(source / "site")]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr

    built = site.build(strict=True)

    expected = leads(source / "site", "https://example.org/base/")
    # Where Jekyll goes through two of them, we go straight to the end.
    expected["old-e/index.html"] = "https://example.org/base/new/a/"
    assert built.exit_code == 0, built.log
    assert leads(built.dir, "https://example.org/base/") == expected
    listed = json.loads((source / "site" / "redirects.json").read_text(encoding="utf-8"))
    listed["/old-e/"] = "https://example.org/base/new/a/"
    assert json.loads(built.read("redirects.json")) == listed


@pytest.mark.jekyll
@pytest.mark.parametrize("said", ["plugins: [jekyll-feed]", "plugins: [jekyll-feed, jekyll-redirect-from]"])
def test_a_page_moves_away_only_where_the_plugin_is_on(
    site: Site, jekyll_with: Callable[..., str], tmp_path_factory: pytest.TempPathFactory, said: str
) -> None:
    files = {
        "_config.yml": f"{said}\n",
        "news.md": "---\npermalink: /news/\nredirect_to: https://example.com/news\n---\nIts own text.\n",
        "core.md": "---\npermalink: /core/\nredirect_to: https://example.com/core\n---\n",
        "_posts/2024-01-31-a.md": "---\npermalink: /a/\nredirect_to: https://example.com/a\n---\nIts own text.\n",
    }
    old = tmp_path_factory.mktemp("jekyll")
    site.blogposts(jekyll_pages=True)
    for name, text in files.items():
        (old / name).parent.mkdir(parents=True, exist_ok=True)
        (old / name).write_text(text, encoding="utf-8")
        site.put(name if name.startswith("_") else f"docs/{name}", text)
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    jekyll = jekyll_with("redirect-from", "feed")
    command = [jekyll, "build", "--quiet", "--source", str(old), "--destination", str(old / "_site")]
    subprocess.run(command, env=environment, capture_output=True, check=True)

    built = site.build(strict=True)

    names = ("news/index.html", "a/index.html")
    stay = ["Its own text." in (old / "_site" / name).read_text(encoding="utf-8") for name in names]
    assert ["Its own text." in built.read(name) for name in names] == stay
    assert 'url=https://example.com/core"' in built.read("core/index.html")
    assert built.faults == [
        f"{path}: redirect_to: the plugin jekyll-redirect-from is not on, so the page stays\n"
        "    add it to `plugins` in _config.yml, or take the text out"
        for path in ("_posts/2024-01-31-a.md:3:14", "docs/news.md:3:14")
        if all(stay)
    ]


def test_a_post_that_stands_elsewhere_is_in_lists_that_lead_there(site: Site) -> None:
    site.put("_posts/2024-01-03-c.md", "---\ntitle: C\n---\n[There](/b/), [here](/d/).\n")
    head = "redirect_to: https://other.example/b\npermalink: /b/\ntags: [sea]"
    site.put("_posts/2024-01-02-b.md", f"---\ntitle: B\n{head}\n---\nWhat it says.\n")
    site.put("_posts/2024-01-01-d.md", "---\ntitle: D\nredirect_to: /c/\npermalink: /d/\n---\nGone.\n")

    first = site.build().read("blog/index.html")
    built = site.build()

    card = built.page("blog/").cards[1]
    assert [each.title for each in built.page("blog/").cards] == ["C", "B"]
    assert (card.url, card.excerpt) == ("https://other.example/b", "What it says.")
    assert [each.title for each in built.page("blog/tag/sea/").cards] == ["B"]
    assert 'url=https://other.example/b"' in built.read("b/index.html")
    assert "What it says." not in built.read("b/index.html")
    assert "What it says." in built.read("blog/rss.xml")
    assert [each for each in (*built.sitemap, *(entry["location"] for entry in built.search)) if "/b/" in each] == []
    assert built.read("blog/index.html") == first
