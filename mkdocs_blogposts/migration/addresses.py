"""Where each page of a Jekyll site is, by Jekyll's rules, and where it will be."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote
from zoneinfo import ZoneInfo

from ..content.dialects import KEYS, file_name_of
from ..content.loader import Reader, load_post, load_talk
from ..content.models import Dialect, HeldBack
from ..faults import ContentError, Kind, Place
from ..frontmatter.dates import Clock
from ..frontmatter.fields import Fields
from ..jekyll.permalinks import Parts, clean_permalink, fill_permalink
from ..settings import Settings
from .site import HTML, Role, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from ..content.models import Post, Talk
    from .site import JekyllSite, SiteFile


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
    """Why neither Jekyll nor the new site shows it."""


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
                    self._by_url.setdefault(url_key(address.url), address)

    def __iter__(self) -> Iterator[Address]:
        yield from self.by_path.values()

    def at(self, url: str) -> Address | None:
        """The page at a URL of the old site."""
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
    """Places files as the `_config.yml` of their site asks for it."""

    def __init__(self, site: JekyllSite) -> None:
        self.site = site
        self.reader = Reader(
            settings=Settings(), jekyll=site.jekyll, authors=None, faults=site.faults, now=datetime.now(UTC)
        )
        self.settings = self.reader.jekyll_settings

    def address(self, file: SiteFile) -> Address | None:
        """Where a file is and will be; `None`, and a fault, where that cannot be known."""
        if file.source is None:
            return None
        if file.role in {Role.POST, Role.DRAFT}:
            return self._article(file, load_post(file.source, self.reader), self.settings.post_permalink)
        if file.role is Role.TALK:
            return self._article(file, load_talk(file.source, self.reader), self.settings.talks_permalink)
        return self._page(file)

    def _article(self, file: SiteFile, article: Post | Talk | None, template: str | None) -> Address | None:
        if article is None:
            return None
        now = url_of(article.dest_uri)
        written = as_text(file.values.get("permalink")) or template or ""
        return Address(
            file=file,
            title=article.title,
            url=now if written.endswith("/") else now.rstrip("/") or "/",
            now=now,
            date=article.date,
            held_back=article.held_back,
        )

    def _page(self, file: SiteFile) -> Address | None:
        permalink = as_text(file.values.get("permalink"))
        fields = self._fields(file)
        date = fields.take_date("date", Clock(zone=ZoneInfo(self.settings.timezone))) if fields else None
        try:
            written = self._filled(permalink or self._default(file), file, date)
            now = url_of(clean_permalink(written, Dialect.JEKYLL).dest_uri)
        except ContentError as error:
            place = file.head.place("permalink") if file.head else None
            self.site.faults.add(
                Kind.PERMALINK, str(file.path), f"permalink: {error.message}", place=place or Place(1), hint=error.hint
            )
            return None
        return Address(
            file=file,
            title=as_text(file.values.get("title")) or _title_of(file.path),
            url=now if written.endswith("/") else now.rstrip("/") or "/",
            now=now,
            date=date,
            held_back=HeldBack.UNPUBLISHED if file.values.get("published") is False else None,
        )

    def _fields(self, file: SiteFile) -> Fields | None:
        if file.head is None:
            return None
        return Fields(head=file.head, faults=self.site.faults, path=str(file.path), keys=KEYS, values=file.head.values)

    def _default(self, file: SiteFile) -> str:
        """The template for a page that has no permalink of its own."""
        if file.role is Role.DOCUMENT:
            return self.site.jekyll.template_of(file.collection)
        if not (file.is_markdown or file.path.suffix in HTML):
            return "/:path/:basename" + file.path.suffix
        if file.path.stem == "index":
            return "/:path/"
        return self.site.jekyll.with_suffix("/:path/:basename")

    def _filled(self, template: str, file: SiteFile, date: datetime | None) -> str:
        if file.role is Role.PAGE:
            folder = "" if str(file.path.parent) == "." else str(file.path.parent)
            values = {":path": quote(folder), ":basename": quote(file.path.stem), ":output_ext": ".html"}
            filled = re.sub(":path|:basename|:output_ext", lambda found: values[found[0]], template)
            return re.sub("/{2,}", "/", filled)
        name = file_name_of(str(file.path))
        below = file.path.relative_to(self.site.collections[file.collection].folder)
        parts = Parts(
            date=date or datetime.now(UTC),
            slug=as_text(file.values.get("slug")) or name.slug,
            collection=file.collection,
            path=str(below.with_suffix("")),
            name=name.stem,
        )
        return re.sub("/{2,}", "/", fill_permalink(template, parts))


def _title_of(path: PurePosixPath) -> str:
    words = re.split("[-_ ]+", path.stem)
    return " ".join(word[:1].upper() + word[1:] for word in words)
