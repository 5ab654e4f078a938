"""URLs of pages, as two builds of a site can be compared by them."""

from __future__ import annotations

import re
from urllib.parse import unquote

_INDEX = re.compile(r"(^|/)index\.html$")
_NUMBER = re.compile(r"page/(?P<number>\d+)/$")


def as_page(url: str) -> str:
    """The URL of a page as its folder is named."""
    return _INDEX.sub(r"\1", "" if url == "./" else unquote(url))


def bare(url: str) -> str:
    """The same without an anchor."""
    return as_page(url.partition("#")[0])


def listing_of(url: str) -> str:
    """The first page of a listing."""
    return _NUMBER.sub("", url)


def number_of(url: str) -> int:
    """The number of a page of a listing."""
    found = _NUMBER.search(url)
    return int(found["number"]) if found else 1
