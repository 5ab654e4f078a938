"""The tags of a post or talk as Material's templates show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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


def in_order_of(given: Any, chips: list[dict[str, str | bool]]) -> list[dict[str, str | bool]]:
    """The chips in the order of those that Material's `tags` has left there, which a hook may have sorted."""
    names = [str(Markup.escape(getattr(tag, "name", None) or str(tag))) for tag in given or ()]
    return sorted(chips, key=lambda chip: names.index(chip["name"]) if chip["name"] in names else len(names))
