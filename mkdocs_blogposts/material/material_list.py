"""Listings in Material's own markup: what its `blog.html` and `partials/post.html` ask for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import paginate
from markdown.extensions.toc import slugify
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from ..html.excerpts import ListExcerpt, list_excerpt
from ..html.html_urls import rebase_url, rewrite_urls
from ..html.ids import ids_in, new_names, renamed
from ..html.page_urls import from_page
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from ..blog.listings import Pager
    from ..content.models import Post
    from ..pages.listing_pages import ViewPage
    from ..pages.text_pages import ArticlePage, PostPage
    from ..placement.navigation import ViewPages
    from ..rendering.rendered import Rendered
    from ..settings import Settings
    from .material_contract import PostAuthor, PostConfig


_AS_THEY_ARE: Mapping[str, str] = MappingProxyType({})


@dataclass(slots=True, kw_only=True)
class ListedPost:
    """An item of `posts`: a post as one listing shows it."""

    post: PostPage
    page_url: str
    """URL of the page for which its links are."""
    content: str | None
    """HTML of the excerpt, with the title as its first heading; `None` before texts are rendered."""
    more: str | None
    """The rest of the text, where a separator ends the excerpt."""
    authors: list[PostAuthor]
    categories: list[Page]
    toc: TableOfContents

    @classmethod
    def before_rendering(cls, page: PostPage, settings: Settings) -> ListedPost:
        """A post before its text is rendered."""
        return cls(
            post=page,
            page_url=page.url,
            content=None,
            more=None,
            authors=page.authors[: settings.post_excerpt_max_authors],
            categories=page.categories[: settings.post_excerpt_max_categories],
            toc=TableOfContents([]),
        )

    def render(self, page: Page, separator: str) -> None:  # noqa: ARG002  # hooks give it
        """Have its links lead on from another page, as an excerpt of Material's blog does."""
        before, self.page_url = self.page_url, page.url
        self.content, self.more = (
            part and from_page(rewrite_urls(part, lambda url: rebase_url(url, before)), page.url)
            for part in (self.content, self.more)
        )

    @property
    def config(self) -> PostConfig:
        """The post's own settings."""
        config: PostConfig = self.post.config
        return config

    @property
    def meta(self) -> Mapping[str, Any]:
        """The post's front matter."""
        return self.post.meta

    @property
    def title(self) -> Markup | str | None:
        """The post's title, whatever `nav` calls it."""
        title: Markup | str | None = self.post.meta.get("title", self.post.title)
        return title

    @property
    def url(self) -> str:
        """URL of the post from the site's root."""
        return self.post.url

    @property
    def canonical_url(self) -> str | None:
        """Absolute URL of the post."""
        return self.post.canonical_url

    @property
    def file(self) -> File:
        """The post's file."""
        return self.post.file

    def __getattr__(self, name: str) -> Any:
        """Whatever else templates ask of a page, such as `abs_url`; only of a post that is there."""
        if name.startswith("_") or name == "post":
            raise AttributeError(name)
        return getattr(self.post, name)


class MaterialList:
    """Makes the variables of Material's listing templates; the excerpt of each post once."""

    def __init__(
        self,
        config: MkDocsConfig,
        settings: Settings,
        articles: Mapping[str, ArticlePage],
        rendered: Mapping[str, Rendered],
        view_pages: ViewPages,
    ) -> None:
        self._config = config
        self._settings = settings
        self._articles = articles
        self._rendered = rendered
        self._view_pages = view_pages
        self._excerpts: dict[str, ListExcerpt] = {}
        self._renamed: dict[str, tuple[Pager, list[dict[str, str]]]] = {}

    def context(self, page: ViewPage) -> dict[str, Any]:
        """`posts` and `pagination` for one page of a listing."""
        shown = zip(page.pager.posts, self._new_names(page), strict=True)
        posts = [self.listed(post, page.url, names) for post, names in shown]
        return {"posts": posts, "pagination": self._pagination(page)}

    def listed(self, post: Post, page_url: str, names: Mapping[str, str] = _AS_THEY_ARE) -> ListedPost:
        """A post as an item of a listing, with links for the page at `page_url`, and other ids in place of some."""
        settings = self._settings
        page, excerpt = self._page(post), self._excerpt(post)
        return ListedPost(
            post=page,
            page_url=page_url,
            content=renamed(from_page(excerpt.html, page_url), names),
            more=renamed(from_page(excerpt.more, page_url), names) if excerpt.more is not None else None,
            authors=page.authors[: settings.post_excerpt_max_authors],
            categories=page.categories[: settings.post_excerpt_max_categories],
            toc=TableOfContents([_entry_in_toc(excerpt, names)]),
        )

    def entries_in_toc(self, page: ViewPage) -> list[AnchorLink]:
        """The posts of a listing in its table of contents."""
        shown = zip(page.pager.posts, self._new_names(page), strict=True)
        return [_entry_in_toc(self._excerpt(post), names) for post, names in shown]

    def _new_names(self, page: ViewPage) -> list[dict[str, str]]:
        """For each post of a listing, the ids that another text on the page has already, with what they become."""
        uri = page.file.src_uri
        if uri not in self._renamed or self._renamed[uri][0] is not page.pager:
            taken = ids_in(page.content or "")
            names = [new_names(self._excerpt(post).names, taken) for post in page.pager.posts]
            self._renamed[uri] = page.pager, names
        return self._renamed[uri][1]

    def _page(self, post: Post) -> PostPage:
        page: PostPage = self._articles[post.src_uri]  # type: ignore[assignment]
        return page

    def _excerpt(self, post: Post) -> ListExcerpt:
        rendered = self._rendered[post.src_uri]
        if post.src_uri not in self._excerpts:
            self._excerpts[post.src_uri] = list_excerpt(
                rendered.content,
                post.excerpt_separators,
                self._page(post).url,
                rendered.title,
                anchor=self._id_of_heading(rendered.title_text),
            )
        return self._excerpts[post.src_uri]

    def _id_of_heading(self, text: str) -> str:
        """The id that the `toc` extension of the site would give to a heading."""
        options = self._config.mdx_configs.get("toc") or {}
        return str(options.get("slugify", slugify)(text, options.get("separator", "-")))

    def _pagination(self, page: ViewPage) -> Callable[[Mapping[str, Any]], str] | None:
        """What prints the pager; `None` for a listing that is never split."""
        settings = self._settings
        pages = self._view_pages[page.view.src_uri]
        if page.view.per_page is None:
            return None
        pager = paginate.Page(
            page.view.posts,
            page=page.pager.number,
            items_per_page=page.view.per_page,
            url_maker=lambda number: get_relative_url(pages[number - 1].url, page.url),
        )

        def print_pager(options: Mapping[str, Any]) -> str:
            return str(
                pager.pager(
                    format=settings.pagination_format,
                    show_if_single_page=settings.pagination_if_single_page,
                    **options,
                )
            )

        return print_pager


def _entry_in_toc(excerpt: ListExcerpt, names: Mapping[str, str]) -> AnchorLink:
    return AnchorLink(str(excerpt.title), names.get(excerpt.anchor, excerpt.anchor), 2)
