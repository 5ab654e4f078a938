"""The tags of a post or talk as Material's templates show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ..blog.listing_kinds import TAG
from ..host.material_tags import MaterialTags
from ..html.html_urls import ROOT

if TYPE_CHECKING:
    from ..cards.card_maker import CardMaker
    from ..content.models import Article


def tag_chips(article: Article, cards: CardMaker) -> list[dict[str, str | bool]]:
    """The variable `tags` of Material's templates, which escape nothing."""
    material_tags = MaterialTags.of(cards.writer.config)
    links = cards.terms(TAG, material_tags.in_order(article.tags))
    return [
        {
            "name": str(Markup.escape(link.name)),
            "url": link.url.removeprefix(f"{ROOT}/"),
            "hidden": material_tags.is_shadow(link.name),
        }
        for link in links
        if link.url
    ]
