"""What we say in `<head>`: the style sheet, the feeds, and that a page is not for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..html.page_urls import from_page, from_root
from ..light_dataclasses import dataclass, field
from ..pages.listing_pages import ViewPage
from ..pages.text_pages import TextPage
from ..placement.feed_files import FORMATS

if TYPE_CHECKING:
    from markupsafe import Markup
    from mkdocs.structure.pages import Page

    from ..cards.part_templates import PartTemplates
    from ..content.models import Text
    from ..placement.feed_files import FeedFiles, ListingFeed
    from ..placement.navigation import ViewPages
    from ..placement.stylesheet import Stylesheets


@dataclass(frozen=True, slots=True)
class PageHeads:
    """The heads of the pages of one blog; all but a few of these are the same."""

    templates: PartTemplates
    stylesheets: Stylesheets
    feeds: FeedFiles
    view_pages: ViewPages
    index: ViewPage
    """The first page of the blog."""
    is_preview: bool = False
    """Whether no page is for search engines."""
    _made: dict[tuple[tuple[str, ...], bool, str], Markup] = field(default_factory=dict, init=False)

    def put_into(self, output: str, page: Page) -> str:
        """A finished page with what we have to say in its head."""
        # Another blog of the site may have been here before.
        stylesheets = tuple(url for url in self.stylesheets.of(output) if url not in output)
        noindex = self.is_preview or (isinstance(page, TextPage) and _is_hidden(page.article))
        own = self._own_feed(page)
        head = from_page(self._common(own, stylesheets, noindex=noindex), page.url)
        return output.replace("</head>", f"{head}\n</head>", 1)

    def feeds_of(self, page: Page) -> list[list[tuple[str, str, str]]]:
        """Title, type and URL of each feed that the head of a page names: those of its listing, and of the blog."""
        return [self._links(self._own_feed(page)), self._links(self.feeds.of_views.get(self.index.view.src_uri))]

    def _own_feed(self, page: Page) -> ListingFeed | None:
        """The feed of the listing, or of the section of the docs, that a page is of."""
        if isinstance(page, ViewPage):
            home = page.view.src_uri
            return self.feeds.of_views.get(home) if home != self.index.view.src_uri else None
        return None if isinstance(page, TextPage) else self.feeds.of_page(page.file.src_uri)

    def _common(self, own: ListingFeed | None, stylesheets: tuple[str, ...], *, noindex: bool) -> Markup:
        """What many pages say alike; `own` is the feed of the page at hand."""
        key = (stylesheets, noindex, own.home if own else "")
        if key not in self._made:
            self._made[key] = self.templates.render(
                "head.html",
                stylesheets=[from_root(url) for url in stylesheets],
                own_feeds=self._links(own),
                feeds=self._links(self.feeds.of_views.get(self.index.view.src_uri)),
                noindex=noindex,
            )
        return self._made[key]

    def _links(self, feed: ListingFeed | None) -> list[tuple[str, str, str]]:
        """Title, type and URL of each format of a feed."""
        if feed is None:
            return []
        first = next(iter(self.view_pages.get(feed.home, ())), None)
        title = feed.title(first, self.templates.config)
        return [(title, FORMATS[name].media_type, from_root(file.url)) for name, file in feed.files.items()]


def _is_hidden(text: Text) -> bool:
    """Whether search engines are to pass over a text: it says so, or its time has not come."""
    return text.robots.noindex or text.held_back is not None
