"""Pages of a Jekyll site that stand where listings do, as the heads of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import Faults, Kind
from ..pages.made_files import dest_uri_of
from ..urls.url_claims import url_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from ..blog.listings import View
    from ..sources.page_loading import Pages


def heads_among(pages: Pages, views: Iterable[View], config: MkDocsConfig, faults: Faults) -> set[str]:
    """The `src_uri` of each page that is left to a listing; that its permalink says otherwise is told."""
    # Where MkDocs puts them, which is where they lie.
    usual = {file.dest_uri: (file, page) for file, page in pages if not page.is_html}
    heads: set[str] = set()
    for view in views if usual else ():
        for pager in view.pagers:
            dest_uri = dest_uri_of(pager.src_uri, config)
            if dest_uri not in usual:
                continue
            file, page = usual[dest_uri]
            if file.src_uri != pager.src_uri and page.permalink:
                continue
            heads.add(page.src_uri)
            del usual[dest_uri]
            if page.dest_uri != file.dest_uri and page.permalink:
                faults.add(
                    Kind.PERMALINK,
                    page.path,
                    f"permalink: the page is the head of the listing '{view.title}', and stays at"
                    f" '{url_of(file.dest_uri)}'",
                    place=page.places.get("permalink"),
                    hint="take the permalink out, or rename the file",
                )
    return heads
