"""URLs of categories that differ from another only in case: for Material's blog each is a page, here they share one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..blog.listing_kinds import CATEGORY
from ..blog.listing_plans import category_src_uri
from ..content.models import OldUrl
from ..pages.made_files import made_file
from ..urls.url_claims import url_of
from .redirect_placement import Redirect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from ..blog.listings import View, Views
    from ..content.models import Post
    from ..settings import Settings
    from .navigation import ViewPages


def redirects_of_spellings(
    views: Views, view_pages: ViewPages, settings: Settings, config: MkDocsConfig
) -> Iterator[Redirect]:
    """A redirect from the URL of each spelling that differs from its page's in case, where both can be told apart."""
    if not _tells_cases_apart(Path(config.docs_dir)):
        return
    for view in views.of(CATEGORY):
        to = view_pages[view.src_uri][0].file
        seen = {to.dest_uri}
        for name, post in _spellings(view).items():
            dest_uri = made_file(config, category_src_uri(name, settings)).dest_uri
            if dest_uri not in seen and dest_uri.casefold() == to.dest_uri.casefold():
                seen.add(dest_uri)
                old = OldUrl(url=url_of(dest_uri), dest_uri=dest_uri, key="categories", place=None)
                yield Redirect(path=post.path, old=old, to=to, is_asked_for=False)


def _spellings(view: View) -> dict[str, Post]:
    """Each spelling of a category, with the first post that has it."""
    found: dict[str, Post] = {}
    for post in view.posts:
        for name in post.categories:
            if name.casefold() == view.key:
                found.setdefault(name, post)
    return found


def _tells_cases_apart(folder: Path) -> bool:
    """Whether a file system takes `News` and `news` for two names."""
    return not folder.with_name(folder.name.swapcase()).exists() or folder.name == folder.name.swapcase()
