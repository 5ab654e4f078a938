"""Cards as HTML, each of them rendered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from markupsafe import Markup

    from ..content.models import Post, Talk
    from .card_maker import CardMaker
    from .part_templates import PartTemplates
    from .talk_cards import TalkCards


@dataclass(frozen=True, slots=True)
class CardHtml:
    """The cards of one blog in one theme."""

    templates: PartTemplates
    cards: CardMaker
    talks: TalkCards
    _made: dict[tuple[str, bool, int, bool, bool], Markup] = field(default_factory=dict, init=False)
    _related: dict[str, Markup] = field(default_factory=dict, init=False)

    def forget(self) -> None:
        """Have no card at hand any more."""
        self._made.clear()
        self._related.clear()

    def of_post(
        self, post: Post, *, level: int = 3, eager: bool = False, has_anchor: bool = False, is_lead: bool = False
    ) -> Markup:
        """The card of a post, with a heading of some level; an `eager` one has its picture loaded at once.

        One that `is_lead` has a row for itself, and so a large picture on phones too.
        """
        self.cards.showings.note(post.src_uri)
        key = (post.src_uri, eager, level, has_anchor, is_lead)
        if key not in self._made:
            self._made[key] = self._card(post, level=level, eager=eager, has_anchor=has_anchor, is_lead=is_lead)
        return self._made[key]

    def _card(self, post: Post, *, level: int, eager: bool, has_anchor: bool, is_lead: bool) -> Markup:
        card = self.cards.brief_card(post)
        # Our own templates ask how to load a picture only where there is one.
        if (eager or is_lead) and card.image is None and self.templates.are_own("card.html", "teaser.html"):
            return self.of_post(post, level=level, has_anchor=has_anchor)
        return self.templates.render(
            "card.html", card=card, eager=eager, level=level, has_anchor=has_anchor, is_lead=is_lead
        )

    def of_related(self, post: Post) -> Markup:
        """The small card of a post, for the pages of those that are like it."""
        self.cards.showings.note(post.src_uri)
        if post.src_uri not in self._related:
            card = self.cards.post_card(post)
            self._related[post.src_uri] = self.templates.render("related-card.html", card=card)
        return self._related[post.src_uri]

    def of_talk(self, talk: Talk, *, level: int = 3) -> Markup:
        """The card of a talk, with a heading of some level."""
        self.cards.showings.note(talk.src_uri)
        key = (talk.src_uri, False, level, False, False)
        if key not in self._made:
            self._made[key] = self.templates.render("talk-card.html", talk=self.talks.of(talk), level=level)
        return self._made[key]
