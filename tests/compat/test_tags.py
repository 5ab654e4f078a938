"""Material's `tags`: its listings stay, the chips of posts lead to our pages, and drafts leak in neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import Link
from tests.compat.plugins import FIRST, POSTS, SECOND

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

LISTING = """
    docs/tags.md
    | # All tags
    |
    | <!-- material/tags -->
"""


def chips(built: Built, url: str) -> list[Link]:
    """The tags that the theme shows on a page."""
    return [link for link in built.page(url).links if link.text in {"Docs", "Python", "Secret", "Inside"}]


def test_chips_lead_to_our_pages_and_listings_stay(site: Site) -> None:
    site.write(POSTS + LISTING).config(plugins=["search", "blogposts", "tags"])

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert chips(built, SECOND) == [Link("Docs", "blog/tag/docs/"), Link("Python", "blog/tag/python/")]
    assert [node.text() for node in built.page("tags/").css("h2 .md-tag")] == ["Docs", "Python"]
    assert [link for link in built.page("tags/").links if link.text.endswith("post")] == [
        Link("Second post", SECOND),
        Link("First post", FIRST),
        Link("Second post", SECOND),
    ]
    assert [card.title for card in built.page("blog/tag/python/").cards] == ["Second post", "First post"]


def test_pages_that_are_no_posts_keep_their_chips(site: Site) -> None:
    site.write(POSTS + LISTING).config(plugins=["blogposts", "tags"])
    site.put("docs/guide.md", "---\ntags: [Python]\n---\n# Guide\n")

    built = site.build(strict=True)

    assert chips(built, "guide/") == [Link("Python", "tags/#tag:python")]


@pytest.mark.parametrize("plugins", [["blogposts", "tags"], ["tags", "blogposts"]], ids=["before", "after"])
def test_drafts_leak_nowhere(site: Site, plugins: list[str]) -> None:
    site.write(POSTS + LISTING).config(plugins=plugins)

    built = site.build(strict=True)

    told = [name for name in built.files if name.endswith((".html", ".json", ".xml")) and "ecret" in built.read(name)]
    assert told == []


def test_a_page_at_the_place_of_our_tag_index_stays(site: Site) -> None:
    site.write(POSTS).config(plugins=["blogposts", "tags"])
    site.put("docs/blog/tags.md", "# All tags\n\n<!-- material/tags -->\n")

    built = site.build(strict=True)

    page = built.page("blog/tags/")
    assert page.heading == "All tags"
    assert [node.text() for node in page.css("h2 .md-tag")] == ["Docs", "Python"]
    assert not page.css(".bp-tag-index, .bp-tags")
    assert chips(built, SECOND)[0] == Link("Docs", "blog/tag/docs/")
    assert [line for line in built.infos if "blog/tags.md" in line]


def test_without_our_tag_pages_the_chips_are_those_of_material(site: Site) -> None:
    site.write(POSTS + LISTING).config(plugins=["blogposts", "tags"]).blogposts(tags=False)

    built = site.build(strict=True)

    assert chips(built, SECOND) == [Link("Docs", "tags/#tag:docs"), Link("Python", "tags/#tag:python")]
    assert "blog/tag/python/" not in built.pages


@pytest.mark.parametrize(
    "options", [{"shadow_tags": ["Inside"]}, {"shadow_tags_prefix": "In"}, {"shadow_tags_suffix": "ide"}]
)
def test_shadow_tags_are_for_authors_only(site: Site, options: dict[str, object]) -> None:
    site.write(POSTS + LISTING).config(plugins=["blogposts", {"tags": options}])
    site.put("docs/blog/posts/third.md", "---\ndate: 2024-04-01\ntags: [Inside, Docs]\n---\n# Third post\n")

    built = site.build(strict=True)

    assert "blog/tag/inside/" not in built.pages
    assert [link.text for link in chips(built, "blog/2024/04/01/third-post/")] == ["Docs"]
    assert built.page("blog/").cards[0].tags == ("Docs",)
    served = site.build(serve=True)
    assert [link.text for link in chips(served, "blog/2024/04/01/third-post/")] == ["Docs", "Inside"]
    assert [node.text() for node in served.page("blog/2024/04/01/third-post/").css(".md-tag-shadow")] == ["Inside"]


def test_tags_that_are_not_allowed_end_the_build(site: Site) -> None:
    site.write(POSTS).config(plugins=["blogposts", {"tags": {"tags_allowed": ["Python"]}}])

    built = site.build()

    assert built.exit_code == 1
    assert "Tags not in allow list: Docs" in built.errors[-1]


def test_tags_of_jekyll_are_lists_for_it(site: Site) -> None:
    site.write(POSTS + LISTING).config(plugins=["blogposts", "tags"])
    site.put("docs/blog/posts/2024-05-01-third.md", "---\ntags: python docs\n---\n# Third post\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert "Third post" in [link.text for link in built.page("tags/").links]
