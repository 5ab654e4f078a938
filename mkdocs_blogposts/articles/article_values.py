"""What templates get of what stands around a text: its hero, and what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from markupsafe import Markup

    from ..cards.card_values import AuthorLink, Image, ShownDate, TermLink
    from ..cards.paper_values import PaperView


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


NoticeKind = Literal["unlisted", "outdated", "superseded", "supersedes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a reader should know of a post before its text."""

    kind: NoticeKind
    """Old; replaced; replacing others; and where its authors look at it, that it stands in no list."""
    date: ShownDate | None = None
    """Of one that is old, its last change; `None` where the post shows no date."""
    links: tuple[PageLink, ...] = ()
    """The pages that replace it, or that it replaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """A series that a post is part of, and where it stands in it."""

    name: str
    url: str
    """Its page."""
    number: int
    """Which part the post is, counted from 1."""
    count: int
    """How many parts there are."""
    first: int
    """Number of the first of `parts`: of a long series, only those around the post are named."""
    parts: tuple[PageLink, ...]
    previous: PageLink | None
    """The part before."""
    next: PageLink | None
    """The part after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFooter:
    """What follows the text of a post."""

    tags: tuple[TermLink, ...] = ()
    """Its tags, unless the theme shows them."""
    authors: tuple[AuthorLink, ...] = ()
    """Its authors, where anything is said of any of them."""
    talks: tuple[Markup, ...] = ()
    """Talks in this post, each rendered by `blogposts/talk-card.html`."""
    papers: tuple[PaperView, ...] = ()
    """Papers that the post is about."""
    series: tuple[SeriesView, ...] = ()
    """The series that the post is part of."""
    related: tuple[Markup, ...] = ()
    """Posts like this one, each rendered by `blogposts/related-card.html`."""
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
    feed: str | None = None
    """The feed of the section that the page stands in; `None` where that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterLink:
    """A chapter of a recording."""

    time: str
    title: str
    url: str | None
    """Where it plays from there; `None` where no such address is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingView:
    """The recording of a talk, beside the button that leads to it."""

    embed_url: str | None
    """The player to load once a reader asks for it; `None` where there is to be none."""
    site: str
    """Whose player that is."""
    film: str | None
    """The film itself, where it is one file."""
    picture: Image | None
    """What is seen until then; it lies in the site."""
    chapters: tuple[ChapterLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideView:
    """A slide of a talk, and what the talk says to it."""

    number: int
    """Counted from 1."""
    anchor: str
    """Id of its heading."""
    heading: Markup
    """A heading that the text has for it; empty where it has none."""
    title: str
    """The first lines of its text; empty where it has none."""
    paragraphs: tuple[str, ...]
    """All of its text, line by line, where that is more than its title."""
    image: Image
    notes: Markup
    """What the text says to it; empty where that says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlidesView:
    """The slides of a talk in their order."""

    slides: tuple[SlideView, ...]
    anchor: str | None
    """Id of the heading above all of them; `None` where the text has one for them, or for each."""
    level: int
    """Of the headings of slides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFooter:
    """What follows the text of a talk."""

    papers: tuple[PaperView, ...] = ()
    """Papers that the talk is about."""
    posts: tuple[Markup, ...] = field(default=())
    """Posts about this talk, each rendered by `blogposts/card.html`."""
    previous: PageLink | None = None
    """The next older talk; `None` also where the theme itself shows it."""
    next: PageLink | None = None
