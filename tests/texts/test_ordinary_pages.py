"""What is read of an ordinary page of a Jekyll site, and where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_blogposts.content.models import HeldBack, JekyllPage
from mkdocs_blogposts.jekyll.jekyll_config import Collection, JekyllConfig
from mkdocs_blogposts.texts.ordinary_pages import PageRules, load_page
from tests.content.reading import NOW, Read, day, read


def page(
    head: str = "title: It", body: str = "Text.\n", *, src_uri: str = "about.md", **config: Any
) -> Read[JekyllPage]:
    """A page with this front matter, on a site with two collections; `config` is what `_config.yml` says."""
    return text(f"---\n{head}\n---\n{body}", src_uri=src_uri, **config)


def text(content: str, *, src_uri: str = "about.md", **config: Any) -> Read[JekyllPage]:
    """A file of such a site."""
    labels = ("books", "notes")
    collections = {
        "books": Collection(label="books", output=True, permalink="/:collection/:path/"),
        "notes": Collection(label="notes", output=True),
    }
    rules = PageRules(jekyll=JekyllConfig(paths=("_config.yml",), collections=collections, **config), labels=labels)
    return read(lambda source, reader: load_page(source, reader, rules), content, src_uri=src_uri)


@pytest.mark.parametrize(
    ("src_uri", "head", "config", "dest_uri"),
    [
        ("about.md", "title: It", {}, "about.html"),
        ("about.md", "title: It", {"permalink": "pretty"}, "about/index.html"),
        ("about.md", "title: It", {"permalink": "/:year/:title/"}, "about/index.html"),
        ("about.md", "title: It", {"permalink": "/:year/:title"}, "about/index.html"),
        ("about.md", "title: It", {"permalink": "ordinal"}, "about.html"),
        ("index.md", "title: It", {}, "index.html"),
        ("a/index.html", "title: It", {}, "a/index.html"),
        ("a/b.md", "permalink: /:path/-/:basename:output_ext", {}, "a/-/b.html"),
        ("feed.html", "permalink: /feed.xml", {}, "feed.xml"),
        ("feed.md", "permalink: /feed.xml", {}, "feed.xml/index.html"),
        ("_books/a/b.md", "title: It", {}, "books/a/b/index.html"),
        ("_books/index.md", "title: It", {}, "books/index/index.html"),
        ("_notes/b.md", "title: It", {}, "notes/b.html"),
        ("_notes/b.md", "title: It", {"permalink": "pretty"}, "notes/b/index.html"),
        ("all/_books/b.md", "title: It", {"collections_dir": "all"}, "books/b/index.html"),
        ("_books/2024-01-31-b.md", "permalink: /:year/:title/", {}, "2024/b/index.html"),
        ("_books/b.md", "permalink: /:categories/:slug/\ncategory: A\nslug: B c", {}, "a/b-c/index.html"),
    ],
)
def test_a_page_is_written_to(src_uri: str, head: str, config: dict[str, Any], dest_uri: str) -> None:
    found = page(head, src_uri=src_uri, **config)

    assert (found.it.dest_uri, found.told) == (dest_uri, [])
    assert found.it.permalink == ("permalink" in head)


@pytest.mark.parametrize("content", ["# It\n", "\n---\ntitle: It\n---\n", "+++\na = 1\n+++\n"])
def test_a_file_without_front_matter_of_jekylls_is_no_page(content: str) -> None:
    found = text(content)

    assert (found.maybe, found.told) == (None, [])


def test_what_begins_as_front_matter_and_never_ends_is_a_page_of_all_its_text() -> None:
    found = text("---\nA line, and text.\n")

    assert (found.it.body, found.told) == ("---\nA line, and text.\n", [])


@pytest.mark.parametrize(
    ("src_uri", "config", "dest_uri"),
    [
        ("about.md", {}, "about.html"),
        ("a/about.md", {"permalink": "pretty"}, "a/about/index.html"),
        ("README.md", {}, None),
        ("README.md", {"include": ("README.md",)}, "README.html"),
        ("about.html", {}, None),
        ("_books/about.md", {}, None),
        ("about.md", {"values": {"optional_front_matter": {"enabled": False}}}, None),
        ("about.md", {"values": {"plugins": []}}, None),
    ],
)
def test_markdown_without_front_matter_is_a_page_where_a_plugin_says_so(
    src_uri: str, config: dict[str, Any], dest_uri: str | None
) -> None:
    values = {"plugins": ["jekyll-optional-front-matter"], **config.pop("values", {})}

    found = text("# It\n", src_uri=src_uri, values=values, **config).maybe

    assert (found.dest_uri if isinstance(found, JekyllPage) else None) == dest_uri


@pytest.mark.parametrize(
    ("body", "is_whole"),
    [
        ("<!DOCTYPE html><p>It</p>", True),
        ("<!-- of mine -->\n<html lang=en></html>", True),
        ("<?xml version='1.0'?><a/>", True),
        ("<p>It</p>", False),
        ("Text with <html> in it", False),
    ],
)
def test_a_whole_document_is_known_by_its_beginning(body: str, *, is_whole: bool) -> None:
    assert page(body=body, src_uri="a.html").it.is_whole == is_whole
    assert not page(body=body, src_uri="a.md").it.is_whole


@pytest.mark.parametrize(
    ("src_uri", "head", "date"),
    [
        ("_books/b.md", "date: 2024-01-31", "2024-01-31"),
        ("_books/2023-01-31-b.md", "title: It", "2023-01-31"),
        ("_books/2023-01-31-b.md", "date: some day", "2023-01-31"),
        ("_books/b.md", "date: some day", None),
        ("about.md", "date: some day", None),
    ],
)
def test_a_document_may_have_a_date(src_uri: str, head: str, date: str | None) -> None:
    found = page(head, src_uri=src_uri)

    assert (found.it.date, found.told) == (day(date) if date else None, [])


def test_a_document_without_a_date_is_as_old_as_the_build() -> None:
    found = page("permalink: /:year/:title/", src_uri="_books/b.md")

    assert found.it.dest_uri == f"{NOW.year}/b/index.html"
    assert not found.told


def test_an_unpublished_page_is_held_back() -> None:
    assert page("published: false").it.held_back is HeldBack.UNPUBLISHED
    assert page("published: true").it.held_back is None


@pytest.mark.parametrize(
    ("src_uri", "is_held"),
    [
        ("about.md", True),
        ("a/about.md", True),
        ("_pages/about.md", True),
        ("_books/a/b.md", True),
        ("_more/about.md", True),
        ("_other/about.md", False),
        ("a/_other/about.md", False),
        ("_pages/_other/about.md", False),
        ("a/.hidden.md", False),
        ("about.md~", False),
    ],
)
def test_pages_lie_where_jekyll_looks(src_uri: str, *, is_held: bool) -> None:
    rules = PageRules(jekyll=JekyllConfig(include=("_more", ".htaccess")), labels=("books",))

    assert rules.holds_page(src_uri) == is_held


def test_pages_of_a_site_below_docs_lie_there() -> None:
    rules = PageRules(jekyll=JekyllConfig(paths=("blog/_config.yml",), root="blog"), labels=("books",))

    assert [rules.holds_page(name) for name in ("blog/a.md", "blog/_books/b.md", "a.md")] == [True, True, False]
    assert rules.collection_of("blog/_books/b.md") == "books"
