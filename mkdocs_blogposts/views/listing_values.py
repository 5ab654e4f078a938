"""What templates get of listings, and of cards in other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from markupsafe import Markup

    from ..cards.card_values import AuthorLink, PostCard, ShownDate, TalkCard, TalkLine, TermLink


@dataclass(frozen=True, slots=True, kw_only=True)
class PagerItem:
    """A page number, or the gap between two."""

    number: int | None
    """`None` for a gap."""
    url: str | None
    """`None` for a gap and for the page at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagerLinks:
    """The links through a listing of several pages."""

    items: tuple[PagerItem, ...]
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingLink:
    """A link from a listing to another one, or to a feed."""

    kind: Literal["tags", "archive", "talks", "feed", "calendar"]
    url: str
    name: str | None = None
    """What the site calls it, where that is not what everybody does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """One page of a listing."""

    kind: Literal["index", "archive", "category", "tag", "author", "series"]
    cards: tuple[Markup, ...]
    """Posts, each rendered by `blogposts/card.html`."""
    rows: tuple[PostCard, ...] = ()
    """The same posts, where they are to stand in a table."""
    told: str = ""
    """What it lists, in a few words; empty where its heading says all."""
    years: tuple[TermLink, ...] = ()
    """All periods of the archive, on a page of it; the one at hand has no `url`."""
    has_lead: bool = False
    """Whether the first of them carries more weight."""
    talks: tuple[Markup, ...] = ()
    """Talks under the same tag, each rendered by `blogposts/talk-card.html`."""
    pager: PagerLinks | None = None
    links: tuple[ListingLink, ...] = ()
    author: AuthorLink | None = None
    """On the page of an author of whom more is known than the name; `url` is that of the author's own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridView:
    """Cards on a page that is no listing."""

    cards: tuple[Markup, ...]
    talks: tuple[Markup, ...]
    rows: tuple[PostCard, ...] = ()
    """Posts that are to stand in a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """All posts and talks of one tag, all posts of one category or year."""

    name: str
    url: str | None
    """Its page; `None` where it has none."""
    anchor: str | None
    """Id of its heading, as Jekyll makes it of the name; `None` where another has it."""
    count: int
    entries: tuple[PostCard | TalkCard, ...]
    """None of a group that is only named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupList:
    """All posts by tag, by category or by year."""

    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """Who gives talks, for whoever invites them."""

    name: str
    url: str | None
    """Their page."""
    picture: str | None
    portraits: tuple[str, ...]
    """Pictures to take along; the one that is shown, where there are no others."""
    short: str | None
    """A bio of a sentence or two."""
    paragraphs: tuple[str, ...]
    """The same at length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingView:
    """Who gives talks, and what can be had of them."""

    speakers: tuple[SpeakerView, ...]
    talks: tuple[Markup, ...]
    """Those on offer, each rendered by `blogposts/talk-card.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDot:
    """A place on a map."""

    x: int
    y: int
    radius: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """The talks that were given at a place."""

    name: str
    talks: tuple[TalkLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """Where talks were given."""

    view_box: str
    """Left, top, width and height of what is shown, as SVG has it; in tenths of a degree."""
    dots: tuple[MapDot, ...]
    places: tuple[MapPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksOfYear:
    """The talks of one year; `year` is `None` for those without a date."""

    year: str | None
    cards: tuple[Markup, ...]
    lines: tuple[TalkLine, ...] = ()
    """Talks whose cards stand elsewhere, since they were given again later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkIndexView:
    """The list of all talks."""

    coming: tuple[Markup, ...]
    years: tuple[TalksOfYear, ...]
    offered: tuple[Markup, ...] = ()
    """Those that whoever asks may have."""
    map: MapView | None = None
    """Where all of them were given; `None` unless the site wants that to be seen."""
    proposed: tuple[Markup, ...] = ()
    """Those that no event has accepted yet."""
    links: tuple[ListingLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """The talks of an event, and the posts about these."""

    date: ShownDate | None
    until: ShownDate | None
    location: str | None
    talks: tuple[Markup, ...]
    posts: tuple[Markup, ...]
    links: tuple[ListingLink, ...] = ()
    hours: None = None
    """An event is told by its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagIndexView:
    """The list of all tags, by name."""

    terms: tuple[TermLink, ...]
