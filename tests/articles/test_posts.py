"""Posts of both dialects: where they stand, and what their pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import Link

if TYPE_CHECKING:
    from tests.site import Site


def test_both_dialects_lie_in_one_folder(site: Site) -> None:
    site.write("""
        docs/blog/posts/upgrade.md
        | ---
        | date: 2024-02-01
        | tags: [Python 3, Docs]
        | categories: [Release notes]
        | ---
        | # Upgrade
        |
        | Of Material.
        docs/blog/posts/2024-01-31-move.md
        | ---
        | title: "Move"
        | permalink: /posts/2024/01/move/
        | tags: python docs
        | category: Release notes
        | ---
        | Of Jekyll:
        | - with a list
    """)

    built = site.build(strict=True)

    assert [(card.title, card.url, card.tags) for card in built.page("blog/").cards] == [
        ("Upgrade", "blog/2024/02/01/upgrade/", ("Python 3", "Docs")),
        ("Move", "posts/2024/01/move/", ("python", "docs")),
    ]
    assert [card.title for card in built.page("blog/category/release-notes/").cards] == ["Upgrade", "Move"]
    assert [card.title for card in built.page("blog/tag/docs/").cards] == ["Upgrade", "Move"]
    assert built.page("posts/2024/01/move/").css("article ul li")


def test_dates_are_read_and_shown_in_the_zone_of_the_site(site: Site) -> None:
    site.blogposts(timezone="Asia/Tokyo").write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31 23:30:00 +00:00
        | layout: post
        | ---
        | # A
        docs/blog/posts/b.md
        | ---
        | date: 2024-01-31
        | ---
        | # B
    """)

    built = site.build(strict=True)

    assert [(card.url, card.date) for card in built.page("blog/").cards] == [
        ("blog/2024/02/01/a/", "2024-02-01T08:30:00+09:00"),
        ("blog/2024/01/31/b/", "2024-01-31"),
    ]
    assert "February 1, 2024" in built.page("blog/2024/02/01/a/").text


def test_dates_are_told_in_the_language_of_the_site(site: Site) -> None:
    site.config(theme={"name": "material", "language": "de"}).write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-03-31
        | ---
        | # A
    """)

    built = site.build(strict=True)

    assert "31. März 2024" in built.page("blog/").text
    assert "31. März 2024" in built.page("blog/2024/03/31/a/").text


def test_a_title_may_have_formatting(site: Site) -> None:
    site.write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | title: Why `map` & *filter* "5 < 6"
        | slug: a
        | ---
        | Text.
    """)

    built = site.build(strict=True)

    page = built.page("blog/2024/01/31/a/")
    assert [node.text() for node in page.css("h1 code")] == ["map"]
    assert page.heading == 'Why map & filter "5 < 6"'
    assert page.title == 'Why map & filter "5 < 6" - Site'
    assert [node.text() for node in built.page("blog/").css("article.bp-card h2 code")] == ["map"]


def test_a_pinned_post_comes_first_and_an_unlisted_one_nowhere(site: Site) -> None:
    site.write("""
        docs/blog/posts/old.md
        | ---
        | date: 2020-01-01
        | pin: true
        | ---
        | # Old
        docs/blog/posts/new.md
        | ---
        | date: 2024-01-01
        | ---
        | # New
        docs/blog/posts/hidden.md
        | ---
        | date: 2025-01-01
        | unlisted: true
        | tags: [secret]
        | ---
        | # Hidden
    """)

    built = site.build(strict=True)

    assert [card.title for card in built.page("blog/").cards] == ["Old", "New"]
    hidden = built.page("blog/2025/01/01/hidden/")
    assert hidden.meta("robots") == "noindex"
    assert hidden.heading == "Hidden"
    assert "blog/archive/2025/" not in built.pages
    assert "blog/tag/secret/" not in built.pages
    assert "hidden" not in built.read("blog/rss.xml").lower()


OF_THE_SITE = """
from markdown.extensions import Extension


class makeExtension(Extension):
    def extendMarkdown(self, md):
        pass
"""


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize("extension", ["toc", "extension_of_the_site"])
def test_search_and_sitemap_do_not_know_unlisted_posts(
    site: Site, monkeypatch: pytest.MonkeyPatch, theme: str, extension: str
) -> None:
    # Of an extension that is not known, nothing can be kept.
    monkeypatch.syspath_prepend(site.root)
    site.put("docs/index.md", "# Home\n").put("extension_of_the_site.py", OF_THE_SITE)
    site.config(theme=theme, markdown_extensions=[extension]).write("""
        docs/blog/posts/hidden.md
        | ---
        | date: 2025-01-01
        | unlisted: true
        | ---
        | # Hidden
        |
        | Whisper.
    """)

    built = site.build(strict=True)

    assert "blog/2025/01/01/hidden/" in built.pages
    assert built.search
    assert "Whisper" not in built.read("search/search_index.json")
    assert "hidden" not in built.read("sitemap.xml")


def test_a_link_post_leads_away_from_listings_and_keeps_its_page(site: Site) -> None:
    site.write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | link: https://example.com/read?a=1&b=2
        | ---
        | # Worth reading
        docs/blog/posts/b.md
        | ---
        | date: 2024-01-30
        | permalink: /posts/b/
        | link: /posts/b
        | ---
        | # Leads to itself
    """)

    built = site.build(strict=True)

    assert [(card.title, card.url) for card in built.page("blog/").cards] == [
        ("Worth reading", "https://example.com/read?a=1&b=2"),
        ("Leads to itself", "posts/b/"),
    ]
    assert built.page("blog/2024/01/31/worth-reading/").heading == "Worth reading"


def test_a_folder_gives_its_posts_front_matter(site: Site) -> None:
    site.config(plugins=["meta", "blogposts"]).write("""
        docs/blog/posts/notes/.meta.yml
        | tags: [notes]
        | hide: [toc]
        docs/blog/posts/notes/a.md
        | ---
        | date: 2024-01-31
        | ---
        | # A
        docs/blog/posts/b.md
        | ---
        | date: 2024-01-30
        | ---
        | # B
    """)

    assert [card.tags for card in site.build(strict=True).page("blog/").cards] == [("notes",), ()]


def test_reading_time_is_counted_set_or_left_out(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-04\n---\n# A\n\n" + "word " * 600)
    site.write("""
        docs/blog/posts/b.md
        | ---
        | date: 2024-01-03
        | readtime: 17
        | ---
        | # B
        docs/blog/posts/c.md
        | ---
        | date: 2024-01-02
        | read_time: false
        | ---
        | # C
    """)

    index = site.build(strict=True).page("blog/")

    texts = [" ".join(node.text().split()) for node in index.css("article.bp-card")]
    assert "3 min read" in texts[0]
    assert "17 min read" in texts[1]
    assert "min read" not in texts[2]


def test_the_page_of_a_post_shows_what_is_known_of_it(site: Site) -> None:
    site.write("""
        docs/blog/.authors.yml
        | authors:
        |   jane:
        |     name: Jane Doe
        |     description: Keeper
        |     avatar: https://example.com/jane.png
        docs/blog/posts/a.md
        | ---
        | date: {created: 2024-01-31, updated: 2024-02-29}
        | description: In *short*
        | authors: [jane]
        | categories: [News]
        | tags: [python]
        | ---
        | # A
    """)

    page = site.build(strict=True).page("blog/2024/01/31/a/")

    assert page.meta("description") == "In short"
    assert page.meta("author") == "Jane Doe"
    for text in ("Jane Doe", "Keeper", "January 31, 2024", "February 29, 2024"):
        assert text in page.text
    assert Link("News", "blog/category/news/") in page.links
    assert Link("python", "blog/tag/python/") in page.links
    assert page.css("img[src='https://example.com/jane.png']")


def test_authors_get_pages_if_the_site_wants_them(site: Site) -> None:
    site.blogposts(authors_profiles=True).write("""
        docs/blog/.authors.yml
        | authors:
        |   jane: {name: Jane Doe, description: Keeper, avatar: j.png}
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | authors: [jane]
        | ---
        | # A
        docs/j.png
        | not really
    """)

    built = site.build(strict=True)

    assert [card.title for card in built.page("blog/author/jane/").cards] == ["A"]
    assert "blog/author/jane/" in [link.url for link in built.page("blog/2024/01/31/a/").links]
    avatar = built.page("blog/2024/01/31/a/").css("img[src$='j.png']")[0].attributes["src"] or ""
    assert built.page("blog/2024/01/31/a/").resolve(avatar) == "j.png"


def test_keys_may_have_names_of_the_site(site: Site) -> None:
    site.blogposts(key_aliases={"date": ["written"]}).write("""
        docs/blog/posts/a.md
        | ---
        | written: 2024-01-31
        | ---
        | # A
    """)

    assert "blog/2024/01/31/a/" in site.build(strict=True).pages


def test_a_toml_and_a_json_head(site: Site) -> None:
    site.write("""
        docs/blog/posts/a.md
        | +++
        | date = 2024-01-31
        | tags = ["toml"]
        | +++
        | # A
        docs/blog/posts/b.md
        | {"date": "2024-01-30", "tags": ["json"]}
        |
        | # B
    """)

    cards = site.build(strict=True).page("blog/").cards

    assert [(card.title, card.tags) for card in cards] == [("A", ("toml",)), ("B", ("json",))]


def test_of_two_equal_keys_jekyll_takes_the_last(site: Site) -> None:
    site.put("docs/_posts/2024-01-31-a.md", "---\ntitle: One\ntags: x\ntitle: Two\n---\nText.\n")

    built = site.build()

    told = "docs/_posts/2024-01-31-a.md:4:1: duplicate key 'title', first on line 2\n    keep one of the two"
    assert built.faults == [told]
    assert built.exit_code == 0
    assert [card.title for card in built.page("blog/").cards] == ["Two"]
