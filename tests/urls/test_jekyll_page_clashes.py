"""Ordinary pages of a Jekyll site that cannot be read, or stand where something else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


@pytest.fixture
def pages(site: Site) -> Site:
    """A site with the option, a home page and a post."""
    return (
        site.blogposts(jekyll_pages=True)
        .put("_config.yml", "collections: {publications: {output: true}}\n")
        .put("docs/index.md", "# Home\n")
        .put("docs/blog/posts/post.md", "---\ndate: 2024-01-31\npermalink: /post/\ntags: [a]\n---\n")
    )


PAGE_HINT = "    give one of them another `permalink`, or take it out"
POST_HINT = "    give one of them another `permalink`, `slug`, title or date"


def test_of_two_texts_on_one_url_that_of_jekyll_keeps_it_and_none_is_lost(pages: Site) -> None:
    """Jekyll writes pages by the names of their files, then posts by date; the last one is seen."""
    files = {
        "docs/a.md": "permalink: /x/",
        "_pages/b.md": "permalink: /x",
        "_pages/home.md": "permalink: /",
        "_pages/p.md": "permalink: /post/",
        "_pages/s.md": "permalink: /search/search_index.json/",
        "docs/blog/posts/old.md": "date: 2020-01-01\npermalink: /post/",
    }
    for name, head in files.items():
        pages.put(name, f"---\n{head}\n---\nText of {name}.\n")
    built = pages.build()

    assert built.exit_code == 0
    assert built.faults == [
        (
            "_pages/home.md:2:12: duplicate-url: '/' is already the URL of docs/index.md,"
            f" so it is built at '/index-2/'\n{PAGE_HINT}"
        ),
        (
            "_pages/p.md:2:12: duplicate-url: '/post/' is already the URL of docs/blog/posts/post.md,"
            f" so it is built at '/post-3/'\n{PAGE_HINT}"
        ),
        (
            "_pages/s.md:2:12: duplicate-url: '/search/search_index.json/' is already the URL of"
            " 'search/search_index.json', which every site has,"
            f" so it is built at '/search/search_index.json-2/'\n{PAGE_HINT}"
        ),
        (
            "docs/a.md:2:12: duplicate-url: '/x/' is already the URL of _pages/b.md,"
            f" so it is built at '/x-2/'\n{PAGE_HINT}"
        ),
        (
            "docs/blog/posts/old.md:3:12: duplicate-url: '/post/' is already the URL of docs/blog/posts/post.md,"
            f" so it is built at '/post-2/'\n{POST_HINT}"
        ),
    ]
    told = {"x-2/": "docs/a.md", "x/": "_pages/b.md", "post-3/": "_pages/p.md", "post-2/": "docs/blog/posts/old.md"}
    assert {url: name for url, name in told.items() if f"Text of {name}." in built.page(url).text} == told
    assert pages.build(serve=True).exit_code == 0


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        pytest.param(
            {"_pages/a.md": "permalink: /blog/"},
            "'/blog/' is already the URL of _pages/a.md, so the blog 'Blog' is built at '/blog-2/'",
            id="a page",
        ),
        pytest.param(
            {"docs/blog/index.html": "title: Blog"},
            "'/blog/' is already the URL of docs/blog/index.html, so the blog 'Blog' is built at '/blog-2/'",
            id="a page of HTML",
        ),
        pytest.param(
            {"_pages/a.md": "permalink: /blog/tags/"},
            "'/blog/tags/' is already the URL of _pages/a.md, so the tag index 'Tags' is built at '/blog/tags-2/'",
            id="a page in place of the tag index",
        ),
    ],
)
def test_a_listing_gives_way_to_a_page_of_jekylls(pages: Site, files: dict[str, str], fault: str) -> None:
    for name, head in files.items():
        pages.put(name, f"---\n{head}\n---\nOwn text.\n")
    built = pages.build()

    assert [told.partition("\n")[0] for told in built.faults] == [f"mkdocs.yml: duplicate-url: {fault}"]
    assert built.warnings == []
    assert "Own text." in built.page(fault.split("'")[1][1:]).text


def test_an_unpublished_page_takes_no_url(pages: Site) -> None:
    pages.put("docs/a.md", "---\npermalink: /x/\npublished: false\n---\n").put(
        "_pages/b.md", "---\npermalink: /x/\n---\n"
    )

    assert pages.build(strict=True).exit_code == 0


class TestHeadOfAListing:
    """A page that stands where MkDocs would put a listing of ours."""

    def test_it_is_the_head_of_the_listing(self, pages: Site) -> None:
        pages.put("docs/blog/index.md", "---\nlayout: archive\ntitle: All posts\n---\n# All posts\n\nBelow.\n")
        pages.put("docs/blog/tags.md", "---\ntitle: Labels\n---\n# Labels\n")
        built = pages.build(strict=True)

        assert built.page("blog/").heading == "All posts"
        assert [card.url for card in built.page("blog/").cards] == ["post/"]
        assert built.page("blog/tags/").heading == "Labels"
        assert "blog/tags.html" not in built.pages

    def test_it_stays_there(self, pages: Site) -> None:
        pages.put("docs/blog/index.md", "---\ntitle: All posts\npermalink: /all/\n---\n# All posts\n")
        built = pages.build()

        assert built.warnings == [
            (
                "docs/blog/index.md:3:12: permalink: the page is the head of the listing 'Blog', and stays at '/blog/'"
                "\n    take the permalink out, or rename the file"
            )
        ]
        assert built.page("blog/").heading == "All posts"

    def test_it_leads_from_its_old_urls(self, pages: Site) -> None:
        pages.put("docs/blog/index.md", "---\npermalink: /blog/\nredirect_from: /news/\n---\n# All posts\n")
        built = pages.build(strict=True)

        assert 'href="../blog/"' in built.read("news/index.html")

    def test_a_page_with_another_permalink_is_none(self, pages: Site) -> None:
        pages.put("docs/blog/tags/index.md", "---\ntitle: Labels\npermalink: /labels/\n---\n")
        built = pages.build(strict=True)

        assert built.page("labels/").heading == "Labels"
        assert built.page("blog/tags/").heading == "Tags"


@pytest.mark.parametrize(
    ("head", "level", "fault"),
    [
        ("title: 'A", "WARNING", "docs/a.md:2:8: the quote that begins here is never closed"),
        ("permalink: /:tilte/", "WARNING", "docs/a.md:2:12: permalink: '/:tilte/' has the unknown placeholder :tilte"),
        ("title: [A]", "INFO", "docs/a.md:2:8: title: expected text, got a list"),
        ("title: A\npublished: perhaps", "INFO", "docs/a.md:3:12: published: expected true or false, got 'perhaps'"),
        ("redirect_from: [{a: b}]", "INFO", "docs/a.md:2:17: redirect_from[0]: expected a path, got a mapping"),
    ],
)
def test_what_is_wrong_in_a_page_is_told_and_the_page_is_there(pages: Site, head: str, level: str, fault: str) -> None:
    built = pages.put("docs/a.md", f"---\n{head}\n---\nText.\n").build()

    assert built.exit_code == 0
    assert "Text." in built.page("a.html").text
    assert [line[: len(fault)] for line in built.faults] == [fault]
    assert level in {logged.level for logged in built.log if logged.message.startswith(fault)}


def test_a_permalink_that_cannot_be_had_is_passed_over(pages: Site) -> None:
    built = pages.put("docs/a.md", "---\npermalink: https://example.com/\n---\nText.\n").build()

    told = "docs/a.md:2:12: permalink: 'https://example.com/' is not a path within the site, so it is ignored"
    assert built.warnings == [f"{told}\n    write only the path; `link` leads readers elsewhere"]
    assert "Text." in built.page("a.html").text


def test_of_two_equal_keys_of_a_page_the_last_counts(pages: Site) -> None:
    built = pages.put("docs/a.md", "---\ntitle: A\ntitle: B\npermalink: /x/\n---\n").build()

    assert built.exit_code == 0
    assert built.faults == ["docs/a.md:3:1: duplicate key 'title', first on line 2\n    keep one of the two"]
    assert built.page("x/").heading == "B"


def test_a_page_that_cannot_be_read_shows_its_fault_while_it_is_mended(pages: Site) -> None:
    built = (
        pages.blogposts(faults={"encoding": "error"}).put("docs/a.md", b"---\ntitle: caf\xe9\n---\n").build(serve=True)
    )

    assert "not UTF-8: byte 0xE9" in built.page("blog/a/").text


def test_faults_of_an_unpublished_page_are_remarks(pages: Site) -> None:
    built = pages.put("docs/a.md", "---\ntitle: [A]\npublished: false\n---\n").build(strict=True)

    assert built.exit_code == 0
    assert len(built.faults) == 1


def test_a_file_without_front_matter_beside_mkdocs_yml_is_told(pages: Site) -> None:
    built = pages.put("_publications/README.md", "# Notes\n").build(strict=True)

    assert "'_publications/README.md' has no front matter, so Jekyll makes no page of it" in built.infos
    assert not [url for url in built.pages if "README" in url]


def test_what_lies_in_a_collection_is_published_with_it(pages: Site) -> None:
    pages.put("_publications/a/x.pdf", b"%PDF").put("docs/_publications/y.pdf", b"%PDF")
    pages.put("_publications/a/paper.md", "---\ntitle: Paper\n---\n[PDF](x.pdf)\n")
    built = pages.build(strict=True)

    assert {"publications/a/x.pdf", "publications/y.pdf"} <= built.files
    assert built.page("publications/a/paper.html").links == [("PDF", "publications/a/x.pdf")]
