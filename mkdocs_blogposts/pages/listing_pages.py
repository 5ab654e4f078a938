"""The pages of MkDocs that stand for listings."""

from __future__ import annotations

import copy
from dataclasses import replace
from functools import cached_property
from operator import is_
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from mkdocs.structure.toc import get_toc

from ..blog.listing_kinds import INDEX
from ..frontmatter.dialects import Dialect
from ..host.material_classes import AnswersToMaterial
from ..html.excerpts import plain_text
from ..html.html_urls import rebase_url, rewrite_urls
from ..html.page_urls import from_page
from .made_files import GENERATED_BY
from .page_addresses import AddressedPage
from .text_pages import ArticlePage, PostPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from ..blog.listings import Pager, View
    from .text_pages import TextRenderer


class ViewPage(AnswersToMaterial, AddressedPage):
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
        renderer: TextRenderer,
    ) -> None:
        super().__init__(title, file, config)
        self.nav_title = title
        """Title that `nav` of `mkdocs.yml` gives, for a listing that has none of its own."""
        self._renderer = renderer
        self.view = view
        self.material_class = view.kind.material_class
        self.pager = pager
        self.name = None if view.kind is INDEX or pages else view.title
        """What is listed; the index and further pages have no name, as in Material's blog."""
        self.posts: list[ArticlePage] = []
        """All posts of the listing, on whichever of its pages they stand; hooks may change them."""
        self.given_posts: tuple[ArticlePage, ...] = ()
        """The same before any hook has."""
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
        if self.view.kind.has_markup and "<" not in name:
            shown = self._renderer.inline(name, Dialect.MATERIAL)
            return shown if plain_text(shown) else escape(name)
        return escape(name)

    @property
    def has_given_posts(self) -> bool:
        """Whether no hook has changed which posts are listed, or their order."""
        return len(self.posts) == len(self.given_posts) and all(map(is_, self.posts, self.given_posts))

    def settle_posts(self) -> bool:
        """Whether a hook has changed which posts are listed, or their order; from now on the listing shows these."""
        if self.has_given_posts:
            return False
        posts = tuple(page.article for page in self.posts if isinstance(page, PostPage))
        step = self.view.per_page or len(posts)
        first = (self.pager.number - 1) * step
        self.view = replace(self.view, posts=posts)
        self.pager = replace(self.pager, posts=posts[first : first + step])
        return True

    @property
    def taken_out(self) -> set[str]:
        """The `src_uri` of each post that a hook has taken out of the listing."""
        return {page.file.src_uri for page in self.given_posts} - {page.file.src_uri for page in self.posts}

    @property
    def _follows_written(self) -> bool:
        """Whether this is a further page of a listing with a head that a user has written."""
        return self.pages[0] is not self and self.pages[0].is_written

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the user's text, or the name of the listing for one that we make."""
        if self.is_written:
            super().read_source(config)
            if not isinstance(self.meta.get("search", {}), dict):
                del self.meta["search"]  # search plugins take it for a mapping
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
        given = self.meta.get("title")
        if own := (str(given) if given and isinstance(given, str | int | float) else self._title_from_render):
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
        anchor = self.view.kind.anchor
        # As text alone: to other plugins, which change HTML in place, marked text would escape what they put in.
        self.content = str(Markup('<h1 id="{}">{}</h1>').format(anchor, name))
        self.toc = get_toc([{"level": 1, "id": anchor, "name": str(name), "children": []}])
        self.present_anchor_ids = {anchor}


def is_of_a_blog(page: Page) -> bool:
    """Whether a page is that of a post, talk or listing."""
    return isinstance(page, ArticlePage | ViewPage)
