"""The title of a Jekyll page stands above its text, whatever headings that has and `nav` calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

HEADINGS = "# Work\n\nAt sea.\n\n# Studies\n\nOn land."


def headings(built: Built, url: str) -> list[str]:
    """The headings of the highest level on a page."""
    return [node.text(deep=True).rstrip("¶") for node in built.page(url).content.css("h1")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("title: My *life*", ["My life", "Work", "Studies"]),
        ("title: work", ["Work", "Studies"]),
        ("title: <script>x</script>", ["<script>x</script>", "Work", "Studies"]),
        ("layout: page", ["Work", "Studies"]),
        ("layout: splash\ntitle: My life", ["Work", "Studies"]),
    ],
)
def test_a_page_has_its_title_above_its_headings(site: Site, head: str, expected: list[str]) -> None:
    site.put("docs/cv.md", f"---\n{head}\npermalink: /cv/\n---\n{HEADINGS}\n")

    built = site.blogposts(jekyll_pages=True).build(strict=True)

    assert headings(built, "cv/") == expected


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_a_page_has_its_title_in_plain_themes(site: Site, theme: str) -> None:
    site.put("docs/index.md", "---\ntitle: About *me*\n---\nText.\n").put("docs/a.md", "---\ntitle: A\n---\n# A\n")
    site.put("docs/b.md", "---\nlayout: splash\ntitle: B\n---\nText.\n")

    built = site.config(theme=theme).blogposts(jekyll_pages=True).build(strict=True)

    assert [headings(built, url) for url in ("", "a.html", "b.html")] == [["About me"], ["A"], []]


def test_a_page_keeps_its_title_where_nav_has_another(site: Site) -> None:
    site.put("docs/index.md", "---\ntitle: About me\n---\nText.\n").put("docs/a.html", "---\ntitle: A\n---\n<p>a</p>\n")
    site.config(nav=[{"Home": "index.md"}, {"A": "a.html"}])

    built = site.blogposts(jekyll_pages=True).build(strict=True)

    assert (headings(built, ""), headings(built, "a.html")) == (["About me"], ["A"])
    assert "Home" in [link.text for link in built.page("").links_in(".md-nav--primary")]


def test_posts_and_talks_have_theirs_above_byline_and_headings(site: Site) -> None:
    site.put("docs/index.md", "# Home\n")
    for path in ("_posts/2024-01-31-a.md", "_talks/b.md"):
        site.put(path, f"---\ntitle: My life\npermalink: /x/{path[1:6]}/\n---\n{HEADINGS}\n")

    built = site.build(strict=True)

    assert headings(built, "x/posts/") == headings(built, "x/talks/") == ["My life", "Work", "Studies"]
    assert built.page("x/talks/").text.startswith("My life")
    assert "Studies" in [link.text for link in built.page("x/posts/").links_in(".md-nav--secondary")]


def test_posts_of_material_have_the_heading_that_they_had(site: Site) -> None:
    site.put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", f"---\ntitle: My life\ndate: 2024-01-31\npermalink: /a/\n---\n{HEADINGS}\n")

    assert headings(site.build(strict=True), "a/") == ["Work", "Studies"]


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        pytest.param("announcement_1.md", "Text.", "Announcement_1", id="of its name, parted at dashes alone"),
        pytest.param("2024-01-31-new-paper.md", "Text.", "New Paper", id="without the date in its name"),
        pytest.param("announcement_1.md", "# Good news", "Good news", id="or its own heading"),
    ],
)
def test_a_document_of_a_collection_has_the_title_that_jekyll_gives_it(
    site: Site, name: str, body: str, title: str
) -> None:
    site.blogposts(jekyll_pages=True).put("docs/index.md", "# Home\n")
    site.put("_config.yml", "collections: {teaching: {output: true}}\n")
    site.put(f"_teaching/{name}", f"---\nlayout: post\n---\n{body}\n")

    built = site.build(strict=True)

    [page] = [built.page(url) for url in built.pages if url.startswith("teaching/")]
    assert page.heading == title
