"""No two pages at one place, and none outside of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


def test_of_two_posts_on_one_url_the_newer_keeps_it(site: Site) -> None:
    site.blogposts(faults={"duplicate-url": "warning"})
    site.put("docs/blog/posts/a.md", "---\ntitle: Older\ndate: 2023-01-31\npermalink: /a/\n---\n")
    site.put("docs/blog/posts/b.md", "---\ntitle: Newer\ndate: 2024-01-31\npermalink: /a/\n---\n")

    built = site.build()

    assert built.page("a/").heading == "Newer"
    assert [card.title for card in built.page("blog/").cards] == ["Newer"]
    assert built.faults[0].startswith("docs/blog/posts/a.md:4:12: duplicate-url: '/a/'")
    assert "docs/blog/posts/b.md" in built.faults[0]


@pytest.mark.parametrize(
    ("name", "url"),
    [
        pytest.param("docs/guide.md", "/guide/", id="a page"),
        pytest.param("docs/talks/t.md", "/talks/t/", id="a talk"),
    ],
)
def test_a_post_on_the_url_of_another_page(site: Site, name: str, url: str) -> None:
    site.put(name, "---\ntitle: T\nvenue: PyConf\n---\n# T\n")
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\npermalink: {url}\n---\n")

    built = site.build()

    assert built.exit_code == 1
    assert len(built.faults) == 1
    assert f"'{url}' is already the URL of" in built.faults[0]
    assert {path for path in (name, "docs/blog/posts/a.md") if path in built.faults[0]} == {
        name,
        "docs/blog/posts/a.md",
    }


def test_a_post_on_the_url_of_a_listing(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\npermalink: /blog/tags/\n---\n")

    built = site.build()

    assert built.exit_code == 1
    assert built.faults[0].startswith(
        "docs/blog/posts/a.md:4:12: duplicate-url: '/blog/tags/' is already the URL of the listing 'Tags'"
    )


@pytest.mark.parametrize("permalink", ["/../x/", "/a/../../x/", "%2e%2e/x/", "..\\x"])
@pytest.mark.parametrize("dialect", ["material", "jekyll"])
def test_no_permalink_leaves_the_site(site: Site, permalink: str, dialect: str) -> None:
    site.blogposts(post_dialect=dialect)
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\npermalink: '{permalink}'\n---\n")

    built = site.build()

    assert built.faults[0].startswith("docs/blog/posts/a.md:4:12: permalink: ")
    assert not [path for path in site.root.rglob("x") if not path.is_relative_to(site.root / "site")]
    assert built.exit_code == 0
    assert len(built.page("blog/").cards) == 1


@pytest.mark.parametrize(
    ("permalink", "owner"),
    [
        pytest.param("/notes.txt", "docs/notes.txt", id="a file"),
        pytest.param("/blog/p.png", "docs/blog/posts/p.png", id="a file beside posts"),
        pytest.param("/y.html/", "docs/blog/posts/b.md", id="a page that ends in .html"),
        pytest.param("/y.html/z/", "docs/blog/posts/b.md", id="a page below one that ends in .html"),
        pytest.param("/sitemap.xml", "'sitemap.xml', which every site has", id="the sitemap"),
        pytest.param("/404.html", "'404.html', which every site has", id="the page for what is not there"),
        pytest.param("/search/search_index.json", "'search/search_index.json', which every site has", id="search"),
        pytest.param("/blog/index.html/x", "the listing 'Blog'", id="below a listing"),
    ],
)
def test_no_page_takes_the_place_of_a_file(site: Site, permalink: str, owner: str) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/notes.txt", "x").put("docs/blog/posts/p.png", b"x")
    site.put("docs/blog/posts/b.md", "---\ntitle: B\ndate: 2024-02-01\npermalink: /y.html\n---\n")
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\npermalink: {permalink}\n---\n")

    built = site.build()

    assert built.exit_code == 1
    assert len(built.faults) == 1
    assert built.faults[0].startswith("docs/blog/posts/a.md:4:12: duplicate-url: ")
    assert f"is already the URL of {owner}\n" in built.faults[0]
    assert site.build(serve=True).error is None


def test_no_page_takes_the_place_of_a_feed(site: Site) -> None:
    site.put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\npermalink: /blog/rss.xml\n---\n")

    built = site.build()

    assert built.exit_code == 1
    assert built.faults[0].startswith("docs/blog/posts/a.md:4:12: duplicate-url: ")


@pytest.mark.parametrize("other", ["docs/blog/p.png", "_posts/p.png"])
def test_two_files_that_want_one_place_are_told(site: Site, other: str) -> None:
    site.put("docs/index.md", "# Home\n").put(other, b"one").put("docs/blog/posts/p.png", b"two")

    built = site.build()

    second, first = ("docs/blog/posts/p.png", other) if other.startswith("docs") else (other, "docs/blog/posts/p.png")
    assert built.warnings == [
        f"{second}: duplicate-url: '/blog/p.png' is already the URL of {first}\n    give one of them another name"
    ]
    assert built.read("blog/p.png") == ("one" if first == other else "two")


def test_two_copies_of_a_file_may_want_one_place(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/p.png", b"one").put("docs/blog/posts/p.png", b"one")

    assert site.build(strict=True).exit_code == 0
