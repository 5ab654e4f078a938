"""Keeps texts out of the search index and the sitemap, where their front matter says so, and names their first place.

What MkDocs writes a sitemap from, and what its themes print as the address of a page, is the same: both are set in
turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import escape

from .listing_pages import ViewPage
from .text_pages import OrdinaryPage, TextPage

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


_NOINDEX = '<meta name="robots" content="noindex">'


def keep_out(page: TextPage) -> None:
    """Keep a page out of the search index and, by taking its address away for a while, the sitemap."""
    robots = page.article.robots
    if not robots.in_search:
        page.meta["search"] = {**_mapping(page.meta.get("search")), "exclude": True}
    if not robots.in_sitemap:
        page.address = page.abs_url, page.canonical_url
        page.abs_url = page.canonical_url = None


def give_address(page: Page) -> None:
    """With the sitemap written, give a page its address back, or the one that it has chosen."""
    if not isinstance(page, TextPage):
        return
    if page.address:
        page.abs_url, page.canonical_url = page.address
    if page.first_address:
        page.canonical_url = str(escape(page.first_address))


def with_noindex(output: str, page: Page) -> str:
    """An ordinary page that tells search engines to pass over it, where its front matter says so."""
    if isinstance(page, OrdinaryPage) and page.article.robots.noindex and _NOINDEX not in output:
        return output.replace("</head>", f"{_NOINDEX}\n</head>", 1)
    return output


def is_out_of_search(page: Page) -> bool:
    """Whether search plugins are to pass over a page: a listing of ours, or a text that says so."""
    if isinstance(page, TextPage):
        return not page.article.robots.in_search
    return isinstance(page, ViewPage) and not page.is_written


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
