"""What we say in `<head>`: the style sheet, the feeds, and that a page is not for search engines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..html.page_urls import from_page, from_root
from ..pages.text_pages import TextPage
from ..placement.feed_files import FORMATS, title_of_feeds

if TYPE_CHECKING:
    from markupsafe import Markup
    from mkdocs.structure.pages import Page

    from ..cards.part_templates import PartTemplates
    from ..pages.listing_pages import ViewPage
    from ..placement.feed_files import FeedFiles


@dataclass(frozen=True, slots=True)
class PageHeads:
    """The heads of the pages of one blog; all but a few of these are the same."""

    templates: PartTemplates
    stylesheet: str
    """URL from the site's root."""
    feeds: FeedFiles
    index: ViewPage
    """The first page of the blog, by which feeds have their title."""
    is_preview: bool = False
    """Whether no page is for search engines."""
    _made: dict[tuple[bool, bool], Markup] = field(default_factory=dict, init=False)

    def put_into(self, output: str, page: Page) -> str:
        """A finished page with what we have to say in its head."""
        # Another blog of the site may have been here before.
        has_stylesheet = self.stylesheet in output
        noindex = self.is_preview or (isinstance(page, TextPage) and page.article.robots.noindex)
        head = from_page(self._common(has_stylesheet=has_stylesheet, noindex=noindex), page.url)
        return output.replace("</head>", f"{head}\n</head>", 1)

    def _common(self, *, has_stylesheet: bool, noindex: bool) -> Markup:
        """What many pages say alike."""
        key = (has_stylesheet, noindex)
        if key not in self._made:
            title = title_of_feeds(self.index, self.templates.config)
            self._made[key] = self.templates.render(
                "head.html",
                stylesheet=None if has_stylesheet else from_root(self.stylesheet),
                feeds=[(title, FORMATS[name].media_type, from_root(file.url)) for name, file in self.feeds.items()],
                noindex=noindex,
            )
        return self._made[key]
