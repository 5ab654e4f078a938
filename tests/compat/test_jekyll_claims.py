"""Of two sources that want one URL, that which Jekyll shows keeps it here, and the other is not lost."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.built import file_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.site import Site

CONFIG = """
collections:
  zzz: {output: true}
  talks: {output: true}
  aaa: {output: true}
permalink: /:title/
plugins: []
"""

PAIRS: Mapping[str, tuple[str, ...]] = {
    "page, page": ("a.md", "b.md"),
    "page, page in a folder": ("folder/a.md", "b.md"),
    "page in a folder, page": ("a.md", "folder/b.md"),
    "page, html": ("x.md", "y.html"),
    "html, page": ("x.html", "y.md"),
    "html, page of one name": ("same.html", "same.md"),
    "page, post": ("page.md", "_posts/2024-01-01-post.md"),
    "page, old post": ("2025-page.md", "_posts/1999-01-01-post.md"),
    "post, later post": ("_posts/2024-01-01-z.md", "_posts/2024-01-02-a.md"),
    "post, post of the day": ("_posts/2024-01-01-a.md", "_posts/2024-01-01-b.md"),
    "post, post of another folder": ("_posts/2024-01-01-z.md", "deep/_posts/2024-01-01-a.md"),
    "post, document": ("_posts/2024-01-01-post.md", "_zzz/document.md"),
    "post, talk": ("_posts/2024-01-01-post.md", "_talks/talk.md"),
    "page, document": ("page.md", "_aaa/document.md"),
    "documents of one collection": ("_zzz/a.md", "_zzz/b.md"),
    "documents of two collections": ("_aaa/z.md", "_zzz/a.md"),
    "dated documents": ("_zzz/2024-01-02-a.md", "_zzz/2024-01-01-b.md"),
    "document with a date, document": ("_zzz/2024-01-02-b.md", "_zzz/a.md"),
    "dated documents of two collections": ("_zzz/2024-01-02-a.md", "_aaa/2024-01-01-b.md"),
    "document of the last, talk": ("_aaa/a.md", "_talks/t.md"),
    "document of the first, talk": ("_zzz/a.md", "_talks/t.md"),
    "dated document, later post": ("_zzz/2024-01-01-a.md", "_posts/2024-01-02-a.md"),
    "talk, later talk": ("_talks/2024-01-01-z.md", "_talks/2024-01-02-a.md"),
    "page, post and document": ("page.md", "_posts/2024-01-01-post.md", "_aaa/document.md"),
}
"""Files that have the same permalink, each pair one of its own; names are made different by the number of the pair."""

JEKYLLS: Mapping[str, str] = {
    "page, page": "b.md",
    "page, page in a folder": "b.md",
    "page in a folder, page": "folder/b.md",
    "page, html": "y.html",
    "html, page": "y.md",
    "html, page of one name": "same.md",
    "page, post": "_posts/2024-01-01-post.md",
    "page, old post": "_posts/1999-01-01-post.md",
    "post, later post": "_posts/2024-01-02-a.md",
    "post, post of the day": "_posts/2024-01-01-b.md",
    "post, post of another folder": "deep/_posts/2024-01-01-a.md",
    "post, document": "_zzz/document.md",
    "post, talk": "_talks/talk.md",
    "page, document": "_aaa/document.md",
    "documents of one collection": "_zzz/b.md",
    "documents of two collections": "_aaa/z.md",
    "dated documents": "_zzz/2024-01-02-a.md",
    "document with a date, document": "_zzz/a.md",
    "dated documents of two collections": "_aaa/2024-01-01-b.md",
    "document of the last, talk": "_aaa/a.md",
    "document of the first, talk": "_talks/t.md",
    "dated document, later post": "_zzz/2024-01-01-a.md",
    "talk, later talk": "_talks/2024-01-02-a.md",
    "page, post and document": "_aaa/document.md",
}
"""Which of each pair Jekyll 4.3.1 shows, for where there is no Jekyll to ask."""


def _write(root: Path, below: str = "") -> dict[str, tuple[str, ...]]:
    """Write all pairs into one site, ordinary pages and their folders `below`; the files of each, by their URL."""
    files: dict[str, tuple[str, ...]] = {}
    for number, names in enumerate(PAIRS.values()):
        url = f"claim/{number}/"
        files[url] = tuple(_numbered(name, number) for name in names)
        for path, name in zip(files[url], names, strict=True):
            file = root / ("" if path.startswith("_") else below) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"---\ntitle: T{number}\npermalink: /{url}\n---\nText of {name}.\n")
    (root / "_config.yml").write_text(CONFIG)
    return files


def _numbered(name: str, number: int) -> str:
    return re.sub(r"(\w+\.\w+)$", rf"n{number}-\1", name) if not name[:1].isdigit() else f"n{number}-{name}"


def _shown(folder: Path, urls: list[str]) -> dict[str, str]:
    """Whose text is at the URL of each pair."""
    found = (re.search(r"Text of (\S+)\.", (folder / file_of(url)).read_text(encoding="utf-8")) for url in urls)
    return {pair: each[1] if each else "" for pair, each in zip(PAIRS, found, strict=True)}


def test_of_two_sources_that_which_jekyll_shows_keeps_the_url(site: Site, tmp_path: Path) -> None:
    files = _write(site.root, "docs")
    if jekyll := shutil.which("jekyll"):
        folder = tmp_path / "theirs"
        folder.mkdir()
        _write(folder)
        environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
        places = ["--source", str(folder), "--destination", str(folder / "out")]
        command = [jekyll, "build", "--quiet", "--disable-disk-cache", *places]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        assert _shown(folder / "out", [*files]) == JEKYLLS

    site.config(theme="mkdocs", plugins=[{"blogposts": {"jekyll_pages": True, "feeds": False}}])
    built = site.build()

    assert built.exit_code == 0, built.log
    assert _shown(built.dir, [*files]) == JEKYLLS
    texts = "".join(built.read(name) for name in built.files if name.startswith("claim/"))
    lost = [name for names in PAIRS.values() for name in names if f"Text of {name}." not in texts]
    assert lost == []
