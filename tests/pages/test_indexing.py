"""Search, sitemaps and search engines find what front matter lets them find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.built import Page
    from tests.site import Site

DAY = "blog/2024/01/31"
THEMES = pytest.mark.parametrize("theme", ["material", "mkdocs"])


def put_posts(site: Site, **heads: str) -> None:
    for name, head in heads.items():
        site.put(f"docs/blog/posts/{name}.md", f"---\ntitle: {name.title()}\ndate: 2024-01-31\n{head}\n---\nWords.\n")


def canonical(page: Page) -> str | None:
    nodes = page.css("link[rel=canonical]")
    return nodes[0].attributes["href"] if nodes else None


@THEMES
def test_a_page_can_be_kept_from_search(site: Site, theme: str) -> None:
    site.config(theme=theme)
    put_posts(site, a="", b="search: false", c="search: {exclude: true}")
    site.put("docs/talks/t.md", "---\ntitle: T\nvenue: PyCon\nsearch: false\n---\n")

    for _ in range(2):  # the second time from the store
        built = site.build(strict=True)

        assert {entry["location"].partition("#")[0] for entry in built.search} == {f"{DAY}/a/"}
        assert [card.title for card in built.page("blog/").cards] == ["A", "B", "C"]
        assert {f"https://example.org/{DAY}/{name}/" for name in "abc"} <= set(built.sitemap)


@THEMES
def test_a_page_can_be_kept_from_the_sitemap(site: Site, theme: str) -> None:
    site.config(theme=theme)
    put_posts(site, a="", b="sitemap: false", c="robots: noindex")
    site.put("docs/talks/t.md", "---\ntitle: T\nvenue: PyCon\nsitemap: false\n---\n")

    built = site.build(strict=True)

    assert [url for url in built.sitemap if DAY in url or "/t/" in url] == [f"https://example.org/{DAY}/a/"]
    assert canonical(built.page(f"{DAY}/b/")) == f"https://example.org/{DAY}/b/"
    assert canonical(built.page("talks/t/")) == "https://example.org/talks/t/"
    assert [built.page(f"{DAY}/{name}/").meta("robots") for name in "abc"] == [None, None, "noindex"]
    assert f"{DAY}/a/" in built.read("blog/rss.xml")
    assert f"{DAY}/b/" in built.read("blog/rss.xml")
    if theme == "material":
        assert [f"{DAY}/{name}/" in built.read("blog/sitemap.xml") for name in "abc"] == [True, False, False]


@THEMES
@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com/first/", "https://example.com/first/"),
        ("/first/", "https://example.org/docs/first/"),
        ("'https://example.com/\"><b>?a=b&c'", 'https://example.com/"><b>?a=b&c'),
    ],
)
def test_a_text_may_stand_elsewhere_first(site: Site, theme: str, url: str, expected: str) -> None:
    site.config(theme=theme, site_url="https://example.org/docs/")
    put_posts(site, a=f"canonical_url: {url}")
    site.put("docs/talks/t.md", f"---\ntitle: T\nvenue: PyCon\ncanonical_url: {url}\n---\n")

    built = site.build(strict=True)

    assert canonical(built.page(f"{DAY}/a/")) == expected
    assert canonical(built.page("talks/t/")) == expected
    assert f"https://example.org/docs/{DAY}/a/" in built.sitemap
    assert expected not in built.sitemap
