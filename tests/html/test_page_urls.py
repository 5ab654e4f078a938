"""The way from a page to the site's root, for which MkDocs is asked."""

from __future__ import annotations

from itertools import product
from urllib.parse import urljoin

import pytest
from mkdocs.utils import get_relative_url

from mkdocs_blogposts.html.html_urls import ROOT
from mkdocs_blogposts.html.page_urls import from_page, joined

PAGES = (
    "",
    "index.html",
    "blog/",
    "blog/page/2/",
    "blog/tag/x/",
    "blog/tag/x.html",
    "blog/tag/node.js/",
    "2024/a/",
    "a//b/",
)
NAMES = ("blog", "tag", "tags", "x", "x1", "2024", "a", "node.js", "a.png", "x.html", ".well", "..", "", "%20")
PATHS = ["", *("/".join(("", *names)) for length in (1, 2, 3) for names in product(NAMES, repeat=length))]


@pytest.mark.parametrize("page_url", PAGES)
def test_urls_are_as_short_as_mkdocs_makes_them(page_url: str) -> None:
    wrong = {}
    for path, end in product(PATHS, ("", "/", "?q", "/#a")):
        url = path + end
        made = from_page(f'<a href="{ROOT}{url}"><a href="{ROOT}/blog/tag/y/">', page_url)
        if made != (wanted := f'<a href="{of_mkdocs(url, page_url)}"><a href="{of_mkdocs("/blog/tag/y/", page_url)}">'):
            wrong[url] = (made, wanted)

    assert wrong == {}


def of_mkdocs(url: str, page_url: str) -> str:
    path = url.partition("?")[0].partition("#")[0]
    rest = url.removeprefix(path)
    if not path.strip("/"):
        return get_relative_url(".", page_url) + url
    return get_relative_url(path.removeprefix("/"), page_url) + rest


@pytest.mark.parametrize("root", ["https://example.org/", "https://example.org/a/b/", "https://e.org/?a=b/", "", "x"])
@pytest.mark.parametrize(
    "url",
    [
        *(
            "",
            "blog/",
            "blog/tag/c%2B%2B/",
            "blog/größe/1.2/",
            "./",
            "../",
            "a/../b",
            "a/./b",
            "a//b",
            "/a",
            "//e.net/",
        ),
        *("a?b", "#c", "a;b", "a:b", "mailto:x", "http://e.net/", " a", "a b", "a\nb", ".well-known/", "a/.b/", "a@b/"),
    ],
)
def test_a_url_is_joined_to_that_of_a_site_as_the_standard_library_does(root: str, url: str) -> None:
    assert joined(root, url) == urljoin(root, url)
