"""Search of MkDocs and of Material: posts are found, listings and drafts are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.compat.plugins import FIRST, POSTS, SECOND

if TYPE_CHECKING:
    from tests.site import Site


@pytest.mark.parametrize(
    ("theme", "search"),
    [("material", "search"), ("material", "material/search"), ("mkdocs", "search")],
    ids=["Material", "Material, by its whole name", "plain"],
)
@pytest.mark.parametrize("layout", ["cards", "list"])
def test_posts_are_found_and_listings_are_not(site: Site, theme: str, search: str, layout: str) -> None:
    site.write(POSTS).config(theme=theme, plugins=[search, {"blogposts": {"view_layout": layout}}])

    built = site.build(strict=True)

    pages = {doc["location"].partition("#")[0] for doc in built.search}
    assert pages == {"", "guide/", FIRST, SECOND}
    texts = " ".join(doc["text"] for doc in built.search)
    assert "It goes on." in texts
    assert "ecret" not in texts


def test_a_hand_written_listing_is_found_by_its_own_text(site: Site) -> None:
    site.write(POSTS).put("docs/blog/index.md", "# News\n\nAll that we have to say.\n")

    built = site.build(strict=True)

    texts = {doc["location"]: doc["text"] for doc in built.search}
    assert "All that we have to say." in texts["blog/"]
    assert "It begins" not in texts["blog/"]


def test_search_of_material_has_tags_and_what_front_matter_says_of_it(site: Site) -> None:
    site.write(POSTS)
    site.put("docs/blog/posts/third.md", "---\ndate: 2024-04-01\nsearch:\n  boost: 2\n---\n# Third post\n")
    site.put("docs/blog/posts/fourth.md", "---\ndate: 2024-04-02\nsearch:\n  exclude: true\n---\n# Fourth post\n")
    site.put(
        "docs/blog/posts/fifth.md",
        "---\ndate: 2024-04-03\nslug: fifth\ntitle: Ada's \"5th\"\ntags: [é'a]\n---\nText.\n",
    )

    built = site.build(strict=True)

    found: dict[str, dict[str, Any]] = {doc["location"]: doc for doc in built.search}
    assert found[SECOND]["tags"] == ["Docs", "Python"]
    assert found["blog/2024/04/01/third-post/"]["boost"] == 2
    fifth = found["blog/2024/04/03/fifth/"]
    assert (fifth["title"], fifth["tags"]) == ('Ada\'s "5th"', ["é'a"])
    assert not [location for location in found if "fourth" in location]
