"""The further pages of a Jekyll site's list of posts, as jekyll-paginate makes them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Self

from ..light_dataclasses import dataclass
from .plugins import plugins_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLUGINS = {"jekyll-paginate", "jekyll-paginate-v2", "github-pages"}
_PAGE_FORMAT = re.compile(r"[^{}]*\{page\}[^{}]*")
_NEWER = "pagination"
"""The key of jekyll-paginate-v2, whose lists are any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllPagination:
    """How a site splits its list."""

    per_page: int
    key: str
    """The key of `_config.yml` that says so."""
    path: str
    """URL of a further page, with `:num` for its number."""
    has_plugin: bool
    """Whether the site asks for the plugin that does it."""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self | None:
        """What `_config.yml` says of it; `None` where nothing is split."""
        newer = values.get(_NEWER)
        per_page, path, key = values.get("paginate"), values.get("paginate_path"), "paginate"
        if isinstance(newer, dict) and newer.get("enabled") is True:
            per_page, path, key = newer.get("per_page"), newer.get("permalink", "/page/:num/"), _NEWER
        if not isinstance(per_page, int) or isinstance(per_page, bool) or per_page < 1:
            return None
        return cls(
            per_page=per_page,
            key=key,
            path=f"/{(path if isinstance(path, str) else '/page:num').strip(' /')}",
            has_plugin=not _PLUGINS.isdisjoint(plugins_of(values)),
        )

    def may_split(self, path: PurePosixPath) -> bool:
        """Whether the plugin may split the list on a page; of several such pages, it takes the deepest."""
        above = PurePosixPath(self.path.lstrip("/")).parents
        return self.has_plugin and self.key != _NEWER and path.name == "index.html" and path.parent in above

    def url_format(self, blog: str) -> str:
        """The option of the plugin that gives its list at `blog` the same further pages; empty where none does."""
        base = "/" if self.key == _NEWER else blog
        url_format = self.path.removeprefix(base).replace(":num", "{page}")
        return url_format if self.path.startswith(base) and _PAGE_FORMAT.fullmatch(url_format) else ""

    def urls(self, posts: int) -> Iterator[str]:
        """The URL of each further page of a list of so many posts."""
        for number in range(2, -(-posts // self.per_page) + 1):
            yield f"{self.path.replace(':num', str(number))}/"
