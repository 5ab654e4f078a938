"""Listings that would be at one URL: told by name, and none of them is written over another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.site import Site

POST = "---\ntitle: A\ndate: 2025-01-31\ncategories: [{name}]\ntags: [{name}]\nauthors: [{name}]\n---\n"


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        pytest.param(
            "Python",
            {"tags_url_format": "topic/{slug}", "categories_url_format": "topic/{slug}"},
            "duplicate-url: '/blog/topic/python/' is already the URL of the category 'Python',"
            " so the tag 'Python' is built at '/blog/topic/python-2/'\n"
            "    change `categories_url_format` or `tags_url_format`",
            id="a tag and a category",
        ),
        pytest.param(
            "2025",
            {"archive_url_format": "{date}", "categories_url_format": "{slug}"},
            "duplicate-url: '/blog/2025/' is already the URL of the archive '2025',"
            " so the category '2025' is built at '/blog/2025-2/'\n"
            "    change `archive_url_format` or `categories_url_format`",
            id="a year and a category",
        ),
        pytest.param(
            "tags",
            {"categories_url_format": "{slug}"},
            "duplicate-url: '/blog/tags/' is already the URL of the category 'tags',"
            " so the tag index 'Tags' is built at '/blog/tags-2/'\n"
            "    change `categories_url_format` or `tags_index_url`",
            id="the index of tags",
        ),
        pytest.param(
            "index",
            {"categories_url_format": "{slug}"},
            "duplicate-url: '/blog/' is already the URL of the blog 'Blog',"
            " so the category 'index' is built at '/blog-2/'\n"
            "    change `blog_dir` or `categories_url_format`",
            id="the blog itself",
        ),
        pytest.param(
            "Ann",
            {"authors_profiles": True, "authors_profiles_url_format": "tag/{slug}"},
            "duplicate-url: '/blog/tag/ann/' is already the URL of the author 'Ann',"
            " so the tag 'Ann' is built at '/blog/tag/ann-2/'\n"
            "    change `authors_profiles_url_format` or `tags_url_format`",
            id="an author",
        ),
    ],
)
def test_two_listings_on_one_url(site: Site, name: str, options: dict[str, Any], told: str) -> None:
    site.blogposts(**options).put("docs/blog/posts/a.md", POST.format(name=name))

    built = site.build()

    assert built.exit_code == 0
    assert built.faults == [f"mkdocs.yml: {told}"]
    assert len(built.page(told.split("is built at '/")[1].split("'", maxsplit=1)[0]).cards) == (
        0 if name == "tags" else 1
    )


def test_each_of_two_listings_on_one_url_is_linked(site: Site) -> None:
    site.blogposts(tags_url_format="topic/{slug}", categories_url_format="topic/{slug}")
    site.put("docs/blog/posts/a.md", POST.format(name="Python"))

    built = site.build()

    assert built.page("blog/topic/python/").heading == "Python"
    assert [link.url for link in built.page("blog/tags/").links] == ["blog/topic/python-2/"]
    chips = [link.url for link in built.page("blog/").links if link.text == "Python"]
    assert chips == ["blog/topic/python/", "blog/topic/python-2/"]


def test_several_blogs_that_want_the_same_listings_and_feeds(site: Site) -> None:
    blog = {"blog_dir": "blog", "archive": False, "categories": False}
    site.config(
        plugins=["search", {"blogposts": {**blog, "post_dir": "one"}}, {"blogposts": {**blog, "post_dir": "two"}}]
    )
    site.put("docs/index.md", "# Home\n")
    for name in ("one", "two"):
        site.put(f"docs/{name}/a.md", f"---\ndate: 2025-01-31\ntags: [t]\n---\n# In {name}\n")

    built = site.build()

    assert built.exit_code == 0
    listings = {url: [card.title for card in built.page(url).cards] for url in ("blog/", "blog-2/")}
    assert listings == {"blog/": ["In one"], "blog-2/": ["In two"]}
    for name in ("rss", "atom"):
        assert "In one" in built.read(f"blog/{name}.xml")
        assert "In two" in built.read(f"blog/{name}-2.xml")
    assert [card.title for card in built.page("blog/tag/t-2/").cards] == ["In two"]
    assert len(built.warnings) == len(["the index", "the tag index", "the tag", "rss", "atom", "json"])


def test_pages_of_one_listing_on_one_url(site: Site) -> None:
    site.blogposts(pagination_per_page=1, pagination_url_format="more", archive=False)
    for name in "abc":
        site.put(f"docs/blog/posts/{name}.md", f"---\ntitle: {name}\ndate: 2025-01-31\n---\n")

    told = (
        "mkdocs.yml: duplicate-url: '/blog/more/' is already the URL of page 2 of the blog 'Blog',"
        " so page 3 of the blog 'Blog' is built at '/blog/more-2/'\n"
        "    change `pagination_url_format`"
    )

    assert told in site.build().faults


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_a_listing_and_its_url_without_directories(site: Site, *, use_directory_urls: bool) -> None:
    """`x.md` and `x/index.md` are one URL only with directories."""
    site.config(use_directory_urls=use_directory_urls)
    site.blogposts(categories_url_format="{slug}/index", archive_url_format="{date}")
    site.put("docs/blog/posts/a.md", POST.format(name="2025"))

    assert len(site.build().faults) == (1 if use_directory_urls else 0)


def test_authors_whose_slugs_are_one(site: Site) -> None:
    site.blogposts(authors_profiles=True)
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2025-01-31\nauthors: [A B]\n---\n")
    site.put("docs/blog/posts/b.md", "---\ntitle: B\ndate: 2025-02-28\nauthors: [A-B]\n---\n")

    built = site.build(strict=True)

    assert {url: [card.title for card in built.page(url).cards] for url in built.pages if "/author/" in url} == {
        "blog/author/a-b/": ["A"],
        "blog/author/a-b-2/": ["B"],
    }
    assert "The authors 'A B' and 'A-B' would both be 'a-b' in a URL, so the page of 'A-B' is at 'a-b-2'" in built.infos


def test_two_authors_of_one_name(site: Site) -> None:
    site.blogposts(authors_profiles=True).put("docs/blog/.authors.yml", "authors: {ann: {name: Ann}, two: {name: Ann}}")
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2025-01-31\nauthors: [ann]\n---\n")
    site.put("docs/blog/posts/b.md", "---\ntitle: B\ndate: 2025-02-28\nauthors: [two]\n---\n")

    built = site.build(strict=True)

    assert [card.title for card in built.page("blog/author/ann/").cards] == ["A"]
    assert [card.title for card in built.page("blog/author/two/").cards] == ["B"]
    assert [link.url for link in built.page("blog/").links if link.text == "Ann"] == [
        "blog/author/two/",
        "blog/author/ann/",
    ]


def test_an_author_of_the_file_keeps_the_url_that_the_file_gives(site: Site) -> None:
    site.blogposts(authors_profiles=True, post_dialect="jekyll")
    site.put("docs/blog/.authors.yml", "authors: {ann: {name: Ann Known}}")
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\nauthors: [Ann!]\n---\n")
    site.put("docs/blog/posts/b.md", "---\ntitle: B\ndate: 2025-02-28\nauthors: [ann]\n---\n")

    built = site.build(strict=True)

    assert [card.title for card in built.page("blog/author/ann/").cards] == ["B"]
    assert [card.title for card in built.page("blog/author/ann-2/").cards] == ["A"]


def test_a_post_keeps_its_url_before_listings_that_materials_blog_has_not(site: Site) -> None:
    site.blogposts(post_url_format="{slug}").put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2025-01-31\nslug: tags\ntags: [x]\n---\n# A\n")
    site.put("docs/blog/posts/b.md", "---\ndate: 2025-01-30\nslug: tag/x\n---\n# B\n")

    built = site.build()

    assert [built.page(url).heading for url in ("blog/tags/", "blog/tag/x/")] == ["A", "B"]
    assert {"blog/tags-2/", "blog/tag/x-2/"} <= set(built.pages)
    assert len(built.warnings) == 2
