"""Which page a broken link may have meant."""

from __future__ import annotations

import pytest
from mkdocs.structure.files import File

from mkdocs_blogposts.urls.near_pages import NearPages

KEYS = ("blog/2024/hello-world", "news/2024/hello-world", "guide/install", "guide/installation-of-all", "")


def pages(*keys: str) -> NearPages:
    return NearPages({key: File(f"{key or 'index'}.md", None, "site", use_directory_urls=True) for key in keys})


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        pytest.param("blog/2023/hello-world", "blog/2024/hello-world", id="another folder"),
        pytest.param("news/2023/hello-world", "news/2024/hello-world", id="the nearer of two folders"),
        pytest.param("guide/instal", "guide/install", id="a letter that is missing"),
        pytest.param("guide/jnstall", "guide/install", id="a wrong first letter"),
        pytest.param("guide/instaxx", "guide/install", id="a wrong end"),
        pytest.param("guide/jnstaxx", None, id="both"),
        pytest.param("guide/install-abc", "guide/install", id="four letters more"),
        pytest.param("guide/install-abcd", None, id="five letters more"),
        pytest.param("x/hello-world", None, id="a folder far away"),
        pytest.param("", None, id="the home page"),
    ],
)
def test_it_is_the_one_that_is_most_like_it(key: str, meant: str | None) -> None:
    found = pages(*KEYS).nearest(key)

    assert (found and found.src_uri.removesuffix(".md")) == meant


def test_after_twenty_links_none_is_looked_for() -> None:
    near = pages(*KEYS)
    found = [near.nearest(f"guide/instal{number}") is not None for number in range(19)]

    assert found == [True] * 19
    assert near.nearest("guide/instal")
    assert near.nearest("guide/insta") is None
    assert near.nearest("guide/instal"), "what was looked for is known"
