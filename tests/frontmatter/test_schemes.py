"""Addresses that a page may lead to."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.frontmatter.schemes import is_safe


@pytest.mark.parametrize("url", ["https://x.org/", "HTTP://x", "mailto:a@x.org", "a/b", "/a:b", "#a", "//x.org", ""])
def test_what_a_browser_opens(url: str) -> None:
    assert is_safe(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        "JavaScript:x",
        " javascript:x",
        "java\tscript:x",
        "java\nscript:x",
        "java\u200bscript:x",
        "data:x",
    ],
)
def test_what_a_browser_would_run(url: str) -> None:
    assert not is_safe(url)
