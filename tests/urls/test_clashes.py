"""No two pages at one place, and none outside of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


HINT = "    give one of them another `permalink`, `slug`, title or date"


def test_no_post_is_lost_where_several_want_one_url(site: Site) -> None:
    for name in ("a", "b", "deep/c"):
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: 2024-01-31\nslug: same\n---\n# {name}\n")

    built = site.build()

    url = "blog/2024/01/31/same"
    assert {card.title: card.url for card in built.page("blog/").cards} == {
        "deep/c": f"{url}/",
        "b": f"{url}-2/",
        "a": f"{url}-3/",
    }
    assert built.page(f"{url}-2/").heading == "b"
    assert built.exit_code == 0
    assert built.warnings == [
        f"docs/blog/posts/{name}.md:3:7: duplicate-url: '/{url}/' is already the URL of docs/blog/posts/deep/c.md,"
        f" so it is built at '/{url}-{number}/'\n{HINT}"
        for name, number in (("a", 3), ("b", 2))
    ]


def test_no_number_takes_the_url_that_another_post_asks_for(site: Site) -> None:
    for name, permalink in (("a", "/x/"), ("b", "/x-2/"), ("c", "/x/")):
        site.put(f"docs/_posts/2024-01-31-{name}.md", f"---\ntitle: {name}\npermalink: {permalink}\n---\n")

    built = site.build()

    assert {card.title: card.url for card in built.page("blog/").cards} == {"c": "x/", "b": "x-2/", "a": "x-3/"}


def test_a_number_stands_before_the_ending(site: Site) -> None:
    for day in (30, 31):
        site.put(f"docs/_posts/2024-01-{day}-.md", f"---\ntitle: {day}\npermalink: /x/:title.html\n---\n")

    assert {card.url for card in site.build().page("blog/").cards} == {"x/.html", "x/-2.html"}


def test_of_two_equal_permalinks_that_material_does_not_read_one_stands_where_its_blog_puts_it(site: Site) -> None:
    site.blogposts(post_dialect="material")
    for name in ("a", "b"):
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: 2024-01-31\npermalink: /x/\n---\n# {name}\n")

    built = site.build()

    assert {card.title: card.url for card in built.page("blog/").cards} == {"b": "x/", "a": "blog/2024/01/31/a/"}


def test_a_level_changes_how_loud_a_clash_is_and_not_what_is_built(site: Site) -> None:
    for name in ("a", "b"):
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: 2024-01-31\nslug: same\n---\n# {name}\n")

    assert site.blogposts(faults={"duplicate-url": "error"}).build().exit_code == 1
    built = site.blogposts(faults={"duplicate-url": "ignore"}).build(strict=True)
    assert built.exit_code == 0
    assert len(built.page("blog/").cards) == 2


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_a_post_gives_way_to_a_page_that_is_not_ours(site: Site, *, use_directory_urls: bool) -> None:
    site.config(use_directory_urls=use_directory_urls)
    site.put("docs/guide.md", "# Guide\n\n[A](blog/posts/a.md)\n")
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\nslug: ../../../../guide\n---\n")

    built = site.build()

    guide, post = ("guide/", "guide-2/") if use_directory_urls else ("guide.html", "guide-2.html")
    assert built.page(guide).heading == "Guide"
    assert built.page(guide).links[-1].url == post
    assert built.page(post).heading == "A"
    assert built.page(post).css("link[rel=canonical]")[0].attributes["href"] == f"https://example.org/{post}"
    assert f"'/{guide}' is already the URL of docs/guide.md, so it is built at '/{post}'" in built.warnings[0]


def test_a_listing_of_materials_blog_keeps_its_url_before_posts(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\nslug: ../../../archive/2024\n---\n")

    built = site.build()

    assert built.page("blog/archive/2024/").heading == "2024"
    assert built.page("blog/archive/2024-2/").heading == "A"
    assert "is already the URL of the archive '2024'" in built.warnings[0]


def test_a_post_of_jekylls_keeps_its_url_before_a_listing(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\ntags: [t]\npermalink: /blog/tags/\n---\n")

    built = site.build()

    assert built.page("blog/tags/").heading == "A"
    assert built.page("blog/tags-2/").heading == "Tags"
    assert "blog/tags-2/" in {link.url for link in built.page("blog/").links}
    assert built.warnings == [
        (
            "mkdocs.yml: duplicate-url: '/blog/tags/' is already the URL of docs/blog/posts/a.md,"
            " so the tag index 'Tags' is built at '/blog/tags-2/'\n    change `tags_index_url`"
        )
    ]


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


def test_no_page_takes_the_place_of_a_file(site: Site) -> None:
    owners = {
        "/notes.txt": ("docs/notes.txt", "/notes.txt-2/"),
        "/blog/p.png": ("docs/blog/posts/p.png", "/blog/p.png-2/"),
        "/y.html/": ("docs/blog/posts/b.md", "/y.html-2/"),
        "/y.html/z/": ("docs/blog/posts/b.md", "/y.html-2/z/"),
        "/sitemap.xml": ("'sitemap.xml', which every site has", "/sitemap.xml-2/"),
        "/404.html": ("'404.html', which every site has", "/404-2.html"),
        "/search/search_index.json": (
            "'search/search_index.json', which every site has",
            "/search/search_index.json-2/",
        ),
    }
    site.put("docs/index.md", "# Home\n").put("docs/notes.txt", "x").put("docs/blog/posts/p.png", b"x")
    site.put("docs/blog/posts/b.md", "---\ntitle: B\ndate: 2024-02-01\npermalink: /y.html\n---\n")
    for number, permalink in enumerate(owners):
        site.put(
            f"docs/blog/posts/{number}.md",
            f"---\ntitle: A{number}\ndate: 2024-01-0{number + 1}\npermalink: {permalink}\n---\n",
        )

    built = site.build()

    assert [fault.partition("\n")[0] for fault in built.faults[:5]] == [
        f"docs/blog/posts/{number}.md:4:12: duplicate-url: '{_told(permalink)}' is already the URL of {owner},"
        f" so it is built at '{url}'"
        for number, (permalink, (owner, url)) in [*enumerate(owners.items())][:5]
    ]
    assert [built.page(url[1:]).heading for _, url in owners.values()] == [f"A{number}" for number in range(7)]
    assert site.build(serve=True).error is None


def _told(permalink: str) -> str:
    return permalink if permalink.endswith((".html", "/")) else f"{permalink}/"


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml", "feed.json"])
def test_a_feed_gives_way_and_is_not_lost(site: Site, name: str) -> None:
    site.put("docs/index.md", "# Home\n").put(f"docs/blog/{name}", "mine")
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\n---\n")

    built = site.build()

    moved = name.replace(".", "-2.")
    assert built.read(f"blog/{name}") == "mine"
    assert "A" in built.read(f"blog/{moved}")
    assert f"blog/{moved}" in {link.url for link in built.page("blog/").links_in("head")}
    assert f"'/blog/{name}' is already the URL of docs/blog/{name}, so the feed of 'blog'" in built.warnings[0]


@pytest.mark.parametrize("other", ["docs/blog/p.png", "_posts/p.png"])
def test_two_files_that_want_one_place_are_told(site: Site, other: str) -> None:
    site.put("docs/index.md", "# Home\n").put(other, b"one").put("docs/blog/posts/p.png", b"two")

    built = site.build()

    first, second = (other, "docs/blog/posts/p.png") if other.startswith("docs") else ("docs/blog/posts/p.png", other)
    assert built.warnings == [
        (
            f"{second}: duplicate-url: '/blog/p.png' is already the URL of {first}, so it is built at '/blog/p-2.png'\n"
            "    give one of them another name"
        )
    ]
    assert {built.read("blog/p.png"), built.read("blog/p-2.png")} == {"one", "two"}


def test_two_copies_of_a_file_may_want_one_place(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/p.png", b"one").put("docs/blog/posts/p.png", b"one")

    assert site.build(strict=True).exit_code == 0


def test_a_draft_takes_no_url_and_no_link_from_what_is_published(site: Site) -> None:
    site.put("docs/index.md", "# Home\n\n[It](/x/)\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-02-01\npermalink: /x/\ndraft: true\n---\n# Draft\n")
    site.put("docs/blog/posts/b.md", "---\ndate: 2024-01-31\npermalink: /x/\n---\n# Published\n")

    built = site.build(strict=True)

    assert built.exit_code == 0
    assert [link.url for link in built.page("").links] == ["x/"]
    served = site.build(serve=True)
    assert [served.page(url).heading for url in ("x/", "x-2/")] == ["Published", "Draft"]
