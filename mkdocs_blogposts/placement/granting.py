"""Who gets which URL: other files, media, texts, feeds and listings, in the order in which they have a right to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..content.models import JekyllPage
from ..host.other_plugins import options_of
from ..jekyll.jekyll_feed import JekyllFeed
from ..light_dataclasses import dataclass
from ..pages.not_found import NOT_FOUND
from ..urls.listing_claims import place_further_listings, place_listings, without_taken
from ..urls.text_precedence import settle_jekyll, settle_material
from ..urls.url_claims import UrlClaims
from .calendar_files import CalendarFiles, place_calendars
from .feed_files import FeedFiles, FeedPlaces
from .placed_files import media_of, place_media, reserve_others, written_listings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.files import File, Files

    from ..blog.listings import Views
    from .gathering import Gathered
    from .planning import Planned
    from .task import PlacementTask


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """The URLs of a blog."""

    claims: UrlClaims
    """All that stand somewhere, for what comes later."""
    dest_uris: Mapping[str, str]
    """The file below `site_dir` of each text, by `src_uri`."""
    views: Views
    """Listings whose pages may stand where they say."""
    feeds: FeedFiles
    sitemap: File | None
    calendars: CalendarFiles


def grant_urls(task: PlacementTask, gathered: Gathered, planned: Planned, files: Files) -> Granted:
    """Give each text, listing and feed of a blog its URL; that of what is held back is nobody's."""
    config, claims = task.config, UrlClaims(task.faults)
    texts = [*planned.apart, *planned.away]
    media = media_of(files, task.folders)
    placed_apart = (file for file, _ in (*texts, *planned.held_back))
    ours = {file.src_uri for file in (*media, *placed_apart, *gathered.broken)}
    heads = set(written_listings(files, ours))
    has_own_404 = any(isinstance(text, JekyllPage) and text.dest_uri == NOT_FOUND for _, text in texts)
    reserve_others(claims, files, ours, config, has_own_404=has_own_404)
    place_media(media, files, claims, config)
    dest_uris = settle_jekyll(texts, claims, collections=gathered.reader.jekyll.collections)
    places = FeedPlaces(files=files, config=config, settings=gathered.reader.settings, claims=claims)
    has_feeds = _has_feeds(task)
    feeds = places.of_index(planned.views.index, planned.blog) if has_feeds else FeedFiles()
    sitemap = places.place_sitemap() if has_feeds and task.theme.has_post_template else None
    views = place_listings(planned.views, claims, heads, config)
    dest_uris |= settle_material(texts, claims)
    old = {each.dest_uri for _, text in texts for each in text.old_urls}
    views = place_further_listings(without_taken(views, claims, old, config), claims, heads, config)
    if has_feeds:
        feeds = places.with_further(feeds, views, planned.blog, JekyllFeed.of(gathered.reader.jekyll.values))
        feeds = places.with_sections(feeds)
    calendars = place_calendars(
        planned.blog.talks, dest_uris, claims, files, config, gathered.reader.settings, task.now
    )
    return Granted(claims=claims, dest_uris=dest_uris, views=views, feeds=feeds, sitemap=sitemap, calendars=calendars)


def _has_feeds(task: PlacementTask) -> bool:
    settings, config = task.settings, task.config
    if not settings.feeds or not settings.feeds_formats or not config.site_url:
        return False
    return settings.feeds_beside_rss or not options_of(config, "rss")
