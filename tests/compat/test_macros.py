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

    assert built.exit_code == 0, [each for each in built.log if each.level != "INFO"]
    assert "All about Sturgeon." in built.page("blog/2024/04/01/third-post/").text
    assert "All about Sturgeon." in built.page("blog/").text
    assert "All about Sturgeon." in built.read("blog/rss.xml")
    assert "product" not in built.read("search/search_index.json")


def test_a_post_with_a_key_of_jekylls_has_its_macros(site: Site) -> None:
    text = "We build {{ product }}, {{ product | upper }} and {{ 1 + 1 }}.{% set x = 3 %} {{ x }}\n"
    site.config(plugins=["search", "macros", "blogposts"], extra={"product": "Sturgeon"})
    site.put("docs/blog/posts/a.md", f"---\ndate: 2024-01-31\nlayout: post\n---\n# A {{{{ product }}}}\n\n{text}")
    site.put("docs/blog/posts/b.md", f"---\ndate: 2024-01-30\npermalink: /b/\n---\n# B\n\n{text}")
    liquid = "{{ site.title }}: {% assign x = 'Boat' %}{{ x | upcase }}\n"
    site.put("docs/blog/posts/c.md", f"---\ndate: 2024-01-29\npermalink: /c/\n---\n# C\n\n{liquid}")
    site.put("_posts/2024-01-28-d.md", "---\ntitle: D\npermalink: /d/\n---\n{{ 'Boat' | upcase }}\n")
    site.put("_config.yml", "title: Old\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, [each for each in built.log if each.level != "INFO"]
    assert built.page("blog/").cards[0].title == "A Sturgeon"
    for url in ("blog/2024/01/31/a--product-/", "b/"):
        assert "We build Sturgeon, STURGEON and 2. 3" in built.page(url).text
    assert "Old: BOAT" in built.page("c/").text
    assert "BOAT" in built.page("d/").text
