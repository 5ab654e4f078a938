"""The list of URLs that a site has had, as it stands in a file that is kept beside it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEAD = "# URLs that this site has published, kept by `blogposts urls --update`: URL, kind, source, title\n"
_GAP = "\t"


class UrlKind(StrEnum):
    """What answers at a URL."""

    POST = "post"
    TALK = "talk"
    PAGE = "page"
    LISTING = "listing"
    PAGER = "pager"
    FEED = "feed"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True, order=True)
class PublishedUrl:
    """A URL, and what is or was there."""

    url: str
    """From the site's root, with a slash in front."""
    kind: str = ""
    """A `UrlKind`, or whatever a hand has written there."""
    source: str = ""
    """The file that it was made from, or what a listing lists."""
    title: str = ""

    def __str__(self) -> str:
        return _GAP.join(" ".join(part.split()) for part in (self.url, self.kind, self.source, self.title)).rstrip()

    @property
    def dest_uris(self) -> tuple[str, ...]:
        """The files below `site_dir` of which each would answer there."""
        path = unquote(self.url.partition("#")[0].partition("?")[0]).lstrip("/")
        if not path or path.endswith("/"):
            return (f"{path}index.html",)
        return path, f"{path}.html", f"{path}/index.html"


def read_urls(text: str) -> Iterator[tuple[int, PublishedUrl]]:
    """Each URL of a list, with its line; where a line holds none, its text stands for the URL."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            url, kind, source, title = (*line.strip().split(_GAP, 3), "", "", "")[:4]
            yield number, PublishedUrl(url.strip(), kind.strip(), source.strip(), title.strip())


def written_urls(urls: Iterable[PublishedUrl]) -> str:
    """A list as its file has it: one URL a line, in order, so that two branches seldom change the same line."""
    return _HEAD + "".join(f"{url}\n" for url in sorted(set(urls)))
