"""The blog inside the docs site: its place in the nav, and what it leaves as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.built import Link
from tests.links import broken_links

if TYPE_CHECKING:
    from tests.built import Built, Page
    from tests.site import Site

SITE = """
    docs/index.md
    | # Home
    docs/guide.md
    | # Guide
    docs/blog/posts/2024-01-01-a.md
    | ---
    | title: A
    | tags: [x]
    | categories: [News]
    | ---
    docs/blog/posts/2024-02-01-b.md
    | ---
    | title: B
    | pin: true
    | ---
    docs/blog/posts/2024-03-01-c.md
    | ---
    | title: C
    | ---
    docs/talks/t.md
    | ---
    | title: T
    | venue: PyConf
    | ---
"""
LISTINGS = ["blog/", "blog/archive/2024/", "blog/category/news/", "blog/tags/"]


def nav_of(page: Page) -> list[str]:
    """The URLs of the primary navigation."""
    urls = [link.url for link in page.links_in(".md-nav--primary") if "#" not in link.url]
    return list(dict.fromkeys(url if url != "./" else page.url for url in urls))


@pytest.mark.parametrize(
    ("nav", "urls"),
    [
        pytest.param(None, ["", "guide/", *LISTINGS, "talks/"], id="none"),
        pytest.param(
            ["index.md", "blog/index.md", "guide.md"], ["", "blog/", "guide/", *LISTINGS[1:]], id="index at the top"
        ),
        pytest.param(
            ["index.md", {"News": ["blog/index.md"]}, "guide.md"], ["", *LISTINGS, "guide/"], id="index in a section"
        ),
        pytest.param(
            ["index.md", {"Blog": "blog/index.md"}, {"Talks": "talks/index.md"}],
            ["", "blog/", "talks/", *LISTINGS[1:]],
            id="with talks",
        ),
        pytest.param(
            ["index.md", {"Blog": ["blog/index.md", {"Labels": "blog/tags.md"}, {"2024": "blog/archive/2024.md"}]}],
            ["", "blog/", "blog/tags/", "blog/archive/2024/", "blog/category/news/"],
            id="listings where the user wants them",
        ),
    ],
)
def test_the_blog_stands_in_the_nav(site: Site, nav: list[object] | None, urls: list[str]) -> None:
    built = site.write(SITE).config(nav=nav).build(strict=True)

    assert built.exit_code == 0, built.log
    assert nav_of(built.page()) == urls
    assert not [info for info in built.infos if "not in `nav`" in info]
    assert not [info for info in built.infos if "exist in the docs directory" in info and "blog" in info]
    assert broken_links(built.dir) == []


def test_a_nav_without_the_blog_is_told_once(site: Site) -> None:
    built = site.write(SITE).config(nav=["index.md", "guide.md"]).build(strict=True)

    assert [info for info in built.infos if "blog/" in info] == [
        "The blog is not in `nav` of mkdocs.yml; to show it there, add: `- blog/index.md`"
    ]
    assert nav_of(built.page()) == ["", "guide/"]
    assert [card.title for card in built.page("blog/").cards] == ["B", "C", "A"]

    at_root = site.blogposts(blog_dir=".", post_dir="blog/posts").config(nav=["guide.md"]).build(strict=True)
    assert not [info for info in at_root.infos if "not in `nav`" in info]


@pytest.mark.parametrize("nav", [None, ["index.md", {"News": ["blog/index.md"]}]], ids=["auto", "explicit"])
@pytest.mark.parametrize("url", ["blog/2024/01/01/a/", "blog/", "blog/tag/x/", "blog/category/news/"])
def test_the_section_of_the_blog_is_active(site: Site, nav: list[object] | None, url: str) -> None:
    site.config(nav=nav, theme={"name": "material", "features": ["navigation.tabs"]})
    built = site.write(SITE).build(strict=True)

    tabs = [node.text().strip() for node in built.page(url).css(".md-tabs__item--active")]
    assert tabs == ["Blog" if nav is None else "News"]


def test_previous_and_next_go_by_date_and_not_by_pin(site: Site) -> None:
    built = site.write(SITE).build(strict=True)

    around = {url: (rel(built.page(url), "prev"), rel(built.page(url), "next")) for url in built.pages if "/0" in url}
    a, b, c = "blog/2024/01/01/a/", "blog/2024/02/01/b/", "blog/2024/03/01/c/"
    assert around == {a: (None, b), b: (a, c), c: (b, None)}


def rel(page: Page, name: str) -> str | None:
    nodes = page.css(f"head link[rel={name}]")
    return page.resolve(nodes[0].attributes["href"] or "") if nodes else None


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_previous_and_next_are_shown_once(site: Site, theme: str) -> None:
    page = site.config(theme=theme).write(SITE).build(strict=True).page("blog/2024/02/01/b/")

    nodes = [*page.css("a[rel=prev]"), *page.css("a[rel=next]"), *page.css(".rst-footer-buttons a")]
    links = [page.resolve(node.attributes["href"] or "") for node in nodes]
    assert sorted(set(links)) == ["blog/2024/01/01/a/", "blog/2024/03/01/c/"]
    assert ("bp-neighbours" in page.html) == (theme == "material")


def test_with_a_footer_of_the_theme_it_shows_them(site: Site) -> None:
    site.config(theme={"name": "material", "features": ["navigation.footer"]})
    page = site.write(SITE).build(strict=True).page("blog/2024/02/01/b/")

    assert {link.url for link in page.links_in(".md-footer__inner")} == {"blog/2024/01/01/a/", "blog/2024/03/01/c/"}
    assert "bp-neighbours" not in page.html


def test_search_finds_posts_and_not_listings_or_cards(site: Site) -> None:
    site.write("docs/index.md\n| # Home").write("""
        docs/blog/posts/2024-01-01-a.md
        | ---
        | title: A
        | tags: [unusual-tag]
        | ---
        | Sesquipedalian text, with a [talk](/talks/t/).
        docs/talks/t.md
        | ---
        | title: T
        | venue: PyConf
        | ---
        | Abstract nonsense.
    """)

    built = site.build(strict=True)

    assert {piece["location"] for piece in built.search} == {"", "blog/2024/01/01/a/", "talks/t/"}
    assert [piece["location"] for piece in built.search if "Sesquipedalian" in piece["text"]] == ["blog/2024/01/01/a/"]
    assert [piece["location"] for piece in built.search if "nonsense" in piece["text"]] == ["talks/t/"]


PLAIN = """
    docs/index.md
    | # Home
    docs/guide.md
    | ---
    | title: A guide
    | tags: a b
    | permalink: /not/for/us/
    | date: never
    | layout: post
    | ---
    | # Guide {#top}
    |
    | A paragraph:
    | - and no list
    |
    | https://example.com/ and ~~this~~ and {{ braces }} and {% raw %}.
    | {: .class }
    |
    | <a href="/raw/">raw</a> <img src='/raw.png'> <!-- more -->
    |
    | [a](index.md) [b](/absolute/) [c](deep/) ![d](/gone.png)
    docs/extra.html
    | <p>{{ braces }}</p>
    docs/blog-ideas/posts/x.md
    | # No post
    docs/news/2024-01-31-a.md
    | # No post either
"""


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_pages_that_are_not_ours_come_out_as_without_the_plugin(site: Site, theme: str) -> None:
    site.config(theme=theme, nav=["index.md", "guide.md"], use_directory_urls=theme != "mkdocs").write(PLAIN)
    site.put("docs/blog/posts/2024-01-01-a.md", "---\ntitle: A\n---\n")
    with_blog = pages_of(site.build())
    (site.root / "docs/blog/posts/2024-01-01-a.md").unlink()
    without = pages_of(site.without_blog().build())

    assert {name: with_blog[name] for name in without} == without
    assert [name for name in with_blog if not name.startswith(("blog/", "assets/stylesheets/blogposts"))] == list(
        without
    )


def pages_of(built: Built) -> dict[str, bytes]:
    """Every file that was made, without what tells the time."""
    timeless = (name for name in sorted(built.files) if not name.startswith(("sitemap", "search/")))
    made = {name: (built.dir / name).read_bytes() for name in timeless}
    return {name: re.sub(rb"Build Date UTC : [^\n]*|MkDocs version[^\n]*", b"", text) for name, text in made.items()}


def test_a_nav_made_of_the_folders_is_all_that_changes(site: Site) -> None:
    site.write(PLAIN)
    without = site.build().page("guide/").content.html
    with_blog = site.without_blog().build().page("guide/").content.html

    assert with_blog == without


def test_a_post_named_in_nav_keeps_that_title_there(site: Site) -> None:
    site.write(SITE).config(nav=["index.md", {"Blog": "blog/index.md"}, {"Given": "blog/posts/2024-01-01-a.md"}])

    built = site.build(strict=True)

    assert Link("Given", "blog/2024/01/01/a/") in built.page().links_in(".md-nav--primary")
    assert built.page("blog/2024/01/01/a/").title == "A - Site"
    assert [card.title for card in built.page("blog/").cards] == ["B", "C", "A"]


def test_a_post_that_stands_in_a_section_is_active_there_on_its_own_page(site: Site) -> None:
    names = ["2024-01-01-a", "2024-02-01-b", "2024-03-01-c"]
    section = {"Blog": ["blog/index.md", *(f"blog/posts/{name}.md" for name in names)]}

    built = site.write(SITE).config(nav=["index.md", section]).build(strict=True)

    urls = {f"blog/2024/0{number}/01/{name}/": name.upper() for number, name in enumerate("abc", 1)}
    active = {url: [node.text().strip() for node in built.page(url).css("a.md-nav__link--active")] for url in urls}
    assert active == {url: [name] for url, name in urls.items()}


def test_no_heading_of_a_post_says_what_nav_calls_it(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/_posts/2024-01-01-bare.md", "---\ntitle: Bare\n---\nText.\n")
    site.put("docs/_posts/2024-01-02-other.md", "---\ntitle: Own\n---\n# Other\n")
    paths = [f"_posts/2024-01-0{name}.md" for name in ("1-bare", "2-other")]
    site.config(nav=["index.md", {"Blog": "blog/index.md"}, *({"Given": path} for path in paths)])

    built = site.build()

    assert [built.page(url).heading for url in ("blog/2024/01/01/bare/", "blog/2024/01/02/other/")] == ["Bare", "Own"]


def test_a_draft_named_in_nav_is_not_there(site: Site) -> None:
    site.write("""
        docs/index.md
        | # Home
        docs/guide.md
        | # Guide
        docs/blog/posts/draft.md
        | ---
        | title: Draft
        | draft: true
        | ---
    """)
    named = [{"Named": "blog/posts/draft.md"}]
    site.config(theme="mkdocs", nav=["index.md", *named, {"Section": named}, "guide.md", "blog/index.md"])

    built = site.build(strict=True)

    page = built.page("guide/")
    assert [page.resolve(node.attributes["href"] or "") for node in page.css("a[rel=prev]")] == [""]
    assert {"Named", "Section"} & {link.text for link in page.links_in("nav, .navbar")} == set()
    assert "Section" not in page.html
    assert broken_links(built.dir) == []
    assert "Named" in site.build(serve=True).page("guide/").html


@pytest.mark.parametrize(
    ("name", "url", "edited"),
    [
        ("docs/blog/posts/2024-01-01-a.md", "blog/2024/01/01/a/", "edit/main/docs/blog/posts/2024-01-01-a.md"),
        ("_posts/2024-01-01-a.md", "blog/2024/01/01/a/", "edit/main/_posts/2024-01-01-a.md"),
        ("docs/talks/t.md", "talks/t/", "edit/main/docs/talks/t.md"),
    ],
    ids=["post", "post beside docs", "talk"],
)
def test_edit_links(site: Site, name: str, url: str, edited: str) -> None:
    site.config(
        repo_url="https://git.example.org/me/it",
        edit_uri="edit/main/docs/",
        theme={"name": "material", "features": ["content.action.edit"]},
    ).put(name, "---\ntitle: A\nvenue: PyConf\n---\n").put("docs/index.md", "# Home\n")

    built = site.build(strict=True)

    hrefs = [node.attributes["href"] for node in built.page(url).css("a[rel=edit]")]
    assert [re.sub(r"/[^/]+/\.\./", "/", href or "") for href in hrefs] == [f"https://git.example.org/me/it/{edited}"]
    assert not built.page("blog/").css("a[rel=edit]")
