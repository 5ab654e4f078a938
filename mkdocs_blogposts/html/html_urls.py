"""The URLs in finished HTML, changed without parsing the rest."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from .unclosed import hide_unclosed, show_unclosed

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = "__blogposts_site_root_7d1f__"
"""Stands for `../..` until a page is written; parsers leave it as it is in a URL."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_LINKING_TAG = re.compile(
    r"""<!--.*?-->
    | <(?P<code>script|style)\b.*?</(?P=code)\s*>
    | (?P<tag>
        <(?:a|img|source|video|audio|iframe|embed|area|track|image|use)(?=[\s/])
        (?:[^<>"']++|"[^"]*+"|'[^']*+')*+>
    )""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
"""A tag that may lead somewhere; or a comment or code, in which nothing does."""
_ATTRIBUTE = re.compile(r"""(?P<begin>\s*(?P<name>[^\s"'<>/=]+)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+))""")
_URL_ATTRIBUTES = frozenset({"href", "src", "poster"})


def rebase_url(url: str, page_url: str) -> str:
    """A relative URL of the page at `page_url`, from the site's root by `ROOT`; any other as it is."""
    if _SCHEME.match(url) or url.startswith("/"):
        return url
    path_end = min((position for position in (url.find("?"), url.find("#")) if position >= 0), default=len(url))
    path, suffix = url[:path_end], url[path_end:]
    if not url:
        return f"{ROOT}/{page_url}"
    page_url = page_url.partition("#")[0]  # what is shown may be a part of a page
    if not path:
        return f"{ROOT}/{page_url}{suffix}"
    folder = page_url if page_url.endswith("/") or not page_url else posixpath.dirname(page_url)
    absolute = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    is_folder = path.endswith(("/", "..")) or path in {".", ".."}
    return f"{ROOT}/{absolute}{'/' if is_folder and absolute else ''}{suffix}"


def rewrite_urls(content: str, rewrite: Callable[[str], str | None]) -> str:
    """HTML in which each URL is what `rewrite(url)` gives; an attribute for which it gives `None` goes."""
    hidden = hide_unclosed(content, "script", "style")
    return show_unclosed(
        _LINKING_TAG.sub(lambda found: _rewrite_tag(found, rewrite) if found["tag"] else found.group(), hidden)
    )


def urls_in(content: str) -> list[str]:
    """Every URL in some HTML, once, in the order in which they come."""
    found: dict[str, None] = {}

    def note(url: str) -> str:
        found[url] = None
        return url

    rewrite_urls(content, note)
    return list(found)


def _rewrite_tag(tag: re.Match[str], rewrite: Callable[[str], str | None]) -> str:
    def attribute(found: re.Match[str]) -> str:
        name = found["name"].lower()
        if name not in _URL_ATTRIBUTES and name != "srcset":
            return found.group()
        given = next(value for value in found.group(3, 4, 5) if value is not None)
        value = str(Markup(given).unescape())
        if value.startswith("#") and is_of_drawing:
            return found.group()
        new = _rewrite_srcset(value, rewrite) if name == "srcset" else rewrite(value)
        if new is None:
            return ""
        return found.group() if new == value else f'{found["begin"]}"{Markup.escape(new)}"'

    is_of_drawing = tag["tag"][:4].lower() == "<use"
    return _ATTRIBUTE.sub(attribute, tag.group())


def _rewrite_srcset(value: str, rewrite: Callable[[str], str | None]) -> str:
    """A list of pictures, each with its size; what has commas of its own stays as it is."""
    if "data:" in value:
        return value
    return re.sub(r"(?:^|(?<=,))\s*[^\s,]+", lambda found: _rewrite_candidate(found.group(), rewrite), value)


def _rewrite_candidate(candidate: str, rewrite: Callable[[str], str | None]) -> str:
    url = candidate.lstrip()
    new = rewrite(url)
    return candidate if new is None else candidate.removesuffix(url) + new
