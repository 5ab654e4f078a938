"""What everyone calls the fields of front matter, as tables; a site may add names of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..settings import Settings

KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "date": ("date.created", "date", "publishDate", "pubDate"),
    "updated": (
        *("date.updated", "last_modified_at", "updated", "updatedDate", "modified", "lastmod"),
        *("date_updated", "seo.date_modified"),
    ),
    "expires": ("expires", "expiryDate"),
    "permalink": ("permalink",),
    "slug": ("slug",),
    "redirect_from": ("redirect_from", "aliases", "legacyUrl"),
    "redirect_to": ("redirect_to",),
    "canonical_url": ("canonical_url",),
    "search": ("search",),
    "sitemap": ("sitemap",),
    "robots": ("robots",),
    "tags": ("tags",),
    "tag": ("tag",),
    "categories": ("categories",),
    "category": ("category",),
    "authors": ("authors",),
    "author": ("author",),
    "series": ("series",),
    "series_order": ("series_order", "series_index", "series_part", "part"),
    "shows_related": ("related",),
    "supersedes": ("supersedes",),
    "superseded_by": ("superseded_by",),
    "outdated_after": ("outdated_after",),
    "teaser": ("header.teaser", "teaser", "image", "cover", "header.overlay_image", "header.image"),
    "header_alt": ("header.image_description", "header.alt"),
    "header": ("header",),
    "video_provider": ("header.video.provider",),
    "video_id": ("header.video.id",),
    "tagline": ("tagline",),
    "excerpt": ("excerpt",),
    "excerpt_separator": ("excerpt_separator",),
    "description": ("description", "summary"),
    "draft": ("draft",),
    "published": ("published",),
    "unlisted": ("unlisted",),
    "pinned": ("pin", "pinned", "sticky", "featured"),
    "link": ("link",),
    "links": ("links",),
    "talks": ("talks",),
    "reading_time": ("readtime",),
    "shows_reading_time": ("read_time",),
    "words_per_minute": ("words_per_minute",),
    "shows_date": ("show_date",),
    "speakers": ("speakers",),
    "talk_type": ("talk_type", "type"),
    "venue": ("venue", "event"),
    "location": ("location",),
    "slides_url": ("slidesurl", "slides_url", "url_slides", "slideurl", "slide_url"),
    "video_url": ("videourl", "video_url", "url_video", "recordingurl", "recording_url", "youtubeurl", "youtube_url"),
    "paper_url": ("paperurl", "paper_url", "url_pdf"),
    "code_url": ("codeurl", "code_url", "url_code"),
    "bibtex_url": ("bibtexurl", "bibtex_url"),
    "papers": ("papers", "paper"),
    "citation": ("citation", "cite"),
    "hide": ("hide",),
    "toc_label": ("toc_label",),
    "feed_id": ("feed.id",),
}
"""Names of each field in front matter; the first that is there wins. A dot leads into a mapping."""

TALK_FIELDS: Mapping[str, tuple[str, ...]] = {
    "deliveries": ("deliveries",),
    "same_as": ("same_as",),
    "talk_key": ("talk",),
    "end": ("end", "date_end", "end_date"),
    "all_day": ("all_day",),
    "address": ("address",),
    "coordinates": ("coordinates",),
    "event_url": ("event_url",),
    "slides": ("slides",),
    "video": ("video",),
    "status": ("status",),
    "language": ("language",),
    "level": ("level",),
    "abstract": ("abstract",),
    "chapters": ("chapters",),
    "projects": ("projects",),
    "doi": ("doi", "hugoblox.ids.doi"),
}
"""Names of the fields that talks alone have; in other files they are somebody else's."""

DELIVERY_KEYS: Mapping[str, tuple[str, ...]] = {
    "date": ("date", "start"),
    "end": TALK_FIELDS["end"],
    "all_day": ("all_day",),
    "venue": ("event", "venue", "name"),
    "location": ("location", "place"),
    "address": ("address",),
    "coordinates": ("coordinates",),
    "event_url": ("link", "event_url", "url"),
    "video_url": ("video", *KEYS["video_url"]),
    "slides_url": ("slides", *KEYS["slides_url"]),
    "status": ("status",),
}
"""Names inside one of the `deliveries` of a talk."""

ADDRESS_KEYS: Mapping[str, tuple[str, ...]] = {
    "street": ("street",),
    "postcode": ("postcode", "postal_code"),
    "city": ("city",),
    "region": ("region",),
    "country": ("country",),
}
"""Names inside an address, as HugoBlox has them."""

COORDINATE_KEYS: Mapping[str, tuple[str, ...]] = {
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng"),
}
"""Names inside coordinates that are a mapping."""

SERIES_KEYS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "title"),
    "order": ("order", "part", "index", "number"),
}
"""Names inside a series that is a mapping."""

PICTURE_KEYS: Mapping[str, tuple[str, ...]] = {
    "src": ("path", "src", "url", "image"),
    "alt": ("alt",),
}
"""Names inside an image that is a mapping."""

HERO_KEYS: Mapping[str, tuple[str, ...]] = {
    "overlay_image": ("overlay_image",),
    "picture": ("image",),
    "alt": ("image_description", "alt"),
    "colour": ("overlay_color",),
    "overlay": ("overlay_filter",),
    "caption": ("caption",),
    "shows_excerpt": ("show_overlay_excerpt",),
    "cta_url": ("cta_url",),
    "cta_label": ("cta_label",),
    "actions": ("actions",),
}
"""Names inside `header`, as Minimal Mistakes has them."""

ACTION_KEYS: Mapping[str, tuple[str, ...]] = {
    "label": ("label",),
    "url": ("url",),
}
"""Names inside a button of a header."""

AUTHOR_KEYS: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "name": ("name", "display_name", "login"),
    "description": ("description", "bio"),
    "avatar": ("avatar", "picture"),
    "slug": ("slug",),
    "url": ("url", "uri"),
    "links": ("links",),
    "biography": ("biography", "bio_long", "long_bio"),
    "portraits": ("portraits", "portrait"),
    "fediverse": ("fediverse",),
}
"""Names inside an author: Material's, those of Minimal Mistakes, and those of what WordPress exports."""
AUTHOR_KEYS_OF_MATERIAL = ("name", "description", "avatar", "slug", "url")
"""Those that Material's blog knows; any other may be a key of the site's own, and no slip."""

_OTHERS_KEYS = {
    "Material and its plugins": (
        "comments template icon status subtitle social illustration rss hero glightbox inherit"
    ),
    "this project, elsewhere": (
        "collection same_as talk deliveries end end_date coordinates language level doi chapters"
    ),
    "Jekyll and its plugins": (
        "layout output lang locale future render_with_liquid seo image_alt last_modified feed "
        "short_name id guid path url name ext"
    ),
    "Minimal Mistakes and academicpages": (
        "toc toc_icon toc_sticky classes share author_profile sidebar math mathjax use_math gallery gallery2 "
        "gallery3 feature_row intro event_url adsense breadcrumbs entries_layout sort_by sort_order alt_title"
    ),
    "Hugo, HugoBlox, Docusaurus, Astro, Zola": (
        "weight keywords images url_dataset projects abstract events address date_end all_day extra "
        "markup outputs menu linkTitle sidebar_label sidebar_position pagination_next pagination_prev heroImage "
        "tableOfContents slugs topic topics author_url author_title author_image_url tocopen showtoc"
    ),
    "everyone": "serie parts note notes source sources video videos slides code license",
}
OTHER_KEYS = frozenset(key for keys in _OTHERS_KEYS.values() for key in keys.split())
"""Keys that mean something to somebody else, and are never told to be a slip of the pen."""

TALK_KEYS = ("venue", "event", "location", "deliveries", "speakers", "type", "talk_type")
"""Keys that make a file below `talks_dir` a talk."""


def keys_of(settings: Settings, table: Mapping[str, tuple[str, ...]] = KEYS) -> Mapping[str, tuple[str, ...]]:
    """The names of each field of a table, with the site's own (`key_aliases`) after ours."""
    if not settings.key_aliases:
        return table
    return {
        field: (
            *names,
            *(alias for name in dict.fromkeys((field, *names)) for alias in settings.key_aliases.get(name, ())),
        )
        for field, names in table.items()
    }


def names_date(values: Mapping[str, Any], settings: Settings) -> bool:
    """Whether front matter says anything of a date."""
    return any(values.get(key.split(".")[0]) is not None for key in keys_of(settings)["date"])
