"""A site decides how much a link that leads nowhere weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main

if TYPE_CHECKING:
    from tests.site import Site

POST = """
    docs/blog/posts/a.md
    | ---
    | date: 2025-07-01
    | ---
    | # A
    |
    | Read [the guide](gone.md).
"""


@pytest.mark.parametrize("level", ["info", "warning", "error"])
def test_the_level_of_links_can_be_set(site: Site, level: str) -> None:
    site.write(POST)
    site.blogposts(faults={"link": level})

    built = site.build()

    told = {logged.level for logged in built.log if "'gone.md' leads nowhere" in logged.message}
    assert told == {level.upper()}
    assert (built.exit_code != 0) == (level == "error")


def test_only_the_first_of_many_broken_links_are_told_with_what_they_may_mean(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.config(validation={"links": {"absolute_links": "warn", "unrecognized_links": "ignore"}})
    for number in range(60):
        head = f"---\ndate: 2024-01-31\ntitle: {number}\npermalink: /posts/title-{number}/\n---\n"
        site.put(
            f"docs/blog/posts/{number:02}.md", f"{head}A [slip](/posts/titel-{number}/), [another](titel-{number}/)."
        )

    site.save()
    monkeypatch.chdir(site.root)
    told = CliRunner().invoke(main, ["check"]).output

    assert told.count("leads nowhere in this site") == 60
    assert re.findall("did you mean '(.*)'", told)[:2] == ["/posts/title-0/", "/posts/title-1/"]
    assert told.count("did you mean") == 20


def test_a_picture_that_is_not_there_is_called_one(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n\n![A moon](moon.PNG) and [this](gone.md)\n")

    assert [fault.partition("\n")[0] for fault in site.build().faults] == [
        "docs/blog/posts/a.md:6:11: picture: there is no file 'moon.PNG'",
        "docs/blog/posts/a.md:6:32: link: 'gone.md' leads nowhere in this site",
    ]
