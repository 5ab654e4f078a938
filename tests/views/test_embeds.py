"""Comments that ask for cards, as people write them: none of them ends a build with a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


def test_a_tag_that_looks_like_a_date(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\ntags: ['2025-13-45']\n---\n")
    site.put("docs/index.md", "# Home\n\n<!-- blogposts: {tag: 2025-13-45} -->\n")

    assert [card.title for card in site.build(strict=True).page("").cards] == ["A"]


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        pytest.param("{limit: " + "9" * 5000 + "}", f"limit: '{'9' * 60}…' is not a number above 0", id="digits"),
        pytest.param(
            "[" * 5000,
            f"expected a mapping such as {{limit: 3, tag: python}}, got '{'[' * 60}…'",
            id="depth",
        ),
    ],
)
def test_a_comment_that_cannot_be_understood_is_told(site: Site, request_: str, message: str) -> None:
    site.put("docs/index.md", f"# Home\n\n<!-- blogposts: {request_} -->\n")

    built = site.build()

    assert built.exit_code == 0
    assert built.faults == [
        f"docs/index.md:3:1: blogposts: {message}\n    write it as <!-- blogposts: {{limit: 3, tag: python}} -->"
    ]
