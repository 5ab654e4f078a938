"""The addresses that MkDocs gives to each page, put together without taking that of the site apart each time."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urljoin, urlsplit

from mkdocs.structure.pages import Page

_PLAIN = re.compile(r"(?:[\w%~-][\w%~.-]*/)*[\w%~-][\w%~.-]*/?", re.ASCII)
"""URLs that mean the same wherever they follow a slash."""


class AddressedPage(Page):
    """A page of which there may be thousands."""

    def _set_canonical_url(self, base: str | None) -> None:
        """Do what MkDocs does."""
        url = self.url
        if base and _PLAIN.fullmatch(url):
            root, path = _root_of(base)
            self.canonical_url, self.abs_url = f"{root}{url}", f"{path}{url}"
        else:
            super()._set_canonical_url(base)


@cache
def _root_of(base: str) -> tuple[str, str]:
    """What stands before such URLs in a site of some address: of the whole address, and of its path."""
    joined = urljoin(base if base.endswith("/") else f"{base}/", "x")
    return joined.removesuffix("x"), urlsplit(joined).path.removesuffix("x")
