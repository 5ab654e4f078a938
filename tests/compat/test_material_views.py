"""Listings of Material's blog: their places, their heads, their navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import Link

if TYPE_CHECKING:
    from tests.site import Site

ADA = "authors:\n  ada:\n    name: Ada\n    description: Writes\n    avatar: https://example.org/ada.png\n"


@pytest.fixture
def blog(site: Site) -> Site:
    """A blog of five posts in two years, with categories and an author."""
    site.put("docs/index.md", "# Home\n").put("docs/blog/.authors.yml", ADA)
    for number in range(1, 6):
        head = f"date: {2022 + number % 2}-01-0{number}\ncategories: [Cat {number % 2}]\nauthors: [ada]"
        site.put(f"docs/blog/posts/{number}.md", f"---\n{head}\n---\n# Post {number}\n\nText.\n")
    return site.blogposts(authors_profiles=True, pagination_per_page=2)


def test_urls(blog: Site) -> None:
    built = blog.build(strict=True)

    posts = {f"blog/{2022 + number % 2}/01/0{number}/post-{number}/" for number in range(1, 6)}
    assert {url for url in built.pages if not url.startswith("blog/tag") and url != "blog/archive/"} == {
        "",
        *posts,
        *("blog/", "blog/page/2/", "blog/page/3/"),
        *("blog/archive/2022/", "blog/archive/2023/", "blog/archive/2023/page/2/"),
        *("blog/category/cat-0/", "blog/category/cat-1/", "blog/category/cat-1/page/2/"),
        *("blog/author/ada/", "blog/author/ada/page/2/", "blog/author/ada/page/3/"),
    }


def test_urls_of_files(blog: Site) -> None:
    built = blog.config(use_directory_urls=False).build(strict=True)

    expected = {"archive/2023.html", "archive/2023/page/2.html", "category/cat-0.html", "author/ada.html"}
    assert {f"blog/{name}" for name in expected} <= set(built.pages)
    assert "blog/page/2/" in built.pages


HEADS = {
    "the index": ("docs/blog/index.md", "blog/", "blog/page/2/"),
    "a year": ("docs/blog/archive/2023.md", "blog/archive/2023/", "blog/archive/2023/page/2/"),
    "a category": ("docs/blog/category/cat-1.md", "blog/category/cat-1/", "blog/category/cat-1/page/2/"),
    "an author": ("docs/blog/author/ada.md", "blog/author/ada/", "blog/author/ada/page/2/"),
}


@pytest.mark.parametrize("keeps", [False, True], ids=["shown once", "repeated"])
@pytest.mark.parametrize("layout", ["cards", "list"])
@pytest.mark.parametrize("kind", HEADS)
def test_a_hand_written_file_is_the_head_of_a_listing(blog: Site, kind: str, layout: str, *, keeps: bool) -> None:
    name, url, further = HEADS[kind]
    up = "../" * (name.count("/") - 1)
    head = "---\ndescription: By hand\nhide: [toc]\n---\n"
    blog.put(name, f"{head}# My *own* words\n\nSomething [first]({up}index.md).\n")
    blog.blogposts(view_layout=layout, pagination_keep_content=keeps)

    built = blog.build(strict=True)

    assert built.exit_code == 0, built.log
    first, second = built.page(url), built.page(further)
    assert (first.heading, second.heading) == ("My own words", "My own words")
    assert (first.meta("description"), second.meta("description")) == ("By hand", "By hand - Page 2")
    assert first.text.index("Something first.") < first.text.index(first.cards[0].title)
    assert len(first.cards) == 2
    assert ("Something first." in second.text) is keeps
    if keeps:
        assert Link("first", "") in second.links


def test_media_lie_below_the_blog(blog: Site) -> None:
    blog.put("docs/blog/posts/pictures/a.png", b"a").put("docs/blog/posts/files/b.pdf", b"b")
    text = "---\ndate: 2024-01-01\n---\n# Seen\n\n![](pictures/a.png) [File](files/b.pdf)\n"
    blog.put("docs/blog/posts/seen.md", text)

    built = blog.build(strict=True)

    assert {"blog/pictures/a.png", "blog/files/b.pdf"} <= built.files
    assert Link("File", "blog/files/b.pdf") in built.page("blog/2024/01/01/seen/").links


def test_places_in_the_navigation(blog: Site) -> None:
    blog.put("docs/blog/index.md", "# News\n").put("docs/guide.md", "# Guide\n").put("docs/after.md", "# After\n")
    blog.config(nav=["index.md", {"News": ["blog/index.md", "guide.md"]}, "after.md"])

    page = blog.build(strict=True).page("guide/")

    texts = [link.text for link in page.links_in(".md-nav--primary") if link.text]
    assert [text for text in texts if text in {"2023", "2022", "Cat 0", "Cat 1", "Ada", "Tags", "After"}] == [
        *("2023", "2022"),
        *("Cat 0", "Cat 1"),
        "Ada",
        "Tags",
        "After",
    ]
    sections = [node.text(strip=True) for node in page.css(".md-nav--primary label.md-nav__link .md-ellipsis")]
    assert [name for name in sections if name in {"Archive", "Categories", "Authors"}] == [
        "Archive",
        "Categories",
        "Authors",
    ]


def test_names_of_sections_are_texts_or_keys(blog: Site) -> None:
    blog.config(theme={"name": "material", "language": "de"}, nav=["index.md", {"News": ["blog/index.md"]}])
    blog.blogposts(categories_name="Subjects", authors_profiles_name="People")

    page = blog.build(strict=True).page("blog/")

    sections = {node.text(strip=True) for node in page.css(".md-nav--primary label.md-nav__link .md-ellipsis")}
    assert {"Archiv", "Subjects", "People"} <= sections


def test_a_blog_out_of_nav_is_no_fault(blog: Site) -> None:
    built = blog.config(nav=["index.md"]).build(strict=True)

    assert built.exit_code == 0, built.log
    assert built.warnings == []
    assert "blog/" not in [link.url for link in built.page("").links_in(".md-nav--primary")]
    assert [line for line in built.infos if "blog/index.md" in line]


def test_listings_are_marked_as_made(blog: Site) -> None:
    """As git-revision-date-localized and others want to know."""
    blog.config(hooks=["hook.py"]).put(
        "hook.py",
        "def on_env(env, *, config, files):\n"
        "    made = [file.src_uri for file in files.documentation_pages() if file.generated_by]\n"
        "    print('made', *sorted(made))\n",
    )

    said = blog.run("build", "--quiet").stdout

    assert "blog/archive/2023.md" in said
    assert "posts/1.md" not in said


def test_sitemap_has_posts_and_listings(blog: Site) -> None:
    blog.put("docs/blog/posts/draft.md", "---\ndate: 2024-01-01\ndraft: true\n---\n# Draft\n")

    built = blog.build(strict=True)

    assert {"https://example.org/blog/", "https://example.org/blog/2023/01/01/post-1/"} <= set(built.sitemap)
    assert not [url for url in built.sitemap if "draft" in url]
