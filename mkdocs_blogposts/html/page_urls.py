"""URLs of front matter made safe, and the way from a page to the site's root."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urljoin, urlsplit

from mkdocs.utils import get_relative_url

from ..frontmatter.schemes import is_malformed, is_safe
from ..late_patterns import late_pattern
from .html_urls import ROOT

_END = r""""'\s<>()?\#"""
"""Characters that no URL has in its path."""
_FROM_ROOT = re.compile(rf"{re.escape(ROOT)}([^{_END}]*)")
_FOLDERS = rf"(?:/[^{_END}/.][^{_END}/]*+(?=/))*+"
_HARD = re.compile(rf"{re.escape(ROOT)}(?!{_FOLDERS}/(?:[^{_END}/.]+\.[^{_END}/]*+)?(?![^{_END}]))")
"""A path that is more than names and ends neither with a slash nor with the name of a file."""
_NOT_PLAIN = late_pattern(r"[^\w/.%~-]|(?:^|/)[./]|^$")
"""What a relative URL has for which joining it to another is more than writing it behind."""


def from_root(url: str) -> str:
    """A URL below the site's root, good on any page once `from_page` has been there."""
    return f"{ROOT}/{url}"


def site_root(site_url: str | None) -> str:
    """The address of the site, with a slash at its end; empty where it is not known."""
    return f"{site_url.rstrip('/')}/" if site_url else ""


def joined(site_root: str, url: str) -> str:
    """What `urljoin` gives, in a tenth of the time for most URLs of a site: feeds have several hundreds."""
    return urljoin(site_root, url) if _NOT_PLAIN.search(url) or not _is_plain(site_root) else f"{site_root}{url}"


@cache
def _is_plain(site_root: str) -> bool:
    return urljoin(site_root, "a/b") == f"{site_root}a/b"


def from_page(content: str, page_url: str) -> str:
    """HTML for the page at `page_url`, with the shortest relative URL in place of each that begins with `ROOT`."""
    folder, _, name = page_url.rpartition("/")
    parts = (folder if "." in name else page_url).strip("/").split("/")
    here = "/".join((ROOT, *parts))
    if here in content or "." in here or "//" in here or _HARD.search(content):
        return _FROM_ROOT.sub(lambda found: _relative(found[1], page_url), content)
    # Listings have hundreds of such URLs.
    content = str(content)
    for length in range(len(parts) - 1, -1, -1):
        content = content.replace("/".join((ROOT, *parts[:length], "")), "../" * (len(parts) - length))
    return content


def _relative(path: str, page_url: str) -> str:
    """What leads from a page to a path from the site's root; for the root itself, a slash at its end is kept."""
    return get_relative_url(path[1:], page_url) if path.strip("/") else f"{get_relative_url('.', page_url)}{path}"


def checked(url: str) -> str | None:
    """A URL that can't run anything: of the web, of mail, or without a scheme; `None` for any other."""
    cleaned = "".join(character for character in url if character.isprintable()).strip()
    if is_malformed(cleaned):
        return None
    return cleaned if is_safe(cleaned) else None


def site_address(url: str | None) -> str | None:
    """A checked URL as an authors file gives it: a whole one, or one below the site's root."""
    if url is None or (address := checked(url)) is None:
        return None
    is_whole = bool(urlsplit(address).netloc) or address.startswith(("/", "mailto:"))
    return address if is_whole else from_root(address)
