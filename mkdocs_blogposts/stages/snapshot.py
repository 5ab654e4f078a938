"""All that the pages of a blog show, as far as it can change from one build to the next."""

from __future__ import annotations

import os
import posixpath
from dataclasses import fields, replace
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeGuard

from ..blog.listing_kinds import ARCHIVE_INDEX, INDEX, KINDS, TAG_INDEX, TALK_INDEX
from ..content.models import Picture, Post, Talk
from ..light_dataclasses import dataclass
from ..material.settable_values import SettableValues, given_to
from ..pages.made_files import GENERATED_BY
from ..pages.text_pages import FaultPage, PostPage
from .page_values import PageValues, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from ..content.models import Article
    from ..pages.text_pages import ArticlePage
    from .shown_build import ShownBuild

State = tuple[int, ...]
"""What changes with a file."""

_NOT_SHOWN = frozenset({"body", "body_line", "places"})
"""Fields of an article that no page but its own shows, and that one only as HTML."""
_NAMED_ANYWHERE = frozenset(kind.name for kind in (INDEX, ARCHIVE_INDEX, TAG_INDEX, TALK_INDEX))
"""Listings that the way to any page may lead through."""
_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
"""Files of which pages show no more than what their cards say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What one build has shown, to be compared with the next."""

    world: Any
    """What any page may show, or depend on: the site and its files."""
    told: Mapping[str, Any]
    """What only pages show which show a post or talk: what it says of itself, and its card, by `src_uri`."""
    own: Mapping[str, Any]
    """What each page of the blog alone shows, by `src_uri`."""
    rendered: Mapping[str, Any]
    """What listings and other posts show of the text of each post and talk."""
    faults: frozenset[tuple[str, str]]
    """What is told, and of which file."""

    @classmethod
    def of(
        cls,
        build: ShownBuild,
        basis: str,
        files: Files,
        states: Mapping[str, State],
        form: Callable[[Any], Any],
    ) -> Snapshot:
        """What a build shows, all of whose texts are HTML; `basis` is what all pages of the site depend on.

        `states` are those of files when the build began: what is changed meanwhile is another file to the next one.
        Each value is brought into the `form` in which it is remembered at once: of all pages together, they are large.
        """
        is_known = _is_known(build)
        values = PageValues(build, is_known)
        told = _told(build, values) if is_known else ()
        return cls(
            world=form((basis, *_world(build, files, states, is_known=is_known))),
            told={uri: form(each) for uri, each in told},
            own={page.file.src_uri: form(tuple(values.of(page))) for page in pages_of(build)},
            rendered={uri: form(each) for uri, each in build.shown.cards.rendered.items()},
            faults=faults_of(build),
        )

    def changed_since(self, before: Snapshot, shown_on: Mapping[str, set[str]]) -> set[str] | None:
        """The pages that are not as they were before; `None` where all of them may be others.

        `shown_on` are the posts and talks that each page has shown.
        """
        if self.world != before.world:
            return None
        texts = _differing(self.rendered, before.rendered) | _differing(self.told, before.told)
        changed = _differing(self.own, before.own)
        return changed | {
            uri for uri in self.own if uri not in shown_on or uri in texts or not texts.isdisjoint(shown_on[uri])
        }

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


def pages_of(build: ShownBuild) -> Iterator[Page]:
    """The pages of a blog that stay as they are where nothing of what they show has changed."""
    yield from build.placed.articles.values()
    for pages in build.placed.view_pages.values():
        yield from pages


def _is_known(build: ShownBuild) -> bool:
    """Whether it is known which pages show what posts and talks say: those that show their cards or name them.

    Templates of the site may show it anywhere, and so do lists of papers and maps.
    """
    is_elsewhere = build.placed.bibliography.papers or build.begun.settings.talks_map
    return bool(build.outputs and build.outputs.is_of_theme) and not is_elsewhere


def _differing(now: Mapping[str, Any], before: Mapping[str, Any]) -> set[str]:
    """The names of what is new, gone or another value."""
    gone = before.keys() - now.keys()
    return gone | {name for name, value in now.items() if name not in before or value != before[name]}


def _told(build: ShownBuild, values: PageValues) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What posts and talks say of themselves, and what their cards say."""
    cards, talks, now = build.shown.cards, build.shown.talks, build.begun.now
    for uri, page in cards.articles.items():
        article = page.article
        card = cards.post_card(article) if isinstance(article, Post) else talks.of(article)
        own = (page.url, str(page.title), values.meta_of(page), [*_has_passed(article, now)])
        listed = (
            (_set_by_hooks(page), [(str(each.title), each.url) for each in page.categories]) if _is_post(page) else ()
        )
        yield uri, (_said(article), own, card, listed)


def _world(build: ShownBuild, files: Files, states: Mapping[str, State], *, is_known: bool) -> Iterator[Any]:
    begun, placed = build.begun, build.placed
    config, reader, loaded = begun.config, placed.reader, placed.loaded
    yield (is_known, config.config_file_path, config.docs_dir, config.site_dir, config.site_url)
    yield (begun.settings, begun.chosen, reader.settings, reader.jekyll, begun.now.date())
    yield [file.src_uri for file in loaded.passed_over]
    first = ((view.kind.name, placed.view_pages[view.src_uri][0]) for view in map(placed.views.first, KINDS) if view)
    yield [(kind, str(page.title), page.url) for kind, page in first if not is_known or kind in _NAMED_ANYWHERE]
    if not is_known:
        yield from _whole_world(build)
    ours = {page.file.src_uri for page in pages_of(build)}
    yield [tuple(state) for file in files if (state := [*_state(file, ours, states, is_known=is_known)])]


def _whole_world(build: ShownBuild) -> Iterator[Any]:
    """All that posts, talks and listings say, but for texts, where any page may show it."""
    begun, placed, shown = build.begun, build.placed, build.shown
    texts = [page.article for page in shown.cards.articles.values()]
    yield [(_said(article), page.url, str(page.title)) for article, page in _with_pages(build)]
    yield [tuple(_has_passed(article, begun.now)) for article in texts]
    yield [written(article.meta) for article in texts]
    yield [_said(article) for _, article in placed.loaded.held_back]
    yield [file.src_uri for file in placed.loaded.broken]
    yield [
        (view.src_uri, view.title, [post.src_uri for post in view.posts], [talk.src_uri for talk in view.talks])
        for view in placed.views
    ]
    yield [(page.url, str(page.title)) for pages in placed.view_pages.values() for page in pages]
    posts = [page for _, page in _with_pages(build) if _is_post(page)]
    # Which hooks may have changed.
    yield [[each.file.src_uri for each in page.categories] for page in posts]
    yield [_set_by_hooks(page) for page in posts]
    for mentions in (shown.mentions.talks_in, shown.mentions.posts_about):
        yield {uri: [text.src_uri for text in found] for uri, found in mentions.items()}
    yield shown.cards.successions
    yield placed.bibliography.papers
    yield sorted(page.file.src_uri for page in pages_of(build))


def _set_by_hooks(page: PostPage) -> tuple[Any, ...]:
    return (given_to(page.config), [*map(_given, page.authors)])


def _given(author: object) -> object:
    """What hooks have set of an author; of one that a hook has made, a value that is equal to no other."""
    return given_to(author) if isinstance(author, SettableValues) else object()


def _is_post(page: ArticlePage) -> TypeGuard[PostPage]:
    return isinstance(page, PostPage)


def _with_pages(build: ShownBuild) -> Iterator[tuple[Article, ArticlePage]]:
    return ((page.article, page) for page in build.shown.cards.articles.values())


def _said(article: Any) -> tuple[Any, ...]:
    """All that a text says of itself, but for the text."""
    kind: type = type(article)
    # With each line more above, a picture stands at another place in its file.
    parts = _parts_of(kind)(article)
    if Picture not in map(type, parts):
        return parts
    return tuple(replace(value, place=None) if type(value) is Picture else value for value in parts)


@cache
def _parts_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(kind) if field.name not in _NOT_SHOWN))


def _has_passed(article: Article, now: datetime) -> Iterator[bool]:
    """What the clock makes of an article."""
    for name in ("date", "updated", "appears", "expires", "outdated_from"):
        moment = getattr(article, name, None)
        yield moment is not None and moment <= now
    if isinstance(article, Talk):
        yield from (delivery.is_coming(now) for delivery in article.deliveries)


def _state(file: File, ours: set[str], states: Mapping[str, State], *, is_known: bool) -> Iterator[Any]:
    """A file with what others can show of it; nothing of one that is seen where it is shown."""
    is_ours = file.src_uri in ours or file.generated_by == GENERATED_BY or isinstance(file.page, FaultPage)
    if is_known and (is_ours or file.inclusion.is_excluded() or _is_picture(file)):
        return
    yield from (file.src_uri, file.dest_uri, file.inclusion.name)
    if is_ours:
        return
    if file.page is not None:
        yield (str(file.page.title), written(file.page.meta), file.page.is_homepage)
    elif file.abs_src_path is None:
        yield file.content_bytes
    else:
        path = file.abs_src_path
        yield states[path] if path in states else state_of_source(path)


def _is_picture(file: File) -> bool:
    return posixpath.splitext(file.src_uri)[1].lower() in _PICTURES
