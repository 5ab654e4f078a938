"""The pages of MkDocs that stand for posts, talks and listings."""

from __future__ import annotations

import copy
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup, escape
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from ..blog.views import ViewKind
from ..frontmatter.dialects import Dialect
from ..host.theme import puts_titles
from ..html.excerpts import plain_text
from ..html.html_urls import rebase_url, rewrite_urls
from ..html.page_urls import from_page
from ..rendering.title_above import is_of_a_jekyll_site, put_above
from .made_files import GENERATED_BY, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..blog.views import Pager, View
    from ..content.models import JekyllPage, OldUrl, Post, Talk, Text
    from ..rendering.page_renderer import Rendering


class RedirectFile(File):
    """The page at an old URL, which leads to another."""

    def __init__(self, config: MkDocsConfig, old: OldUrl, path: str, *, stands_for: str | None) -> None:
        # By its source, MkDocs would tell a page from a file; this is neither a page nor the file of that name.
        super().__init__(
            f"{old.dest_uri}.redirect",
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            dest_uri=old.dest_uri,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        fill(self, b"", config)
        self.path = path
        """The file that asks for it, as its author would name it."""
        self.old_url = old.url
        """From the site's root, as its author wrote it."""
        self.stands_for = stands_for
        """The `src_uri` of a post or talk that has moved away, and whose place this is."""
        self.end: File | None = None
        """The page that it leads to; `None` where that is none of the site's."""
        self.address = ""
        """What follows the path of `end`, `#anchor`; without `end`, all of the URL."""

    @property
    def target(self) -> str:
        """The URL that it leads to, from the site's root or whole."""
        return f"{self.end.url if self.end else ''}{self.address}"

    @property
    def leads_away(self) -> bool:
        """Whether it leads to a whole URL."""
        parts = urlsplit(self.target)
        return bool(parts.scheme or parts.netloc)

    def address_from(self, site_url: str | None) -> str:
        """Where it leads: with the address of the site, or from its root where that is not known."""
        if self.leads_away:
            return self.target
        return urljoin(f"{site_url.rstrip('/')}/" if site_url else "/", self.target)


class TextPage(Page):
    """A page whose text and front matter we have read ourselves."""

    article: Text
    address: tuple[str | None, str | None] | None = None
    """`abs_url` and `canonical_url` while the sitemap is written without the page."""

    def __init__(
        self,
        article: Text,
        title: str | None,
        file: File,
        config: MkDocsConfig,
        rendering: Rendering,
    ) -> None:
        super().__init__(title, file, config)
        self.article = article
        self.nav_title = title
        """Title that `nav` of `mkdocs.yml` gives, which wins over the article's own."""
        self.meta = dict(article.meta)
        self.text = article.body
        """The text to be shown: the article's own, once Liquid in it is rendered."""
        self._rendering = rendering

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the text as it was read before the navigation was made, when `meta` was filled as well."""
        self.markdown = self.text

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text with what its dialect needs."""
        self._rendering.render(self, files)

    def _inline(self, title: str) -> Markup:
        """A title as inline HTML; as it is, where nothing else would be left of it."""
        shown = self._rendering.inline(title, self.article.dialect)
        return shown if plain_text(shown) else escape(title)


class ArticlePage(TextPage):
    """The page of a post or talk."""

    article: Post | Talk

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text, and let it begin with the title where Jekyll does."""
        super().render(config, files)
        if "title" in self.article.meta and is_of_a_jekyll_site(self.article.src_uri):
            put_above(self, self._inline(self.nav_title or self.article.title))


def is_article(page: Page) -> bool:
    """Whether a page is that of a post or talk."""
    return isinstance(page, ArticlePage)


class PostPage(ArticlePage):
    """The page of a post, with what templates written for Material's blog ask of it."""

    article: Post
    config: Any
    """`PostConfig` of `contract.py`."""
    authors: list[Any]
    categories: list[ViewPage]
    make_excerpt: Callable[[], Any]
    """Makes the post as an item of a listing; without its text, until that is rendered."""

    @property
    def excerpt(self) -> Any:
        """The post as an item of a listing, with links for its own page."""
        return self.make_excerpt()


class TalkPage(ArticlePage):
    """The page of a talk."""

    article: Talk


class OrdinaryPage(TextPage):
    """A page of a Jekyll site that is no post and no talk."""

    article: JekyllPage
    usual_dest_uri: str
    """Where MkDocs would have put it."""

    @property
    def is_index(self) -> bool:
        """Whether it is the page of its folder; the home page is, whatever its file is called."""
        return super().is_index or not self.url

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text, and let it begin with the title, as Jekyll does."""
        super().render(config, files)
        if self.article.title:
            is_missing = self.nav_title not in (None, self.article.title) or not puts_titles(config)
            put_above(self, self._inline(self.article.title), also_without_heading=is_missing)


class FaultPage(Page):
    """Under `serve`, stands in place of a post or talk that could not be read."""

    def __init__(self, path: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(file.name, file, config)
        self.path = path
        """The file as its author would name it."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Take nothing from the file, since it could not be read."""
        self.markdown = ""
        self.meta = {"search": {"exclude": True}}


class ViewPage(Page):
    """One page of a listing."""

    usual_template: str | None = None
    """Template of the theme for listings; `None` where pages are as all others."""
    keeps_content = False
    """Whether the text of the listing stands on its further pages too."""

    def __init__(
        self,
        view: View,
        pager: Pager,
        title: str | None,
        file: File,
        config: MkDocsConfig,
        pages: list[ViewPage],
        rendering: Rendering,
    ) -> None:
        super().__init__(title, file, config)
        self.nav_title = title
        """Title that `nav` of `mkdocs.yml` gives, for a listing that has none of its own."""
        self._rendering = rendering
        self.view = view
        self.pager = pager
        self.name = None if view.kind == "index" or pages else view.title
        """What is listed; the index and further pages have no name, as in Material's blog."""
        self.posts: list[ArticlePage] = []
        """All posts of the listing, on whichever of its pages they stand."""
        self.pages = pages
        """All pages of the listing, in order."""
        pages.append(self)
        self.views: list[ViewPage] = []
        """The first pages of all other listings of posts, on the index."""
        self.is_written = file.generated_by != GENERATED_BY
        """Whether a user, or another plugin, has written the head of this listing."""
        if not self.is_written and not self._follows_written:
            self.title = title or escape(view.title)

    @cached_property
    def _shown_name(self) -> Markup:
        """HTML of the name; of authors and categories, as Material's blog makes it of Markdown."""
        name = self.view.title
        if self.view.kind in {ViewKind.AUTHOR, ViewKind.CATEGORY} and "<" not in name:
            shown = self._rendering.inline(name, Dialect.MATERIAL)
            return shown if plain_text(shown) else escape(name)
        return escape(name)

    @property
    def _follows_written(self) -> bool:
        """Whether this is a further page of a listing with a head that a user has written."""
        return self.pages[0] is not self and self.pages[0].is_written

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the user's text, or the name of the listing for one that we make."""
        if self.is_written:
            super().read_source(config)
            self._take_usual_template()
            return
        self.markdown = f"# {self.view.title}"
        title = escape(plain_text(self._shown_name))
        self.meta = {"title": title}
        if not self._follows_written:
            self.title = self.nav_title or title
        if self._follows_written:
            self.markdown = f"# {self._heading}"
            self.meta = copy.deepcopy(dict(self.pages[0].meta))
        search = self.meta.get("search")
        self.meta["search"] = {**(search if isinstance(search, dict) else {}), "exclude": True}
        self._take_usual_template()
        self.meta["draft"] = True  # until `prepare_view`, so that no feed of another plugin takes a listing for a post

    def _take_usual_template(self) -> None:
        if self.usual_template:
            self.meta.setdefault("template", self.usual_template)

    @property
    def _heading(self) -> Markup:
        """HTML of what the heading says: on a further page, what it says on the first."""
        if not self._follows_written:
            return self._shown_name
        first = self.pages[0]
        return Markup(first._title_from_render or first.title or "")  # noqa: SLF001  # MkDocs has made HTML of it

    def _entitle(self, config: MkDocsConfig) -> None:
        """Give a listing its own title, which wins over the one in `nav`; one without a title is not called `Index`."""
        own = self.meta.get("title") or self._title_from_render
        if own:
            self.title = own
        elif not self.nav_title:
            self.title = config.site_name if self.is_homepage else escape(self.view.title)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the user's text; a name needs no Markdown."""
        if self.is_written:
            super().render(config, files)
            self._entitle(config)
            return
        name = self._heading
        self._title_from_render = str(name)
        if self._follows_written and self.keeps_content and self.pages[0].content:
            first = self.pages[0]
            content = rewrite_urls(first.content or "", lambda url: rebase_url(url, first.url))
            self.content, self.toc = from_page(content, self.url), copy.deepcopy(first.toc)
            self.present_anchor_ids = first.present_anchor_ids
            return
        # On the list of all tags, `posts` is the anchor of a tag of that name.
        anchor = self.view.kind.value if self.view.kind is ViewKind.TAG_INDEX else "posts"
        self.content = Markup('<h1 id="{}">{}</h1>').format(anchor, name)
        self.toc = get_toc([{"level": 1, "id": anchor, "name": str(name), "children": []}])
        self.present_anchor_ids = {anchor}
