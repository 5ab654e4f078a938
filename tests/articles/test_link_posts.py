"""The title of a link post leads elsewhere, and never to the post itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

OWN = [
    "/x{n}",
    "x{n}",
    "/x{n}/",
    "/x{n}.html",
    "/x{n}/index.html",
    "//x{n}//",
    "/x{n}/#part",
    "/x{n}?a=b",
    "#part",
    ".",
    "{n}.md",
    "./{n}.md",
    "/old{n}",
    "/base/x{n}",
    "https://example.org/base/x{n}",
    "http://EXAMPLE.org/base/x{n}/#part",
    "//example.org/base/x{n}/",
]
"""All ways to write the URL of the page itself."""


@pytest.mark.parametrize(
    ("folder", "head", "listing"), [("blog/posts", "date: 2024-01-31", "blog/"), ("talks", "venue: PyCon", "talks/")]
)
@pytest.mark.parametrize("serve", [False, True])
def test_a_link_to_itself_is_none(site: Site, folder: str, head: str, listing: str, *, serve: bool) -> None:
    site.config(site_url="https://example.org/base/").blogposts(pagination=False)
    for n, link in enumerate(OWN):
        front = f"title: X\n{head}\npermalink: /x{n}\nredirect_from: /old{n}\nlink: '{link.format(n=n)}'"
        site.put(f"docs/{folder}/{n}.md", f"---\n{front}\n---\n")

    built = site.build(strict=True, serve=serve)

    assert built.exit_code == 0, built.log
    assert {card.url for card in built.page(listing).cards} == {f"x{n}/" for n in range(len(OWN))}
    texts = [f"{built.page(f'x{n}/').css('.bp-out, .bp-buttons')}" for n in range(len(OWN))]
    assert set(texts) == {"[]"}
