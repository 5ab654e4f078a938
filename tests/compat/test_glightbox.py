"""glightbox makes pictures of posts open, on the post's page and in Material's list; teasers of cards stay links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.compat.plugins import PIXEL, POSTS, needs

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-glightbox")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the plugin and what it stands on


@pytest.mark.parametrize("layout", ["cards", "list"])
def test_pictures_open(site: Site, layout: str) -> None:
    site.write(POSTS).config(plugins=["glightbox", "blogposts"]).blogposts(view_layout=layout)
    site.put("docs/blog/posts/pixel.png", PIXEL)
    site.put(
        "docs/blog/posts/third.md", "---\ndate: 2024-04-01\nimage: pixel.png\n---\n# Third\n\n![Pixel](pixel.png)\n"
    )

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    page, listing = built.page("blog/2024/04/01/third/"), built.page("blog/")
    opening = page.css("a.glightbox[href]")
    assert [page.resolve(node.attributes["href"] or "") for node in opening] == ["blog/pixel.png"]
    if layout == "list":
        opening = listing.css("a.glightbox[href]")
        assert [listing.resolve(node.attributes["href"] or "") for node in opening] == ["blog/pixel.png"]
    else:
        assert not listing.css(".bp-card a.glightbox")
        assert listing.cards[0].url == "blog/2024/04/01/third/"
