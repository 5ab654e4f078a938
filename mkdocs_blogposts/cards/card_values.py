"""What templates get of a post or talk: a documented view of it, escaped and with its URLs resolved.

Every URL in here starts with `ROOT`, which stands for the way from the page at hand to the site's root, so that the
HTML of a card is made once and used on every page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from markupsafe import Markup

    from ..choices import TeaserPlaceholder


ButtonKind = Literal["video", "slides", "event", "paper", "code", "bibtex", "doi", "calendar", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDate:
    """A date for readers and for machines."""

    iso: str
    """For `<time datetime>`: `2025-07-28` or, with a time of day, `2025-07-28T09:30:00+02:00`."""
    text: str
    """In the site's language and format: `July 28, 2025`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A teaser image that is known to be there, or a remote one."""

    src: str
    alt: str
    """Empty where the image says nothing that the title does not."""
    width: int | None
    height: int | None
    copies: tuple[tuple[str, int], ...] = ()
    """URL and width of each smaller copy, the smallest first; the picture itself may be the last."""
    shared: str | None = None
    """URL of the same for programs that show no SVG, where there is one."""

    @property
    def srcset(self) -> str:
        """The copies as browsers choose from them."""
        return ", ".join(f"{url} {width}w" for url, width in self.copies)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLink:
    """A tag, category or other label that leads to its page."""

    name: str
    url: str | None
    """`None` where the label has no page."""
    count: int = 0
    """Posts and talks under it."""
    is_shadow: bool = False
    """Whether Material's `tags` keeps it in the shadow, so that only `serve` shows it."""
    anchor: str | None = None
    """Id on the list of all of them, as Jekyll makes it of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorLink:
    """Who wrote a post."""

    name: str
    description: str | None
    avatar: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A link out of a post or talk: to its video, slides and the like."""

    kind: ButtonKind
    url: str
    label: str | None = None
    """What its author calls it; `None` for what everybody calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCard:
    """A post on a listing, and the head of its own page."""

    url: str
    anchor: str
    """Id of the card's heading, for the table of contents of a listing."""
    link: str | None
    """Where the title leads instead of the post, for a link post."""
    title: Markup
    """Inline HTML without links."""
    date: ShownDate
    updated: ShownDate | None
    excerpt: Markup
    """Blocks of HTML, well-formed, without ids."""
    more: bool
    """Whether the post goes on after the excerpt."""
    tags: tuple[TermLink, ...]
    categories: tuple[TermLink, ...]
    series: tuple[TermLink, ...]
    """The series that it is a part of; none where series have no pages."""
    authors: tuple[AuthorLink, ...]
    reading_time: int | None
    """Minutes."""
    talk_count: int
    image: Image | None
    placeholder: TeaserPlaceholder
    """What stands in its place."""
    hue: int | None
    """The number of the colour of its first category; `None` where it has none."""
    buttons: tuple[Button, ...]
    """On the page of the post."""
    citation: Markup
    """Inline HTML of how to cite it, on its own page; empty where nothing is said of that."""
    shows_date: bool
    """Whether the page of the post says when it was written."""
    pinned: bool
    superseded: bool
    """Whether another page replaces it."""
    draft: bool

    @property
    def shape(self) -> str:
        """The icon that says what it is, where it has no picture."""
        return "external" if self.link else "series" if self.series else "talks" if self.talk_count else "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryView:
    """One time that a talk is given."""

    date: ShownDate | None
    until: ShownDate | None
    """Its last day, if it has several."""
    hours: str | None
    """`14:00 to 14:30 GMT+2`; `None` where only the days are known."""
    venue: str | None
    venue_url: str | None
    """The page of that event here."""
    location: str | None
    address: str | None
    """The same to the door."""
    status: Literal["proposed", "accepted", "cancelled", "postponed", "offered"] | None
    coming: bool
    buttons: tuple[Button, ...]
    """Its own video, slides and page, and the way into a calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLine:
    """One time that a talk was given, on a single line."""

    title: Markup
    url: str
    delivery: DeliveryView


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkCard:
    """A talk on a listing, and the head of its own page."""

    url: str
    link: str | None
    title: Markup
    talk_type: str | None
    """`Conference talk`, `Tutorial`, … as its author wrote it."""
    venue: str | None
    """The event; of several, the next one that is to come, or else the last."""
    location: str | None
    date: ShownDate | None
    when: DeliveryView
    """When and where that is, in full."""
    deliveries: tuple[DeliveryView, ...]
    """Each time that it is given, the newest first; none where it is only once."""
    status: Literal["proposed", "accepted", "cancelled", "postponed", "offered"] | None
    speakers: tuple[AuthorLink, ...]
    language: str | None
    level: str | None
    projects: tuple[str, ...]
    coming: bool
    """Whether the talk is still to come."""
    excerpt: Markup
    tags: tuple[TermLink, ...]
    buttons: tuple[Button, ...]
    citation: Markup
    """Inline HTML of how to cite it, on its own page; empty where nothing is said of that."""
    image: Image | None
    post_count: int
    draft: bool
