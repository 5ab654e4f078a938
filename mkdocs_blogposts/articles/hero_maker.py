"""From front matter to what stands large above a text, with pictures and addresses that are known to be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ..light_dataclasses import dataclass, field
from .article_values import ActionLink, HeroView

if TYPE_CHECKING:
    from ..cards.card_maker import CardMaker
    from ..content.models import Article, Hero


@dataclass(frozen=True, slots=True)
class HeroMaker:
    """Makes the heroes of one blog, each of them once."""

    cards: CardMaker
    _made: dict[str, HeroView] = field(default_factory=dict, init=False)

    def hero(self, article: Article) -> HeroView | None:
        """What stands large above the text of an article, its title apart."""
        if article.hero and article.src_uri not in self._made:
            self._made[article.src_uri] = self._make(article, article.hero)
        return self._made.get(article.src_uri)

    def _make(self, article: Article, hero: Hero) -> HeroView:
        page, phrases = self.cards.articles[article.src_uri], self.cards.rendered[article.src_uri].phrases
        name = "header.overlay_image" if hero.is_overlay else "header.image"
        return HeroView(
            title=Markup(),
            lead=phrases.get("lead", Markup()),
            image=self.cards.pictures.named(hero.picture, article, name) if hero.picture else None,
            colour=hero.colour,
            overlay=hero.overlay,
            caption=phrases.get("caption", Markup()),
            actions=tuple(
                ActionLink(label=action.label, url=address)
                for action in hero.actions
                if (address := self.cards.named.of_action(action, page))
            ),
        )
