"""The links of texts: written as MkDocs wants them, made right in raw HTML, told where they lead nowhere."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from ..faults import Faults, Level, Place
from ..frontmatter.schemes import is_malformed
from ..html.html_urls import rewrite_urls
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass, field
from ..pages.file_contents import text_of
from ..pages.made_files import MADE_LATER
from ..pages.redirect_file import RedirectFile
from ..pages.text_pages import TextPage
from ..placement.link_faults import LinkFaults, Written
from ..sources.source_files import shown_path
from ..urls.link_index import LinkIndex, Target, source_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from .kept_conversion import Conversion, WrittenLink

AS_IS = "blogposts-as-is:"
"""Marks a link that we have told as broken, so that MkDocs does not tell it again, and is gone once it has looked."""

_GOES_ON = late_pattern(r"[\w/.-]")
"""What stands before a URL that is only the end of another one."""


@dataclass
class LinkWriter:
    """Makes the links of all pages of one build right, and knows in the end where each text leads."""

    config: MkDocsConfig
    faults: Faults
    index: LinkIndex
    """The look-up of links, which each blog of a site makes anew once its files have their places."""
    leading: dict[str, dict[str, None]] = field(default_factory=dict)
    """What the text of each page leads to: `src_uri` to `src_uri`, in order."""
    _told: set[tuple[str, str]] = field(default_factory=set, init=False)
    """Page and URL of each link that has been marked."""

    def written_link(self, url: str, page: Page) -> WrittenLink | None:
        """A link in the text of a page as MkDocs is to see it; `None` for one that leads out of the site."""
        if self.index.local_path(url) is None and not is_malformed(url):
            return None
        target = self.index.resolve(url, page.file)
        written = self._written(url, page, target)
        return [url, written, f"{target.file.url} {target.file.inclusion.name}" if target else None]

    def still_holds(self, links: Sequence[WrittenLink], page: Page) -> bool:
        """Whether every link of the text of a page comes out as it did then."""
        now = [self.written_link(url, page) for url, _, _ in links if url is not None]
        return now == links

    def _written(self, url: str, page: Page, target: Target | None) -> str | None:
        if target is None:
            return self._unresolved(url, page)
        if self._is_cut(target, page):
            self._tell_held_back(url, page, target)
            return None
        return source_link(target, page.file) if _is_about_texts(page, target) else url

    def finished(self, content: str, page: Page, known: Conversion | None) -> str:
        """Rendered HTML with the links of raw HTML made right as well; notes where its links lead.

        `known` is the conversion that the HTML is of, where nobody has changed it since.
        """
        if known is None or content is not known.content:
            return rewrite_urls(content, lambda url: self._finished_link(url, page))
        finished = {url: self._finished_link(url, page) for url in known.urls}
        is_finished = all(url == link for url, link in finished.items())
        return content if is_finished else rewrite_urls(content, finished.__getitem__)

    def of_front_matter(self, content: str, page: TextPage, place: Place | None, faults: Faults) -> str:
        """HTML that front matter gives, with its links made right for the page; one that leads nowhere is told."""
        written = Written(path=page.article.path, place=place)

        def link(url: str) -> str | None:
            target = self.named(url, page, written, faults)
            return get_relative_url(target.file.url, page.url) + target.suffix if isinstance(target, Target) else target

        return rewrite_urls(content, link)

    def named(
        self,
        url: str,
        page: TextPage | None,
        written: Written,
        faults: Faults,
        *,
        at_most: Level = Level.ERROR,
        otherwise: Target | None = None,
    ) -> Target | str | None:
        """What front matter names: a page of the site, another address as it is, or `None` for what is held back.

        A path counts from its page, if it has one, and else from the site's root; where it leads nowhere, it may be
        the name of something else, or is told.
        """
        local = self.index.local_path(url)
        if local is None and not is_malformed(url):
            return url
        target = self.index.resolve(url, page.file if page else None) or self.index.resolve(url, None) or otherwise
        told = LinkFaults(self.config, self.index, faults)
        if target is None:
            if local is None or not self.index.resolve_made(f"/{local.lstrip('/')}", self._made):
                told.leads_nowhere(url, written, at_most=at_most)
            return url
        if target.file.inclusion.is_excluded() and not (page and page.file.inclusion.is_excluded()):
            told.is_held_back(url, target, written)
            return None
        if page:
            self._note(page, target.file.src_uri)
        return target

    def _finished_link(self, url: str, page: Page) -> str | None:
        if (page.file.src_uri, url) in self._told:
            return url
        if self.index.local_path(url) is None:
            return url
        file = None if url.startswith("/") else self.index.resolve_on_page(url, page.url)
        if file and not isinstance(file, RedirectFile):
            self._note(page, file.src_uri)
            return url
        if target := self.index.resolve(url, page.file):
            return self._raw_link(url, page, target)
        if isinstance(page, TextPage):
            if made := self.index.resolve_made(url, self._made):
                return get_relative_url(made, page.url)
            # MkDocs says nothing of links in raw HTML, so that none of them may fail a strict build.
            self._tell_unresolved(url, page, at_most=Level.INFO)
        return url

    def _raw_link(self, url: str, page: Page, target: Target) -> str | None:
        if not _is_about_texts(page, target):
            return url
        if self._is_cut(target, page):
            self._tell_held_back(url, page, target)
            return None
        self._note(page, target.file.src_uri)
        return get_relative_url(target.file.url, page.url) + target.suffix

    def _is_cut(self, target: Target, page: Page) -> bool:
        """Whether a link leads to a text of ours that readers of this page can't see."""
        is_hidden = target.file.inclusion.is_excluded() and not page.file.inclusion.is_excluded()
        return is_hidden and isinstance(target.file.page, TextPage)

    def _note(self, page: Page, src_uri: str) -> None:
        self.leading.setdefault(page.file.src_uri, {})[src_uri] = None

    def _unresolved(self, url: str, page: Page) -> str:
        if not isinstance(page, TextPage):
            return url
        if made := self.index.resolve_made(url, self._made):
            url = get_relative_url(made, page.url)
        else:
            self._tell_unresolved(url, page)
        self._told.add((page.file.src_uri, url))
        return AS_IS + url

    @cached_property
    def _made(self) -> frozenset[str]:
        """Files that are written when all pages are there: the sitemap and the like."""
        return frozenset((*self.config.theme.static_templates, *MADE_LATER))

    def _tell_unresolved(self, url: str, page: TextPage, *, at_most: Level = Level.ERROR) -> None:
        written = Written(path=page.article.path, place=self._place(url, page))
        LinkFaults(self.config, self.index, self.faults).leads_nowhere(url, written, at_most=at_most)

    def _tell_held_back(self, url: str, page: Page, target: Target) -> None:
        path = page.article.path if isinstance(page, TextPage) else shown_path(page.file, self.config)
        written = Written(path=path, place=self._place(url, page))
        LinkFaults(self.config, self.index, self.faults).is_held_back(url, target, written)

    def _place(self, url: str, page: Page) -> Place | None:
        """Where a link stands in its file; `None` if it is made by something else."""
        if isinstance(page, TextPage):
            text, first_line = page.article.body, page.article.body_line
        else:
            text, first_line = text_of(page.file), 1
        # A search that begins with the URL itself is many times as fast as one that looks behind first.
        places = re.finditer(rf"{re.escape(url)}(?![\w/-])", text)
        found = next((place for place in places if not _GOES_ON.match(text[place.start() - 1 : place.start()])), None)
        position = found.start() if found else text.find(url)
        if position < 0:
            return _place_of_liquid(url, page) if isinstance(page, TextPage) else None
        return Place.at(text, position, first_line)


def _place_of_liquid(url: str, page: TextPage) -> Place | None:
    """Where the Liquid stands that has made a link; `None` where that cannot be known by the line."""
    body, position = page.article.body, page.text.find(url)
    if position < 0 or page.text.count("\n") != body.count("\n"):
        return None
    number = page.text.count("\n", 0, position)
    found = re.search(r"\{[{%]", body.split("\n")[number])
    return Place(page.article.body_line + number, found.start() + 1) if found else None


def _is_about_texts(page: Page, target: Target) -> bool:
    """Whether a link is ours to change: in a text of ours, to one, or to where a page was before."""
    return target.is_new or isinstance(page, TextPage) or isinstance(target.file.page, TextPage)
