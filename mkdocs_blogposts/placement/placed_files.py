"""Puts posts, talks and listings among the files of MkDocs: each at its URL, and nothing that is held back."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..content.models import JekyllPage, Post, Talk, Text
from ..pages.file_contents import content_of
from ..pages.file_moves import move
from ..pages.listing_pages import ViewPage
from ..pages.made_files import GENERATED_BY, MADE_LATER, made_file
from ..pages.redirect_file import RedirectFile
from ..pages.text_pages import ArticlePage, FaultPage, OrdinaryPage, PostPage, TalkPage, TextPage
from ..sources.source_files import is_text, shown_path
from ..urls.listing_claims import name_of
from ..urls.url_claims import Claim
from .inclusion import leave_out, show

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..blog.listings import Pager, View
    from ..pages.text_pages import TextRenderer
    from ..settings import Settings
    from ..sources.folders import Folders
    from ..urls.url_claims import UrlClaims


def media_of(files: Files, folders: Folders) -> dict[File, str]:
    """What lies beside posts, and where it is to be published: below the blog, without the posts folder.

    What is no media to MkDocs, as data and style sheets, stays in that folder, as with Material's blog.
    """
    others = (file for file in files if not is_text(file))
    beside = (file for file in others if file.is_media_file() or not folders.is_in_posts_folder(file.src_uri))
    return {file: uri for file in beside if (uri := folders.media_uri(file.src_uri))}


def place_media(media: Mapping[File, str], files: Files, claims: UrlClaims, config: MkDocsConfig) -> None:
    """Publish what lies beside posts; of two copies of a file that want one place, both have it."""
    wanted = set(media.values())
    others = {file.dest_uri: file for file in files if file.dest_uri in wanted and file not in media}
    for file, dest_uri in media.items():
        if not file.inclusion.is_included():
            move(file, dest_uri)
            continue
        twin = others.setdefault(dest_uri, file)
        if twin is file or not twin.inclusion.is_included() or content_of(twin) != content_of(file):
            path = shown_path(file, config)
            claim = Claim(dest_uri=dest_uri, name=path, path=path, hint="give one of them another name")
            move(file, claims.grant(claim))
        else:
            move(file, dest_uri)


def titles_in_nav(nav: Any) -> Iterator[tuple[str, str]]:
    """Each source file that `nav` of `mkdocs.yml` gives a title, with that title."""
    if isinstance(nav, list):
        for item in nav:
            yield from titles_in_nav(item)
    elif isinstance(nav, dict):
        for title, item in nav.items():
            if isinstance(item, str):
                if title is not None:  # as literate-nav has it for a file that it finds itself
                    yield posixpath.normpath(item.lstrip("/")), str(title)
            else:
                yield from titles_in_nav(item)


def entitle(pages: Iterable[TextPage | ViewPage], nav: Any) -> None:
    """Give pages the titles that they have got in `nav` since they were placed: literate-nav makes it later."""
    titles = dict(titles_in_nav(nav))
    for page in pages:
        if page.nav_title is None and (title := titles.get(page.file.src_uri)):
            take_title(page, title)


def take_title(page: TextPage | ViewPage, title: str) -> None:
    """Give a page the title that `nav` has for it."""
    page.nav_title = title
    if not (isinstance(page, ArticlePage) and page.has_own_title):
        page.title = title


def owner_of(file: File, config: MkDocsConfig) -> str:
    """A file as messages name it that tell whose a place is."""
    if isinstance(file.page, ViewPage):
        return name_of(file.page.view)
    if isinstance(file, RedirectFile):
        return f"a redirect of {file.path}"
    return f"'{file.dest_uri}', which the blog makes" if file.generated_by == GENERATED_BY else shown_path(file, config)


def reserve_others(
    claims: UrlClaims, files: Files, ours: Collection[str], config: MkDocsConfig, *, has_own_404: bool
) -> None:
    """Note where all those files stand that are none of `ours`, and what MkDocs and its themes make."""
    for file in files:
        if file.src_uri not in ours and file.inclusion.is_included():
            claims.reserve(file.dest_uri, owner_of(file, config))
    own = {"404.html"} if has_own_404 else set()
    for name in (*sorted({*config.theme.static_templates} - own), *MADE_LATER):
        claims.reserve(name, f"'{name}', which every site has")


def place_texts(
    texts: Iterable[tuple[File, Text]],
    granted: Mapping[str, str],
    config: MkDocsConfig,
    renderer: TextRenderer,
    titles: Mapping[str, str],
) -> list[TextPage]:
    """The page of each shown text, whose file now stands where it was `granted` to, by `src_uri`."""
    return [
        _placed(file, text, granted[text.src_uri], titles.get(file.src_uri), config, renderer) for file, text in texts
    ]


def _placed(
    file: File, text: Text, dest_uri: str, title: str | None, config: MkDocsConfig, renderer: TextRenderer
) -> TextPage:
    move(file, dest_uri)
    if not isinstance(text, JekyllPage) or config.nav is not None or _is_in_hidden_folder(text.src_uri):
        show(file, in_nav=False)
    return _page(file, text, title, config, renderer)


def _is_in_hidden_folder(src_uri: str) -> bool:
    """Whether a text lies in a folder that is no part of any URL of Jekyll's, such as `_pages`."""
    return any(part.startswith("_") for part in PurePosixPath(src_uri).parts)


def _page(file: File, text: Text, title: str | None, config: MkDocsConfig, renderer: TextRenderer) -> TextPage:
    kind = PostPage if isinstance(text, Post) else TalkPage if isinstance(text, Talk) else OrdinaryPage
    page = kind(text, title, file, config, renderer)
    if isinstance(text, JekyllPage) and text.is_whole:
        file.page = None  # MkDocs is to copy it as it is
    return page


def hold_back(texts: Iterable[tuple[File, Text]], config: MkDocsConfig, renderer: TextRenderer) -> list[TextPage]:
    """The pages of texts that are kept out of the build, which are there only so that links to them can be told."""
    pages = []
    for file, text in texts:
        move(file, text.dest_uri)
        leave_out([file])
        pages.append(_page(file, text, None, config, renderer))
    return pages


def stand_ins(texts: Iterable[tuple[File, Text]], config: MkDocsConfig, renderer: TextRenderer) -> list[TextPage]:
    """Pages of texts in whose places redirects stand, for what lists show of them."""
    return [_page(file, text, None, config, renderer) for file, text in texts]


def place_views(
    views: Iterable[View],
    files: Files,
    settings: Settings,
    config: MkDocsConfig,
    titles: Mapping[str, str],
    renderer: TextRenderer,
) -> dict[str, list[ViewPage]]:
    """Give each page of each listing a file: the user's, where there is one at its place, else one in memory.

    Gives the pages of each listing by the `src_uri` of the listing.
    """
    written = written_listings(files)
    view_pages: dict[str, list[ViewPage]] = {}
    for view in views:
        pages: list[ViewPage] = []
        for pager in view.pagers:
            file = _view_file(pager, written, files, config, listed=_is_listed(view, pager, config))
            page = ViewPage(view, pager, titles.get(file.src_uri), file, config, pages, renderer)
            page.keeps_content = settings.pagination_keep_content
        view_pages[view.src_uri] = pages
    return view_pages


def written_listings(files: Files, ours: Collection[str] = ()) -> dict[str, File]:
    """The pages that may be heads of listings, by the file below `site_dir`: those that nobody has taken.

    `ours` are files that are to have pages of their own, by `src_uri`.
    """
    found = (file for file in files if file.is_documentation_page() and file.page is None)
    return {file.dest_uri: file for file in found if file.src_uri not in ours}


def _is_listed(view: View, pager: Pager, config: MkDocsConfig) -> bool:
    """Whether MkDocs itself is to put a listing into the navigation that it makes of the folders."""
    return config.nav is None and pager.number == 1 and view.kind.is_in_made_nav


def _view_file(pager: Pager, written: Mapping[str, File], files: Files, config: MkDocsConfig, *, listed: bool) -> File:
    made = made_file(config, pager.src_uri)
    file = written.get(made.dest_uri)
    if file is None:
        file = made
        files.append(file)
    show(file, in_nav=listed)
    return file


def place_broken(
    broken: Iterable[File], settings: Settings, config: MkDocsConfig, claims: UrlClaims, *, is_serve: bool
) -> None:
    """Keep files that could not be read out of a build; under `serve`, give each a page that tells its faults."""
    for file in broken:
        if not is_serve:
            leave_out([file])
            continue
        wanted = posixpath.normpath(posixpath.join(settings.blog_dir, file.name, "index.html"))
        move(file, claims.free(wanted))
        claims.reserve(file.dest_uri, shown_path(file, config))
        show(file, in_nav=False)
        FaultPage(shown_path(file, config), file, config)
