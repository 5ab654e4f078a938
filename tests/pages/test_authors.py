"""Authors: where they are described, and who they are where a post does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.png import png

if TYPE_CHECKING:
    from tests.site import Site


@pytest.mark.parametrize(
    ("avatar", "src"),
    [
        pytest.param("img/me.png", "img/me.png", id="from docs_dir"),
        pytest.param("/img/me.png", "img/me.png", id="from the root of the site"),
        pytest.param("/sub/img/me.png", "img/me.png", id="with the path of the site"),
        pytest.param("https://example.org/sub/img/me.png", "img/me.png", id="with the address of the site"),
        pytest.param("profile.png", "images/profile.png", id="name in Jekyll's folder of images"),
        pytest.param("nowhere.png", "nowhere.png", id="not there"),
        pytest.param("https://example.com/me.png", "https://example.com/me.png", id="elsewhere"),
    ],
)
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_the_picture_of_an_author(site: Site, avatar: str, src: str, theme: str) -> None:
    site.config(site_url="https://example.org/sub/", theme=theme)
    site.put("docs/img/me.png", png(2, 2)).put("docs/images/profile.png", png(2, 2))
    site.put("docs/blog/.authors.yml", f"authors:\n  jane: {{name: Jane, description: Keeper, avatar: '{avatar}'}}\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nauthors: [jane]\n---\n# A\n")

    page = site.build().page("blog/2024/01/31/a/")

    [image] = page.css(".md-author img")
    assert page.resolve(image.attributes["src"] or "") == src
