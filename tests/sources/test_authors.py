"""Authors: where they are described, and who they are where a post does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.png import png

if TYPE_CHECKING:
    from tests.built import Page
    from tests.site import Site


@pytest.mark.parametrize(
    ("avatar", "src"),
    [
        pytest.param("img/me.png", "img/me.png", id="from docs_dir"),
        pytest.param("/img/me.png", "img/me.png", id="from the root of the site"),
        pytest.param("/sub/img/me.png", "img/me.png", id="with the path of the site"),
        pytest.param("https://example.org/sub/img/me.png", "img/me.png", id="with the address of the site"),
        pytest.param("profile.png", "images/profile.png", id="name in Jekyll's folder of images"),
        pytest.param("ann.png", "team/ann.png", id="name of the one picture that bears it"),
        pytest.param("https://example.com/me.png", "https://example.com/me.png", id="elsewhere"),
    ],
)
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_the_picture_of_an_author(site: Site, avatar: str, src: str, theme: str) -> None:
    site.config(site_url="https://example.org/sub/", theme=theme)
    for name in ("img/me.png", "images/profile.png", "team/profile.png", "team/ann.png"):
        site.put(f"docs/{name}", png(2, 2))
    site.put("docs/blog/.authors.yml", f"authors:\n  jane: {{name: Jane, description: Keeper, avatar: '{avatar}'}}\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nauthors: [jane]\n---\n# A\n")

    page = site.build().page("blog/2024/01/31/a/")

    images = page.css(".md-author img")
    assert {page.resolve(image.attributes["src"] or "") for image in images} == {src}


@pytest.mark.parametrize("kind", ["png;base64", "gif;base64", "svg+xml;utf8"])
def test_the_picture_of_an_author_may_be_a_picture_itself(site: Site, kind: str) -> None:
    avatar = f"data:image/{kind},iVBORw0KGgo="
    site.put("docs/blog/.authors.yml", f"authors:\n  jane: {{name: Jane, description: K, avatar: '{avatar}'}}\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nauthors: [jane]\n---\n# A\n")

    built = site.build(strict=True)

    images = built.page("blog/2024/01/31/a/").css(".md-author img")
    assert {image.attributes["src"] for image in images} == {avatar}
    assert built.faults == []


@pytest.mark.parametrize("avatar", ["nowhere.png", "two.png", "/img/nowhere.png"])
def test_the_picture_of_an_author_that_is_not_there_is_told_and_a_letter_shown(site: Site, avatar: str) -> None:
    site.put("docs/a/two.png", png(2, 2)).put("docs/b/two.png", png(2, 2))
    site.put("docs/blog/.authors.yml", f"authors:\n  jane: {{name: Jane, description: K, avatar: {avatar}}}\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nauthors: [jane]\n---\n# A\n")

    built = site.build(strict=True)

    [image] = built.page("blog/2024/01/31/a/").css(".md-author img")
    assert (image.attributes["src"] or "").startswith("data:image/svg+xml")
    told = f"docs/blog/.authors.yml:2:46: avatar: 'Jane' has a picture that is not there: '{avatar}'"
    assert built.faults == [f"{told}\n    write a path from `docs_dir`, or a URL"]


JEKYLL = """
    _config.yml
    | author: {name: Jane Doe, bio: Keeps a harbour, avatar: profile.png, uri: "https://example.com/jane"}
    | teaser: teaser.png
    | words_per_minute: 10
    _data/authors.yml
    | joe: {name: Joe Bloggs, bio: Draws tables, avatar: /images/joe.png}
    | jane: {name: Jane Doe, bio: Described elsewhere}
    _posts/2024-01-31-post.md
    | ---
    | title: A
    | ---
    | Text.
"""


def profiles(page: Page) -> list[str]:
    """The authors beside a post, each with what is said of them."""
    return [" ".join(node.text().split()) for node in page.css(".md-post__profile")]


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        pytest.param("", ["Jane Doe Keeps a harbour"], id="the author of the site"),
        pytest.param("author: joe", ["Joe Bloggs Draws tables"], id="id in the data"),
        pytest.param("author: Joe Bloggs", ["Joe Bloggs Draws tables"], id="name in the data"),
        pytest.param("author: A guest", ["A guest"], id="somebody else"),
        pytest.param("authors: [joe, jane]", ["Joe Bloggs Draws tables", "Jane Doe Described elsewhere"], id="several"),
        pytest.param("author: false", [], id="nobody"),
    ],
)
def test_who_has_written_a_post_of_a_jekyll_site(site: Site, head: str, shown: list[str]) -> None:
    site.write(JEKYLL).put("_posts/2024-01-31-post.md", f"---\ntitle: A\n{head}\n---\nText.\n")

    assert profiles(site.build(strict=True).page("2024/01/31/post.html")) == shown


@pytest.mark.parametrize(
    ("author", "shown"),
    [
        pytest.param("A guest", ["A guest"], id="name"),
        pytest.param("joe", ["Joe Bloggs Draws tables"], id="id in the data"),
        pytest.param("{name: Ann, bio: B}", ["Ann B"], id="mapping"),
        pytest.param(
            "{name: '<script>Ann</script>', uri: 'https://example.com/'}",
            ["<script>Ann</script>"],
            id="name that looks like HTML",
        ),
        pytest.param("{name: , avatar: profile.png}", [], id="mapping without a name"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_author_of_a_jekyll_site(site: Site, author: str, shown: list[str]) -> None:
    site.write(JEKYLL).put("_config.yml", f"author: {author}\n")

    assert profiles(site.build(strict=True).page("2024/01/31/post.html")) == shown


def test_the_author_of_a_jekyll_site_is_one_person_with_whom_its_data_has_by_that_name(site: Site) -> None:
    site.blogposts(authors_profiles=True).write(JEKYLL)
    site.put("_posts/2024-02-01-other.md", "---\ntitle: B\nauthor: jane\n---\nText.\n")

    built = site.build(strict=True)

    assert [card.title for card in built.page("blog/author/jane/").cards] == ["B", "A"]
    assert [url for url in built.pages if "author/" in url] == ["blog/author/jane/"]


def test_a_jekyll_site_has_a_teaser_and_a_number_of_words_for_its_own_posts(site: Site) -> None:
    site.write(JEKYLL).put("docs/images/teaser.png", png(4, 4)).put("docs/images/profile.png", png(2, 2))
    site.put("_posts/2024-01-31-post.md", f"---\ntitle: A\n---\n{'word ' * 99}\n")
    site.put("docs/blog/posts/b.md", f"---\ndate: 2024-02-01\n---\n# B\n{'word ' * 99}\n")

    built = site.build(strict=True)

    post, other = built.page("2024/01/31/post.html"), built.page("blog/2024/02/01/b/")
    assert "10 min read" in post.css(".md-post__meta")[0].text()
    assert "1 min read" in other.css(".md-post__meta")[0].text()
    assert profiles(other) == []
    images = [
        [image.attributes["src"] for image in card.css("img")] for card in built.page("blog/").css("article.bp-card")
    ]
    assert [sources[:1] for sources in images] == [[], ["../images/teaser.png"]]


def test_the_authors_file_of_a_blog_wins_over_the_data_of_a_jekyll_site(site: Site) -> None:
    site.write(JEKYLL).put("docs/blog/.authors.yml", "authors:\n  joe: {name: Joe of the blog, description: D}\n")
    site.put("_posts/2024-01-31-post.md", "---\ntitle: A\nauthors: [joe, jane]\n---\nText.\n")

    page = site.build(strict=True).page("2024/01/31/post.html")

    assert profiles(page) == ["Joe of the blog D", "Jane Doe Described elsewhere"]


def test_data_of_a_jekyll_site_below_docs_is_not_published(site: Site) -> None:
    site.write("""
        docs/_config.yml
        | author: joe
        docs/_data/authors.yml
        | joe: {name: Joe Bloggs}
        docs/_posts/2024-01-31-post.md
        | Text.
    """)

    built = site.build(strict=True)

    assert profiles(built.page("2024/01/31/post.html")) == ["Joe Bloggs"]
    assert not [name for name in built.files if "authors" in name or "_config" in name]


def test_what_is_wrong_in_the_data_is_told_with_its_place(site: Site) -> None:
    site.write(JEKYLL).put("docs/images/profile.png", png(2, 2))
    found = site.put("_data/authors.yml", "joe: [Joe]\n").build()

    assert found.faults == [
        "_data/authors.yml:1:6: joe: expected a name and more, got a list\n    write `name: Jane Doe` below it"
    ]


def test_serve_sees_a_change_of_the_authors_of_a_jekyll_site(site: Site) -> None:
    site.write(JEKYLL)

    with site.serve() as preview:
        preview.build()

        assert {str(site.root / name) for name in ("_config.yml", "_data/authors.yml")} <= preview.watched
