"""Every file of HTML that Jekyll writes answers here, also where a URL has no slash at its end."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.jekyll_comparison import NewSite

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site import Site

FILES = {
    "_config.yml": "permalink: /:year/:title\nplugins: [jekyll-redirect-from]\n"
    "collections: {notes: {output: true, permalink: '/:collection/:name'}}\n",
    "_posts/2024-03-01-moon.md": "Moon. [Notes](../notes/one.html) [guide](/guide.html) [same](./moon.html)",
    "_posts/2024-03-02-tides.md": "Tides. [moon](moon)",
    "_notes/one.md": "First. [two](two.html) [moon](/2024/moon.html)",
    "_notes/two.md": "Second. [one](one)",
    "_notes/three.md": "Third.",
    "guide.md": "Guide. [changes](changes/v0.2.1.html) [bare](bare) [more](/sub/more)",
    "changes/v0.2.1.md": "Changes. [guide](../guide.html)",
    "sub/more.html": "<p>More. <a href='other.html'>other</a></p>",
    "sub/other.md": "Other. [more](more)",
    "bare.md": "Bare.",
    "slash.md": "Slash.",
    "whole.md": "Whole. [bare](bare.html)",
}
"""Each file, and its text."""

HEADS = {
    "sub/other.md": "permalink: /sub/other\n",
    "bare.md": "permalink: /bare\nredirect_from: [/notes/three, /bare.html, /old]\n",
    "slash.md": "permalink: /slash/\n",
    "whole.md": "permalink: /whole.html\n",
}


def _made_by_jekyll(folder: Path, command: str) -> Path:
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    site = folder.with_name("site-of-jekyll")
    built = [command, "build", "--quiet", "--source", str(folder), "--destination", str(site)]
    subprocess.run(built, env=environment, capture_output=True, check=True)
    return site


@pytest.mark.jekyll
def test_each_file_of_jekyll_answers(
    site: Site, jekyll_with: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = tmp_path_factory.mktemp("old") / "source"
    for name, text in FILES.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        whole = text if name == "_config.yml" else f"---\ntitle: T\n{HEADS.get(name, '')}---\n{text}\n"
        (source / name).write_text(whole, encoding="utf-8")
        site.put(name if name.startswith("_") else f"docs/{name}", whole)
    theirs = _made_by_jekyll(source, jekyll_with("redirect-from"))

    built = site.config(site_url="https://example.org/").blogposts(jekyll_pages=True).build(strict=True)

    assert built.warnings == []
    assert [fault for fault in built.faults if "leads nowhere" in fault] == []
    made = {path.relative_to(theirs).as_posix(): path.read_text("utf-8") for path in theirs.rglob("*.html")}
    assert {"changes/v0.2.1.html", "bare.html", "notes/three.html", "old.html"} <= made.keys()
    assert made.keys() - built.files == set()
    for name, html in made.items():
        page = NewSite(built.dir).page_at(name)
        first = html.partition("<p>")[2].partition(".")[0]
        assert page is not None
        assert f"{first or 'Bare'}." in page.text, name
    assert built.page("2024/tides/").links_in("article p")[0].url == "2024/moon/"
    links = built.page("guide/").links_in("article p")
    assert [link.url for link in links] == ["changes/v0.2.1/", "bare/", "sub/more/"]
