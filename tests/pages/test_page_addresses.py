"""The addresses of our pages are those that MkDocs gives to its own."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page

from mkdocs_blogposts.pages.page_addresses import AddressedPage

if TYPE_CHECKING:
    from collections.abc import Callable

BASES = (
    *("https://e.org", "https://e.org/", "https://e.org/a/../b", "https://e.org/a?b/", "https://e.org/#x/", "foo:bar"),
    *("https://e.org/a;b/", "//x/y", "/docs/", "http://[::1]/x", "e.org", "mailto:x/", "", None),
)
URLS = (
    *("", "a/", "a/b/c.html", "2024/01/ä/", "a:b/", "%C3%A4/x/", "a//b", "a/./b", "../x", "./", "x.y/", "~a/", "-a"),
    *("a?b", "a#b", "a;b/", "//x/", "a/..", "404.html", "x\n/", "a b/", ".well-known/x", "a/.x/"),
)


def addresses(kind: type[Page], url: str, base: str | None) -> tuple[str | None, str | None]:
    """What a page of a kind has as its addresses."""
    page = type("At", (kind,), {"url": url, "__init__": lambda _: None})()
    give: Callable[[str | None], None] = page._set_canonical_url  # noqa: SLF001  # which MkDocs calls
    give(base)
    return page.canonical_url, page.abs_url


def test_pages_have_the_addresses_that_mkdocs_gives() -> None:
    for base, url in product(BASES, URLS):
        assert addresses(AddressedPage, url, base) == addresses(Page, url, base), (base, url)
