"""Which of several texts keeps a URL, settled without a build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.structure.files import File

from mkdocs_blogposts.faults import Faults
from mkdocs_blogposts.urls.text_precedence import settle_jekyll, settle_material
from mkdocs_blogposts.urls.url_claims import UrlClaims
from tests.content.reading import post

if TYPE_CHECKING:
    from mkdocs_blogposts.content.models import Post, Text

AT = "blog/2024/01/31/x/index.html"


def texts(dialect: str, **heads: str) -> list[tuple[File, Text]]:
    """Posts by the names of their files, each with its front matter behind a date."""
    return [(File(text.src_uri, None, "site", use_directory_urls=True), text) for text in posts(dialect, **heads)]


def posts(dialect: str, **heads: str) -> list[Post]:
    options: dict[str, Any] = {"post_dialect": dialect}
    return [
        post(f"date: 2024-01-31\n{head}", src_uri=f"blog/posts/{name}.md", is_serve=True, **options).it
        for name, head in heads.items()
    ]


def granted(texts: list[tuple[File, Text]]) -> tuple[dict[str, str], list[str]]:
    """Where each text is to be, by the name of its file, and what is told."""
    faults = Faults()
    claims = UrlClaims(faults)
    found = settle_material(texts, claims) | settle_jekyll(texts, claims, collections={})
    return {uri[len("blog/posts/") : -len(".md")]: dest for uri, dest in found.items()}, [
        str(fault).partition("\n")[0] for fault in faults
    ]


@pytest.mark.parametrize(
    ("a", "z", "first", "second", "place"),
    [
        pytest.param("slug: x", "slug: x", "z", "blog/2024/01/31/x-2/index.html", "3:7", id="the last by name"),
        pytest.param("title: X", "title: X", "z", "blog/2024/01/31/x-2/index.html", "3:8", id="told at the title"),
        pytest.param(
            "slug: x",
            "slug: y\npermalink: /blog/2024/01/31/x/",
            "a",
            "blog/2024/01/31/y/index.html",
            "4:12",
            id="one that names it in a permalink gives way",
        ),
        pytest.param(
            "slug: x", "slug: x\ndraft: true", "a", "blog/2024/01/31/x-2/index.html", "3:7", id="a draft gives way"
        ),
    ],
)
def test_of_posts_of_material(a: str, z: str, first: str, second: str, place: str) -> None:
    found, told = granted(texts("material", a=a, z=z))

    other = "z" if first == "a" else "a"
    assert found == {first: AT, other: second}
    assert told == [
        (
            f"{other}.md:{place}: duplicate-url: '/blog/2024/01/31/x/' is already the URL of {first}.md,"
            f" so it is built at '/{second.removesuffix('index.html')}'"
        )
    ]


def test_a_text_is_at_the_url_that_it_names_before_another_gets_that_for_want_of_its_own() -> None:
    found, _ = granted(texts("material", a="slug: x", b="slug: x", c="slug: x-2"))

    assert found == {"b": AT, "c": "blog/2024/01/31/x-2/index.html", "a": "blog/2024/01/31/x-3/index.html"}


def test_of_posts_of_jekyll() -> None:
    found, told = granted(texts("jekyll", a="permalink: /x/", z="permalink: /x/"))

    assert found == {"z": "x/index.html", "a": "x-2/index.html"}
    assert told == ["a.md:3:12: duplicate-url: '/x/' is already the URL of z.md, so it is built at '/x-2/'"]
