"""The URLs in finished HTML, changed without parsing the rest."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from .cards import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

_OUT_OF_SITE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_LINKING_TAG = re.compile(r"<(?:a|img|source|video|audio|iframe|embed|area|track|image|use)\b[^<>]*>", re.IGNORECASE)
_URL_ATTRIBUTE = re.compile(r"""(\s(?:href|src|poster)\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def rebase_url(url: str, page_url: str) -> str:
    """A relative URL of the page at `page_url`, from the site's root by `ROOT`; any other as it is."""
    if _OUT_OF_SITE.match(url) or url.startswith("/"):
        return url
    path_end = min((position for position in (url.find("?"), url.find("#")) if position >= 0), default=len(url))
    path, suffix = url[:path_end], url[path_end:]
    if not path:
        return f"{ROOT}/{page_url}{suffix}"
    folder = page_url if page_url.endswith("/") or not page_url else posixpath.dirname(page_url)
    absolute = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    is_folder = path.endswith(("/", "..")) or path in {".", ".."}
    return f"{ROOT}/{absolute}{'/' if is_folder and absolute else ''}{suffix}"


def rewrite_urls(content: str, rewrite: Callable[[str], str | None]) -> str:
    """HTML in which each URL is what `rewrite(url)` gives; an attribute for which it gives `None` goes."""
    return _LINKING_TAG.sub(lambda tag: _rewrite_tag(tag, rewrite), content)


def _rewrite_tag(tag: re.Match[str], rewrite: Callable[[str], str | None]) -> str:
    def attribute(found: re.Match[str]) -> str:
        given = found.group(2) if found.group(2) is not None else found.group(3)
        url = str(Markup(given).unescape())
        new = rewrite(url)
        if new is None:
            return ""
        return found.group() if new == url else f'{found.group(1)}"{Markup.escape(new)}"'

    return _URL_ATTRIBUTE.sub(attribute, tag.group())
