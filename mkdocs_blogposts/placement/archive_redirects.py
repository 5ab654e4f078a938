"""Old URLs of jekyll-archives at which no listing of ours stands: each leads to the one that has its posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..blog.listing_kinds import ARCHIVE, CATEGORY, MONTH, TAG
from ..content.models import OldUrl
from ..jekyll.archives import KEY
from ..jekyll.permalinks import check_dest_uri
from .redirect_placement import Redirect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..blog.listings import View, Views
    from ..jekyll.archives import JekyllArchives
    from ..jekyll.jekyll_config import JekyllConfig
    from .navigation import ViewPages


def redirects_of_archives(
    archives: JekyllArchives, jekyll: JekyllConfig, views: Views, view_pages: ViewPages
) -> Iterator[Redirect]:
    """A redirect from each of them."""
    path = jekyll.paths[-1] if jekyll.paths else KEY
    seen = {page.file.dest_uri for pages in view_pages.values() for page in pages}
    for url, view in _urls(archives, views):
        dest_uri = f"{url.strip('/')}/index.html" if url.endswith("/") else url.strip("/")
        to = view_pages[view.src_uri][0].file
        if dest_uri not in seen:
            seen.add(dest_uri)
            old = OldUrl(url=url, dest_uri=check_dest_uri(dest_uri), key=KEY, place=None)
            yield Redirect(path=path, old=old, to=to)


def _urls(archives: JekyllArchives, views: Views) -> Iterator[tuple[str, View]]:
    """Every URL of an archive, with the listing that has its posts; of two the narrower comes first."""
    kinds = archives.permalinks
    for kind, terms in (("tag", views.of(TAG)), ("category", views.of(CATEGORY))):
        if kind in kinds:
            yield from ((archives.url(kind, name=view.title), view) for view in terms)
    for listings, lists in ((views.of(MONTH), ("day",)), (views.of(ARCHIVE), ("day", "month", "year"))):
        for view in listings:
            for kind in lists:
                if kind in kinds:
                    yield from ((archives.url(kind, date=post.date), view) for post in view.posts)
