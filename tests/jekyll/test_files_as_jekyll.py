"""Files, URLs, dates and terms of Jekyll sites, as Jekyll itself has them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from tests.jekyll.odd_files import CONFIGS, MAIN_CONFIG, REFUSED, few_files, main_site, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.built import Built
    from tests.site import Site

Known = dict[str, dict[str, Any]]
"""What is known of each post and talk, by its path."""

HERE = Path(__file__).parent

pytestmark = pytest.mark.jekyll

DIFFERENCES: Mapping[str, tuple[Mapping[str, Any] | None, str]] = {
    "_posts/2020-01-23-date-two-colons.md": (
        {"url": "/2017/02/09/date-two-colons.html", "date": "2017-02-09T22:10:00-06:00"},
        "a slip of the pen between minute and second takes the time zone from nobody",
    ),
    "_posts/2020-02-04-terms-numbers.md": (
        {"categories": ["2024", "x"]},
        "Jekyll has a number twice, as a number and as a text",
    ),
    "_posts/2020-02-06-terms-repeated.md": ({"tags": ["a"]}, "a post stands once on the page of a tag"),
    "_posts/2020-04-04-title-empty.md": ({"title": "Title Empty"}, "an empty title is none"),
    "_posts/2020-04-06-title-spaces.md": ({"title": "two  spaces"}, "space around words is not shown"),
    "_posts/2024-04-06--dash-.md": ({"title": "Dash"}, "space around and between words is not shown"),
    "_posts/2024-06-17-...md": ({"title": "2024-06-17"}, "a title that can be clicked"),
    "_posts/2024-06-18---.md": ({"title": "2024-06-18"}, "the same"),
    "_posts/2024-06-12-tab\there.md": ({"title": "Tab here"}, "a break between words is a space"),
    "_posts/2024-06-19- x .md": ({"title": "x"}, "space around words is not shown"),
    "_posts/124-06-10-three-digits.md": (None, "a year of three digits is a slip, or a number"),
    "_posts/0000-01-01-no-year.md": ({"date": "1000-01-01T00:00:00-05:50:36"}, "no calendar of Python has the year 0"),
    "_posts/2024-06-07-Html.HTML": ({"url": "/2024/06/07/Html.html"}, "this is HTML, too"),
    "_posts/2024-08-09-blank-line.md": (
        {"title": "Below a blank line"},
        "front matter below a blank line is read, and not shown as text",
    ),
    "_posts/2024-08-10-heading.md": ({"title": "A heading"}, "the first heading is the title of a page without one"),
}
"""What is not as Jekyll has it, on purpose: ours (`None` where there is no page), and why."""


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory, jekyll: str) -> dict[str, Any]:
    """What Jekyll knows of each site; a text where it refuses to build one."""
    assert jekyll
    ruby = shutil.which("ruby")
    assert ruby, "Jekyll needs it"
    root = tmp_path_factory.mktemp("jekyll")
    sites = {"main": (MAIN_CONFIG, main_site())}
    sites |= {name: (config, few_files(name)) for name, config in CONFIGS.items()}
    sites |= {f"refused {name}": (config, written(heads)) for name, (config, heads) in REFUSED.items()}
    for name, (config, files) in sites.items():
        for path, text in {**files, "_config.yml": config}.items():
            (root / name / path).parent.mkdir(parents=True, exist_ok=True)
            (root / name / path).write_bytes(text.encode())
    command = [ruby, str(HERE / "jekyll_dump.rb"), *(str(root / name) for name in sites)]
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout))


def ours(site: Site, config: str, files: Mapping[str, str], **options: Any) -> tuple[Built, Known]:
    """What the blog knows of a site."""
    site.config(theme="mkdocs", plugins=["blogposts"], hooks=[str(HERE / "jekyll_hook.py")])
    site.blogposts(feeds=False, cache=False, workers=1, **options)
    for path, text in {**files, "_config.yml": config}.items():
        site.put(f"docs/{path}", text)
    built = site.build()
    return built, json.loads((site.root / "known.json").read_text(encoding="utf-8"))


def by_rule(known: Known) -> Known:
    """What Jekyll knows, with the URLs that its pages have here."""
    return {path: {**values, "url": _url(unquote(values["url"]))} for path, values in known.items()}


def _url(url: str) -> str:
    """A URL without a slash at its end has one here; a server answers both."""
    return url if url.endswith(("/", ".html")) else f"{url}/"


def test_everything_that_people_do(site: Site, theirs: dict[str, Any]) -> None:
    built, known = ours(site, MAIN_CONFIG, main_site())

    assert built.error is None, built.log
    expected = by_rule(theirs["main"])
    assert len(expected) > 100
    for path, (other, reason) in DIFFERENCES.items():
        difference = other if other is None else {**expected[path], **other}
        assert expected.pop(path) != difference, f"{path} is as Jekyll has it after all: {reason}"
        if difference is not None:
            expected[path] = difference
    assert known == expected


@pytest.mark.parametrize("name", CONFIGS)
def test_each_configuration(site: Site, theirs: dict[str, Any], name: str) -> None:
    _, known = ours(site, CONFIGS[name], few_files(name), draft=name == "drafts")

    expected = by_rule(theirs[name])
    known = {path.removeprefix("all/"): values for path, values in known.items()}
    if "talks" not in CONFIGS[name]:
        # Jekyll knows no collection that the site has not named; talks are talks here.
        known = {path: values for path, values in known.items() if not path.startswith("_talks/")}
    if name == "drafts":
        # Two on one URL: Jekyll shows the one that it writes last.
        assert expected["_drafts/idea.md"]["url"] == expected["es/_drafts/idea.md"]["url"]
        expected["_drafts/idea.md"]["url"] = "/idea-2/"
    assert expected
    assert known == expected


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "placeholder",
            (
                "docs/_config.yml:1:12: permalink: '/:yeer/:title/' has the unknown placeholder :yeer\n"
                "    did you mean :year?"
            ),
        ),
        (
            "date",
            (
                "docs/_posts/2024-01-31-x.md:2:7: date: '2024-13-01' is not a date\n"
                "    write it as 2025-07-01, or 2025-07-01 09:30:00 +02:00"
            ),
        ),
        (
            "placeholder of a post",
            "docs/_posts/2024-01-31-x.md:2:12: permalink: '/:nonsense/' has the unknown placeholder :nonsense",
        ),
    ],
)
def test_what_jekyll_refuses_is_built_and_told(site: Site, theirs: dict[str, Any], name: str, told: str) -> None:
    config, heads = REFUSED[name]
    built, known = ours(site, config, written(heads))

    assert "error" in theirs[f"refused {name}"]
    assert (built.error, known["_posts/2024-01-31-x.md"]["url"]) == (None, "/2024/01/31/x.html")
    assert any(fault.startswith(told) for fault in built.faults), built.faults
