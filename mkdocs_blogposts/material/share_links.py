"""Links by which readers share a post, as templates of MaterialX show them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from ..late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..host.theme import Theme
    from ..pages.text_pages import PostPage

_NO_CLASS = late_pattern(r"[^a-zA-Z0-9_-]+")
_TITLE, _ICON = "Share Post!", "material/share"


def share_links(
    given: Mapping[str, Mapping[str, str]], page: PostPage, title: str, theme: Theme
) -> list[dict[str, str]]:
    """Each link for one post; an icon that the theme lacks, which would end the build, is the usual one."""
    address, named = (quote(text, safe="") for text in (page.canonical_url or page.url, title))
    return [
        {
            "name": _NO_CLASS.sub("-", name).strip("-").lower() or "share",
            "title": link.get("title", _TITLE),
            "icon": link["icon"] if theme.has_icon(link.get("icon")) else _ICON,
            "url": link["link"].replace("{post_url}", address).replace("{post_title}", named),
        }
        for name, link in given.items()
    ]
