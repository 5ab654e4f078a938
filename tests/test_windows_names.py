"""Which names no file has on Windows."""

from __future__ import annotations

from itertools import product

import pytest

from mkdocs_blogposts.windows_names import lacking_on_windows

LACKING = [
    "con",
    "NUL",
    "com1",
    "lpt0",
    "lpt².txt",
    "aux.index.html",
    "a.",
    "a ",
    "...a..",
    "a:b",
    "\x1f",
    "a\\b",
    "com9.",
]
FOUND = ["a", "console", "com", "com10", "null", "a.b", ".", "..", "...", " a", ".a", "", "a-con", "ﬁ"]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_path_is_told_up_to_the_first_name_that_is_lacking(place: int) -> None:
    for parts in product(FOUND, FOUND):
        assert lacking_on_windows("/".join(parts)) is None
        for name in LACKING:
            path = [*parts[:place], name, *parts[place:]]
            assert lacking_on_windows("/".join(path)) == "/".join(path[: path.index(name) + 1])
