"""Documents that Liquid prints whole, as templates for courses list their weeks and their staff."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

FILES = {
    "_config.yml": "collections: {weeks: {}, notes: {output: true}}\n"
    "defaults: [{scope: {path: '', type: weeks}, values: {layout: week}}]\n",
    "_weeks/one.md": "---\ntitle: First\nname: The first\nhours: [1, 2]\n---\nThe *start*.\n",
    "_weeks/two.md": "---\ntitle: Second\nlayout: null\n---\nGoes on.\n",
    "_weeks/wide.md": "---\ntitle: Third\nlayout: gone\n---\nEnds.\n",
    "_notes/a.md": "---\ntitle: A\n---\nA note.\n",
    "_includes/hours.html": "{% for hour in include.of %}<li>{{ hour }}</li>{% endfor %}",
    "_layouts/week.html": "---\nlayout: box\nshade: dark\n---\n<h2>{{ page.title }}</h2>"
    "{% include hours.html of=page.hours %}{{ content }}",
    "_layouts/box.html": "<section class='{{ layout.shade }} {{ page.collection }}'>{{ content }}</section>",
    "_layouts/rows.csv": "---\nlayout: frame\nend: all\n---\n{{ page.title }} {{ layout.end }}\n"
    "{% for each in site.notes %}{{ each.title }}{% endfor %}\n{{ content }}",
    "_layouts/frame.txt": "<{{ content }}>{{ layout.end }}",
    "_layouts/page.html": "<html><body>{{ content }}</body></html>",
    "rows.csv": "---\ntitle: Rows\nlayout: rows\n---\n",
    "more.csv": "---\ntitle: More\nlayout: rows\n---\n{{ page.title | upcase }}\n",
    "list.txt": "---\n---\n{% for each in site.weeks %}{{ each }}{% endfor %}{{ site.notes[0] }}\n"
    "{% for each in site.weeks %}{{ each.name }} {% endfor %}{{ site.notes[0].name }}\n",
}


def _put(site: Site) -> None:
    for name, text in FILES.items():
        site.put(name if name.startswith("_") else f"docs/{name}", text)
    site.blogposts(jekyll_pages=True)


@pytest.mark.jekyll
def test_a_document_is_printed_in_its_layouts_as_in_jekyll(
    site: Site, jekyll: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    old = tmp_path_factory.mktemp("jekyll")
    for name, text in FILES.items():
        (old / name).parent.mkdir(exist_ok=True)
        (old / name).write_text(text, encoding="utf-8")
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    command = [jekyll, "build", "--quiet", "--source", str(old), "--destination", str(old / "_site")]
    subprocess.run(command, env=environment, capture_output=True, check=True)
    _put(site)

    built = site.build(strict=True)

    made = built.read("list.txt")
    theirs = (old / "_site" / "list.txt").read_text(encoding="utf-8")
    assert "".join(made.split()) == "".join(theirs.split())
    assert "<section class='dark weeks'><h2>First</h2>" in made
    for name in ("rows.csv", "more.csv"):
        assert built.read(name).split() == (old / "_site" / name).read_text(encoding="utf-8").split()
    assert built.read("more.csv").split() == ["<More", "all", "A", "MORE", ">all"]
