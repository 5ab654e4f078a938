"""URLs of which nothing can be made are told, and end in no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


MALFORMED = "http://[x/"


@pytest.mark.parametrize(
    ("head", "text", "place"),
    [
        pytest.param("", f"See [it]({MALFORMED}).", "6:10: link", id="link"),
        pytest.param("", f"See ![it]({MALFORMED}).", "6:11: link", id="picture"),
        pytest.param(f"links: ['{MALFORMED}']", "", "4:9: links", id="reference"),
        pytest.param(f"links: [{{x: '{MALFORMED}'}}]", "", "4:13: links", id="reference with a title"),
    ],
)
def test_a_url_of_which_nothing_can_be_made(site: Site, head: str, text: str, place: str) -> None:
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\n{head or 'pin: true'}\n---\n{text}\n")

    built = site.build()

    assert built.exit_code == 0
    assert [fault.split("\n")[0] for fault in built.faults] == [
        f"docs/blog/posts/a.md:{place}: '{MALFORMED}' is not a URL"
    ]
    assert built.warnings == built.faults


@pytest.mark.parametrize(
    "head",
    [
        f"link: '{MALFORMED}'",
        f"teaser: '{MALFORMED}'",
        f"authors: [{{name: J, url: '{MALFORMED}', avatar: '{MALFORMED}'}}]",
        f"excerpt: '[x]({MALFORMED})'",
        f"description: '[x]({MALFORMED})'",
        f"title: '[x]({MALFORMED})'",
    ],
    ids=lambda head: head.split(":")[0],
)
def test_front_matter_with_such_a_url_ends_in_no_traceback(site: Site, head: str) -> None:
    site.put("docs/blog/posts/a.md", f"---\ndate: 2024-01-31\n{head}\n---\n<a href='{MALFORMED}'>x</a>\n")

    built = site.build()

    assert built.exit_code == 0
    assert not built.page("blog/").css(f"article.bp-card h2 a[href='{MALFORMED}']")
