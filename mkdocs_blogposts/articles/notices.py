"""What a reader should know of a post before its text: that it is old, what replaces it, what it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from ..html.excerpts import plain_text
from ..light_dataclasses import dataclass
from .article_values import Notice, PageLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..cards.card_maker import CardMaker
    from ..cards.part_templates import PartTemplates
    from ..cards.successions import Version
    from ..content.models import Post


@dataclass(frozen=True, slots=True)
class Notices:
    """The notices of one blog's posts."""

    templates: PartTemplates
    cards: CardMaker
    is_for_authors: bool
    """Whether those who write the posts look at them before others do."""

    def of(self, post: Post) -> Markup:
        """The notices of a post, one below the other; empty where there are none."""
        shown = (self.templates.render("notice.html", notice=notice) for notice in self._notices(post))
        return Markup("\n").join(shown)

    def versions(self, post: Post) -> tuple[tuple[PageLink, ...], ...]:
        """The pages that replace a post, and those that it replaces."""
        found = self.cards.successions
        return tuple(self._links(each.get(post.src_uri, ())) for each in (found.newer, found.older))

    def _notices(self, post: Post) -> Iterator[Notice]:
        successions = self.cards.successions
        if post.unlisted and self.is_for_authors:
            yield Notice(kind="unlisted")
        if newer := successions.newer.get(post.src_uri):
            yield Notice(kind="superseded", links=self._links(newer))
        elif post.outdated_from and post.outdated_from <= self.cards.now:
            date = self.cards.shown_date(post.updated or post.date) if post.shows_date else None
            yield Notice(kind="outdated", date=date)
        if older := successions.older.get(post.src_uri):
            yield Notice(kind="supersedes", links=self._links(older))

    def _links(self, versions: Iterable[Version]) -> tuple[PageLink, ...]:
        return tuple(PageLink(title=self._title(version), url=version.url) for version in versions)

    def _title(self, version: Version) -> Markup:
        if rendered := self.cards.rendered.get(version.name):
            return rendered.title
        file = self.cards.links.files.get_file_from_path(version.name)
        title = plain_text(str(file.page.title or "")) if file and file.page else ""
        return escape(title or version.name.split("://")[-1].rstrip("/"))
