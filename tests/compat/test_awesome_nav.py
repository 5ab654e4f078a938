"""awesome-nav makes the navigation; the blog stands where it is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.compat.plugins import FIRST, POSTS, needs

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-awesome-nav")


@pytest.mark.parametrize("plugins", [["awesome-nav", "blogposts"], ["blogposts", "awesome-nav"]])
def test_the_blog_stands_where_nav_puts_it(site: Site, plugins: list[str]) -> None:
    site.write(POSTS).config(plugins=plugins)
    site.put("docs/blog/index.md", "# News\n")
    site.put("docs/.nav.yml", "nav:\n  - guide.md\n  - News:\n      - blog/index.md\n  - index.md\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    entries = [node.text(strip=True) for node in built.page("guide/").css(".md-nav--primary .md-ellipsis")]
    assert entries[0] == "Guide"
    assert {"News", "Archive", "2024", "Categories", "Tags"} <= set(entries)
    active = built.page(FIRST).css(".md-nav--primary .md-nav__item--active .md-ellipsis")
    assert "News" in [node.text(strip=True) for node in active]


def test_without_a_file_of_its_own_every_page_is_there(site: Site) -> None:
    site.write(POSTS).config(plugins=["awesome-nav", "blogposts"])

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    urls = [link.url for link in built.page("guide/").links_in(".md-nav--primary")]
    assert {"", "guide/", "blog/"} <= {url.partition("#")[0] for url in urls}
    assert FIRST not in urls
