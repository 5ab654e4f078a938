"""From a talk to its card: when, where, by whom, and what has become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ..blog.listing_kinds import EVENT, TAG
from ..content.delivery import TalkStatus
from ..html.card_texts import past_by_keyboard
from ..html.page_urls import from_root
from ..light_dataclasses import dataclass, field
from ..placement.link_faults import Written
from ..shown_dates import format_hours, language_name
from .card_maker import is_draft
from .card_values import Button, ButtonKind, DeliveryView, TalkCard, TalkLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..content.delivery import Delivery
    from ..content.models import Talk
    from ..placement.calendar_files import CalendarFiles
    from .card_maker import CardMaker

_OF_A_DELIVERY: tuple[ButtonKind, ...] = ("video", "slides", "event")
_ORDER: tuple[ButtonKind, ...] = (*_OF_A_DELIVERY, "calendar", "paper", "code", "bibtex")
_MARKS = frozenset(TalkStatus) - {TalkStatus.ACCEPTED}
"""What readers are told of a talk; that it takes place is what they think anyway."""


@dataclass(frozen=True, slots=True)
class TalkCards:
    """Makes the cards of talks, each of them once."""

    cards: CardMaker
    calendars: CalendarFiles
    _made: dict[str, TalkCard] = field(default_factory=dict, init=False)

    def of(self, talk: Talk) -> TalkCard:
        """A talk as templates see it."""
        self.cards.showings.note(talk.src_uri)
        if talk.src_uri not in self._made:
            self._made[talk.src_uri] = self._make(talk)
        return self._made[talk.src_uri]

    def delivery(self, delivery: Delivery, talk: Talk) -> DeliveryView:
        """One time that a talk is given, as templates see it."""
        cards, start, end = self.cards, delivery.date, delivery.end
        has_hours = start and not delivery.is_all_day
        shown = cards.shown_day if delivery.is_all_day else cards.shown_date
        several = end and start and end.date() != start.date()
        return DeliveryView(
            date=shown(start) if start else None,
            until=shown(end) if end and several else None,
            hours=format_hours(start, None if several else end, cards.locale) if start and has_hours else None,
            venue=delivery.venue,
            venue_url=cards.term_url(EVENT, delivery.venue) if delivery.venue else None,
            location=delivery.location,
            address=delivery.address,
            status=delivery.status.value if delivery.status in _MARKS else None,
            coming=delivery.is_coming(cards.now) and delivery.status not in _MARKS,
            buttons=tuple(self._buttons(delivery, talk, _OF_A_DELIVERY)),
        )

    def line(self, delivery: Delivery, talk: Talk) -> TalkLine:
        """A talk at one of its times, with no more than fits on a line."""
        card = self.of(talk)
        return TalkLine(title=card.title, url=card.url, delivery=self.delivery(delivery, talk))

    def check_addresses(self, talk: Talk) -> None:
        """Tell what is wrong with what each time that a talk is given leads to, before any card of it is made."""
        for delivery in talk.deliveries:
            self.delivery(delivery, talk)
        list(self._further(talk))

    def main(self, talk: Talk) -> Delivery:
        """The time that a card tells of: the next one that is to come, or else the last."""
        coming = [each for each in talk.deliveries if each.is_coming(self.cards.now)]
        return coming[-1] if coming else talk.deliveries[0]

    def _make(self, talk: Talk) -> TalkCard:
        cards = self.cards
        rendered = cards.rendered[talk.src_uri]
        main = self.main(talk)
        when = self.delivery(main, talk)
        views = tuple(when if each is main else self.delivery(each, talk) for each in talk.deliveries)
        return TalkCard(
            url=from_root(cards.articles[talk.src_uri].url),
            link=cards.outward_link(talk),
            title=rendered.title,
            talk_type=talk.talk_type,
            venue=main.venue or talk.venue,
            location=main.location or (None if main.venue else talk.location),
            date=when.date,
            when=when,
            deliveries=views if len(views) > 1 else (),
            status=when.status or ("offered" if talk.status is TalkStatus.OFFERED else None),
            speakers=tuple(map(cards.author_link, talk.speakers)) if cards.settings.authors else (),
            language=language_name(talk.language, cards.locale) if talk.language else None,
            level=talk.level,
            projects=talk.projects,
            coming=when.coming,
            excerpt=past_by_keyboard(rendered.excerpt),
            tags=cards.terms(TAG, talk.tags),
            buttons=tuple(self._all_buttons(talk, views, when)),
            image=cards.pictures.teaser_of(talk),
            citation=rendered.phrases.get("citation", Markup()),
            post_count=len(cards.mentions.posts_about.get(talk.src_uri, ())),
            draft=is_draft(talk),
        )

    def _all_buttons(self, talk: Talk, views: tuple[DeliveryView, ...], main: DeliveryView) -> Iterator[Button]:
        """Where a talk leads: what its file says of the whole, else the newest time that has such, else its text."""
        cards = self.cards
        found = {button.kind: button for button in cards.buttons(talk)}
        for view in (main, *views):
            for button in view.buttons:
                if button.kind != "event" or view is main:
                    found.setdefault(button.kind, button)
        further = list(self._further(talk))
        for button in further:
            if button.kind != "link":
                found.setdefault(button.kind, button)
        from ..html.recordings import find_recordings  # noqa: PLC0415  # most sites have no talks

        recordings = find_recordings(cards.rendered[talk.src_uri].content)
        for button in self._plain(talk, {"video": recordings.video, "slides": recordings.slides}):
            found.setdefault(button.kind, button)
        if link := cards.outward_link(talk):
            found.setdefault("event", Button(kind="event", url=link))
        yield from (found[kind] for kind in _ORDER if kind in found)
        if talk.doi:
            yield Button(kind="doi", url=talk.doi)
        yield from (button for button in further if found.get(button.kind) is not button)

    def _plain(self, talk: Talk, urls: Mapping[ButtonKind, str | None]) -> Iterator[Button]:
        """What only the text of a talk leads to."""
        page = self.cards.articles[talk.src_uri]
        for kind, url in urls.items():
            if url and (address := self.cards.named.of_page(url, page)):
                yield Button(kind=kind, url=address)

    def _buttons(self, delivery: Delivery, talk: Talk, kinds: tuple[ButtonKind, ...]) -> Iterator[Button]:
        page = self.cards.articles[talk.src_uri]
        for kind in kinds:
            name = f"{kind}_url"
            url = getattr(delivery, name)
            if not url:
                continue
            key, place = delivery.names.get(name, (name, None))
            written = Written(path=delivery.path, place=place, key=key)
            if address := self.cards.named.of_page(url, page, written):
                yield Button(kind=kind, url=address)
        calendar = self.calendars.of_talks.get(talk.src_uri)
        if calendar and delivery.is_coming(self.cards.now) and delivery.status not in _MARKS:
            yield Button(kind="calendar", url=from_root(calendar.url))

    def _further(self, talk: Talk) -> Iterator[Button]:
        page = self.cards.articles[talk.src_uri]
        for action in talk.further:
            if address := self.cards.named.of_action(action, page):
                kind: ButtonKind = next((kind for kind in _ORDER if kind == action.kind), "link")
                yield Button(kind=kind, url=address, label=action.label or (action.url if kind == "link" else None))
