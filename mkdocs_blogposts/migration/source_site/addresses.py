"""Where each page of a Jekyll site is, by Jekyll's rules, and where it will be."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from ...content.authors import take_site_author
from ...content.models import Post, Unreadable
from ...content.writing_order import when_written
from ...settings import Settings
from ...texts.loader import Reader, load_post, load_talk
from ...texts.ordinary_pages import load_page
from ...urls.text_precedence import place_of_url
from .old_site import Role, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from ...content.models import HeldBack, JekyllPage, Talk
    from ...faults import Place
    from ...texts.outcome import Outcome
    from .old_site import JekyllSite, SiteFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a page was, and where it will be."""

    file: SiteFile
    title: str
    url: str
    """From the root of the old site, as Jekyll has it."""
    now: str
    """From the root of the new site."""
    date: datetime | None = None
    held_back: HeldBack | None = None
    """Why the new site does not show it."""
    old_urls: tuple[str, ...] = ()
    """URLs that its front matter says lead to it."""
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """Those of a post."""
    places: Mapping[str, Place | None] = field(default_factory=dict)
    """Where its file names each of its URLs, by URL."""
    written: tuple[Any, ...] = ()
    """When Jekyll writes it, among all others."""


class Addresses:
    """The address of every page, by its file and by its URL."""

    def __init__(self, site: JekyllSite) -> None:
        self.by_path: dict[PurePosixPath, Address] = {}
        self._by_url: dict[str, Address] = {}
        rules = _Rules(site)
        self.settings = rules.settings
        """What the plugin will be set to, as far as URLs depend on it."""
        for file in site.of(Role.POST, Role.DRAFT, Role.TALK, Role.DOCUMENT, Role.PAGE):
            if address := rules.address(file):
                self.by_path[file.path] = address
                if not address.held_back:
                    first = self._by_url.setdefault(url_key(address.url), address)
                    if first.written < address.written:
                        self._by_url[url_key(address.url)] = address

    def __iter__(self) -> Iterator[Address]:
        yield from self.by_path.values()

    def at(self, url: str) -> Address | None:
        """The page at a URL of the old site; of several that want it, the one that Jekyll writes last."""
        return self._by_url.get(url_key(url))


def url_of(dest_uri: str) -> str:
    """The URL of a file below the site's folder, from the site's root."""
    head, name = posixpath.split(dest_uri)
    path = (f"{head}/" if head else "") if name == "index.html" else dest_uri
    return "/" + quote(path, safe="/:@!$&'()*+,;=~")


def url_key(url: str) -> str:
    """What all ways to write the URL of one page have in common: `a` for `/a`, `/a/`, `/a.html` and `/a/index.html`."""
    path = unquote(url.partition("#")[0].partition("?")[0])
    path = re.sub("/{2,}", "/", path).strip("/")
    if path in ("index.html", "index"):
        return ""
    return path.removesuffix("/index.html").removesuffix(".html")


class _Rules:
    """Places files as the plugin places them."""

    def __init__(self, site: JekyllSite) -> None:
        self.site = site
        self.reader = Reader(
            settings=Settings(),
            jekyll=site.jekyll,
            authors=None,
            jekyll_author=take_site_author(site.jekyll.author) if site.jekyll.author else None,
            levels=site.faults.chosen,
            now=datetime.now(UTC),
            renders_liquid=True,
        )
        self.settings = self.reader.jekyll_settings

    def address(self, file: SiteFile) -> Address | None:
        """Where a file is and will be; `None`, and a fault, where that cannot be known."""
        if file.source is None:
            return None
        outcome: Outcome[Post] | Outcome[Talk] | Outcome[JekyllPage]
        jekyll = self.site.jekyll
        if file.role in {Role.POST, Role.DRAFT}:
            outcome, template = load_post(file.source, self.reader), self.settings.post_permalink
        elif file.role is Role.TALK:
            outcome, template = load_talk(file.source, self.reader), self.settings.talks_permalink
        else:
            outcome = load_page(file.source, self.reader, self.site.rules)
            label = file.collection
            template = jekyll.template_of(label) if label else jekyll.with_suffix("/:path/:basename")
            template = "/" if file.path.stem == "index" and not label else template
        self.site.faults.join(outcome.faults)
        page = outcome.text
        return None if page is None or isinstance(page, Unreadable) else self._address(file, page, template)

    def _address(self, file: SiteFile, page: Post | Talk | JekyllPage, template: str | None) -> Address:
        now = url_of(page.dest_uri)
        written = as_text(file.values.get("permalink")) or template or "/"
        url = now if written.endswith("/") else now.rstrip("/") or "/"
        return Address(
            file=file,
            title=page.title or _title_of(file.path),
            url=url,
            now=now,
            date=page.date,
            held_back=page.held_back,
            old_urls=tuple(old.url for old in page.old_urls),
            tags=page.tags if isinstance(page, Post) else (),
            categories=page.categories if isinstance(page, Post) else (),
            places={**{old.url: old.place for old in page.old_urls}, url: place_of_url(page)},
            written=when_written(page, self.site.jekyll.collections),
        )


def _title_of(path: PurePosixPath) -> str:
    name = (path.parent.name or "Home") if path.stem == "index" else path.stem
    words = re.split("[-_ ]+", name)
    return " ".join(word[:1].upper() + word[1:] for word in words)
