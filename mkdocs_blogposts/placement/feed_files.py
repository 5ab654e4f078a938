"""The feeds of a blog among the files of the site, and the sitemap beside them."""

from __future__ import annotations

import posixpath
from dataclasses import field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.utils import dirname_to_title

from ..blog.feed_contents import FeedContents, contents_of, portions, views_with_feeds
from ..blog.listing_kinds import CATEGORY, TAG, TALK_INDEX
from ..html.excerpts import plain_text
from ..light_dataclasses import dataclass
from ..log import log
from ..pages.made_files import dest_uri_of, made_file
from ..urls.listing_claims import name_of
from ..urls.option_claims import claim_of_option, place_made
from .stylesheet import place_stylesheet_of_feeds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from ..blog.blog import Blog
    from ..blog.listings import View, Views
    from ..content.models import Post, Talk
    from ..jekyll.jekyll_feed import FurtherFeed, JekyllFeed
    from ..settings import Settings
    from ..urls.url_claims import UrlClaims


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """A kind of feed document."""

    file_name: str
    media_type: str


FORMATS: Mapping[str, FeedFormat] = {
    "rss": FeedFormat("rss.xml", "application/rss+xml"),
    "atom": FeedFormat("atom.xml", "application/atom+xml"),
    "json": FeedFormat("feed.json", "application/feed+json"),
}
"""Each format of the option `feeds_formats`."""

SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingFeed:
    """The feed of a listing in each of its formats."""

    home: str
    """The `src_uri` of the listing."""
    contents: FeedContents
    files: Mapping[str, File]
    """By format."""
    archives: Mapping[str, tuple[File, ...]] = field(default_factory=dict)
    """Those of what is older, by format, the oldest first."""
    label: str = ""
    """What it is called where it is not the feed of all that its listing lists."""
    head: File | None = None
    """The page that it is linked to, where that is a page of the docs and no listing."""

    def title(self, listing: Page | None, config: MkDocsConfig) -> str:
        """What it is called, with the name of the site; `listing` is the first page of the listing that it is of."""
        page = self.head.page if self.head else listing
        return f"{self.label} - {config.site_name}" if self.label or not page else title_of_feeds(page, config)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFiles:
    """All feeds of a blog."""

    of_views: Mapping[str, ListingFeed] = field(default_factory=dict)
    """By the `src_uri` of the listing; that of the index comes first."""
    of_sections: Mapping[str, ListingFeed] = field(default_factory=dict)
    """Those of the docs, by folder; what they hold is known once all texts are rendered."""
    elsewhere: tuple[ListingFeed, ...] = ()
    """The same feeds where another builder had them, which no page names."""
    stylesheet: str = ""
    """URL of what makes pages of them, from the site's root."""

    def of_page(self, src_uri: str) -> ListingFeed | None:
        """The feed of the innermost section that a page of the docs stands in."""
        above = (str(folder) for folder in PurePosixPath(src_uri).parents)
        return next((self.of_sections[folder] for folder in above if folder in self.of_sections), None)

    def __iter__(self) -> Iterator[ListingFeed]:
        yield from self.of_views.values()
        yield from self.elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPlaces:
    """Makes room for feeds, so that links to them resolve; they are written later."""

    files: Files
    config: MkDocsConfig
    settings: Settings
    claims: UrlClaims

    def of_index(self, index: View, blog: Blog) -> FeedFiles:
        """With the feed of the whole blog, which has its URL before listings and posts."""
        options = {"atom": "feeds_atom_url"}
        names = {name: feed.file_name for name, feed in FORMATS.items()} | {"atom": self.settings.feeds_atom_url}
        uris = {name: below(self.settings, names[name]) for name in self.settings.feeds_formats}
        contents = contents_of(index, blog, self.settings)
        whose = f"'{self.settings.blog_dir}'"
        files: dict[str, File] = {
            name: self._place(uri, f"the feed of {whose} as {name}", options.get(name, "feeds_formats"))
            for name, uri in uris.items()
        }
        feed = ListingFeed(
            home=index.src_uri, contents=contents, files=files, archives=self._archives(files, contents, whose)
        )
        return FeedFiles(of_views={index.src_uri: feed}, stylesheet=place_stylesheet_of_feeds(self.files, self.config))

    def with_sections(self, feeds: FeedFiles) -> FeedFiles:
        """With those of sections of the docs, in the folders of these."""
        found = {}
        for name in self.settings.feeds_sections:
            folder = posixpath.normpath(name.strip("/"))
            pages = [file for file in self.files.documentation_pages() if file.src_uri.startswith(f"{folder}/")]
            if not pages:
                log.warning("There is no page below '%s' in `docs_dir`, which `feeds_sections` names", name)
                continue
            index = next(
                (file for file in pages if posixpath.dirname(file.src_uri) == folder and file.name == "index"), None
            )
            files: dict[str, File] = {
                kind: self._place(
                    posixpath.join(folder, FORMATS[kind].file_name),
                    f"the feed of '{folder}' as {kind}",
                    "feeds_sections",
                )
                for kind in self.settings.feeds_formats
            }
            found[folder] = ListingFeed(
                home=folder,
                contents=FeedContents((), ()),
                files=files,
                label="" if index else dirname_to_title(posixpath.basename(folder)),
                head=index or pages[0],
            )
        return replace(feeds, of_sections=found)

    def with_further(self, feeds: FeedFiles, views: Views, blog: Blog, jekyll: JekyllFeed | None) -> FeedFiles:
        """With those of single listings, and with copies where jekyll-feed had them."""
        found = self._with_listings(feeds, views, blog)
        return self._with_those_of_jekyll(found, jekyll, views, blog) if jekyll else found

    def _with_listings(self, feeds: FeedFiles, views: Views, blog: Blog) -> FeedFiles:
        """With those of single listings, below the pages of these."""
        index = next(iter(feeds.of_views.values()))
        of_views = {views.index.src_uri: replace(index, home=views.index.src_uri)}
        for view in views_with_feeds(views, self.settings):
            contents = contents_of(view, blog, self.settings)
            folder = _folder_of(dest_uri_of(view.src_uri, self.config))
            files: dict[str, File] = {
                name: self._place(
                    posixpath.join(folder, FORMATS[name].file_name), f"the feed of {name_of(view)} as {name}"
                )
                for name in self.settings.feeds_formats
            }
            archives = self._archives(files, contents, name_of(view))
            of_views[view.src_uri] = ListingFeed(home=view.src_uri, contents=contents, files=files, archives=archives)
        return replace(feeds, of_views=of_views)

    def _with_those_of_jekyll(self, feeds: FeedFiles, jekyll: JekyllFeed, views: Views, blog: Blog) -> FeedFiles:
        """With copies where jekyll-feed had them, and nothing else is."""
        tags = [term.name for term in views.taxonomies[TAG].terms]
        copies = [
            ListingFeed(home=views.index.src_uri, contents=contents_of(views.index, blog, self.settings), files={})
        ]
        wanted = [jekyll.path]
        for further in jekyll.further(tags):
            if found := _part_of(further, views, blog):
                home, articles = found
                copies.append(
                    ListingFeed(home=home, contents=portions(articles, self.settings), files={}, label=further.name)
                )
                wanted.append(further.path)
        placed = ((copy, self._place_if_free(uri)) for uri, copy in zip(wanted, copies, strict=True))
        return replace(feeds, elsewhere=tuple(replace(copy, files={"atom": file}) for copy, file in placed if file))

    def place_sitemap(self) -> File | None:
        """Make room for a sitemap beside the feeds; `None` where the site's own lies there.

        Material's script asks for one beside each alternate version of a page, for which it takes a feed too.
        """
        return self._place_if_free(below(self.settings, SITEMAP))

    def _archives(self, files: Mapping[str, File], contents: FeedContents, whose: str) -> dict[str, tuple[File, ...]]:
        """The files of what is older; they are called after the feed."""
        found = {}
        for name, feed in files.items() if contents.archives else ():
            stem, ending = posixpath.splitext(feed.dest_uri)
            found[name] = tuple(
                self._place(f"{stem}-archive-{number}{ending}", f"archive {number} of the feed of {whose} as {name}")
                for number, _ in enumerate(contents.archives, 1)
            )
        return found

    def _place(self, uri: str, name: str, option: str = "feeds_formats") -> File:
        return place_made(claim_of_option(uri, name, option, self.config), self.claims, self.files, self.config)

    def _place_if_free(self, uri: str) -> File | None:
        """A file at a URL that no option names; `None` where that is somebody's."""
        if self.claims.holder(uri):
            return None
        self.claims.reserve(uri, f"'{uri}', which the blog makes")
        file = made_file(self.config, uri)
        self.files.append(file)
        return file


def title_of_feeds(index: Page, config: MkDocsConfig) -> str:
    """The blog, or a listing of it, and the site by name; `index` is the first page of either."""
    return f"{plain_text(index.title or '')} - {config.site_name}"


def below(settings: Settings, file_name: str) -> str:
    """A file below the blog, or with a slash in front below the site's root."""
    return posixpath.normpath(posixpath.join(settings.blog_dir, file_name)).lstrip("/")


def _folder_of(dest_uri: str) -> str:
    """Where what belongs to a page lies: `blog/tag/x` for `blog/tag/x/index.html` as for `blog/tag/x.html`."""
    folder, name = posixpath.split(dest_uri)
    return folder if name == "index.html" else posixpath.splitext(dest_uri)[0]


def _part_of(further: FurtherFeed, views: Views, blog: Blog) -> tuple[str, Iterable[Post | Talk]] | None:
    """The listing of what such a feed holds, and all of that; `None` for what no blog has."""
    if further.kind == "collection":
        talks = views.first(TALK_INDEX)
        return (talks.src_uri, blog.talks) if further.name == "talks" and talks else None
    kind = TAG if further.kind == "tag" else CATEGORY
    terms = views.taxonomies[kind]
    if not terms.has(further.name):
        return None
    key = further.name.casefold()
    home = next((view.src_uri for view in views.of(kind) if view.key == key), views.index.src_uri)
    return home, terms.term(further.name).posts
