"""What is told of a link that leads nowhere, or to what readers can't see."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..faults import Faults, Kind, Level, Place
from ..frontmatter.schemes import is_malformed
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from ..pages.text_pages import TextPage
from ..urls.link_index import LinkIndex, Target, url_key

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_PICTURE = late_pattern(r"\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)(?:[?#].*)?$", re.IGNORECASE)
_AFTER_PATH = re.compile("[?#]")
_LINK_HINT = "write the path of a file, or a URL from the site's root"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Where a link is written."""

    path: str
    """The file as its author would name it."""
    place: Place | None = None
    key: str = ""
    """The key of front matter that is the link; empty for a link in a text."""


@dataclass(frozen=True, slots=True)
class LinkFaults:
    """Tells the links of one site."""

    config: MkDocsConfig
    index: LinkIndex
    faults: Faults

    def leads_nowhere(self, url: str, written: Written, *, at_most: Level = Level.ERROR) -> None:
        """Tell a link that nothing in the site answers, at the level that MkDocs gives to it."""
        level = min(self._level(url), at_most)
        if level > Level.IGNORE or Kind.LINK in self.faults.chosen:
            fault = "is not a URL" if is_malformed(url) else "leads nowhere in this site"
            is_picture = not written.key and _PICTURE.search(url)
            self.faults.add(
                Kind.LINK,
                written.path,
                f"picture: there is no file '{url}'" if is_picture else f"{written.key or 'link'}: '{url}' {fault}",
                place=written.place,
                hint=self._nearest(url),
                level=level,
            )

    def is_held_back(self, url: str, target: Target, written: Written) -> None:
        """Tell a link to a page that is not part of the build."""
        article = target.file.page.article if isinstance(target.file.page, TextPage) else None
        reason = f" ({article.held_back})" if article and article.held_back else ""
        left = "it is left out" if written.key else "only its text is left"
        self.faults.add(
            Kind.HELD_BACK_LINK,
            written.path,
            f"{written.key or 'link'}: '{url}' leads to a page that is held back{reason}, so {left}",
            place=written.place,
            hint="publish that page, or take the link out",
            # MkDocs remarks on a link to any file that is not in the build, and Material's blog on none in `links`.
            level=Level.WARNING if article and written.key not in ("", "links") else None,
        )

    def _level(self, url: str) -> Level:
        """The level that MkDocs gives to such a link."""
        links = self.config.validation.links
        if url.startswith("/"):
            level = links.absolute_links if links.absolute_links > 0 else links.not_found
        elif is_malformed(url) or posixpath.splitext(urlsplit(url).path)[1]:
            level = links.not_found
        else:
            level = links.unrecognized_links
        known = Level(level) if level in list(Level) else Level.IGNORE
        # Of a whole URL MkDocs says nothing, wherever it leads.
        return min(known, Level.INFO) if not is_malformed(url) and urlsplit(url).scheme else known

    def _nearest(self, url: str) -> str:
        docs = f"/{posixpath.basename(self.config.docs_dir)}/"
        if url.startswith(docs):
            return f"write `/{url.removeprefix(docs)}`: such paths count from `docs_dir`"
        path = self.index.local_path(url)
        near = self.index.near.nearest(url_key(_AFTER_PATH.split(path)[0])) if path else None
        return f"did you mean '/{near.url}'?" if near else _LINK_HINT
