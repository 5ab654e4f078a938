"""Index, archives, categories, authors and tags: which listings there are, and what stands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import Link
from tests.links import broken_links
from tests.png import png

if TYPE_CHECKING:
    from tests.site import Site


POSTS = """
    docs/index.md
    | # Home
    docs/blog/posts/a.md
    | ---
    | date: 2024-03-01
    | tags: [Python, C++]
    | categories: [News]
    | ---
    | # A
    |
    | Text of A.
    docs/blog/posts/b.md
    | ---
    | date: 2023-03-01
    | tags: [python, C#]
    | categories: [News, Deep Dives]
    | ---
    | # B
    docs/blog/posts/c.md
    | ---
    | date: 2022-03-01
    | tags: [Python, C]
    | ---
    | # C
"""


def test_every_listing_is_made_in_memory(site: Site) -> None:
    site.write(POSTS)
    before = {path: path.stat().st_mtime_ns for path in (site.root / "docs").rglob("*")}

    built = site.build(strict=True)

    after = {path: path.stat().st_mtime_ns for path in (site.root / "docs").rglob("*")}
    assert before == after
    assert sorted(path.name for path in site.root.iterdir() if path.name != ".cache") == ["docs", "mkdocs.yml", "site"]
    listings = {
        "blog/": ["A", "B", "C"],
        "blog/archive/2024/": ["A"],
        "blog/archive/2023/": ["B"],
        "blog/archive/2022/": ["C"],
        "blog/category/news/": ["A", "B"],
        "blog/category/deep-dives/": ["B"],
        "blog/tag/python/": ["A", "B", "C"],
        "blog/tag/c/": ["C"],
        "blog/tag/c-2/": ["B"],
        "blog/tag/c-3/": ["A"],
    }
    assert {url: [card.title for card in built.page(url).cards] for url in listings} == listings
    posts = {card.url for card in built.page("blog/").cards}
    assert set(built.pages) == {*listings, *posts, "", "blog/archive/", "blog/tags/"}


def test_tags_that_want_one_url_are_told(site: Site) -> None:
    assert [info for info in site.write(POSTS).build().infos if "in a URL" in info] == [
        "The tags 'C' and 'C#' would both be 'c' in a URL, so the page of 'C#' is at 'c-2'",
        "The tags 'C' and 'C++' would both be 'c' in a URL, so the page of 'C++' is at 'c-3'",
    ]


def test_the_tag_index_counts_posts_and_talks(site: Site) -> None:
    site.write(POSTS).write("""
        docs/talks/t.md
        | ---
        | title: T
        | venue: PyConf
        | tags: [Python]
        | ---
    """)

    built = site.build(strict=True)

    assert built.page("blog/tags/").links == [
        Link("C 1", "blog/tag/c/"),
        Link("C# 1", "blog/tag/c-2/"),
        Link("C++ 1", "blog/tag/c-3/"),
        Link("Python 4", "blog/tag/python/"),
    ]
    assert [card.title for card in built.page("blog/tag/python/").cards] == ["A", "B", "C", "T"]


def test_tags_on_cards_and_posts_lead_to_their_pages(site: Site) -> None:
    built = site.write(POSTS).build(strict=True)

    for url in ("blog/", "blog/2023/03/01/b/"):
        tags = dict(built.page(url).links)
        assert tags["python"] == "blog/tag/python/"
        assert tags["C#"] == "blog/tag/c-2/"
    assert built.page("blog/").css("a.md-tag[rel=tag]")
    assert built.page("blog/tag/python/").heading == "Python"


@pytest.mark.parametrize("directory_urls", [True, False], ids=["directory URLs", "file URLs"])
def test_long_listings_are_split(site: Site, *, directory_urls: bool) -> None:
    site.config(use_directory_urls=directory_urls).blogposts(pagination_per_page=2).write("docs/index.md\n| # Home")
    for day in range(1, 6):
        site.put(f"docs/blog/posts/2024-01-0{day}-p.md", f"---\ntitle: Day {day}\ntags: [x]\n---\n")

    built = site.build(strict=True)

    end = "/" if directory_urls else ".html"
    titles = [["Day 5", "Day 4"], ["Day 3", "Day 2"], ["Day 1"]]
    for pages in (
        ["blog/", "blog/page/2/", "blog/page/3/"],
        [f"blog/tag/x{end}", f"blog/tag/x/page/2{end}", f"blog/tag/x/page/3{end}"],
        [f"blog/archive/2024{end}", f"blog/archive/2024/page/2{end}", f"blog/archive/2024/page/3{end}"],
    ):
        assert [[card.title for card in built.page(url).cards] for url in pages] == titles
        led_to = {url.replace("index.html", "") for _, url in built.page(pages[1]).links_in("nav.bp-pager")}
        assert led_to == {pages[0], pages[2]}
        assert len({built.page(url).heading for url in pages}) == 1
    assert broken_links(built.dir) == []


def test_pagination_may_be_off_or_differ(site: Site) -> None:
    site.blogposts(pagination=False, archive_pagination=True, archive_pagination_per_page=1)
    for day in range(1, 13):
        site.put(f"docs/blog/posts/2024-01-{day:02}-p.md", f"---\ntitle: '{day}'\n---\n")

    built = site.build(strict=True)

    assert len(built.page("blog/").cards) == 12
    assert len([url for url in built.pages if url.startswith("blog/archive/2024/")]) == 12


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        ({"tags": False}, "blog/tag"),
        ({"archive": False}, "blog/archive"),
        ({"categories": False}, "blog/category"),
        ({"feeds": False}, "blog/rss"),
        ({"talks": False}, "talks/index"),
    ],
    ids=lambda value: "" if isinstance(value, dict) else value,
)
def test_each_kind_of_listing_can_be_switched_off(site: Site, options: dict[str, bool], missing: str) -> None:
    site.blogposts(**options).write(POSTS).write("""
        docs/talks/t.md
        | ---
        | title: T
        | venue: PyConf
        | tags: [Python]
        | ---
    """)

    built = site.build(strict=True)

    assert not [name for name in built.files if name.startswith(missing)]
    assert not [link for link in built.page("blog/").links if link.url.startswith(missing)]
    assert len(built.page("blog/").cards) == 3


def test_urls_of_listings_are_options(site: Site) -> None:
    site.blogposts(
        blog_dir="journal",
        tags_url_format="topics/{slug}",
        tags_index_url="topics",
        archive_url_format="in/{date}",
        archive_date_format="MMMM yyyy",
        archive_url_date_format="yyyy/MM",
        categories_url_format="on/{slug}",
        pagination_per_page=2,
        pagination_url_format="p/{page}",
    ).write("""
        docs/journal/posts/a.md
        | ---
        | date: 2024-03-01
        | tags: [x]
        | categories: [y]
        | ---
        | # A
    """)
    for day in (2, 3):
        site.put(f"docs/journal/posts/2024-03-0{day}-p.md", f"---\ntitle: '{day}'\n---\n")

    built = site.build(strict=True)

    assert [url for url in built.pages if not url.startswith("journal/2024/")] == [
        "journal/",
        "journal/in/",
        "journal/in/2024/03/",
        "journal/in/2024/03/p/2/",
        "journal/on/y/",
        "journal/p/2/",
        "journal/topics/",
        "journal/topics/x/",
    ]
    assert built.page("journal/in/2024/03/").heading == "March 2024"


def test_a_head_that_a_user_has_written(site: Site) -> None:
    site.write(POSTS).write("""
        docs/blog/index.md
        | # The *journal*
        |
        | Hello.
        docs/blog/tags.md
        | # All topics
        docs/blog/tag/python.md
        | # Snakes
        |
        | About them.
    """)

    built = site.build(strict=True)

    assert built.page("blog/").heading == "The journal"
    assert "Hello." in built.page("blog/").text
    assert [card.title for card in built.page("blog/").cards] == ["A", "B", "C"]
    assert built.page("blog/tags/").heading == "All topics"
    assert len(built.page("blog/tags/").links) == 4
    assert "About them." in built.page("blog/tag/python/").text
    assert len(built.page("blog/tag/python/").cards) == 3


def test_an_empty_blog_has_an_index_with_a_sentence(site: Site) -> None:
    built = site.write("docs/index.md\n| # Home").build(strict=True)

    assert "blog/" in built.pages
    assert built.page("blog/").css(".bp-empty")
    assert built.page("blog/").cards == []


def test_only_allowed_categories(site: Site) -> None:
    site.blogposts(categories_allowed=["News"]).write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-03-01
        | categories: [News, Gossip]
        | ---
        | # A
    """)

    built = site.build()

    assert built.exit_code == 1
    assert built.faults == [
        "docs/blog/posts/a.md:3:20: categories: 'Gossip' is not in `categories_allowed`\n    allowed are News"
    ]


def test_the_index_shows_ways(site: Site) -> None:
    built = site.write(POSTS).build(strict=True)

    urls = [link.url for link in built.page("blog/").links_in("nav.bp-ways")]
    assert urls == ["blog/tags/", "blog/archive/", "blog/rss.xml"]


def test_our_style_stands_on_our_pages_only(site: Site) -> None:
    built = site.write(POSTS).build(strict=True)

    styled = [url for url in built.pages if "blogposts." in built.page(url).html]
    assert styled == [url for url in built.pages if url]


KINDS = """
    docs/index.md
    | # Home
    |
    | <!-- blogposts: {limit: 1} -->
    docs/guide.md
    | # Guide
    docs/blog/.authors.yml
    | authors:
    |   jane: {name: Jane Doe, description: Writes & <b>talks</b>, avatar: img/jane.png, url: https://jane.example/}
    |   joe: {name: Joe, description: "", avatar: ""}
    docs/talks/t.md
    | ---
    | title: T
    | venue: V
    | date: 2024-02-02
    | tags: [python]
    | ---
    docs/blog/posts/a.md
    | ---
    | title: A
    | date: 2024-01-31
    | tags: [python]
    | authors: [jane]
    | ---
    | See [T](../../talks/t.md) and the [guide](../../guide.md).
"""


@pytest.mark.parametrize("layout", ["cards", "list"])
def test_a_tag_page_shows_talks_and_leads_to_all_tags_in_any_layout(site: Site, layout: str) -> None:
    page = site.blogposts(view_layout=layout).write(KINDS).build(strict=True).page("blog/tag/python/")

    assert [card.title for card in page.cards_in(".bp-talks")] == ["T"]
    assert [node.text() for node in page.css("#bp-talks")] == ["Talks"]
    assert [card.title for card in page.cards if card.title != "T"] == ["A"]
    assert [link.url for link in page.links_in(".bp-ways")] == ["blog/tags/", "blog/tag/python/rss.xml"]
    assert len(page.css(".md-post--excerpt")) == (layout == "list")


def test_the_page_of_an_author_shows_what_is_known_of_them(site: Site) -> None:
    site.blogposts(authors_profiles=True).write(KINDS).put("docs/img/jane.png", png(2, 2))

    page = site.build(strict=True).page("blog/author/jane/")

    assert page.heading == "Jane Doe"
    assert page.css(".bp-profile p")[0].text() == "Writes & talks"
    assert [page.resolve(str(node.attributes["src"])) for node in page.css(".bp-profile img")] == ["img/jane.png"]
    assert [link.url for link in page.links_in(".bp-profile")] == ["https://jane.example/"]


def test_headings_of_cards_stand_below_those_of_their_section(site: Site) -> None:
    built = site.blogposts(backlinks=True).write(KINDS).build(strict=True)

    def level_of(url: str, title: str) -> list[str | None]:
        headings = built.page(url).css(".bp-card__title")
        return [heading.tag for heading in headings if heading.text() == title]

    assert {url: level_of(url, "A") for url in ("blog/", "blog/tag/python/", "", "guide/", "talks/t/")} == {
        "blog/": ["h2"],
        "blog/tag/python/": ["h2"],
        "": ["h2"],
        "guide/": ["h3"],
        "talks/t/": ["h3"],
    }
    assert level_of("blog/2024/01/31/a/", "T") == level_of("blog/tag/python/", "T") == level_of("talks/", "T") == ["h3"]


def test_the_way_to_the_archive_is_called_as_the_site_calls_it(site: Site) -> None:
    page = site.write(POSTS).blogposts(archive_name="All years").build().page("blog/")

    assert "All years" in [link.text for link in page.links_in(".bp-ways")]
