"""Where a page is written: paths and permalinks, turned into files that never lie outside the site's folder.

A `dest_uri` is the file below `site_dir`, with `/` between its parts and nothing percent-encoded.
"""

from __future__ import annotations

import contextlib
import posixpath
import re
from urllib.parse import unquote

from ..faults import ContentError, shown
from ..frontmatter.dialects import Dialect
from ..frontmatter.lines import CONTROL_OR_BREAK
from ..frontmatter.schemes import SCHEME
from ..light_dataclasses import dataclass

_MAX_PART = 255
"""Bytes that common file systems allow for a name."""

_SAFE_PART = 240
"""The same, with room for `.html` and for a number that tells two names apart."""

_MAX_PATH = 900
"""Bytes of a whole path below `site_dir`, which itself has a path; the most that macOS takes is 1,024."""

_MAX_FOLDERS = 250
"""How deep a file may lie; Python makes folders by a call for each."""

_SAFE_PATH, _SAFE_FOLDERS = 600, 200
"""The same, with room for the folder of the blog, a date and `index.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A permalink as a file, and the permalink itself where it had to be cleaned."""

    dest_uri: str
    """The file below `site_dir`."""
    cleaned: str | None = None
    """What has become of a permalink that would have left the site's folder."""
    jekylls: str | None = None
    """The file that Jekyll writes for a page without a slash at its end, `x.html` for `/x`.

    `None` where it is this, or cannot be one.
    """


def clean_permalink(permalink: str, dialect: Dialect) -> Cleaned:
    """The file of a permalink; a `ContentError` for what is no path within the site."""
    path, cleaned = clean_path(permalink, dialect)
    dest_uri = check_dest_uri(_dest_uri(path))
    is_folder = path.endswith("/") or not dest_uri.endswith("/index.html")
    jekylls = None
    if dialect is Dialect.JEKYLL and not is_folder:
        with contextlib.suppress(ContentError):  # its name is longer than that of the folder
            jekylls = check_dest_uri(f"{path.removeprefix('/')}.html")
    return Cleaned(dest_uri=dest_uri, cleaned=cleaned, jekylls=jekylls)


def clean_path(url: str, dialect: Dialect) -> tuple[str, str | None]:
    """A URL from the site's root as a decoded path, and the path again where it had to be cleaned.

    A `ContentError` for what is no path within the site.
    """
    text = url.strip()
    if not text:
        raise ContentError("is empty", hint="write a path: /posts/my-post/")
    if SCHEME.match(text):
        raise ContentError(
            f"{shown(text)} is not a path within the site", hint="write only the path; `link` leads readers elsewhere"
        )
    if "?" in text or "#" in text:
        raise ContentError(
            f"{shown(text)} has a query or an anchor", hint="write only the path, and %3F or %23 if it is meant"
        )
    try:
        path = unquote(text, errors="strict")
    except UnicodeDecodeError as error:
        raise ContentError(f"{shown(text)} is not UTF-8 once it is decoded") from error
    if "\\" in path:
        raise ContentError(f"{shown(text)} has a backslash", hint="write / between the parts")
    if CONTROL_OR_BREAK.search(path):
        raise ContentError(f"{url!a} has a control character", hint="delete it")
    path = re.sub("/{2,}", "/", f"/{path}")
    cleaned = _clean_as_jekyll(path) if dialect is Dialect.JEKYLL else path
    if ".." in cleaned.split("/"):
        raise ContentError(f"{shown(text)} leaves the site's folder", hint="do without `..`")
    parts = [part for part in cleaned.split("/") if part not in ("", ".")]
    whole = "/".join(["", *parts, ""] if cleaned.endswith("/") or not parts else ["", *parts])
    return whole, cleaned if cleaned != path else None


def page_dest_uri(path: str, *, use_directory_urls: bool) -> str:
    """The file of a page that is to stand at `path`; a `ContentError` where that leaves the site's folder."""
    path = posixpath.normpath(path)
    if _leaves(path):
        raise ContentError(f"{shown(path)} leaves the site's folder", hint="do without `..`")
    if path == ".":
        return "index.html"
    return check_dest_uri(f"{path}/index.html" if use_directory_urls else f"{path}.html")


def safe_path(path: str) -> str:
    """A path that cannot be had as the nearest one that can: within the site, of names that any file may have."""
    parts = [re.sub(r"[\\:]|[\x00-\x1f\x7f]", "-", part) for part in path.split("/") if part not in ("", ".", "..")]
    short = [part.encode()[:_SAFE_PART].decode(errors="ignore") for part in parts]
    short = [*short[:-1][: _SAFE_FOLDERS - 1], *short[-1:]]  # the name of the page comes last
    while len(short) > 1 and len("/".join(short).encode()) > _SAFE_PATH:
        del short[-2]
    return "/".join(short) or "."


def check_dest_uri(dest_uri: str) -> str:
    """The path of a file as it is, if it can be one on every system; else a `ContentError`."""
    parts = dest_uri.split("/")
    if re.match("[A-Za-z]:", parts[0]):
        raise ContentError(f"{shown(dest_uri)} begins with a drive", hint="write a path from the site's root")
    if "\\" in dest_uri or CONTROL_OR_BREAK.search(dest_uri):
        raise ContentError(f"{dest_uri!a} has a backslash or a control character", hint="delete it")
    if too_long := next((part for part in parts if len(part.encode()) > _MAX_PART), None):
        raise ContentError(
            f"'{too_long[:40]}…' is too long for the name of a file", hint="give the page a short `slug`"
        )
    if len(dest_uri.encode()) > _MAX_PATH or len(parts) > _MAX_FOLDERS:
        raise ContentError(f"{shown(dest_uri)} is too long for a path", hint="give the page a short `permalink`")
    return dest_uri


def _leaves(path: str) -> bool:
    return path.startswith(("../", "/")) or path == ".."


def _clean_as_jekyll(path: str) -> str:
    return re.sub("/{2,}", "/", path.replace("..", "/").replace("./", ""))


def _dest_uri(path: str) -> str:
    if path.lower().endswith((".html", ".htm")):
        return path.removeprefix("/")
    if path == "/404":  # hosts look for it by this name, which Jekyll gives it
        return "404.html"
    if path.endswith("/index"):  # the page of its folder, by its whole name
        return f"{path.removeprefix('/')}.html"
    return posixpath.join(path.strip("/"), "index.html")
