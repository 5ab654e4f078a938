"""Which listings of ours take the place of the site's own, and at which URLs."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from ..choices import slug_of_label
from ..jekyll.pagination import JekyllPagination
from .source_site.addresses import url_key
from .source_site.listing_layouts import listing_by_layout
from .source_site.old_listings import Listing, Purpose, has_few_words, listing_of
from .source_site.old_site import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..settings import Settings
    from .source_site.addresses import Address, Addresses
    from .source_site.old_site import JekyllSite

MADE = (Purpose.BLOG, Purpose.TAGS, Purpose.CATEGORIES, Purpose.COLLECTION)
"""Listings that a page can have which is not one of the plugin's own."""

_BLOG_NAMES = ("blog", "posts", "news", "articles", "writing", "journal")
"""Where a blog may be whose site has no page that lists its posts."""
_TALKS_NAMES = ("talks", "all-talks", "list-of-talks", "talks-by-year")
"""The same for talks."""

_TAGS_NAMES = ("tags", "all-tags", "list-of-tags", "tags-by-name")
"""The same for tags, below the blog."""


@dataclass(frozen=True, slots=True)
class OldListing:
    """A page of the old site that lists others."""

    address: Address
    listing: Listing

    @property
    def body(self) -> str:
        """The text of the page."""
        return self.address.file.head.body if self.address.file.head else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacements:
    """Where our listings are; each with the page that it takes the place of, if there is one."""

    listings: tuple[OldListing, ...]
    blog_dir: str
    blog: OldListing | None
    talks_dir: str
    talks: OldListing | None
    tags_url: str
    tags: OldListing | None

    @property
    def replaced(self) -> Mapping[str, OldListing]:
        """Every listing by the path of its file."""
        return {str(old.address.file.path): old for old in self.listings}

    def is_ours(self, old: OldListing) -> bool:
        """Whether a listing of the plugin takes the place of an old one."""
        return old in (self.blog, self.talks, self.tags)

    def is_made(self, old: OldListing) -> bool:
        """Whether a page that the import writes takes its place."""
        return old.listing.purpose in MADE and not self.is_ours(old)

    def now_of(self, purpose: Purpose) -> str:
        """The URL of the listing of ours that lists all of something."""
        blog = "/" if self.blog_dir == "." else f"/{self.blog_dir}/"
        return {Purpose.TAGS: self.tags_url, Purpose.TALKS: f"/{self.talks_dir}/"}.get(purpose, blog)


def replacements_of(site: JekyllSite, addresses: Addresses) -> Replacements:
    """The listings of a site, and for each of ours the one whose place it takes."""
    split = split_page(site, addresses)
    found = tuple(_listings(site, addresses, split))
    blog = next((old for old in found if old.address is split), None) or _first(found, Purpose.BLOG)
    talks = _first(found, Purpose.TALKS)
    tags = _first(found, Purpose.TAGS)
    blog_dir = _folder(blog) if blog else next(name for name in (*_BLOG_NAMES, "all-posts") if not addresses.at(name))
    ours = (blog, talks, tags)
    near = (posixpath.normpath(f"{blog_dir or '.'}/{name}") for name in _TAGS_NAMES)
    tags_dir = _folder(tags) if tags else next(name for name in near if not addresses.at(name))
    return Replacements(
        # Of those that are made by Liquid, one is ours; the others are shown as they are.
        listings=tuple(old for old in found if old in ours or "{%" not in old.body),
        blog=blog,
        blog_dir=blog_dir or ".",
        talks=talks,
        talks_dir=(_folder(talks) if talks else "")
        or next(name for name in _TALKS_NAMES if talks or not addresses.at(name)),
        tags=tags,
        tags_url=f"/{tags_dir}/",
    )


def split_page(site: JekyllSite, addresses: Addresses) -> Address | None:
    """The page whose list of posts jekyll-paginate splits, whatever its layout."""
    pages = JekyllPagination.of(site.config)
    found = [each for each in addresses if pages and pages.may_split(each.file.path)]
    return max(found, key=lambda each: len(str(each.file.path)), default=None)


_NOT_FOUND = ("/404.html", "/404")


def _listings(site: JekyllSite, addresses: Addresses, split: Address | None) -> Iterator[OldListing]:
    has_talks, labels = any(site.of(Role.TALK)), _Labels.of(addresses)
    for file in site.of(Role.PAGE, Role.DOCUMENT):
        address = addresses.by_path.get(file.path)
        if address is None or address.held_back or not address.now.endswith(("/", ".html")):
            continue
        # Nobody has ever seen it, or it is what hosts show for what is not there.
        if addresses.at(address.url) is not address or address.url in _NOT_FOUND:
            continue
        listing = listing_of(file, site.collections) or listing_by_layout(site, file)
        if listing is None and address is split and has_few_words(file):
            listing = Listing(Purpose.BLOG)
        is_empty = listing and (not has_talks if listing.purpose is Purpose.TALKS else labels.miss(listing))
        if listing and not is_empty:
            yield OldListing(address, listing)


@dataclass(frozen=True, slots=True)
class _Labels:
    """The tags and categories that posts have, and which get a listing by that."""

    by_purpose: Mapping[Purpose, frozenset[str]]
    settings: Settings

    @classmethod
    def of(cls, addresses: Addresses) -> Self:
        """Those of all posts that are shown."""
        shown = [each for each in addresses if each.file.role in (Role.POST, Role.DRAFT) and not each.held_back]
        used = {
            Purpose.TAG: {label for each in shown for label in each.tags},
            Purpose.CATEGORY: {label for each in shown for label in each.categories},
        }
        slugs = {
            purpose: frozenset(slug_of_label(label, addresses.settings) for label in labels)
            for purpose, labels in used.items()
        }
        return cls(slugs, addresses.settings)

    def miss(self, listing: Listing) -> bool:
        """Whether a page lists what no post has."""
        slugs = self.by_purpose.get(listing.purpose)
        return slugs is not None and slug_of_label(listing.label, self.settings) not in slugs


def _first(found: tuple[OldListing, ...], purpose: Purpose) -> OldListing | None:
    """The listing that ours takes the place of; the shortest URL is the one that people know."""
    fitting = [old for old in found if old.listing.purpose is purpose]
    return min(fitting, key=lambda old: (len(url_key(old.address.url)), old.address.url), default=None)


def _folder(old: OldListing) -> str:
    return url_key(old.address.url)
