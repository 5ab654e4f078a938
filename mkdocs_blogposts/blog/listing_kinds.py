"""Every kind of listing, and all that tells one kind from another.

A new kind (posts by country) is an entry here, a planner in `blog/listing_plans`, its options in `settings` and
`config`, and where its posts name it in a key of their own, that key in `frontmatter/keys` and `content/models`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..choices import FeedListing, Layout
    from ..settings import Settings

LinkKind = Literal["tags", "archive", "talks", "feed", "calendar"]
"""Where the head of a listing may lead."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListingKind:
    """What a listing lists, and what a site may set for it."""

    name: str
    """In templates and style sheets."""
    noun: str
    """In messages."""
    url_option: str
    """Option that decides where listings of this kind lie."""
    switch: str | None = None
    """Option that switches it on; `None` for what a blog always has, or what follows from its texts."""
    own_options: str | None = None
    """How the options begin that only this kind has: for its pagination, its table of contents, its name in `nav`."""
    has_section: bool = False
    """Whether these listings are a section of the navigation, and Material's `views` of the index."""
    is_material: bool = False
    """Whether Material's blog has it too: then it takes its URL before posts of that do."""
    material_class: str = "View"
    """The class of its pages with Material's blog, as hooks know it."""
    is_below_root: bool = False
    """Whether its URL counts from the site's root where it begins with a slash; of others, from the blog."""
    is_below_talks: bool = False
    """Whether its URL counts from the talks instead."""
    is_in_made_nav: bool = False
    """Whether it stands in the navigation that MkDocs makes of the folders."""
    has_posts: bool = True
    """Whether it lists posts, as Material's template for listings does."""
    has_markup: bool = False
    """Whether its name is Markdown, as in Material's blog."""
    anchor: str = "posts"
    """Id of its heading."""
    rivals: str = ""
    """The labels among which each has a URL of its own, as messages name them; empty where it is not of labels."""
    link: LinkKind | None = None
    """What a link from another listing to the first of this kind is called; `None` where there are no such links."""
    links: tuple[LinkKind, ...] = ()
    """Where its own head leads, beside its feed."""
    feed: FeedListing | None = None
    """What `feeds_listings` calls it; `None` where that does not decide, or there is no feed."""


INDEX = ListingKind(
    name="index",
    noun="blog",
    url_option="blog_dir",
    is_material=True,
    is_in_made_nav=True,
    links=("tags", "archive", "talks"),
)
ARCHIVE = ListingKind(
    name="archive",
    noun="archive",
    url_option="archive_url_format",
    switch="archive",
    own_options="archive",
    has_section=True,
    is_material=True,
    material_class="Archive",
    link="archive",
    links=("archive",),
)
MONTH = ListingKind(
    name="archive",
    noun="archive",
    url_option="archive_url_format",
    own_options="archive",
    is_material=True,
    material_class="Archive",
)
"""Archives of single months, where a Jekyll site had such; the navigation does not name them."""
CATEGORY = ListingKind(
    name="category",
    noun="category",
    url_option="categories_url_format",
    switch="categories",
    own_options="categories",
    has_section=True,
    is_material=True,
    material_class="Category",
    has_markup=True,
    rivals="categories",
    feed="categories",
)
AUTHOR = ListingKind(
    name="author",
    noun="author",
    url_option="authors_profiles_url_format",
    switch="authors_profiles",
    own_options="authors_profiles",
    has_section=True,
    is_material=True,
    material_class="Profile",
    has_markup=True,
    rivals="authors",
    feed="authors",
)
SERIES = ListingKind(
    name="series",
    noun="series",
    url_option="series_url_format",
    switch="series",
    is_below_root=True,
    rivals="series",
    feed="series",
)
"""Its posts stand in the order of reading."""
TAG_INDEX = ListingKind(
    name="tag-index",
    noun="tag index",
    url_option="tags_index_url",
    switch="tags",
    is_below_root=True,
    has_posts=False,
    # `posts` is the anchor of a tag of that name.
    anchor="tag-index",
    link="tags",
)
TAG = ListingKind(
    name="tag",
    noun="tag",
    url_option="tags_url_format",
    switch="tags",
    is_below_root=True,
    rivals="tags",
    links=("tags",),
    feed="tags",
)
ARCHIVE_INDEX = ListingKind(
    name="archive-index",
    noun="archive index",
    url_option="archive_url_format",
    switch="archive",
    own_options="archive",
    has_posts=False,
    anchor="archive-index",
    link="archive",
)
"""All posts of all archives, by their titles. It gives way to whatever else stands at its URL."""
TALK_INDEX = ListingKind(
    name="talk-index",
    noun="talk index",
    url_option="talks_dir",
    is_in_made_nav=True,
    has_posts=False,
    link="talks",
    feed="talks",
)

EVENT = ListingKind(
    name="event",
    noun="event",
    url_option="events_url_format",
    switch="events",
    is_below_talks=True,
    has_posts=False,
    anchor="event",
    rivals="events",
    links=("talks",),
    feed="talks",
)
"""The talks of one event, and the posts about these."""

KINDS = (INDEX, ARCHIVE_INDEX, ARCHIVE, MONTH, CATEGORY, AUTHOR, SERIES, TAG_INDEX, TAG, TALK_INDEX, EVENT)
"""All of them, in the order in which they take URLs and stand in the navigation."""

LISTS: Mapping[str, ListingKind] = {"tags": TAG, "categories": CATEGORY, "archive": ARCHIVE}
"""Kinds of which a page may ask for a list of all posts, by what it calls them."""


def layout_of(kind: ListingKind, settings: Settings) -> Layout:
    """How a site wants to have its posts shown on listings of a kind."""
    own = kind.own_options or kind.switch
    layout: Layout = (getattr(settings, f"{own}_layout", None) if own else None) or settings.view_layout
    return layout
