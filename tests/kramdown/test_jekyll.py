"""Texts of all kinds come out as Jekyll makes them: the same headings, lists, code, tables, links and words."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.kramdown.outline import outline
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
    "a tag that is not closed": ("<div>\n<p>\n</div>\n\n*a*", "p em", "a tag that is left open harms only its block"),
}
"""Texts that we read otherwise on purpose, what they are with us, and why."""


class Both(NamedTuple):
    """The pages of Jekyll, and ours."""

    jekyll: Path
    ours: Built


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, jekyll: str) -> Both:
    folder = tmp_path_factory.mktemp("both")
    (folder / "jekyll" / "_posts").mkdir(parents=True)
    (folder / "ours").mkdir()
    site = Site(folder / "ours").blogposts(smart_quotes=True)
    bodies = BODIES | {name: f"{body}\n" for name, (body, _, _) in DIFFERENT.items()}
    for number, (name, body) in enumerate(bodies.items()):
        text = f"---\ntitle: {name}\npermalink: /{number}/\n---\n{BEGIN}\n\n{body}"
        (folder / "jekyll" / "_posts" / f"2024-01-31-{number}.md").write_text(text, encoding="utf-8")
        site.put(f"docs/_posts/2024-01-31-{number}.md", text)
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    command = [jekyll, "build", "--quiet", "--source", str(folder / "jekyll"), "--destination", str(folder / "site")]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    built = site.build()
    assert built.exit_code == 0, built.log
    return Both(folder / "site", built)


def texts(both: Both, name: str) -> tuple[str, str]:
    """What we and what Jekyll makes of a text."""
    url = f"{[*BODIES, *DIFFERENT].index(name)}/"
    ours = (both.ours.page(url).content.html or "").partition(BEGIN)[2].partition(FOOTER)[0]
    return ours, (both.jekyll / url / "index.html").read_text(encoding="utf-8")


@pytest.mark.jekyll
@pytest.mark.parametrize("name", BODIES)
def test_a_text_is_what_jekyll_makes_of_it(both: Both, name: str) -> None:
    ours, theirs = texts(both, name)

    assert outline(ours) == outline(theirs)


@pytest.mark.jekyll
@pytest.mark.parametrize("name", DIFFERENT)
def test_a_text_is_read_otherwise_on_purpose(both: Both, name: str) -> None:
    ours, theirs = texts(both, name)

    assert outline(ours) != outline(theirs)
    assert LexborHTMLParser(ours).css(DIFFERENT[name][1])
