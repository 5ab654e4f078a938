"""What each page of a blog alone shows, as values that are to be compared with those of the build before."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..blog.listing_kinds import ARCHIVE, ARCHIVE_INDEX, AUTHOR, EVENT, INDEX, TALK_INDEX
from ..cache.description import NOT_OF_ITEMS, ancestors, without
from ..cache.exact_values import comparable
from ..cache.store import digest
from ..host.plugins.page_parts import asked_of_pages, parts_of
from ..light_dataclasses import dataclass, field
from ..pages.listing_pages import ViewPage
from ..pages.text_pages import ArticlePage, PostPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

    from ..content.models import Article
    from ..host.plugins.page_parts import Ask
    from .shown_build import ShownBuild

_OF_ITSELF = NOT_OF_ITEMS | {
    *("authors", "config", "links_to_anchors", "markdown", "text", "_shown_name"),
}
"""Attributes of a page that follow from what is compared anyway."""


def written(meta: Mapping[str, Any]) -> object:
    """Front matter as a value that is equal to no other: `1` and `true` are, and a moment in any zone."""
    return comparable(dict(meta))


@dataclass(frozen=True)
class PageValues:
    """The pages of one build."""

    build: ShownBuild
    is_known: bool
    """Whether templates are known to show of other texts and pages only what is told here and of their cards."""

    _metas: dict[int, object] = field(default_factory=dict, init=False)
    _shown_by_others: dict[tuple[int, bool], object] = field(default_factory=dict, init=False)
    _listed: dict[int, str] = field(default_factory=dict, init=False)

    def meta_of(self, page: Page) -> object:
        """The front matter of a page, with what plugins have added to it."""
        if id(page) not in self._metas:
            self._metas[id(page)] = written(page.meta)
        return self._metas[id(page)]

    def of(self, page: Page) -> Iterator[Any]:
        """What a page shows of itself, and of where it stands."""
        yield (str(page.title), page.url, page.content, _headings(page.toc), self.meta_of(page), page.update_date)
        neighbours = (page.previous_page, page.next_page)
        yield [_link(each) for each in neighbours]
        yield _attributes(page)
        if outputs := self.build.outputs:
            yield list(parts_of(page, self._asked, outputs.config, outputs.nav))
        if self.is_known:
            yield (page.file.dest_uri, page.file.inclusion.name, [*map(_link, ancestors(page))])
        else:
            named = filter(None, (*neighbours, *getattr(page, "categories", ())))
            yield [self._shown_of(each, with_text=False) for each in named]
        if isinstance(page, ArticlePage):
            yield from self._of_article(page)
        if isinstance(page, ViewPage):
            yield from self._of_listing(page)

    def _of_article(self, page: ArticlePage) -> Iterator[Any]:
        shown, placed, uri = self.build.shown, self.build.placed, page.file.src_uri
        articles = shown.completion.articles
        yield _names(articles.related.get(uri, ()))
        if isinstance(page, PostPage) and page.config.links:
            yield list(_named(page.config.links))
        if not self.is_known:
            return
        yield (_names(shown.mentions.talks_in.get(uri, ())), _names(shown.mentions.posts_about.get(uri, ())))
        beside = placed.blog.neighbours.get(uri)
        yield _names(filter(None, (beside.older, beside.newer))) if beside else []
        yield shown.heroes.hero(page.article)
        if isinstance(page, PostPage):
            yield (articles.series(page.article), articles.notices.versions(page.article))

    def _of_listing(self, page: ViewPage) -> Iterator[Any]:
        # Which hooks may have changed.
        if not self.is_known:
            if id(page.posts) not in self._listed:
                # All pages of a listing have one list, which is long where there are many.
                self._listed[id(page.posts)] = digest(_names(post.article for post in page.posts))
            yield self._listed[id(page.posts)]
            of_pager = (self._posts[post.src_uri] for post in page.pager.posts)
            listed = of_pager if page.has_given_posts else page.posts
            yield [self._shown_of(each, with_text=True) for each in listed]
            return
        view, shown = page.view, self.build.shown
        yield (view.kind.name, view.title, len(page.pages), len(view.posts))
        yield (_names(page.pager.posts), _names(view.talks))
        yield (*shown.listings.beside_posts(page), shown.heads.feeds_of(page))
        if view.kind is ARCHIVE_INDEX:
            yield [(each.title, _names(each.posts)) for each in self.build.placed.views.of(ARCHIVE)]
        if view.kind is AUTHOR:
            yield shown.cards.author_of(view)
        if view.kind is INDEX and shown.metadata:
            yield shown.metadata.facts.only_author
        if view.kind in (TALK_INDEX, EVENT):
            yield self._talks

    def _shown_of(self, page: Page, *, with_text: bool) -> object:
        """What templates of a site may show of a page that another one names, or lists with its text."""
        key = (id(page), with_text)
        if key not in self._shown_by_others:
            text = (page.content, page.markdown) if with_text else None
            self._shown_by_others[key] = comparable((page.meta, _attributes(page), text))
        return self._shown_by_others[key]

    @cached_property
    def _posts(self) -> Mapping[str, ArticlePage]:
        """All that listings of posts list, by `src_uri`."""
        placed = self.build.placed
        return {**placed.articles, **placed.releases}

    @cached_property
    def _asked(self) -> list[tuple[Ask, Any]]:
        return asked_of_pages(self.build.begun.config)

    @cached_property
    def _talks(self) -> list[Any]:
        about = self.build.shown.mentions.posts_about
        return [(talk.src_uri, _names(about.get(talk.src_uri, ()))) for talk in self.build.placed.blog.talks]


def _names(articles: Iterable[Article]) -> list[str]:
    return [article.src_uri for article in articles]


def _link(item: StructureItem | None) -> tuple[str, str | None] | None:
    return (str(item.title), getattr(item, "url", None)) if item else None


def _attributes(page: Page) -> dict[str, Any]:
    """What templates may ask of a page beside its text, also what hooks have given it."""
    return without(page, _OF_ITSELF)


def _headings(toc: Iterable[AnchorLink]) -> list[Any]:
    """A table of contents, with what plugins have added to it."""
    found: list[Any] = []
    for item in toc:
        parts = vars(item).copy()
        below = parts.pop("children", None)
        found.append((parts, _headings(below)) if below else parts)
    return found


def _named(references: Iterable[Any]) -> Iterator[Any]:
    """What a post shows of the pages that its front matter leads to."""
    for item in references:
        yield (str(item.title), getattr(item, "url", None), written(getattr(item, "meta", None) or {}))
        yield list(_named(item.children or ()))
