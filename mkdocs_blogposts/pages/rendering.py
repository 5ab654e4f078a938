"""How texts become HTML: the Markdown of each dialect, links made right, and what is known only afterwards."""

from __future__ import annotations

import copy
import difflib
import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from markupsafe import Markup, escape
from mkdocs.utils import get_relative_url

from ..content.faults import Faults, Kind, Level, Place
from ..content.models import Dialect
from .html_urls import rewrite_urls
from .kramdown import with_kramdown
from .links import LinkIndex, Target, source_link, url_key
from .sources import shown_path
from .structure import ArticlePage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_AS_IS = "blogposts-as-is:"
"""Marks a link that we have told as broken, so that MkDocs does not tell it again."""

_INLINE_TAGS = {"abbr", "b", "code", "del", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup"}
_BLOCK_TAGS = {*_INLINE_TAGS, "a", "blockquote", "br", "li", "ol", "p", "pre", "ul"}
_INLINE_MARKUP = re.compile(r"[\\`*_\[\]<>&~^={|$]|:\w[\w+-]*:")
"""What a line must have for Markdown to make anything but text of it."""
_BLOCK_START = re.compile(r"\s*(?=[#>+-]|\d+[.)])(\d*)")
"""What would begin a heading, quote or list, which a title has none of."""


@dataclass
class Rendering:
    """What the pages of one build are rendered with, and the links that they turn out to have."""

    config: MkDocsConfig
    faults: Faults
    index: LinkIndex = field(init=False)
    """The look-up of links, once every file has its place."""
    links: dict[str, dict[str, None]] = field(default_factory=dict)
    """What the text of each post and talk leads to: `src_uri` to `src_uri`, in order."""
    page: Page | None = None
    """The page at hand."""

    def config_for(self, dialect: Dialect) -> MkDocsConfig:
        """The configuration with the Markdown extensions that texts of a dialect need."""
        return self._jekyll_config if dialect is Dialect.JEKYLL else self.config

    @cached_property
    def _jekyll_config(self) -> MkDocsConfig:
        config = copy.copy(self.config)
        config.data = dict(self.config.data)
        extensions, options = with_kramdown(config["markdown_extensions"], config["mdx_configs"])
        config["markdown_extensions"], config["mdx_configs"] = extensions, options
        return config

    def inline(self, text: str, dialect: Dialect) -> Markup:
        """Markdown of a title as inline HTML; what is not plain formatting loses its tags."""
        if not _INLINE_MARKUP.search(text):
            return escape(text)
        text = _BLOCK_START.sub(r"\1\\", text, count=1) if _BLOCK_START.match(text) else text.strip()
        return Markup(nh3.clean(self._convert(text, dialect), tags=_INLINE_TAGS, attributes={}).strip())

    def blocks(self, text: str, dialect: Dialect) -> Markup:
        """Markdown of front matter as HTML in which only formatting and links are left."""
        content = nh3.clean(
            self._convert(text, dialect), tags=_BLOCK_TAGS, attributes={"a": {"href", "title"}}, link_rel=None
        )
        return Markup(content)  # cleaned the line before

    def _convert(self, text: str, dialect: Dialect) -> str:
        return self._markdown[dialect].reset().convert(text)

    @cached_property
    def _markdown(self) -> Mapping[Dialect, Markdown]:
        return {
            dialect: Markdown(
                extensions=self.config_for(dialect)["markdown_extensions"],
                extension_configs=self.config_for(dialect)["mdx_configs"],
            )
            for dialect in Dialect
        }

    def written_link(self, url: str) -> str | None:
        """A link of a text as MkDocs is to see it; `None` where only its text is to stay."""
        page = self.page
        if page is None or self.index.local_path(url) is None:
            return url
        target = self.index.resolve(url, page.file)
        if target is None:
            return self._unresolved(url, page)
        if self._is_cut(target, page):
            self._tell_held_back(url, page, target)
            return None
        return source_link(target, page.file) if _is_about_articles(page, target) else url

    def finished(self, content: str, page: Page) -> str:
        """Rendered HTML with the links of raw HTML made right as well; notes where its links lead."""
        return rewrite_urls(content, lambda url: self._finished_link(url, page))

    def _finished_link(self, url: str, page: Page) -> str | None:
        if url.startswith(_AS_IS):
            return url.removeprefix(_AS_IS)
        if self.index.local_path(url) is None:
            return url
        if not url.startswith("/") and (file := self.index.resolve_on_page(url, page.url)):
            self._note(page, file.src_uri)
            return url
        if target := self.index.resolve(url, page.file):
            return self._raw_link(url, page, target)
        if isinstance(page, ArticlePage):
            # MkDocs says nothing of links in raw HTML, so that none of them may fail a strict build.
            self._tell_unresolved(url, page, level=Level.INFO)
        return url

    def _raw_link(self, url: str, page: Page, target: Target) -> str | None:
        if not _is_about_articles(page, target):
            return url
        if self._is_cut(target, page):
            self._tell_held_back(url, page, target)
            return None
        self._note(page, target.file.src_uri)
        return get_relative_url(target.file.url, page.url) + target.suffix

    def _is_cut(self, target: Target, page: Page) -> bool:
        """Whether a link leads to a post or talk that readers of this page can't see."""
        is_hidden = target.file.inclusion.is_excluded() and not page.file.inclusion.is_excluded()
        return is_hidden and isinstance(target.file.page, ArticlePage)

    def _note(self, page: Page, src_uri: str) -> None:
        self.links.setdefault(page.file.src_uri, {})[src_uri] = None

    def _unresolved(self, url: str, page: Page) -> str:
        if not isinstance(page, ArticlePage):
            return url
        self._tell_unresolved(url, page)
        return _AS_IS + url

    def _tell_unresolved(self, url: str, page: ArticlePage, level: Level | None = None) -> None:
        self.faults.add(
            Kind.LINK,
            page.article.path,
            f"link: '{url}' leads nowhere in this site",
            place=self._place(url, page),
            hint=self._nearest(url),
            level=self._link_level(url) if level is None else level,
        )

    def _link_level(self, url: str) -> Level:
        """The level that MkDocs gives to such a link, unless the site has set its own."""
        links = self.config.validation.links
        if url.startswith("/"):
            level = links.absolute_links if links.absolute_links > 0 else links.not_found
        elif posixpath.splitext(urlsplit(url).path)[1]:
            level = links.not_found
        else:
            level = links.unrecognized_links
        return Level(level) if level in list(Level) else Level.IGNORE

    def _nearest(self, url: str) -> str | None:
        urls = self.index.pages
        near = difflib.get_close_matches(url_key(self.index.local_path(url) or ""), urls, n=1, cutoff=0.8)
        return f"did you mean '/{urls[near[0]].url}'?" if near else None

    def _tell_held_back(self, url: str, page: Page, target: Target) -> None:
        article = target.file.page.article if isinstance(target.file.page, ArticlePage) else None
        reason = f" ({article.held_back})" if article and article.held_back else ""
        path = page.article.path if isinstance(page, ArticlePage) else shown_path(page.file, self.config)
        self.faults.add(
            Kind.HELD_BACK_LINK,
            path,
            f"link: '{url}' leads to a page that is held back{reason}, so only its text is left",
            place=self._place(url, page),
            hint="publish that page, or take the link out",
        )

    def _place(self, url: str, page: Page) -> Place | None:
        """Where a link stands in its file; `None` if it is made by something else."""
        if isinstance(page, ArticlePage):
            text, first_line = page.article.body, page.article.body_line
        else:
            text, first_line = page.file.content_string, 1
        position = text.find(url)
        if position < 0:
            return None
        line_start = text.rfind("\n", 0, position) + 1
        return Place(first_line + text.count("\n", 0, position), position - line_start + 1)


def _is_about_articles(page: Page, target: Target) -> bool:
    """Whether a link is ours to change: in a post or talk, or to one."""
    return isinstance(page, ArticlePage) or isinstance(target.file.page, ArticlePage)


class LinkTreeprocessor(Treeprocessor):
    """Turns every way to write a link to a post or talk into the one that MkDocs knows."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self.rendering = rendering

    def run(self, root: Element) -> None:
        """Change the links of a page in place."""
        for element in root.iter():
            if element.tag not in {"a", "img"}:
                continue
            key = "href" if element.tag == "a" else "src"
            url = element.get(key)
            if url is None or AMP_SUBSTITUTE in url:
                continue
            new = self.rendering.written_link(url)
            if new is None:
                element.tag = "span"
                element.attrib.clear()
            elif new != url:
                element.set(key, new)


class LinkExtension(Extension):
    """Registers `LinkTreeprocessor` just before MkDocs looks at links (priority 0)."""

    def __init__(self, rendering: Rendering, **options: Any) -> None:
        super().__init__(**options)
        self.rendering = rendering

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Add the processor to a converter."""
        md.treeprocessors.register(LinkTreeprocessor(md, self.rendering), "blogposts_links", 0.5)
