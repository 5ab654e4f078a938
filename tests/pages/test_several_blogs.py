"""Several blogs in one site: what belongs to which, and what is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

POST = "---\ntitle: A\ndate: 2024-01-31\n---\n![p](p.png)\n"


@pytest.fixture
def blogs(site: Site) -> Site:
    """A site with the blogs `blog`, the first, and `news`."""
    return site.config(plugins=["search", "blogposts", {"blogposts": {"blog_dir": "news"}}])


@pytest.mark.parametrize(
    ("folder", "published"),
    [
        pytest.param("_posts", "blog/p.png", id="Jekyll's folder is the first blog's"),
        pytest.param("blog/_posts", "blog/p.png", id="one below the first blog"),
        pytest.param("news/_posts", "news/p.png", id="one below the other blog"),
        pytest.param("blog/posts", "blog/p.png", id="the first blog's own"),
        pytest.param("news/posts/2024", "news/2024/p.png", id="the other's own"),
        pytest.param("cats/_posts/x", "blog/cats/x/p.png", id="one elsewhere"),
    ],
)
def test_pictures_beside_posts_go_with_their_blog(blogs: Site, folder: str, published: str) -> None:
    blogs.put(f"docs/{folder}/a.md", POST).put(f"docs/{folder}/p.png", b"p")

    built = blogs.build()

    assert [name for name in built.files if name.endswith("p.png")] == [published]
    assert built.errors == []


@pytest.mark.parametrize("names", [("blog", "news"), ("news", "blog")], ids=["first", "second"])
def test_posts_below_a_blog_are_that_blogs(site: Site, names: tuple[str, str]) -> None:
    site.config(plugins=["search", *({"blogposts": {"blog_dir": name}} for name in names)])
    site.put("docs/news/_posts/a.md", POST.replace("![p](p.png)", ""))

    built = site.build()

    assert [card.title for card in built.page("news/").cards] == ["A"]
    assert [card.title for card in built.page("blog/").cards] == []


def test_defaults_that_cannot_be_read_are_told_once(blogs: Site) -> None:
    blogs.put("docs/.meta.yml", "a: [\n").put("docs/blog/posts/a.md", POST).put("docs/news/posts/a.md", POST)

    for built in (blogs.build(), blogs.build(serve=True)):
        assert len([fault for fault in built.faults if fault.startswith("docs/.meta.yml:")]) == 1
