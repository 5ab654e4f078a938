"""mkdocs-static-i18n: a blog in each language, with what its posts say there, and in the first language else."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import feedparser
import pytest

from tests.png import png
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

LANGUAGES = [
    {"locale": "en", "name": "English", "build": True, "default": True},
    {"locale": "de", "name": "Deutsch", "build": True, "site_name": "Gezeiten"},
]
I18N: dict[str, Any] = {"docs_structure": "suffix", "fallback_to_default": True, "languages": LANGUAGES}
TREE = """
    docs/index.md
    | # Home
    docs/index.de.md
    | # Start
    docs/blog/posts/hello.md
    | ---
    | date: 2024-01-31
    | tags: [news]
    | ---
    | # Hello
    |
    | See [the other](only.md).
    docs/blog/posts/hello.de.md
    | ---
    | date: 2024-01-31
    | tags: [neues]
    | ---
    | # Hallo
    |
    | Siehe [den anderen](only.md).
    docs/blog/posts/only.md
    | ---
    | date: 2024-02-01
    | redirect_from: /old/
    | ---
    | # Only English
    docs/blog/posts/quiet.md
    | ---
    | date: 2024-02-02
    | unlisted: true
    | ---
    | # Quiet
    docs/talks/tides.md
    | ---
    | venue: PyCon
    | date: 2024-03-01
    | ---
    | # Tides
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("i18n")).write(TREE)
    redirects = {"redirects": {"redirect_maps": {"was.md": "blog/posts/hello.md", "hush.md": "blog/posts/quiet.md"}}}
    site.put("docs/blog/posts/tides.png", png(2, 2)).write("elsewhere/")
    with contextlib.chdir(site.root / "elsewhere"):
        return site.config(plugins=["search", "blogposts", redirects, {"i18n": I18N}]).build(strict=True)


def test_what_lies_beside_posts_is_in_the_site_and_not_where_it_is_built(built: Built) -> None:
    assert "blog/tides.png" in built.files
    assert list((built.dir.parent / "elsewhere").iterdir()) == []


def test_each_language_has_its_posts_and_those_of_the_first_that_it_lacks(built: Built) -> None:
    assert built.exit_code == 0, built.log
    assert [card.title for card in built.page("blog/").cards] == ["Only English", "Hello"]
    assert [card.title for card in built.page("de/blog/").cards] == ["Only English", "Hallo"]
    assert [card.title for card in built.page("de/blog/tag/neues/").cards] == ["Hallo"]
    assert "blog/tag/neues/" not in built.pages
    assert "de/blog/tag/news/" not in built.pages
    assert "de/blog/archive/2024/" in built.pages


def test_a_redirect_of_another_plugin_leads_to_the_post_of_the_first_language(built: Built) -> None:
    assert "url=../blog/2024/01/31/hello/" in built.read("was/index.html")
    assert "url=../blog/2024/02/02/quiet/" in built.read("hush/index.html")  # which is in no list


def test_links_stay_within_a_language(built: Built) -> None:
    for prefix, title in (("", "hello"), ("de/", "hallo")):
        page = built.page(f"{prefix}blog/2024/01/31/{title}/")
        other = f"{prefix}blog/2024/02/01/only-english/"
        assert other in {link.url for link in page.links_in("article p")}
        assert {card.url for card in built.page(f"{prefix}blog/").cards} == {page.url, other}
        assert f"{prefix}talks/tides/" in built.pages


def test_dates_are_in_the_language_of_the_page(built: Built) -> None:
    assert "February 1, 2024" in built.page("blog/").text
    assert "1. Februar 2024" in built.page("de/blog/").text


def test_each_language_has_its_feed(built: Built) -> None:
    german, english = (feedparser.parse(built.read(name)) for name in ("de/blog/rss.xml", "blog/rss.xml"))

    assert [(item.title, item.link) for item in german.entries] == [
        ("Only English", "https://example.org/de/blog/2024/02/01/only-english/"),
        ("Hallo", "https://example.org/de/blog/2024/01/31/hallo/"),
    ]
    assert [item.title for item in english.entries] == ["Only English", "Hello"]


def test_redirects_lead_to_the_page_of_their_language(built: Built) -> None:
    assert "/de/" not in built.read("old/index.html").replace("../", "/")
    assert "blog/2024/02/01/only-english/" in built.read("old/index.html")
    assert "blog/2024/02/01/only-english/" in built.read("de/old/index.html")


def test_other_languages_are_reached_at_the_index_of_their_blog(built: Built) -> None:
    links = {link.url for link in built.page("blog/2024/01/31/hello/").links_in(".md-select__link, .md-select")}

    assert "de/blog/" in links
    sitemap = built.read("sitemap.xml")
    for url in ("blog/", "blog/2024/01/31/hello/", "de/blog/", "de/blog/2024/01/31/hallo/", "de/blog/tag/neues/"):
        assert f"<loc>https://example.org/{url}</loc>" in sitemap


def test_serve_shows_what_was_saved_in_either_language(site: Site) -> None:
    site.write(TREE).config(plugins=["search", "blogposts", {"i18n": I18N}])
    text = (site.root / "docs/blog/posts/hello.de.md").read_text(encoding="utf-8")

    with site.serve() as preview:
        preview.build()
        site.put("docs/blog/posts/hello.de.md", text.replace("Siehe", "Lies"))
        built = preview.build()
        assert "Lies den anderen" in built.page("de/blog/2024/01/31/hallo/").text
        assert "Lies den anderen" in built.page("de/blog/").text
        assert "See the other" in built.page("blog/").text
