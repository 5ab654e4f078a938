"""Ordinary pages of a Jekyll site with the option `jekyll_pages`: where they stand, and what is on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

CONFIG = """
collections:
  publications: {output: true, permalink: "/:collection/:path/"}
  teaching: {output: true}
  notes: {output: false}
"""


def put(site: Site, name: str, head: str = "title: It", body: str = "Text.") -> Site:
    """Write a file with front matter."""
    return site.put(name, f"---\n{head}\n---\n{body}\n")


@pytest.fixture
def pages(site: Site) -> Site:
    """A site with the option, a home page, and two collections that have pages."""
    return site.blogposts(jekyll_pages=True).put("docs/index.md", "# Home\n").put("_config.yml", CONFIG)


@pytest.mark.parametrize(
    ("name", "url"),
    [
        pytest.param("docs/about.md", "about.html", id="Markdown in docs_dir"),
        pytest.param("docs/about.html", "about.html", id="HTML in docs_dir"),
        pytest.param("docs/about.mkdown", "about.html", id="Markdown by another name"),
        pytest.param("docs/_pages/about.md", "_pages/about.html", id="below _pages in docs_dir"),
        pytest.param("_pages/about.md", "_pages/about.html", id="below _pages beside mkdocs.yml"),
        pytest.param("docs/_publications/x.md", "publications/x/", id="of a collection in docs_dir"),
        pytest.param("_publications/a/x.html", "publications/a/x/", id="of a collection beside mkdocs.yml"),
    ],
)
def test_a_page_stands_where_jekyll_puts_it(pages: Site, name: str, url: str) -> None:
    built = put(pages, name).build(strict=True)

    assert built.exit_code == 0
    assert built.page(url).text == "It Text."


@pytest.mark.parametrize(
    ("name", "text", "url"),
    [
        pytest.param("about.md", "# It\n", "about/", id="without front matter"),
        pytest.param("about.md", "\n---\ntitle: It\n---\n", "about/", id="with front matter below an empty line"),
        pytest.param("_sub/it.md", "---\ntitle: It\n---\n", "_sub/it/", id="in a folder that Jekyll passes over"),
        pytest.param("_notes/it.md", "---\ntitle: It\n---\n", "_notes/it/", id="of a collection without output"),
        pytest.param("it.html", "<p>It</p>\n", "it.html", id="of HTML without front matter"),
    ],
)
def test_a_file_of_which_jekyll_makes_no_page_stays_what_it_is(pages: Site, name: str, text: str, url: str) -> None:
    pages.put(f"docs/{name}", text)
    on = pages.build().page(url).html

    assert on == pages.blogposts(jekyll_pages=False).build().page(url).html


def test_pages_stay_where_mkdocs_puts_them_without_the_option(pages: Site) -> None:
    built = put(put(pages, "docs/a.md", "permalink: /b/"), "_pages/c.md").blogposts(jekyll_pages=False).build()

    assert {"a/"} <= set(built.pages)
    assert not {"b/", "_pages/c.html"} & set(built.pages)


@pytest.mark.parametrize("options", [{"use_directory_urls": True}, {"use_directory_urls": False}])
def test_urls_do_not_depend_on_directory_urls(pages: Site, options: dict[str, bool]) -> None:
    put(pages, "docs/about.md")
    put(pages, "docs/contact.md", "permalink: /contact/")
    put(pages, "docs/legal.md", "permalink: /legal")
    put(pages, "docs/old.md", "permalink: /old.html")
    built = put(pages, "_publications/x.md").config(**options).build(strict=True)

    assert {"about.html", "contact/", "legal/", "old.html", "publications/x/"} <= set(built.pages)


class TestHome:
    """The page at `/`."""

    def test_may_be_any_page(self, pages: Site) -> None:
        put(pages.delete("docs/index.md"), "_pages/about.md", "permalink: /\ntitle: Me")
        built = pages.config(nav=[{"Start": "_pages/about.md"}, {"Blog": "blog/index.md"}]).build(strict=True)

        assert built.page("").text == "Me Text."
        assert built.page("").title == "Me - Site"

    def test_is_found_outside_of_the_navigation(self, pages: Site) -> None:
        put(pages.delete("docs/index.md"), "_pages/about.md", "permalink: /\ntitle: Me")
        put(pages, "docs/below/other.md")
        built = pages.config(theme={"name": "material", "features": ["navigation.path"]}).build(strict=True)

        page = built.page("below/other.html")
        assert page.links_in("header a[title]")[0].url == ""
        assert page.links_in(".md-path")[0] == ("Me", "")


class TestWhatAPageShows:
    """Front matter and text."""

    def test_its_text_has_the_habits_of_kramdown(self, pages: Site) -> None:
        built = put(pages, "docs/a.md", body="Two things:\n- one\n- two").build()

        assert built.page("a.html").css("article ul > li + li")

    def test_html_is_no_markdown(self, pages: Site) -> None:
        built = put(pages, "docs/a.html", body="<p>*one*</p>\n\n    two\n<h2 id=three>Three</h2>").build()

        assert built.page("a.html").text == "It *one* two Three"
        assert not built.page("a.html").css("em, pre")

    def test_a_whole_document_stays_alone(self, pages: Site) -> None:
        document = "<!DOCTYPE html>\n<html><head><title>X</title></head><body>Y</body></html>"
        built = put(pages, "docs/x.html", "layout: null\npermalink: /alone/", document).build(strict=True)

        assert built.read("alone/index.html") == f"{document}\n"
        assert "x.html" not in built.files

    def test_a_file_that_is_no_html_stays_alone(self, pages: Site) -> None:
        built = put(pages, "docs/feed.html", "permalink: /feed.xml", "<feed></feed>").build(strict=True)

        assert built.read("feed.xml") == "<feed></feed>\n"

    def test_its_title_is_text(self, pages: Site) -> None:
        built = put(pages, "docs/a.md", "title: A *new* <b>way</b> & more\ndescription: 'So: \"*new*\"'").build()
        page = built.page("a.html")

        assert page.title == "A new way & more - Site"
        assert page.heading == "A new way & more"
        assert page.meta("description") == 'So: "new"'

    def test_it_has_the_title_that_mkdocs_would_give_it(self, pages: Site) -> None:
        put(pages, "docs/a.md", "layout: page", "# From its heading")
        built = put(pages, "docs/from-its-file.md", "layout: page").build()

        assert built.page("a.html").title == "From its heading - Site"
        assert built.page("from-its-file.html").title == "From its file - Site"

    def test_nothing_in_front_matter_gets_out_of_it(self, pages: Site) -> None:
        head = "title: <script>alert(1)</script>\ndescription: '\"><script>alert(2)</script>'\ntags: ['<script>']"
        html = put(pages, "docs/a.md", head).build().page("a.html").html

        assert "<script>alert" not in html

    @pytest.mark.parametrize(
        ("head", "found_in"),
        [
            ("layout: page", {"sitemap", "search"}),
            ("sitemap: false", {"search"}),
            ("search: false", {"sitemap"}),
        ],
    )
    def test_it_can_be_kept_from_sitemap_and_search(self, pages: Site, head: str, found_in: set[str]) -> None:
        built = put(pages, "docs/a.md", head).build()
        searched = {doc["location"] for doc in built.search}

        assert ("https://example.org/a.html" in built.sitemap) == ("sitemap" in found_in)
        assert ("a.html" in searched) == ("search" in found_in)
        assert built.page("a.html").css("link[rel=canonical][href='https://example.org/a.html']")

    def test_it_can_be_kept_from_search_engines(self, pages: Site) -> None:
        built = put(put(pages, "docs/a.md", "robots: noindex"), "docs/b.md").build()

        assert len(built.page("a.html").css("head meta[name=robots][content=noindex]")) == 1
        assert not built.page("b.html").css("meta[name=robots]")

    def test_it_leads_from_its_old_urls(self, pages: Site) -> None:
        put(pages, "docs/a.md", "redirect_from: [/old/, /older]")
        built = put(pages, "docs/b.md", "redirect_to: https://example.com/").build(strict=True)

        assert 'href="../a.html"' in built.read("old/index.html")
        assert 'href="a.html"' in built.read("older.html")
        assert "https://example.com/" in built.read("b.html")
        assert "https://example.org/b.html" not in built.sitemap

    def test_a_template_that_the_theme_lacks_is_told(self, pages: Site) -> None:
        built = put(put(pages, "docs/a.md", "template: home.html"), "docs/b.md", "template: blog.html").build()

        assert [fault.partition("\n")[0] for fault in built.faults] == [
            "docs/a.md:2:11: template: the theme has no template 'home.html'"
        ]

    def test_an_icon_of_another_theme_is_left_out(self, pages: Site) -> None:
        put(put(pages, "docs/a.md", "icon: fas fa-archive"), "docs/b.md", "icon: material/home")
        put(pages, "docs/blog/posts/c.md", "date: 2024-01-31\nicon: [a]")
        nav = [{"A": "a.md"}, {"B": "b.md"}, {"C": "blog/posts/c.md"}]

        built = pages.config(nav=nav).build()

        assert built.exit_code == 0, built.log
        hint = "\n    write the name of one that it has: material/anchor"
        assert built.warnings == []
        assert f"docs/blog/posts/c.md:3:7: icon: the theme has no icon a list{hint}" in built.faults
        assert "M10 20v-6h4v6h5v-8h3L12 3" in built.read("a.html")

    def test_it_can_be_edited(self, pages: Site) -> None:
        pages.config(repo_url="https://github.com/a/b", edit_uri="edit/main/docs/")
        put(pages, "docs/a.md")
        built = put(
            pages.config(theme={"name": "material", "features": ["content.action.edit"]}), "_pages/b.md"
        ).build()

        assert built.page("a.html").css("a[href='https://github.com/a/b/edit/main/docs/a.md']")
        assert built.page("_pages/b.html").css("a[href='https://github.com/a/b/edit/main/_pages/b.md']")


class TestLiquid:
    """Liquid in pages."""

    def test_a_page_knows_itself_and_the_site(self, pages: Site) -> None:
        text = "{{ page.title }} at {{ page.url }} by {{ page.by }}, {{ site.title }}, {% link _publications/p.md %}"
        put(pages, "_publications/p.md")
        for name in ("docs/a.md", "docs/b.html", "_pages/c.md"):
            put(pages, name, "title: It\nby: Me", text)
        built = pages.build(strict=True)

        for url in ("a.html", "b.html", "_pages/c.html"):
            assert built.page(url).text == f"It It at /{url} by Me, Site, /publications/p/"

    def test_documents_of_a_collection_are_listed(self, pages: Site) -> None:
        put(pages, "_publications/new.md", "title: New\ndate: 2024-01-31")
        put(pages, "_publications/2020-01-31-old.md", "title: Old")
        put(pages, "_publications/hidden.md", "title: Hidden\npublished: false")
        each = "{{ p.title }} ({{ p.date | date: '%Y' }}, {{ p.collection }}) at {{ p.url }}"
        text = f"{{% for p in site.publications %}}<p>{each}</p>{{% endfor %}}"
        built = put(pages, "docs/a.html", "layout: page", text).build(strict=True)

        assert built.page("a.html").text.endswith(
            "Old (2020, publications) at /publications/2020-01-31-old/ New (2024, publications) at /publications/new/"
        )

    def test_a_whole_document_has_none_left(self, pages: Site) -> None:
        put(pages, "docs/404.html", "permalink: 404.html\nby: Us", "<!-- x -->\n<!doctype html><p>{{ page.by }}</p>")
        built = put(pages, "docs/a.html", "by: Me", "<!doctype html><p>{{ page.by }}</p>").build(strict=True)

        assert built.read("a.html") == "<!doctype html><p>Me</p>\n"
        assert built.read("404.html") == "<!-- x -->\n<!doctype html><p>Us</p>\n"

    def test_what_is_wrong_is_told_with_its_place(self, pages: Site) -> None:
        built = put(pages, "_pages/a.md", "title: It", "Text.\n\n{% nonsense %}\n").build()

        assert [fault.partition("\n")[0] for fault in built.faults] == [
            "_pages/a.md:6:1: liquid: there is no tag 'nonsense'"
        ]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_404_page_of_the_sites_own_is_good_at_any_url(pages: Site, theme: str) -> None:
    pages.config(theme=theme, site_url="https://example.org/base/").put("docs/images/x.png", "")
    put(pages, "docs/404.md", "permalink: /404\ntitle: Lost", "[Home](index.md) ![x](images/x.png) [here](#here)")
    html = pages.build(strict=True).read("404.html")

    links = re.findall(r"""\s(?:href|src)\s*=\s*["']?([^"'\s>]+)""", html)
    assert {link for link in links if not link.startswith(("/base/", "https://", "#"))} == set()
    assert {"/base/", "/base/images/x.png", "#here"} <= set(links)
    assert re.search(r"""["']?base(?:_url)?["']?\s*[:=]\s*["']/base/?["']""", html)


class TestNavigation:
    """Pages in `nav`, and without it."""

    def test_a_page_is_named_by_its_file(self, pages: Site) -> None:
        for name in ("docs/xa.md", "_pages/b.md", "_publications/c.md", "docs/d.html"):
            put(pages, name, f"title: Title of {name}")
        nav = ["index.md", {"A": "xa.md"}, "_pages/b.md", {"More": ["_publications/c.md", "d.html", "blog/index.md"]}]
        built = pages.config(nav=nav).build(strict=True)

        links = built.page("").links_in("nav.md-nav--primary")
        assert [link for link in links if link.url.endswith(("xa.html", "b.html", "c/", "d.html"))] == [
            ("A", "xa.html"),
            ("Title of _pages/b.md", "_pages/b.html"),
            ("Title of _publications/c.md", "publications/c/"),
            ("Title of docs/d.html", "d.html"),
        ]

    def test_pages_may_be_left_out(self, pages: Site) -> None:
        for name in ("docs/a.md", "_pages/b.md", "_publications/c.md"):
            put(pages, name)
        built = pages.config(nav=["index.md", "blog/index.md"]).build(strict=True)

        assert not [message for message in built.infos if "nav" in message]

    def test_without_nav_mkdocs_lists_the_pages_of_docs(self, pages: Site) -> None:
        for name in ("docs/a.md", "docs/b.html", "_pages/c.md", "_publications/d.md"):
            put(pages, name, f"title: Title of {name}")
        links = pages.build().page("").links_in("nav.md-nav--primary")

        assert {link.url for link in links} >= {"a.html", "b.html"}
        assert not {link.url for link in links} & {"_pages/c.html", "publications/d/"}


def test_a_page_of_the_folder_outside_is_made_again_under_serve(pages: Site) -> None:
    put(pages, "_pages/a.md", "title: Before")
    with pages.serve() as preview:
        assert preview.build().page("_pages/a.html").heading == "Before"
        assert {str(pages.root / "_pages"), str(pages.root / "_config.yml")} <= preview.watched
        put(pages, "_pages/a.md", "title: After\npermalink: /a/")
        built = preview.build()

    assert built.page("a/").heading == "After"
    assert "_pages/a.html" not in built.pages


def test_what_is_kept_is_what_would_be_made(pages: Site) -> None:
    body = "# Text\n\n[b](b.md) and [c](/c/)\n- one\n- two\n"
    put(put(pages, "docs/a.md", "layout: page", body), "docs/b.md")
    first = pages.build().read("a.html")
    assert pages.build().read("a.html") == first
    moved = put(pages, "docs/b.md", "permalink: /moved/").build().read("a.html")

    assert 'href="moved/"' in moved
    assert pages.blogposts(cache=False).build().read("a.html") == moved


def test_pages_show_cards_and_posts_about_them(pages: Site) -> None:
    put(pages, "docs/a.md", body="<!-- blogposts: {limit: 3} -->").blogposts(backlinks=True)
    built = put(pages, "docs/blog/posts/p.md", "date: 2024-01-31\ntitle: P", "[a](../../a.md)").build(strict=True)

    assert [card.title for card in built.page("a.html").cards] == ["P", "P"]


def test_pages_of_another_blog_are_left_to_it(pages: Site) -> None:
    plugins = ["search", {"blogposts": {"jekyll_pages": True}}, {"blogposts": {"blog_dir": "news"}}]
    put(pages, "docs/news/posts/p.md", "date: 2024-01-31\npermalink: /p/")
    put(pages, "docs/news/index.md", "title: News of ours", "# News of ours")
    built = put(pages, "docs/a.md").config(plugins=plugins).build(strict=True)

    assert built.page("news/").heading == "News of ours"
    assert [card.url for card in built.page("news/").cards] == ["p/"]
    assert "a.html" in built.pages
