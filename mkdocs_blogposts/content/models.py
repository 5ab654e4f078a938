"""What the rest of the house works with: posts, talks and their parts, all of them immutable."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ..faults import Place
    from ..frontmatter.dialects import Dialect
    from .author import Author
    from .chapters import Chapter
    from .delivery import Delivery, TalkStatus


class HeldBack(StrEnum):
    """Why a post or talk is not in a build."""

    DRAFT = "draft"
    """Marked as a draft, in whatever way."""
    UNPUBLISHED = "unpublished"
    """`published: false`."""
    FUTURE = "future"
    """Its date is to come."""
    EXPIRED = "expired"
    """Its last day is over."""
    WITHOUT_LOCK = "without a password"
    """It may be meant to be behind one, and there is none for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file of which nothing can be shown; its faults say why."""

    is_no_loss: bool = False
    """Whether a build has nothing of it anyway: a draft, or what its own builder passes over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image as front matter names it; not yet looked up."""

    src: str
    """URL, or a path: from the file, from the site's root or from `docs_dir`."""
    alt: str | None = None
    """What it shows, in words."""
    place: Place | None = None
    """Where the file names it."""
    key: str = field(default="teaser", compare=False)
    """The key under which the file names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A button of a hero, or a further link of a talk."""

    label: str | None
    """Plain text; `None` where the author has given none."""
    url: str
    kind: str = ""
    """What it leads to, where its author says so: `slides`."""
    key: str = field(default="", compare=False)
    """The key that names it, and where that stands."""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hero:
    """A wide picture above a text or, as an overlay, one with the title on it."""

    is_overlay: bool
    """Whether the title stands on it."""
    picture: Picture | None
    colour: str | None
    """Colour of CSS of an overlay without a picture."""
    overlay: str | None
    """Gradient of CSS between the picture and the title."""
    lead: str | None
    """Markdown below the title."""
    caption: str | None
    """Markdown about the picture."""
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A talk that a post names in its front matter."""

    id: str
    """The last part of what the post names."""
    path: str = ""
    """The id with the folders before it, where the post names a file or URL."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A place in a series."""

    series: str
    """Name of the series, as the post writes it."""
    order: int | None = None
    """The number that the post gives itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A page that front matter names; not yet looked up."""

    name: str
    """A path, a URL, or the name of a post's file."""
    key: str
    """The key that names it, and where that stands."""
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OldUrl:
    """A URL that a page had before."""

    url: str
    """From the site's root, with a slash in front, else as its author wrote it."""
    dest_uri: str
    """The file below `site_dir` that answers there."""
    key: str
    """The key that names it: `redirect_from[1]`."""
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """Where search engines and the search of the site are to find a page."""

    canonical_url: str | None = None
    """Where its text stands first: a URL, or a path from the site's root."""
    in_search: bool = True
    """Whether the search of the site finds it."""
    in_sitemap: bool = True
    """Whether it stands in `sitemap.xml`."""
    noindex: bool = False
    """Whether search engines are asked to pass over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What all files have in common that we read: where their pages are to stand, and what is on these."""

    src_uri: str
    """Path below `docs_dir`, be it a pretended one."""
    path: str
    """The file as its author would name it, from the folder of `mkdocs.yml`."""
    dialect: Dialect
    """Whose rules hold for it."""
    dest_uri: str
    """File below `site_dir`."""
    permalink: bool
    """Whether front matter or a permalink template gave the URL."""
    second_dest_uri: str | None = None
    """Where its own builder has it: Material's blog, which reads no permalinks, or Jekyll, to which `/x` is `x.html`.

    `None` where that is where it stands anyway.
    """
    description: str | None
    """What search engines and feeds are told; Markdown."""
    held_back: HeldBack | None
    """Why a build leaves it out; `None` for what is published."""
    old_urls: tuple[OldUrl, ...]
    """Where the page was before."""
    new_url: str | None
    """Where the page has moved to: a path or URL as its author wrote it."""
    robots: Robots
    meta: Mapping[str, Any]
    """Front matter for the theme and other plugins."""
    as_written: Mapping[str, Any] = field(default_factory=dict)
    """Values of front matter that are others in `meta`, for Liquid."""
    has_materials_ids: bool = False
    """Whether its headings have the ids of Material, though its dialect is Jekyll's."""
    braces_are_text: bool = False
    """Whether no Liquid of Jekyll is to be looked for in it, though its dialect is Jekyll's."""
    body: str
    """The file without its front matter."""
    body_line: int
    """Line of the file on which `body` begins."""
    places: Mapping[str, Place]
    """Place of each key of front matter, nested keys with a dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Text):
    """What posts and talks have in common."""

    title: str
    """Markdown, without a draft's marker."""
    is_titled: bool
    """Whether front matter gives the title; else what the page has for a heading is its title."""
    tags: tuple[str, ...]
    teaser: Picture | None
    """Picture on its card."""
    hero: Hero | None
    """What stands large above it."""
    excerpt: str | None
    """Markdown of the key `excerpt`."""
    link: str | None
    """Where a title on a listing leads instead of the page itself."""
    video_url: str | None
    slides_url: str | None
    paper_url: str | None
    code_url: str | None
    bibtex_url: str | None
    citation: str | None
    """Markdown, or HTML, of how to cite it."""
    toc_label: str | None
    """Heading of the page's table of contents."""
    papers: tuple[Mention, ...] = ()
    """The papers that its front matter names, by key."""
    appears: datetime | None = None
    """From when on its date lets it be in a build; `None` where that decides nothing."""
    expires: datetime | None = None
    """From when on it is in no build."""
    feed_id: str | None = None
    """What feeds identify it by; `None` where that is for them to find."""
    unlisted: bool = False
    """Whether it has a page and stands in no list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Article):
    """One dated article."""

    date: datetime
    """Aware, in the site's time zone."""
    updated: datetime | None
    dates: Mapping[str, datetime]
    """Every date below `date:`, `created` and `updated` among them."""
    slug: str
    """Its name in URLs."""
    categories: tuple[str, ...]
    authors: tuple[Author, ...]
    series: tuple[Part, ...]
    """The series that it is a part of."""
    pinned: bool
    """Whether it comes first in listings."""
    default_teaser: str | None
    """Picture that the site has for posts without one."""
    excerpt_separators: tuple[str, ...]
    """What may end the excerpt in the text, the file's own before the site's."""
    reading_time: int | None
    """Minutes that the author has set; `None` to compute them."""
    shows_reading_time: bool
    """Whether readers are told how long it takes."""
    words_per_minute: int
    """How fast it is read."""
    words_per_minute_cjk: int | None
    """How many characters of Chinese, Japanese and Korean are read in a minute; `None` where they count as words."""
    shows_date: bool
    """Whether its page says when it was written."""
    shows_related: bool
    """Whether its page leads to posts like it."""
    links: list[Any] | None
    """References to show beside the post, in the syntax of `nav`."""
    talks: tuple[Mention, ...]
    """The talks that its front matter names."""
    supersedes: tuple[Reference, ...] = ()
    """The pages that it replaces."""
    superseded_by: tuple[Reference, ...] = ()
    """The pages that replace it."""
    section_of: str = ""
    """The page of which it is a section, by `src_uri`; empty where it has a page of its own."""
    outdated_from: datetime | None = None
    """From when on its page tells that it is old; `None` for never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Article):
    """One appearance: a talk, tutorial, poster or podcast."""

    id: str
    """File name without its ending; what `talks:` of a post names."""
    talk_type: str | None
    """What it is, in the author's words: `Tutorial`."""
    deliveries: tuple[Delivery, ...]
    """Each time that it is given, the newest first, those without a date last; at least one."""
    status: TalkStatus | None = None
    """What has become of it, however often it is given."""
    speakers: tuple[Author, ...] = ()
    """Who gives it, where its file says so."""
    language: str | None = None
    """The language that it is given in, as its author wrote it."""
    level: str | None = None
    """Whom it is for: `beginners`."""
    projects: tuple[str, ...] = ()
    """Names of what it is about, as HugoBlox has them."""
    doi: str | None = None
    """URL under which it, or its paper, is registered."""
    further: tuple[Action, ...] = ()
    """Further links, each with its name."""
    chapters: tuple[Chapter, ...] = ()
    """Those of its recording."""
    same_as: Mention | None = None
    """Another talk of which this is one more time that it is given."""
    key: str | None = None
    """What all files about one talk share that are to be a single page."""
    joined: tuple[str, ...] = ()
    """Other files that tell of times that it was given, by `src_uri`."""

    @property
    def date(self) -> datetime | None:
        """When it is, or was last, given; `None` where that is not known."""
        certain = (each.date for each in self.deliveries if each.is_certain)
        return next(certain, self.deliveries[0].date)

    @property
    def venue(self) -> str | None:
        """Name of the event, the newest one if there are several."""
        return next((each.venue for each in self.deliveries if each.venue), None)

    @property
    def location(self) -> str | None:
        """Where that event is."""
        return next((each.location for each in self.deliveries if each.venue or each.location), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllPage(Text):
    """An ordinary page of a Jekyll site, or a document of one of its collections."""

    title: str | None
    """Markdown of the key `title`."""
    collection: str | None
    """Label of the collection that it is part of."""
    date: datetime | None
    """Aware; of a document of a collection alone."""
    is_html: bool
    """Whether the text is HTML already."""
    is_whole: bool
    """Whether the text is a whole document, with a head of its own, that no theme is to be put around."""
