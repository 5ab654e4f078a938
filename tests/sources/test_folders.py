"""Where posts may lie, and where their pages stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


POSTS = {
    "title": ("docs/blog/posts/a.md", "date: 2024-01-01", "blog/2024/01/01/the-title/"),
    "slug": ("docs/blog/posts/b.md", "date: 2024-01-02\nslug: short", "blog/2024/01/02/short/"),
    "dates below date": (
        "docs/blog/posts/c.md",
        "date: {created: 2024-01-03, updated: 2024-03-01}",
        "blog/2024/01/03/the-title/",
    ),
    "date in the file name": ("docs/blog/posts/2024-01-04-a.md", "", "blog/2024/01/04/a/"),
    "short date in the file name": ("docs/blog/posts/2024-1-5-a.md", "", "blog/2024/01/05/a/"),
    "permalink": ("docs/blog/posts/d.md", "date: 2024-01-06\npermalink: /posts/2024/x/", "posts/2024/x/"),
    "permalink of a file": ("docs/blog/posts/e.md", "date: 2024-01-07\npermalink: /x.html", "x.html"),
    "permalink without slash": ("docs/blog/posts/f.md", "date: 2024-01-08\npermalink: /y", "y/"),
    "permalink with two slashes": ("docs/blog/posts/g.md", "date: 2024-01-09\npermalink: //z//z/", "z/z/"),
    "in _posts beside mkdocs.yml": ("_posts/2024-01-10-a.md", "", "blog/2024/01/10/a/"),
    "in _posts of docs": ("docs/_posts/2024-01-11-a.md", "", "blog/2024/01/11/a/"),
    "in _posts of the blog": ("docs/blog/_posts/2024-01-12-a.md", "", "blog/2024/01/12/a/"),
    "deep": ("docs/blog/posts/deep/er/a.md", "date: 2024-01-13", "blog/2024/01/13/the-title/"),
    "bundle": ("docs/blog/posts/i/index.md", "date: 2024-01-14\nslug: b", "blog/2024/01/14/b/"),
    "dated bundle": ("docs/blog/posts/2024-01-15-a/index.md", "", "blog/2024/01/15/a/"),
}
"""File, front matter and URL."""


def test_a_post_stands_at_its_url(site: Site) -> None:
    for name, head, _ in POSTS.values():
        site.put(name, f"---\n{head}\n---\n# The title\n\nText.\n")

    built = site.blogposts(pagination=False).build(strict=True)

    assert built.exit_code == 0, built.log
    cards = {card.date: card.url for card in built.page("blog/").cards}
    found = {name: cards.get(f"2024-01-{day:02}") for day, name in enumerate(POSTS, 1)}
    assert found == {name: url for name, (_, _, url) in POSTS.items()}
    assert {built.page(url).heading for _, _, url in POSTS.values()} == {"The title"}


def test_without_directory_urls_pages_end_in_html(site: Site) -> None:
    site.config(use_directory_urls=False).write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | tags: [x]
        | ---
        | # A
        docs/blog/posts/b.md
        | ---
        | date: 2024-01-30
        | permalink: /posts/b/
        | ---
        | # B
        docs/talks/t.md
        | ---
        | venue: PyConf
        | ---
        | # T
    """)

    built = site.build(strict=True)

    assert built.pages == [
        "blog/",
        "blog/2024/01/30/b.html",
        "blog/2024/01/31/a.html",
        "blog/archive.html",
        "blog/archive/2024.html",
        "blog/tag/x.html",
        "blog/tags.html",
        "posts/b/",
        "talks/",
        "talks/t.html",
    ]
    assert [card.url for card in built.page("blog/").cards] == ["blog/2024/01/31/a.html", "posts/b/index.html"]


def test_posts_may_lie_outside_docs(site: Site) -> None:
    site.blogposts(post_dir="../news").write("""
        news/a.md
        | ---
        | date: 2024-01-31
        | ---
        | # From outside
        |
        | ![A](pictures/a.png)
        news/pictures/a.png
        | not really
    """)

    built = site.build(strict=True)

    page = built.page("blog/2024/01/31/from-outside/")
    assert page.heading == "From outside"
    assert [page.resolve(image.attributes["src"] or "") for image in page.css("article img")] == ["blog/pictures/a.png"]
    assert "blog/pictures/a.png" in built.files


def test_two_blogs_on_one_site(site: Site) -> None:
    site.config(plugins=[{"blogposts": {"blog_dir": "blog"}}, {"blogposts": {"blog_dir": "news"}}]).write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | tags: [x]
        | ---
        | # Of the blog
        docs/news/posts/b.md
        | ---
        | date: 2024-01-31
        | tags: [x]
        | ---
        | # Of the news
    """)

    built = site.build(strict=True)

    assert [card.url for card in built.page("blog/").cards] == ["blog/2024/01/31/of-the-blog/"]
    assert [card.url for card in built.page("news/").cards] == ["news/2024/01/31/of-the-news/"]
    assert [card.title for card in built.page("blog/tag/x/").cards] == ["Of the blog"]
    assert [card.title for card in built.page("news/tag/x/").cards] == ["Of the news"]
    assert {"blog/rss.xml", "news/rss.xml"} <= built.files


def test_a_blog_that_is_the_whole_site(site: Site) -> None:
    site.blogposts(blog_dir=".").write("""
        docs/posts/a.md
        | ---
        | date: 2024-01-31
        | tags: [x]
        | ---
        | # A
    """)

    built = site.build(strict=True)

    assert built.pages == ["", "2024/01/31/a/", "archive/", "archive/2024/", "tag/x/", "tags/"]
    assert [card.url for card in built.page("").cards] == ["2024/01/31/a/"]
    assert {"rss.xml", "atom.xml", "feed.json"} <= built.files


def test_a_disabled_plugin_does_nothing(site: Site) -> None:
    site.blogposts(enabled=False).write("""
        docs/index.md
        | # Home
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | ---
        | # A
    """)

    built = site.build()

    assert built.pages == ["", "blog/posts/a/"]
    assert not [name for name in built.files if "blogposts" in name or name.endswith("rss.xml")]


@pytest.mark.parametrize("post_dir", ["{blog}", "."])
def test_posts_beside_the_heads_of_listings(site: Site, post_dir: str) -> None:
    site.blogposts(post_dir=post_dir, talks=False, authors_profiles=True)
    heads = ("index", "tags", "tag/x", "archive/2024", "category/news", "author/ada")
    for name in heads:
        site.put(f"docs/blog/{name}.md", f"# Head of {name}\n")
    site.put("docs/blog/a.md", "---\ntitle: A\ndate: 2024-01-31\ntags: [x]\ncategories: [News]\nauthors: [Ada]\n---\n")
    site.put("docs/blog/tag/b.md", "---\ntitle: B\ndate: 2024-01-30\n---\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    urls = ("blog/", *(f"blog/{name}/" for name in heads[1:]))
    assert [built.page(url).heading for url in urls] == [f"Head of {name}" for name in heads]
    assert [card.title for card in built.page("blog/").cards] == ["A", "B"]


def test_a_post_without_a_date_beside_the_listings_is_told(site: Site) -> None:
    site.blogposts(post_dir="{blog}").put("docs/blog/a.md", "# A\n")

    (fault,) = site.build().faults

    assert fault.startswith("docs/blog/a.md:1:1: has no front matter, and no date in its name")


@pytest.mark.parametrize("head", ["title: A\ndate: 2024-01-31", "title: A"])
def test_a_post_that_is_a_draft_for_mkdocs_is_one_for_us(site: Site, head: str) -> None:
    site.config(draft_docs="blog/posts/a.md\n")
    site.put("docs/blog/posts/a.md", f"---\n{head}\n---\n").put("docs/blog/posts/p.png", b"p")

    built = site.build(strict=True)
    served = site.build(serve=True)

    assert built.pages == ["blog/", "blog/tags/"]
    assert "blog/p.png" not in built.files
    assert [card.title for card in served.page("blog/").cards] == ["A"]
    assert len(served.page(served.page("blog/").cards[0].url).css(".bp-badge")) == 1


def test_faults_of_a_draft_for_mkdocs_end_no_build(site: Site) -> None:
    site.config(draft_docs="blog/posts/\n")
    site.put("docs/blog/posts/a.md", "---\ntitle: [\n---\n").put("docs/blog/posts/b.md", "---\ndate: soon\n---\n")

    built = site.build(strict=True)

    assert built.exit_code == 0
    assert len(built.faults) == 2
