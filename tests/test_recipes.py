"""What the recipes say of a second build, and of what readers get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_docs import SECTIONS, write

if TYPE_CHECKING:
    from tests.site import Site

RECIPES = {section.heading: section for section in SECTIONS if section.page == "recipes"}


@pytest.mark.parametrize(
    ("recipe", "config", "folder", "pages"),
    [
        ("Several languages", "mkdocs.de.yml", "site/de", {"blog/2026/11/21/hallo/", "blog/tag/news/", "blog/"}),
        ("Versions of the docs, and one blog", "mkdocs.blog.yml", "site", {"2026/11/21/hello/", ""}),
    ],
)
def test_the_second_build_has_its_own_posts(site: Site, recipe: str, config: str, folder: str, pages: set[str]) -> None:
    write(site, RECIPES[recipe])
    first = site.run("build", "--strict")
    second = site.run("build", "--strict", "--config-file", config)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert all((site.root / folder / page / "index.html").is_file() for page in pages)


def test_a_post_has_comments_and_a_listing_has_none(site: Site) -> None:
    built = write(site, RECIPES["Comments"]).build()

    assert built.page("blog/2026/11/21/a-new-gauge/").css("script[src='https://giscus.app/client.js']")
    assert not built.page("blog/").css("script[src='https://giscus.app/client.js']")
    assert not built.page("").css("script[src='https://giscus.app/client.js']")
