"""Puts posts, talks and listings among the files of MkDocs: each at its URL, and nothing that is held back."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel

from ..blog.views import Pager, View, ViewKind
from ..content.models import Post, Talk, Text
from ..faults import Faults, Kind, Level
from .sources import Folders, is_text, shown_path
from .structure import GENERATED_BY, ArticlePage, FaultPage, PostPage, RedirectFile, TalkPage, ViewPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..rendering.page_renderer import Rendering
    from ..settings import Settings
    from .navigation import ViewPages


MADE_LATER = ("sitemap.xml.gz", "search/search_index.json")
"""What MkDocs and its search write when all pages are there."""

_CLASH_HINT = "give one of them another `permalink`, `slug`, title or date"


def move(file: File, dest_uri: str) -> None:
    """Give a file another place in the site, and forget what MkDocs has derived from the old one."""
    file.dest_uri = dest_uri
    for derived in ("url", "abs_dest_path"):
        file.__dict__.pop(derived, None)


def move_media(files: Files, folders: Folders, config: MkDocsConfig, faults: Faults) -> None:
    """Publish what lies beside posts where they are published: below the blog, without the posts folder.

    Where another file stands there already, it is told, and that one stays.
    """
    media = {file: uri for file in files if not is_text(file) and (uri := folders.media_uri(file.src_uri))}
    owners = {file.dest_uri: file for file in files if file not in media} if media else {}
    for file, dest_uri in media.items():
        if file.dest_uri != dest_uri:
            move(file, dest_uri)
        if not file.inclusion.is_included():
            continue
        owner = owners.setdefault(dest_uri, file)
        if owner is not file and owner.inclusion.is_included() and owner.content_bytes != file.content_bytes:
            file.inclusion = InclusionLevel.EXCLUDED
            faults.add(
                Kind.DUPLICATE_URL,
                shown_path(file, config),
                f"duplicate-url: '/{dest_uri}' is already the URL of {shown_path(owner, config)}",
                hint="give one of them another name",
                level=min(Level.WARNING, faults.levels[Kind.DUPLICATE_URL]),
            )


def titles_in_nav(nav: Any) -> Iterator[tuple[str, str]]:
    """Each source file that `nav` of `mkdocs.yml` gives a title, with that title."""
    if isinstance(nav, list):
        for item in nav:
            yield from titles_in_nav(item)
    elif isinstance(nav, dict):
        for title, item in nav.items():
            if isinstance(item, str):
                yield posixpath.normpath(item.lstrip("/")), str(title)
            else:
                yield from titles_in_nav(item)


class Taken:
    """Whose each place in the site's folder is."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def take(self, dest_uri: str, owner: str) -> None:
        """Note whose a file is, unless it is somebody's already."""
        self._files.setdefault(dest_uri, owner)
        for folder in _folders(dest_uri):
            self._folders.setdefault(folder, owner)

    def owner(self, dest_uri: str) -> str | None:
        """Whose this very file is."""
        return self._files.get(dest_uri)

    def in_the_way(self, dest_uri: str) -> str | None:
        """Whose file lies where this one needs a folder, or who needs a folder in its place."""
        files = (self._files.get(folder) for folder in _folders(dest_uri))
        return self._folders.get(dest_uri) or next(filter(None, files), None)


def _folders(dest_uri: str) -> Iterator[str]:
    """The folders in which a file lies: `a/b` and `a` for `a/b/index.html`."""
    while "/" in dest_uri:
        dest_uri = dest_uri.rpartition("/")[0]
        yield dest_uri


def owner_of(file: File, config: MkDocsConfig) -> str:
    """A file as messages name it that tell whose a place is."""
    if isinstance(file.page, ViewPage):
        return f"the listing '{file.page.view.title}'"
    if isinstance(file, RedirectFile):
        return f"a redirect of {file.path}"
    return f"'{file.dest_uri}', which the blog makes" if file.generated_by == GENERATED_BY else shown_path(file, config)


def clashes(
    articles: Sequence[tuple[File, Post | Talk]], files: Files, config: MkDocsConfig, faults: Faults
) -> set[str]:
    """Tell each post or talk whose URL is taken; gives the `src_uri` of those that must give way."""
    ours = {file.src_uri for file, _ in articles}
    taken = Taken()
    for file in files:
        if file.src_uri not in ours and file.inclusion.is_included():
            taken.take(file.dest_uri, owner_of(file, config))
    for name in (*sorted(config.theme.static_templates), *MADE_LATER):
        taken.take(name, f"'{name}', which every site has")
    giving_way: set[str] = set()
    for _, article in sorted(articles, key=lambda item: _age(item[1])):
        owner, in_the_way = taken.owner(article.dest_uri), taken.in_the_way(article.dest_uri)
        taken.take(article.dest_uri, article.path)
        if other := owner or in_the_way:
            tell_clash(article, other, faults)
            if in_the_way or faults.levels[Kind.DUPLICATE_URL] < Level.ERROR:
                giving_way.add(article.src_uri)
    return giving_way


def tell_view_clashes(view_pages: ViewPages, articles: Mapping[str, ArticlePage], faults: Faults) -> None:
    """Tell each post or talk that lies where a listing does."""
    taken = Taken()
    for page in (page for pages in view_pages.values() for page in pages):
        taken.take(page.file.dest_uri, f"the listing '{page.view.title}'")
    for article in articles.values():
        dest_uri = article.file.dest_uri
        in_the_way = taken.in_the_way(dest_uri)
        if other := taken.owner(dest_uri) or in_the_way:
            tell_clash(article.article, other, faults)
        if in_the_way:
            # Under `serve`, where a fault ends nothing, both are to be written.
            move(article.file, posixpath.join(dest_uri.split("/")[0], article.file.name, "index.html"))


def tell_clash(article: Text, other: str, faults: Faults, *, hint: str = _CLASH_HINT) -> None:
    """Tell that the URL of a text is that of another file."""
    places = (article.places.get(key) for key in ("permalink", "slug", "title"))
    faults.add(
        Kind.DUPLICATE_URL,
        article.path,
        f"duplicate-url: '/{article.dest_uri.removesuffix('index.html')}' is already the URL of {other}",
        place=next((place for place in places if place), None),
        hint=hint,
    )


def _age(article: Post | Talk) -> tuple[float, str]:
    """Newest first: of two posts, the newer one keeps the URL."""
    return (-article.date.timestamp() if article.date else 0.0, article.src_uri)


def place_articles(
    articles: Iterable[tuple[File, Post | Talk]], config: MkDocsConfig, rendering: Rendering, titles: Mapping[str, str]
) -> None:
    """Give each shown post and talk its URL and its page."""
    for file, article in articles:
        move(file, article.dest_uri)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        page_type = PostPage if isinstance(article, Post) else TalkPage
        page_type(article, titles.get(file.src_uri), file, config, rendering)


def hold_back(articles: Iterable[tuple[File, Post | Talk]], config: MkDocsConfig, rendering: Rendering) -> None:
    """Keep posts and talks out of the build; they have pages only so that links to them can be told."""
    for file, article in articles:
        move(file, article.dest_uri)
        file.inclusion = InclusionLevel.EXCLUDED
        page_type = PostPage if isinstance(article, Post) else TalkPage
        page_type(article, None, file, config, rendering)


def place_views(
    views: Iterable[View],
    files: Files,
    settings: Settings,
    config: MkDocsConfig,
    titles: Mapping[str, str],
    rendering: Rendering,
) -> dict[str, list[ViewPage]]:
    """Give each page of each listing a file: the user's, where there is one at its place, else one in memory.

    Gives the pages of each listing by the `src_uri` of the listing.
    """
    written = {file.dest_uri: file for file in files if file.is_documentation_page() and file.page is None}
    view_pages: dict[str, list[ViewPage]] = {}
    for view in views:
        pages: list[ViewPage] = []
        for pager in view.pagers:
            file = _view_file(pager, written, files, config, listed=_is_listed(view, pager, config))
            page = ViewPage(view, pager, titles.get(file.src_uri), file, config, pages, rendering)
            page.keeps_content = settings.pagination_keep_content
        view_pages[view.src_uri] = pages
    return view_pages


def _is_listed(view: View, pager: Pager, config: MkDocsConfig) -> bool:
    """Whether MkDocs itself is to put a listing into the navigation that it makes of the folders."""
    return config.nav is None and pager.number == 1 and view.kind in {ViewKind.INDEX, ViewKind.TALK_INDEX}


def _view_file(pager: Pager, written: Mapping[str, File], files: Files, config: MkDocsConfig, *, listed: bool) -> File:
    made = File.generated(config, pager.src_uri, content="")
    made.generated_by = GENERATED_BY
    file = written.get(made.dest_uri)
    if file is None:
        file = made
        files.append(file)
    file.inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
    return file


def place_broken(broken: Iterable[File], settings: Settings, config: MkDocsConfig, *, is_serve: bool) -> None:
    """Keep files that could not be read out of a build; under `serve`, give each a page that tells its faults."""
    for file in broken:
        if not is_serve:
            file.inclusion = InclusionLevel.EXCLUDED
            continue
        move(file, posixpath.normpath(posixpath.join(settings.blog_dir, file.name, "index.html")))
        file.inclusion = InclusionLevel.NOT_IN_NAV
        FaultPage(shown_path(file, config), file, config)
