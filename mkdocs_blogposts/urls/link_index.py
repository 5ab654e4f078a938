"""Where a link in a text leads: by source file, by URL, from the site's root or with the site's own address."""

from __future__ import annotations

import os
import posixpath
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, urlsplit

from ..light_dataclasses import dataclass, field
from ..pages.redirect_file import RedirectFile
from ..pages.text_pages import TextPage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mkdocs.structure.files import File, Files

    from .near_pages import NearPages


_WEB = frozenset({"", "http", "https"})
_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


@dataclass(frozen=True, slots=True)
class Target:
    """The file a link leads to, with what follows its path."""

    file: File
    suffix: str
    """Query and anchor, with their signs."""
    is_new: bool = False
    """Whether the link names an old URL of the file, or one that has moved away."""


@dataclass
class LinkIndex:
    """Looks up every file of a site by its source and by its URL."""

    files: Files
    site_urls: tuple[str, ...]
    """Addresses under which the site is known: its own, and the one at which it is served."""
    wanted: Mapping[str, str] = field(default_factory=dict)
    """The file below `site_dir` that a source is to have and has not got yet, by `src_uri`."""
    _by_url: dict[str, File] = field(default_factory=dict, init=False)
    _by_path: dict[str, File] = field(default_factory=dict, init=False)
    _moved: dict[str, File] = field(default_factory=dict, init=False)
    """What is to be seen in place of a file, by `src_uri`."""
    _held_back: dict[str, File] = field(default_factory=dict, init=False)
    """What had a URL before and is not in the build, so that nothing answers there."""

    def __post_init__(self) -> None:
        for file in self.files:
            known = self._by_url.setdefault(key := url_key(self._dest_uri(file)), file)
            if known.inclusion.is_excluded() and not file.inclusion.is_excluded():
                self._by_url[key] = file
            if file.abs_src_path and file.is_documentation_page():
                self._by_path.setdefault(file.abs_src_path, file)
            if isinstance(file, RedirectFile):
                self._moved |= {uri: file.end or file for uri in (file.src_uri, file.stands_for) if uri}
            if isinstance(file.page, TextPage) and file.inclusion.is_excluded():
                self._held_back |= {url_key(old.dest_uri): file for old in file.page.article.old_urls}

    @cached_property
    def pages(self) -> dict[str, File]:
        """Every page that has a URL in the site, by `url_key`."""
        return {
            key: file
            for key, file in self._by_url.items()
            if file.is_documentation_page() and not file.inclusion.is_excluded()
        }

    @cached_property
    def near(self) -> NearPages:
        """Finds pages whose URLs are nearly right."""
        from .near_pages import NearPages  # noqa: PLC0415  # most links are right

        return NearPages(self.pages)

    def resolve(self, url: str, source: File | None) -> Target | None:
        """The file inside the site that `url`, written in `source`, leads to; `None` for any other link.

        Without a source, every path counts from the site's root.
        """
        path = self.local_path(url)
        if path is None:
            return None
        bare, suffix = _split_suffix(path)
        found = next((file for file in self._candidates(unquote(bare), source) if file), None)
        if found and (new := self._moved.get(found.src_uri)):
            return Target(new, suffix, is_new=True)
        return Target(found, suffix) if found else None

    def resolve_from_root(self, url: str) -> File | None:
        """The file inside the site that `url` leads to if it counts from the site's root."""
        path = self.local_path(url)
        if path is None:
            return None
        bare, _ = _split_suffix(path)
        return next((file for file in self._from_root(f"/{unquote(bare).lstrip('/')}") if file), None)

    def picture_named(self, name: str) -> File | None:
        """The one picture of the site whose file has this name; `None` where there is none, or more than one."""
        found = self._pictures.get(name, [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _pictures(self) -> dict[str, list[File]]:
        found: dict[str, list[File]] = {}
        for file in self.files:
            if file.src_uri.lower().endswith(_PICTURES) and not file.is_documentation_page():
                found.setdefault(posixpath.basename(file.src_uri), []).append(file)
        return found

    def resolve_made(self, url: str, made: Collection[str]) -> str | None:
        """The path of a file that `url` leads to though it is only `made` when all others are there."""
        path, _ = _split_suffix(self.local_path(url) or "")
        keys = (*self._below_bases(path), path.lstrip("/")) if path.startswith("/") else ()
        return next((key for key in keys if key in made), None)

    def resolve_on_page(self, url: str, page_url: str) -> File | None:
        """The file that a finished, relative `url` on the page at `page_url` leads to."""
        bare, _ = _split_suffix(url)
        if not bare:
            return None
        return self._by_url.get(url_key(posixpath.normpath(posixpath.join(posixpath.dirname(page_url), unquote(bare)))))

    def local_path(self, url: str) -> str | None:
        """`url` without the site's own address; `None` if it leads out of the site or to its own page."""
        if url.startswith("#"):
            return None  # most links of a text are of its headings to themselves
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if not (parts.scheme or parts.netloc):
            return url if parts.path else None
        path = parts.path or "/"
        is_own = parts.scheme in _WEB and any(
            parts.netloc.lower() == own.netloc.lower() and f"{path}/".startswith(_base(own)) for own in self._own
        )
        return path + _after_path(url) if is_own else None

    def _candidates(self, path: str, source: File | None) -> Iterator[File | None]:
        if path.startswith("/") or source is None:
            yield from self._from_root(f"/{path.lstrip('/')}")
            return
        yield self.files.get_file_from_path(posixpath.normpath(posixpath.join(posixpath.dirname(source.src_uri), path)))
        if source.abs_src_path:
            # A file outside `docs_dir` names others by where they really lie.
            yield self._by_path.get(os.path.normpath(Path(source.abs_src_path).parent / path))
        for folder in self._folders_of(source):
            by_url = posixpath.normpath(posixpath.join(folder, path))
            if not by_url.startswith("../"):
                yield self._at(by_url)

    def _folders_of(self, source: File) -> Iterator[str]:
        """The folders that a page's links count from: first that in which its own builder would have put it.

        To Jekyll, `/x` lies beside `/y`, and not in a folder `x`; to Material's blog, a permalink moves nothing.
        """
        second = source.page.article.second_dest_uri if isinstance(source.page, TextPage) else None
        if second:
            yield posixpath.dirname(second)
        yield posixpath.dirname(self._dest_uri(source))

    def _dest_uri(self, file: File) -> str:
        return self.wanted.get(file.src_uri, file.dest_uri)

    def _from_root(self, path: str) -> Iterator[File | None]:
        for key in dict.fromkeys((*self._below_bases(path), path.lstrip("/"))):
            yield self._at(key)
            yield self.files.get_file_from_path(posixpath.normpath(key))

    def _at(self, url: str) -> File | None:
        """The file at a URL below the site's root; `x/` stands for `x.html` too, on sites without directory URLs."""
        key = url_key(url)
        return self._by_url.get(key) or self._by_url.get(f"{key}.html") or self._held_back.get(key)

    def _below_bases(self, path: str) -> Iterator[str]:
        for own in self._own:
            if f"{path}/".startswith(base := _base(own)):
                yield path[len(base) :]

    @cached_property
    def _own(self) -> tuple[SplitResult, ...]:
        return tuple(urlsplit(url) for url in self.site_urls)


def _base(own: SplitResult) -> str:
    return f"{own.path.rstrip('/')}/"


def url_key(path: str) -> str:
    """What all spellings of a path below the site have in common: no slash at its ends, no `index.html`."""
    path = posixpath.normpath("/" + path).strip("/")
    if path == "index.html":
        return ""
    return path.removesuffix("/index.html")


def source_link(target: Target, source: File) -> str:
    """The link to a file as MkDocs wants it written in `source`."""
    path = posixpath.relpath(target.file.src_uri, posixpath.dirname(source.src_uri) or ".")
    return quote(path) + target.suffix


def _split_suffix(url: str) -> tuple[str, str]:
    suffix = _after_path(url)
    return url[: len(url) - len(suffix)], suffix


def _after_path(url: str) -> str:
    starts = [position for position in (url.find("?"), url.find("#")) if position >= 0]
    return url[min(starts) :] if starts else ""
