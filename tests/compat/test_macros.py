"""mkdocs-macros renders the text of posts, and its results stand in excerpts, feeds and search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.compat.plugins import POSTS, needs

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-macros-plugin")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the plugin and what it stands on


@pytest.mark.parametrize("plugins", [["search", "macros", "blogposts"], ["search", "blogposts", "macros"]])
@pytest.mark.parametrize("layout", ["cards", "list"])
def test_macros_are_rendered_everywhere(site: Site, plugins: list[str], layout: str) -> None:
    site.write(POSTS).config(plugins=plugins, extra={"product": "Sturgeon"}).blogposts(view_layout=layout)
    site.put("docs/blog/posts/third.md", "---\ndate: 2024-04-01\n---\n# Third post\n\nAll about {{ product }}.\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert "All about Sturgeon." in built.page("blog/2024/04/01/third-post/").text
    assert "All about Sturgeon." in built.page("blog/").text
    assert "All about Sturgeon." in built.read("blog/rss.xml")
    assert "product" not in built.read("search/search_index.json")
