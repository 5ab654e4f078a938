"""A site decides how much a link that leads nowhere weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
