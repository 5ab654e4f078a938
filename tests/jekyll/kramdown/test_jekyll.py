"""Texts of all kinds come out as Jekyll makes them: the same headings, lists, code, tables, links and words."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.golden import hold, written_down
from tests.jekyll.kramdown.outline import outline
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

FILE = Path(__file__).with_name("bodies.txt")
BODIES = dict(re.findall(r"^==== (.+)\n((?:(?!==== ).*\n)*)", FILE.read_text(encoding="utf-8"), re.MULTILINE))
"""Texts by their names."""

BEGIN, FOOTER = "<!-- the text -->", '<div class="bp-footer"'

DIFFERENT = {
    "a year at the start of a line": (
        "In the year\n2019. It rained.",
        "p:only-of-type",
        "a number of four digits is a year, not an item",
    ),
    "numbers with a bracket": ("1) one\n2) two", "ol > li + li", "GitHub has lists of them"),
    "a line with a pipe": ("[a](/a) | [b](/b)", "p > a + a", "one line is no table; titles are read so as well"),
    "a table below a paragraph": ("Text\n| a |\n|---|\n| 1 |", "p + table", "GitHub has one there"),
    "options of code": ('```python title="x"\n1\n```', "pre code", "GitHub, and extensions of the site, take them"),
    "a bare URL": ("See https://example.com/a.", "p > a", "GitHub has a link there"),
    "www": ("See www.example.com.", "p > a", "the same"),
    "an emoji": ("A :tada:.", "p", "GitHub Pages has it by a plugin"),
    "an end without a beginning": ("Text.\n\n</div>\n\n*a*", "p + p em", "it is nothing to be seen"),
    "an end in the next paragraph": ("<b>a\n\nb</b>\n\n*c*", "p + p em", "the same"),
    "a value without quotes": (
        "<ul>\n<li><a href=/a title=The World's End>a</a></li>\n</ul>\n\n*b*",
        "li > a",
        "it is a tag",
    ),
    "a tag that is not closed": ("<div>\n<p>\n</div>\n\n*a*", "p em", "a tag that is left open harms only its block"),
}
"""Texts that we read otherwise on purpose, what they are with us, and why."""


OUTLINES = Path(__file__).with_name("outlines.json")
"""The outline of what Jekyll makes of each text."""


def post(number: int, name: str, body: str) -> str:
    return f"---\ntitle: {name}\npermalink: /{number}/\n---\n{BEGIN}\n\n{body}"


ALL = BODIES | {name: f"{body}\n" for name, (body, _, _) in DIFFERENT.items()}


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("ours")).blogposts(smart_quotes=True)
    for number, (name, body) in enumerate(ALL.items()):
        site.put(f"docs/_posts/2024-01-31-{number}.md", post(number, name, body))
    built = site.build()
    assert built.exit_code == 0, built.log
    return built


def made(ours: Built, name: str) -> str:
    """What we make of a text."""
    return (ours.page(f"{list(ALL).index(name)}/").content.html or "").partition(BEGIN)[2].partition(FOOTER)[0]


SINCE = {"emphasis beside other spaces": (3, 11, 3)}
"""Releases of Python-Markdown before which it does not leave such a text alone."""


@pytest.mark.parametrize("name", BODIES)
def test_a_text_is_what_jekyll_makes_of_it(ours: Built, name: str) -> None:
    if markdown.__version_info__ < SINCE.get(name, ()):
        pytest.skip(f"Python-Markdown {markdown.__version__} makes something else of it")
    assert outline(made(ours, name)) == written_down(OUTLINES)[name]


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_text_is_read_otherwise_on_purpose(ours: Built, name: str) -> None:
    html = made(ours, name)

    assert outline(html) != written_down(OUTLINES)[name]
    assert LexborHTMLParser(html).css(DIFFERENT[name][1])


@pytest.mark.jekyll
def test_jekyll_makes_of_each_text_what_is_written_down(jekyll: str, tmp_path: Path) -> None:
    (tmp_path / "_posts").mkdir()
    for number, (name, body) in enumerate(ALL.items()):
        (tmp_path / f"_posts/2024-01-31-{number}.md").write_text(post(number, name, body), encoding="utf-8")
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    command = [jekyll, "build", "--quiet", "--source", str(tmp_path), "--destination", str(tmp_path / "_site")]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr

    pages = (tmp_path / "_site" / str(number) / "index.html" for number in range(len(ALL)))
    hold(OUTLINES, {name: outline(page.read_text(encoding="utf-8")) for name, page in zip(ALL, pages, strict=True)})
