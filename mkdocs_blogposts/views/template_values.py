"""What templates get: a documented view of posts, talks and listings, escaped and with their URLs resolved.

Every URL in here starts with `ROOT`, which stands for the way from the page at hand to the site's root, so that the
HTML of a card is made once and used on every page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markupsafe import Markup


ButtonKind = Literal["video", "slides", "event", "paper", "code", "bibtex"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLink:
    """A tag, category or other label that leads to its page."""

    name: str
    url: str | None
    """`None` where the label has no page."""
    count: int = 0
    """Posts and talks under it."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLink:
    """A button of a hero."""

    label: str | None
    """`None` where its author has given none."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroView:
    """What stands large above a text."""

    title: Markup
    """The title as HTML of its own: a heading, or a paragraph where the text has another one."""
    lead: Markup
    """Inline HTML; empty where there is none."""
    image: Image | None
    colour: str | None
    """Colour of CSS that has been checked."""
    overlay: str | None
    """Gradient of CSS between picture and title that has been checked."""
    caption: Markup
    """Inline HTML; empty where there is none."""
    actions: tuple[ActionLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A link to a page by its title."""

    title: Markup
    url: str
    date: ShownDate | None = None


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
    authors: tuple[AuthorLink, ...]
    reading_time: int | None
    """Minutes."""
    talk_count: int
    image: Image | None
    buttons: tuple[Button, ...]
    """On the page of the post."""
    citation: Markup
    """Inline HTML of how to cite it, on its own page; empty where nothing is said of that."""
    shows_date: bool
    """Whether the page of the post says when it was written."""
    pinned: bool
    draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkCard:
    """A talk on a listing, and the head of its own page."""

    url: str
    link: str | None
    title: Markup
    talk_type: str | None
    """`Conference talk`, `Tutorial`, … as its author wrote it."""
    venue: str | None
    """The event."""
    location: str | None
    date: ShownDate | None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PagerItem:
    """A page number, or the gap between two."""

    number: int | None
    """`None` for a gap."""
    url: str | None
    """`None` for a gap and for the page at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagerLinks:
    """The way through a listing of several pages."""

    items: tuple[PagerItem, ...]
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way from a listing to another one or a feed."""

    kind: Literal["tags", "archive", "talks", "feed"]
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """One page of a listing."""

    kind: Literal["index", "archive", "category", "tag", "author"]
    cards: tuple[Markup, ...]
    """Posts, each rendered by `blogposts/card.html`."""
    talks: tuple[Markup, ...] = ()
    """Talks under the same tag, each rendered by `blogposts/talk-card.html`."""
    pager: PagerLinks | None = None
    ways: tuple[Way, ...] = ()
    author: AuthorLink | None = None
    """On the page of an author of whom more is known than the name; `url` is that of the author's own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridView:
    """Cards on a page that is no listing."""

    cards: tuple[Markup, ...]
    talks: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """All posts and talks of one tag, all posts of one category or year."""

    name: str
    url: str | None
    """Its page; `None` where it has none."""
    anchor: str | None
    """Id of its heading, as Jekyll makes it of the name; `None` where another has it."""
    entries: tuple[PostCard | TalkCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupList:
    """All posts by tag, by category or by year, on a page that is no listing."""

    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksOfYear:
    """The talks of one year; `year` is `None` for those without a date."""

    year: str | None
    cards: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkIndexView:
    """The list of all talks."""

    coming: tuple[Markup, ...]
    years: tuple[TalksOfYear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagIndexView:
    """The list of all tags, by name."""

    terms: tuple[TermLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFooter:
    """What follows the text of a post."""

    talks: tuple[Markup, ...] = ()
    """Talks in this post, each rendered by `blogposts/talk-card.html`."""
    previous: PageLink | None = None
    """The next older post; `None` also where the theme itself shows it."""
    next: PageLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFooter:
    """What follows the text of a docs page, with the option `backlinks`."""

    posts: tuple[Markup, ...]
    """Posts about this page, each rendered by `blogposts/card.html`."""
    talks: tuple[Markup, ...]
    """Talks about this page, each rendered by `blogposts/talk-card.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFooter:
    """What follows the text of a talk."""

    posts: tuple[Markup, ...] = field(default=())
    """Posts about this talk, each rendered by `blogposts/card.html`."""
