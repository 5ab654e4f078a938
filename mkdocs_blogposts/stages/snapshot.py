"""All that the pages of a blog show, as far as it can change from one build to the next."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from ..cache.description import NOT_OF_ITEMS, without
from ..cache.exact_values import exact_digest
from ..content.models import Picture, Post, Talk
from ..host.plugins.page_parts import parts_of
from ..light_dataclasses import dataclass
from ..material.settable_values import SettableValues, given_to
from ..pages.listing_pages import ViewPage
from ..pages.made_files import GENERATED_BY
from ..pages.text_pages import ArticlePage, PostPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

    from ..content.models import Article
    from .shown_build import ShownBuild

State = tuple[int, ...]
"""What changes with a file."""

_NOT_SHOWN = frozenset({"body", "body_line", "places"})
"""Fields of an article that no page but its own shows, and that one only as HTML."""
_WITH_CARDS = frozenset({"title", "is_titled", "excerpt", "description", "meta"})
"""What a post says that no page shows but its own, those that show something of its text, and those that name it."""
_BELOW = frozenset({"children"})
_OF_ITSELF = NOT_OF_ITEMS | {
    *("authors", "config", "links_to_anchors", "markdown", "text", "_shown_name"),
}
"""Attributes of a page that follow from what is compared anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What one build has shown, to be compared with the next."""

    world: Any
    """What any page may show, or depend on: the site, its files, all that posts say but for their text."""
    told: Mapping[str, Any]
    """What posts say of themselves that only pages show which show a post, by `src_uri`."""
    own: Mapping[str, Any]
    """What each page of the blog alone shows, by `src_uri`."""
    rendered: Mapping[str, Any]
    """What listings and other posts show of the text of each post and talk."""
    faults: frozenset[tuple[str, str]]
    """What is told, and of which file."""

    @classmethod
    def of(cls, build: ShownBuild, basis: str, files: Files, states: Mapping[str, State]) -> Snapshot:
        """What a build shows, all of whose texts are HTML; `basis` is what all pages of the site depend on.

        `states` are those of files when the build began: what is changed meanwhile is another file to the next one.
        """
        told = dict(_told(build))
        return cls(
            world=(basis, *_world(build, files, told, states)),
            told=told,
            own={page.file.src_uri: tuple(_own(page, build)) for page in pages_of(build)},
            rendered=dict(build.shown.cards.rendered.items()),
            faults=faults_of(build),
        )

    def condensed(self) -> Snapshot:
        """The same as digests, to be kept; what has none is never like anything."""
        return Snapshot(
            world=_condensed(self.world),
            told=_all_condensed(self.told),
            own=_all_condensed(self.own),
            rendered=_all_condensed(self.rendered),
            faults=self.faults,
        )

    def changed_since(self, before: Snapshot, shown_on: Mapping[str, set[str]]) -> set[str] | None:
        """The pages that are not as they were before; `None` where all of them may be others.

        `shown_on` are the posts and talks that each page has shown.
        """
        if self.world != before.world or self.own.keys() != before.own.keys():
            return None
        texts = {uri for uri, rendered in self.rendered.items() if rendered != before.rendered.get(uri)}
        changed = {uri for uri, own in self.own.items() if own != before.own[uri]}
        told = {uri for uri, told in self.told.items() if told != before.told.get(uri)}
        texts |= told
        return changed | told | {uri for uri in self.own if uri not in shown_on or not texts.isdisjoint(shown_on[uri])}

    def told_otherwise(self, before: Snapshot) -> set[str]:
        """The files of which something else is told than before."""
        return {path for path, _ in self.faults ^ before.faults}


def faults_of(build: ShownBuild) -> frozenset[tuple[str, str]]:
    """What a build has told so far, and of which files."""
    return frozenset((fault.path, f"{fault.kind} {fault.level} {fault}") for fault in build.begun.faults.found)


def state_of_source(path: str) -> State | None:
    """The state of a file that a site is made from; `None` of none, such as at the end of a lock of Emacs."""
    try:
        found = os.stat(path)  # noqa: PTH116  # of each file of the site
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _condensed(value: Any) -> Any:
    return exact_digest(value) or object()


def _all_condensed(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _condensed(value) for name, value in values.items()}


def pages_of(build: ShownBuild) -> Iterator[Page]:
    """The pages of a blog that stay as they are where nothing of what they show has changed."""
    yield from build.placed.articles.values()
    for pages in build.placed.view_pages.values():
        yield from pages


def _told(build: ShownBuild) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What posts say of themselves, where the theme is known to show it nowhere else.

    A post that replaces another is named on the page of that.
    """
    successions = build.shown.cards.successions
    if not (build.outputs and build.outputs.is_of_theme) or successions.newer or successions.older:
        return
    for uri, page in build.placed.articles.items():
        if isinstance(page.article, Post):
            said = tuple(getattr(page.article, name) for name in sorted(_WITH_CARDS))
            yield uri, (said, str(page.title), _written(page.article.meta))


def _world(build: ShownBuild, files: Files, told: Mapping[str, Any], states: Mapping[str, State]) -> Iterator[Any]:
    begun, placed, shown = build.begun, build.placed, build.shown
    config, reader, loaded = begun.config, placed.reader, placed.loaded
    yield (config.config_file_path, config.docs_dir, config.site_dir, config.site_url)
    yield (begun.settings, begun.chosen, reader.settings, reader.jekyll, begun.now.date())
    texts = [page.article for page in shown.cards.articles.values()]
    for article, page in _with_pages(build):
        is_told = article.src_uri in told
        yield (_said(article, is_told=is_told), page.url, is_told or str(page.title))
    yield [tuple(_has_passed(article, begun.now)) for article in texts]
    yield [_written(article.meta) for article in texts if article.src_uri not in told]
    yield [_said(article, is_told=False) for _, article in loaded.held_back]
    yield [file.src_uri for file in (*loaded.broken, *loaded.passed_over)]
    yield [
        (view.src_uri, view.title, [post.src_uri for post in view.posts], [talk.src_uri for talk in view.talks])
        for view in placed.views
    ]
    yield [(page.url, str(page.title)) for pages in placed.view_pages.values() for page in pages]
    posts = [page for _, page in _with_pages(build) if isinstance(page, PostPage)]
    # Which hooks may have changed.
    yield [[each.file.src_uri for each in page.categories] for page in posts]
    yield [(given_to(page.config), [*map(_given, page.authors)]) for page in posts]
    for mentions in (shown.mentions.talks_in, shown.mentions.posts_about):
        yield {uri: [text.src_uri for text in found] for uri, found in mentions.items()}
    yield shown.cards.successions
    yield placed.bibliography.papers
    ours = {page.file.src_uri for page in pages_of(build)}
    yield [tuple(_state(file, ours, states)) for file in files]


def _given(author: object) -> object:
    """What hooks have set of an author; of one that a hook has made, a value that is equal to no other."""
    return given_to(author) if isinstance(author, SettableValues) else object()


def _with_pages(build: ShownBuild) -> Iterator[tuple[Article, ArticlePage]]:
    return ((page.article, page) for page in build.shown.cards.articles.values())


def _said(article: Any, *, is_told: bool) -> tuple[Any, ...]:
    """All that a text says of itself, but for the text, and for what is told apart."""
    kind: type = type(article)
    return tuple(_wherever(getattr(article, name)) for name in _names(kind, is_told=is_told))


def _wherever(value: Any) -> Any:
    """A value, wherever in its file it stands: of a picture, a line more above changes that."""
    return replace(value, place=None) if isinstance(value, Picture) else value


@cache
def _names(kind: type, *, is_told: bool) -> tuple[str, ...]:
    passed_over = _NOT_SHOWN | _WITH_CARDS if is_told else _NOT_SHOWN
    return tuple(field.name for field in fields(kind) if field.name not in passed_over)


def _has_passed(article: Article, now: datetime) -> Iterator[bool]:
    """What the clock makes of an article."""
    for name in ("date", "updated", "appears", "expires", "outdated_from"):
        moment = getattr(article, name, None)
        yield moment is not None and moment <= now
    if isinstance(article, Talk):
        yield from (delivery.is_coming(now) for delivery in article.deliveries)


def _written(meta: Mapping[str, Any]) -> object:
    """Front matter as a value that is equal to no other: `1` and `true` are, and a moment in any zone."""
    return exact_digest(dict(meta)) or object()


def _state(file: File, ours: set[str], states: Mapping[str, State]) -> Iterator[Any]:
    """A file with what others can show of it."""
    yield from (file.src_uri, file.dest_uri, file.inclusion.name)
    if file.src_uri in ours or file.generated_by == GENERATED_BY:
        return
    if file.page is not None:
        yield (str(file.page.title), _written(file.page.meta), file.page.is_homepage)
    elif file.abs_src_path is None:
        yield file.content_bytes
    else:
        path = file.abs_src_path
        yield states[path] if path in states else state_of_source(path)


def _own(page: Page, build: ShownBuild) -> Iterator[Any]:
    """What a page shows of itself."""
    yield (str(page.title), page.url, page.content, _headings(page.toc), _written(page.meta), page.update_date)
    neighbours = (page.previous_page, page.next_page)
    yield [(str(each.title), each.url) if each else None for each in neighbours]
    if not (build.outputs and build.outputs.is_of_theme):
        named = filter(None, (*neighbours, *getattr(page, "categories", ())))
        yield [(_written(each.meta), _attributes(each)) for each in named]
    yield _attributes(page)
    if build.outputs:
        yield list(parts_of(page, build.outputs.config, build.outputs.nav))
    if isinstance(page, ArticlePage):
        related = build.shown.completion.articles.related.get(page.file.src_uri, ())
        yield [other.src_uri for other in related]
    if isinstance(page, ViewPage):
        yield [post.file.src_uri for post in page.posts]  # which hooks may have changed
    if isinstance(page, PostPage) and page.config.links:
        yield list(_named(page.config.links))


def _attributes(page: Page) -> dict[str, Any]:
    """What templates may ask of a page beside its text, also what hooks have given it."""
    return without(page, _OF_ITSELF)


def _headings(toc: Iterable[AnchorLink]) -> list[Any]:
    """A table of contents, with what plugins have added to it."""
    return [(without(item, _BELOW), _headings(item.children)) for item in toc]


def _named(references: Iterable[Any]) -> Iterator[Any]:
    """What a post shows of the pages that its front matter leads to."""
    for item in references:
        yield (str(item.title), getattr(item, "url", None), _written(getattr(item, "meta", None) or {}))
        yield list(_named(item.children or ()))
