"""The tags of a post or talk as Material's templates show them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ..blog.listing_kinds import TAG
from ..html.html_urls import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..cards.card_maker import CardMaker
    from ..cards.card_values import TermLink
    from ..content.models import Article


def tag_chips(links: Iterable[TermLink]) -> list[dict[str, str | bool]]:
    """The variable `tags` of Material's templates, which escape nothing."""
    return [
        {
            "name": str(Markup.escape(link.name)),
            "url": link.url.removeprefix(f"{ROOT}/"),
            "hidden": link.is_shadow,
        }
        for link in links
        if link.url
    ]


def shown_tags(article: Article, cards: CardMaker, given: Any) -> tuple[TermLink, ...]:
    """The tags of a post in the order of those that Material's `tags` has `given`, which a hook may have sorted."""
    material_tags = cards.material_tags
    names = [getattr(tag, "name", None) or str(tag) for tag in given or ()]
    links = cards.terms(TAG, material_tags.in_order(article.tags))
    ordered = sorted(links, key=lambda link: names.index(link.name) if link.name in names else len(names))
    return tuple(replace(link, is_shadow=material_tags.is_shadow(link.name)) for link in ordered)
