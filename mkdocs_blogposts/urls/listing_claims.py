"""The URLs of listings: each page of a listing has one of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..blog.listing_kinds import ARCHIVE_INDEX, KINDS
from ..light_dataclasses import dataclass
from ..pages.made_files import dest_uri_of
from .option_claims import claim_of_option

if TYPE_CHECKING:
    from collections.abc import Container

    from mkdocs.config.defaults import MkDocsConfig

    from ..blog.listings import Pager, View, Views
    from .url_claims import UrlClaims


def place_listings(views: Views, claims: UrlClaims, heads: set[str], config: MkDocsConfig) -> Views:
    """The listings that Material's blog has too, each page at a URL of its own; `heads` are files written for some."""
    return views.changed(_Own(claims, heads, config).placed, (kind for kind in KINDS if kind.is_material))


def place_further_listings(views: Views, claims: UrlClaims, heads: set[str], config: MkDocsConfig) -> Views:
    """The same for those that Material's blog has not, and which take no URL of its posts."""
    return views.changed(_Own(claims, heads, config).placed, (kind for kind in KINDS if not kind.is_material))


def without_taken(views: Views, claims: UrlClaims, wanted: Container[str], config: MkDocsConfig) -> Views:
    """The listings without that of all archives, if its URL is another's, or one of the old ones that are `wanted`."""
    index = views.first(ARCHIVE_INDEX)
    if index is None:
        return views
    dest_uri = dest_uri_of(index.src_uri, config)
    return views.without(ARCHIVE_INDEX) if claims.holder(dest_uri) or dest_uri in wanted else views


@dataclass(frozen=True, slots=True)
class _Own:
    claims: UrlClaims
    heads: set[str]
    """Files below `site_dir` of which each is the head of one listing at most."""
    config: MkDocsConfig

    def placed(self, view: View) -> View:
        """The listing with the source of each page where that page may stand."""
        return replace(view, pagers=tuple(self._placed(view, pager) for pager in view.pagers))

    def _placed(self, view: View, pager: Pager) -> Pager:
        dest_uri = dest_uri_of(pager.src_uri, self.config)
        name, option = name_of(view), view.kind.url_option
        if pager.number > 1:
            name, option = f"page {pager.number} of {name}", "pagination_url_format"
        claim = claim_of_option(dest_uri, name, option, self.config)
        if dest_uri in self.heads:
            self.heads.discard(dest_uri)
            self.claims.take_over(claim)
            return pager
        granted = self.claims.grant(claim)
        return pager if granted == dest_uri else replace(pager, src_uri=f"{granted.removesuffix('.html')}.md")


def name_of(view: View) -> str:
    """A listing as messages name it."""
    return f"the {view.kind.noun} '{view.title}'"
