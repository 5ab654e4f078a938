"""Texts that move away from a site, as their `redirect_to` says, and those that have to stay."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote

from mkdocs.structure.files import Files

from ..content.models import Post, Text
from ..faults import Faults, Kind, Level, shown
from ..jekyll.files import lies_in_jekyll_folder
from ..light_dataclasses import dataclass
from ..pages.file_moves import move
from ..urls.link_index import LinkIndex, Target, url_key
from .inclusion import leave_out

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from mkdocs.structure.files import File

_Text = TypeVar("_Text", bound=Text)


@dataclass(frozen=True, kw_only=True)
class Departures:
    """What would leave a site."""

    texts: Sequence[tuple[File, Text]]
    """All that readers may see."""
    hidden: Sequence[tuple[File, Text]]
    """All that is held back."""
    files: Files
    site_urls: tuple[str, ...]

    def staying(self, faults: Faults) -> set[str]:
        """The `src_uri` of each text whose `redirect_to` leads back to it, or to a hidden one; these stay."""
        if not self._moved:
            return set()
        reasons = {text.src_uri: text.held_back for _, text in self.hidden}
        kinds = {uri: Kind.HELD_BACK_LINK for uri in self._moved if self._next[uri] in reasons}
        kinds |= {uri: Kind.PERMALINK for uri in self._moved if self._is_in_circle(uri)}
        for uri, kind in kinds.items():
            _, text = self._moved[uri]
            reason, hint = "in a circle", "let it lead to a page that stays"
            if kind is Kind.HELD_BACK_LINK:
                reason = f"to a page that is held back ({reasons[self._next[uri] or '']})"
                hint = "publish that page, or take the key out"
            faults.add(
                kind,
                text.path,
                f"redirect_to: {shown(text.new_url)} leads {reason}, so the page stays",
                place=text.places.get("redirect_to"),
                hint=hint,
                level=Level.WARNING,
            )
        return set(kinds)

    @cached_property
    def _moved(self) -> Mapping[str, tuple[File, Text]]:
        return {text.src_uri: (file, text) for file, text in self.texts if text.new_url}

    @cached_property
    def _next(self) -> Mapping[str, str | None]:
        """The `src_uri` of that to which each text leads that moves; `None` where it is nothing of this site."""
        taken = {text.dest_uri for _, text in self.texts}
        texts = (*self.texts, *((file, text) for file, text in self.hidden if text.dest_uri not in taken))
        index = LinkIndex(self.files, self.site_urls, wanted={text.src_uri: text.dest_uri for _, text in texts})
        old: dict[str, str] = {}
        for _, text in self.texts:
            for each in text.old_urls:
                old.setdefault(url_key(each.dest_uri), text.src_uri)
        found: dict[str, str | None] = {}
        for uri, (file, text) in self._moved.items():
            url = text.new_url or ""
            target, path = target_of(url, file, index), index.local_path(url)
            if target and target.file is file and _is_folder_beside(path or "", text.dest_uri):
                target = None
            found[uri] = target.file.src_uri if target else path and old.get(url_key(unquote(path)))
        return found

    def _is_in_circle(self, start: str) -> bool:
        seen, uri = {start}, self._next[start]
        while uri and uri in self._moved and uri not in seen:
            seen.add(uri)
            uri = self._next[uri]
        return uri == start


def as_links(away: Iterable[tuple[File, Text]], site_urls: tuple[str, ...]) -> list[tuple[File, Post]]:
    """Those that lists show all the same, as Jekyll does: posts of a Jekyll site that stand on another."""
    index = LinkIndex(Files([]), site_urls)
    return [
        (file, replace(text, link=text.new_url))
        for file, text in away
        if isinstance(text, Post)
        and lies_in_jekyll_folder(text.src_uri)
        and index.local_path(text.new_url or "") is None
    ]


def parted(
    texts: Iterable[tuple[File, _Text]], staying: Collection[str]
) -> tuple[list[tuple[File, _Text]], list[tuple[File, _Text]]]:
    """The texts that have a page here, those `staying` as well, by `src_uri`; and those that have moved away."""
    here: list[tuple[File, _Text]] = []
    away: list[tuple[File, _Text]] = []
    for file, text in texts:
        (away if text.new_url and text.src_uri not in staying else here).append((file, text))
    return here, away


def target_of(url: str, file: File, index: LinkIndex) -> Target | None:
    """What `redirect_to` leads to: from its own page, or else from the site's root."""
    if index.local_path(url) is None:
        return None
    return index.resolve(url, file) or index.resolve(url, None)


def put_away(away: Iterable[tuple[File, Text]], granted: Mapping[str, str]) -> None:
    """Keep the files of texts that have moved away out of the build; their URLs are those `granted` by `src_uri`."""
    for file, text in away:
        move(file, granted[text.src_uri])
        leave_out([file])


def _is_folder_beside(path: str, dest_uri: str) -> bool:
    """Whether a path that names a page by the rule that `x/` may stand for `x.html` is still another place."""
    return path.partition("?")[0].partition("#")[0].endswith("/") and posixpath.basename(dest_uri) != "index.html"
