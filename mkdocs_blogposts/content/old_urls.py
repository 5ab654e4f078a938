"""The URLs that a page had before, and the one that it has moved to: what front matter says of them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..faults import ContentError, Kind, Level, shown
from ..frontmatter.dialects import Dialect
from ..frontmatter.schemes import SCHEME, WEB
from ..jekyll.permalinks import check_dest_uri, clean_path
from ..light_dataclasses import dataclass
from .models import OldUrl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..frontmatter.fields import Fields, Found
    from .reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class OldUrls:
    """Reads the old URLs of one page."""

    fields: Fields
    dialect: Dialect
    site_urls: Sequence[str] = ()
    """Addresses under which the site is known."""

    def take(self) -> tuple[OldUrl, ...]:
        """Every old URL that the page names, under any of the keys, each once; what is no path is a fault."""
        urls: dict[str, OldUrl] = {}
        for field in self.fields.find_all("redirect_from"):
            for item in self.fields.each(field):
                if old := self._read(item):
                    urls.setdefault(old.dest_uri, old)
        return tuple(urls.values())

    def _read(self, found: Found) -> OldUrl | None:
        if not isinstance(found.value, str):
            self.fields.reject(found, "a path", hint=f"write `{found.name}: /old/path/`")
            return None
        written, anchor, _ = found.value.partition("#")
        if anchor:
            self._tell(found, f"{shown(found.value)} has an anchor, which no server sees", hint="take it out")
        if "?" in written:
            message = f"{shown(found.value)} has a query, which no static site can answer"
            self._tell(found, message, hint="take it out")
            return None
        if "*" in written:
            self._tell(found, f"{shown(found.value)} has a `*`, which stands for itself", hint="name each old URL")
        elif written.strip().endswith(".md"):
            url = f"/{written.strip().lstrip('/').removesuffix('.md')}/"
            self._tell(found, f"{shown(found.value)} is a file, and was no URL", hint=f"write `{found.name}: {url}`")
        try:
            text = self._without_own_address(written.strip())
            path, cleaned = clean_path(text, self.dialect)
            dest_uri = check_dest_uri(stub_uri(path))
        except ContentError as error:
            self.fields.refuse(found, error.message, kind=Kind.PERMALINK, hint=error.hint)
            return None
        if cleaned:
            self._tell(found, f"{shown(text)} is cleaned to '{cleaned}'")
        return OldUrl(
            url=text if text.startswith("/") else f"/{text}", dest_uri=dest_uri, key=found.name, place=found.place
        )

    def _tell(self, found: Found, message: str, *, hint: str | None = None) -> None:
        """Note what nothing is lost by."""
        self.fields.refuse(found, message, kind=Kind.PERMALINK, hint=hint, level=Level.INFO)

    def _without_own_address(self, url: str) -> str:
        """A URL from the site's root, also where it was written with the address of the site in front."""
        if not SCHEME.match(url):
            return url
        try:
            parts = urlsplit(url)
        except ValueError as error:
            raise ContentError(f"{shown(url)} is not a URL") from error
        for own in map(urlsplit, self.site_urls):
            base = f"{own.path.rstrip('/')}/"
            if parts.scheme in WEB and parts.netloc.lower() == own.netloc.lower() and parts.path.startswith(base):
                return url.partition(parts.netloc)[2].removeprefix(base.rstrip("/"))
        raise ContentError(f"{shown(url)} is not a URL of this site", hint="write only the path: /old/path/")


def take_new_url(reading: Reading) -> Found | None:
    """Where a page has moved to: the first of what `redirect_to` names; `None`, and a fault, for what is no address."""
    fields = reading.fields
    field = fields.find("redirect_to")
    found = next(fields.each(field), None) if field else None
    if not found:
        return None
    if not isinstance(found.value, str):
        fields.reject(found, "a path or a URL", hint=f"write `{found.name}: /new/path/`")
        return None
    if reading.dialect is Dialect.JEKYLL and not reading.reader.jekyll.follows_redirects and reading.head.body.strip():
        message = "the plugin jekyll-redirect-from is not on, so the page stays"
        hint = f"add it to `plugins` in {reading.reader.jekyll.paths[-1]}, or take the text out"
        fields.refuse(found, message, kind=Kind.PERMALINK, hint=hint, level=Level.INFO)
        return None
    return found if fields.page_url_of(found) else None


def stub_uri(path: str) -> str:
    """The file for an old URL, named as jekyll-redirect-from names it."""
    if path.endswith("/"):
        return posixpath.join(path, "index.html").lstrip("/")
    has_ending = bool(posixpath.splitext(path)[1])
    return (path if has_ending else f"{path}.html").lstrip("/")
