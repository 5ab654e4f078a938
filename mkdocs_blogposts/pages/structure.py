"""The pages of MkDocs that stand for posts, talks and listings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..blog.views import Pager, View
    from ..content.models import Post, Talk
    from .rendering import Rendering


GENERATED_BY = "blogposts"
"""Marks our files in memory, as other plugins expect it of a file that has no history."""


FeedFiles = dict[str, "File"]
"""The file of each feed, by format."""


class ArticlePage(Page):
    """A page whose text and front matter we have read ourselves."""

    article: Post | Talk

    def __init__(
        self, article: Post | Talk, title: str | None, file: File, config: MkDocsConfig, rendering: Rendering
    ) -> None:
        super().__init__(title, file, config)
        self.article = article
        self.nav_title = title
        """Title that `nav` of `mkdocs.yml` gives, which wins over the article's own."""
        self.meta = dict(article.meta)
        self._rendering = rendering

    def read_source(self, config: MkDocsConfig) -> None:
        """Take text and front matter as they were read before the navigation was made."""
        self.markdown = self.article.body
        self.meta = dict(self.article.meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text with what its dialect needs."""
        self._rendering.render(self, files)


class PostPage(ArticlePage):
    """The page of a post, with what templates written for Material's blog ask of it."""

    article: Post
    config: Any
    """`PostConfig` of `contract.py`."""
    authors: list[Any]
    categories: list[ViewPage]
    address: tuple[str | None, str | None] | None = None
    """`abs_url` and `canonical_url` of an unlisted post while the sitemap is written without it."""


class TalkPage(ArticlePage):
    """The page of a talk."""

    article: Talk


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

    def __init__(self, view: View, pager: Pager, title: str | None, file: File, config: MkDocsConfig) -> None:
        super().__init__(title, file, config)
        self.view = view
        self.pager = pager
        self.name = view.title
        self.posts: list[ArticlePage] = []
        """All posts of the listing, on whichever of its pages they stand."""
        self.pages: list[ViewPage] = [self]
        """All pages of the listing, in order."""
        self.is_written = file.generated_by != GENERATED_BY
        """Whether a user, or another plugin, has written the head of this listing."""
        if not self.is_written:
            self.title = title or escape(view.title)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the user's text, or the name of the listing for one that we make."""
        if self.is_written:
            super().read_source(config)
            return
        self.markdown = f"# {self.view.title}"
        self.meta = {"search": {"exclude": True}, "title": escape(self.view.title)}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the user's text; a name needs no Markdown."""
        if self.is_written:
            super().render(config, files)
            return
        name = escape(self.view.title)
        self._title_from_render = str(name)
        self.content = Markup('<h1 id="{}">{}</h1>').format("posts", name)
        self.toc = get_toc([{"level": 1, "id": "posts", "name": str(name), "children": []}])
        self.present_anchor_ids = {"posts"}
