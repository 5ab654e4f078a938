"""The pages of MkDocs that stand for texts: posts, talks and ordinary pages of a Jekyll site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page

from ..host.material_classes import AnswersToMaterial
from ..host.theme import puts_titles
from ..html.excerpts import plain_text
from .page_addresses import AddressedPage
from .title_above import is_of_a_jekyll_site, put_above

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..content.models import JekyllPage, Post, Talk, Text
    from ..frontmatter.dialects import Dialect


class TextRenderer(Protocol):
    """What gives pages their HTML."""

    def render(self, page: TextPage, files: Files) -> None:
        """Convert the text of a page."""

    def inline(self, text: str, dialect: Dialect) -> Markup:
        """Markdown of a title as inline HTML."""


class TextPage(AddressedPage):
    """A page whose text and front matter we have read ourselves."""

    article: Text
    address: tuple[str | None, str | None] | None = None
    """`abs_url` and `canonical_url` while the sitemap is written without the page."""
    first_address: str | None = None
    """Where its text stands first, if that is not here."""

    def __init__(
        self,
        article: Text,
        title: str | None,
        file: File,
        config: MkDocsConfig,
        renderer: TextRenderer,
    ) -> None:
        super().__init__(title, file, config)
        self.article = article
        self.nav_title = title
        """Title that `nav` of `mkdocs.yml` gives, which wins over the article's own."""
        self.meta = dict(article.meta)
        self.text = article.body
        """The text to be shown: the article's own, once Liquid in it is rendered."""
        self._renderer = renderer

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the text as it was read before the navigation was made, when `meta` was filled as well."""
        self.markdown = self.text

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text with what its dialect needs."""
        self._renderer.render(self, files)

    def _inline(self, title: str) -> Markup:
        """A title as inline HTML; as it is, where nothing else would be left of it."""
        shown = self._renderer.inline(title, self.article.dialect)
        return shown if plain_text(shown) else escape(title)


class ArticlePage(TextPage):
    """The page of a post or talk."""

    article: Post | Talk

    has_own_title = False
    """Whether a title in `nav` names it in the navigation alone."""

    @property
    def title_from_nav(self) -> str | None:
        """The title that `nav` gives to the page, and not to its place in the navigation alone."""
        return None if self.has_own_title else self.nav_title

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text, and let it begin with the title where Jekyll does."""
        super().render(config, files)
        if "title" in self.article.meta and is_of_a_jekyll_site(self.article.src_uri):
            put_above(self, self._inline(self.title_from_nav or self.article.title))


def is_article(page: Page) -> bool:
    """Whether a page is that of a post or talk."""
    return isinstance(page, ArticlePage)


class PostPage(AnswersToMaterial, ArticlePage):
    """The page of a post, with what templates written for Material's blog ask of it."""

    material_class = "Post"

    article: Post
    config: Any
    """`PostConfig` of `contract.py`."""
    authors: list[Any]
    categories: list[Page]
    make_excerpt: Callable[[], Any]
    """Makes the post as an item of a listing; without its text, until that is rendered."""

    has_own_title = True  # Material's blog takes none from `nav`

    def __init__(self, *args: Any) -> None:
        article, title, *others = args
        super().__init__(article, None, *others)
        self.nav_title = title
        self.markdown = self.text  # from the start, as in Material's blog: a page has no title without

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
