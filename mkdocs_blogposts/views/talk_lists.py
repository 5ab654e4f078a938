"""Talks by when they are given: those to come, the past ones by year, and all of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..content.delivery import TalkStatus
from ..light_dataclasses import dataclass
from ..shown_dates import format_date
from .listing_values import EventView, TalkIndexView, TalksOfYear

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from markupsafe import Markup

    from ..blog.blog import Blog
    from ..blog.listings import View
    from ..blog.selection import Selection
    from ..cards.card_html import CardHtml
    from ..cards.card_values import TalkLine
    from ..content.delivery import Delivery
    from ..content.models import Talk
    from .listing_values import ListingLink
    from .talk_map import TalkMap


@dataclass(frozen=True, slots=True)
class TalkLists:
    """The lists of one blog's talks."""

    html: CardHtml
    map: TalkMap

    def index(self, talks: Sequence[Talk], links: tuple[ListingLink, ...]) -> TalkIndexView:
        """All talks, each with one card, and with a line in each other year in which it was given."""
        now = self.html.cards.now
        coming = [(moment, talk) for talk in talks if (moment := self._next(talk, now))]
        coming.sort(key=lambda pair: pair[0])
        rest = [talk for talk in talks if not self._next(talk, now)]
        offered = [talk for talk in rest if talk.status is TalkStatus.OFFERED]
        rest = [talk for talk in rest if talk.status is not TalkStatus.OFFERED]
        proposed = [talk for talk in rest if not any(each.is_certain for each in talk.deliveries)]
        past = [talk for talk in rest if talk not in proposed]
        return TalkIndexView(
            coming=self._cards(talk for _, talk in coming),
            years=tuple(self._years(talks, past)),
            offered=self._cards(offered),
            map=self.map.view(talks) if self.html.cards.settings.talks_map else None,
            proposed=self._cards(proposed),
            links=links,
        )

    def event(self, view: View, links: tuple[ListingLink, ...]) -> EventView:
        """All talks of an event, and the posts about them."""
        cards = self.html.cards
        given = [each for talk in view.talks for each in talk.deliveries if (each.venue or "").casefold() == view.key]
        days = sorted(day for each in given for day in (each.date, each.end) if day)
        several = days and days[0].date() != days[-1].date()
        about = [post for talk in view.talks for post in cards.mentions.posts_about.get(talk.src_uri, ())]
        posts = {post.src_uri: post for post in about}.values()
        return EventView(
            date=cards.shown_day(days[0]) if days else None,
            until=cards.shown_day(days[-1]) if several else None,
            location=next((each.location for each in given if each.location), None),
            talks=self._cards(view.talks),
            posts=tuple(map(self.html.of_post, posts)),
            links=links,
        )

    def _cards(self, talks: Iterable[Talk]) -> tuple[Markup, ...]:
        return tuple(map(self.html.of_talk, talks))

    def _next(self, talk: Talk, now: datetime) -> datetime | None:
        """When it is given next."""
        return min((each.date for each in talk.deliveries if each.date and each.is_coming(now)), default=None)

    def _years(self, talks: Iterable[Talk], past: Sequence[Talk]) -> Iterable[TalksOfYear]:
        """The years from the newest; what has no date stands under none, and last."""
        now = self.html.cards.now
        cards: dict[str | None, list[Talk]] = {}
        for talk in past:
            newest = next(each for each in talk.deliveries if each.is_certain)
            cards.setdefault(self._year(newest), []).append(talk)
        lines: dict[str | None, list[tuple[Delivery, Talk]]] = {}
        for talk in talks:
            for each in talk.deliveries:
                year = self._year(each)
                if year and each.is_certain and not each.is_coming(now) and talk not in cards.get(year, ()):
                    lines.setdefault(year, []).append((each, talk))
        moments = {self._year(each): each.date for talk in talks for each in talk.deliveries if each.date}
        years = sorted({*cards, *lines} - {None}, key=lambda year: moments[year].year if moments.get(year) else 0)
        for year in (*reversed(years), *([None] if None in cards else [])):
            newest_first = sorted(lines.get(year, ()), key=lambda pair: str(pair[0].date), reverse=True)
            yield TalksOfYear(
                year=year,
                cards=self._cards(cards.get(year, ())),
                lines=tuple(self.html.talks.line(each, talk) for each, talk in newest_first),
            )

    def _year(self, delivery: Delivery) -> str | None:
        """The year in which it was given, as the site's language writes years."""
        return format_date(delivery.date, "yyyy", self.html.cards.locale) if delivery.date else None


def talk_lines(selection: Selection, blog: Blog, html: CardHtml) -> tuple[TalkLine, ...]:
    """Each time that the talks were given which a selection asks for, the newest first."""
    given = [
        (each, talk)
        for talk in blog.talks
        if selection.has(talk)
        for each in talk.deliveries
        if each.is_certain and (selection.year is None or (each.date and each.date.year == selection.year))
    ]
    given.sort(key=lambda pair: pair[0].date.isoformat() if pair[0].date else "", reverse=True)
    return tuple(html.talks.line(each, talk) for each, talk in given[: selection.limit])
