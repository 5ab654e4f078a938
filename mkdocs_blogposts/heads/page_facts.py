"""What there is to say of a page, whatever form it is said in; every URL is whole, and every text plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from ..content.chapters import Chapter
    from ..content.delivery import TalkStatus
    from ..html.video_sites import Recording


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """What is the same on every page of a blog."""

    name: str
    url: str | None
    """`None` where a site does not say where it is."""
    language: str
    locale: str
    """With a territory, as Open Graph has it: `en_US`."""
    blog: Step
    """The first page of the blog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A page by name."""

    name: str
    url: str | None
    """`None` where the site does not say where it is."""
    date: str | None = None
    """Of a post, when it was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedImage:
    """A picture that goes with a link to a page."""

    url: str
    width: int | None
    height: int | None
    media_type: str | None
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who wrote a post, or gives a talk."""

    name: str
    description: str | None = None
    url: str | None = None
    image: str | None = None
    links: tuple[str, ...] = ()
    """Pages elsewhere that are the same person's."""
    fediverse: str | None = None
    """`@jane@mastodon.social`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One time that a talk is given."""

    start: str
    end: str | None
    status: TalkStatus | None
    """What its author says has become of it."""
    venue: str | None
    location: str | None
    address: str | None
    coordinates: tuple[float, float] | None
    url: str | None
    """The page that the event has of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What is to be said of any page."""

    title: str
    description: str
    url: str | None
    """Where its text stands first; `None` where the site does not say where it is."""
    image: SharedImage | None
    trail: tuple[Step, ...]
    """The way from the home page, this page at its end."""
    people: tuple[Person, ...]
    """Whose page it is."""
    vouched: tuple[str, ...] = ()
    """Pages elsewhere that are the same person's as this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFacts(PageFacts):
    """What is to be said of a post."""

    published: str
    modified: str | None
    sections: tuple[str, ...]
    """Its categories, the first being the main one."""
    tags: tuple[str, ...]
    minutes: int | None
    """How long it takes to read."""
    recording: Recording | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFacts(PageFacts):
    """What is to be said of a talk."""

    occasions: tuple[Occasion, ...]
    """Each time that it is given on a day that is known."""
    language: str | None
    """The language that it is given in."""
    tags: tuple[str, ...]
    recording: Recording | None
    chapters: tuple[Chapter, ...]
    """Those of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingFacts(PageFacts):
    """What is to be said of one page of a listing."""

    is_blog: bool
    """Whether it is the first page of the blog."""
    is_of_blog: bool
    """Whether it is part of the blog, and not one of the talks, which are beside it."""
    is_profile: bool
    """Whether it is the page of a person."""
    items: tuple[Step, ...]
    """What stands on it."""
