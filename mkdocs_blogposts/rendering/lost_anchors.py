"""Links to places that a page has not, and where they are written, of which MkDocs knows nothing."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from ..faults import Faults, Kind, Level, Place
from ..sources.source_files import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from ..pages.text_pages import TextPage


def tell_lost_anchors(pages: Iterable[TextPage], config: MkDocsConfig, faults: Faults) -> None:
    """Tell each link in a text of ours whose anchor is not on its page, at the level that MkDocs gives to it."""
    level = config.validation.links.anchors
    if level not in list(Level) or level == Level.IGNORE:
        return
    for page in pages:
        for anchor, link, name, known in _lost(page, config):
            url, place = _written(anchor, link, page)
            near = difflib.get_close_matches(anchor, known, n=1)
            faults.add(
                Kind.LINK,
                page.article.path,
                f"link: '{url}' leads to no place of '{name}'",
                place=place,
                hint=f"did you mean '#{near[0]}'?" if near else "write the id of a heading of that page",
                level=Level(level),
            )


def _lost(page: TextPage, config: MkDocsConfig) -> Iterator[tuple[str, str, str, set[str]]]:
    """Anchor and link of each, the page that it leads to, and the anchors which that has."""
    for file, anchors in (page.links_to_anchors or {}).items():
        known = file.page.present_anchor_ids if file.page else None
        if known is None:
            continue
        for anchor, link in anchors.items():
            if anchor not in known:
                yield anchor, link, shown_path(file, config), {name for name in known if name}


def _written(anchor: str, link: str, page: TextPage) -> tuple[str, Place | None]:
    """The link as its author has written it, and where; as MkDocs sees it, where it is made by something else."""
    body = page.article.body
    found = re.search(rf"[^\s()<>\"'\[\]]*#{re.escape(anchor)}(?![\w-])", body)
    if not found:
        return link, None
    return found[0], Place.at(body, found.start(), page.article.body_line)
