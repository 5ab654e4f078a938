"""What Open Graph, and those who have built on it, call the facts of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.core import Locale, get_global

from .page_facts import ListingFacts, PostFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .page_facts import PageFacts, SharedImage, SiteFacts

Named = tuple[str, str]
"""Name and content of a `<meta>`."""

_SMALLEST_WIDTH = 300
"""Pixels that a picture needs to be shown large."""
_SVG = "image/svg+xml"


def open_graph(facts: PageFacts, site: SiteFacts) -> Iterator[Named]:
    """The name and content of each `<meta>` of a page, in order."""
    image = facts.image if facts.image and facts.image.media_type != _SVG else None
    yield "og:type", _kind(facts)
    yield "og:title", facts.title
    if facts.description:
        yield "og:description", facts.description
    if facts.url:
        yield "og:url", facts.url
    yield "og:site_name", site.name
    yield "og:locale", site.locale
    if isinstance(facts, PostFacts):
        yield from _article(facts)
    if image:
        yield from _image(image)
    # All else of a card is read from what Open Graph says.
    yield "twitter:card", "summary_large_image" if image and _is_large(image) else "summary"
    for person in facts.people:
        if person.fediverse:
            yield "fediverse:creator", person.fediverse


def locale_with_territory(locale: str) -> str:
    """A locale of Babel with the country where most of its readers are, if it has none: `pt_BR`, `en_US`."""
    parsed = Locale.parse(locale)
    if parsed.territory:
        return f"{parsed.language}_{parsed.territory}"
    likely = get_global("likely_subtags").get(locale) or get_global("likely_subtags").get(parsed.language, "")
    territory = likely.split("_")[-1]
    return f"{parsed.language}_{territory}" if len(territory) == len("US") and likely else parsed.language


def _kind(facts: PageFacts) -> str:
    if isinstance(facts, PostFacts):
        return "article"
    return "profile" if isinstance(facts, ListingFacts) and facts.is_profile else "website"


def _article(facts: PostFacts) -> Iterator[Named]:
    yield "article:published_time", facts.published
    if facts.modified:
        yield "article:modified_time", facts.modified
    for person in facts.people:
        yield "article:author", person.url or person.name
    if facts.sections:
        yield "article:section", facts.sections[0]
    for tag in facts.tags:
        yield "article:tag", tag


def _image(image: SharedImage) -> Iterator[Named]:
    yield "og:image", image.url
    if image.media_type:
        yield "og:image:type", image.media_type
    if image.width and image.height:
        yield "og:image:width", str(image.width)
        yield "og:image:height", str(image.height)
    if image.alt:
        yield "og:image:alt", image.alt


def _is_large(image: SharedImage) -> bool:
    return image.width is None or image.width >= _SMALLEST_WIDTH
