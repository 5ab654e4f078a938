"""What Material and Jekyll call things: keys, folders and file names. Tables, and the rule that tells the two apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..frontmatter.dates import full_year
from ..frontmatter.schemes import SCHEME
from .models import Dialect

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
    "talk_type": ("talk_type", "type"),
    "venue": ("venue",),
    "location": ("location",),
    "slides_url": ("slidesurl", "slides_url", "url_slides"),
    "video_url": ("videourl", "video_url", "url_video"),
    "paper_url": ("paperurl", "paper_url", "url_pdf"),
    "code_url": ("codeurl", "code_url", "url_code"),
    "bibtex_url": ("bibtexurl", "bibtex_url"),
    "citation": ("citation",),
    "hide": ("hide",),
    "toc_label": ("toc_label",),
}
"""Names of each field in front matter; the first that is there wins. A dot leads into a mapping."""

PICTURE_KEYS: Mapping[str, tuple[str, ...]] = {
    "src": ("path", "src", "url", "image"),
    "alt": ("alt",),
}
"""Names inside an image that is a mapping."""

HERO_KEYS: Mapping[str, tuple[str, ...]] = {
    "overlay": ("overlay_image",),
    "picture": ("image",),
    "alt": ("image_description", "alt"),
    "colour": ("overlay_color",),
    "veil": ("overlay_filter",),
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
}
"""Names inside an author: Material's, those of Minimal Mistakes, and those of what WordPress exports."""

_OTHERS_KEYS = {
    "Material and its plugins": (
        "comments template icon status subtitle social illustration rss hero glightbox inherit"
    ),
    "this project, elsewhere": "series collection same_as talk",
    "Jekyll and its plugins": (
        "layout output lang locale future render_with_liquid seo image_alt last_modified feed "
        "short_name id guid path url name ext"
    ),
    "Minimal Mistakes and academicpages": (
        "toc toc_icon toc_sticky classes share related author_profile sidebar math mathjax use_math gallery gallery2 "
        "gallery3 feature_row intro event_url adsense breadcrumbs entries_layout sort_by sort_order alt_title"
    ),
    "Hugo, HugoBlox, Docusaurus, Astro, Zola": (
        "weight keywords images url_dataset projects abstract event address date_end all_day extra "
        "markup outputs menu linkTitle sidebar_label sidebar_position pagination_next pagination_prev heroImage "
        "tableOfContents slugs topic topics author_url author_title author_image_url tocopen showtoc"
    ),
    "everyone": "note notes source sources video videos slides code license",
}
OTHER_KEYS = frozenset(key for keys in _OTHERS_KEYS.values() for key in keys.split())
"""Keys that mean something to somebody else, and are never told to be a slip of the pen."""

JEKYLL_KEYS = (
    "permalink",
    "layout",
    "header",
    "published",
    "collection",
    "redirect_from",
    "last_modified_at",
    "excerpt_separator",
    "tag",
    "category",
)
"""Keys by which a file is known for Jekyll's."""

JEKYLL_FOLDERS = ("_posts", "_drafts", "_talks")

TALK_KEYS = ("venue", "location", "type", "talk_type")
"""Keys that make a file below `talks_dir` a talk."""

_DATED_NAME = re.compile(r"(?P<year>\d{4}|\d{2})-(?P<month>\d{1,2})-(?P<day>\d{1,2})-(?P<slug>.*)")
_BUNDLE_NAMES = ("index", "README")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileName:
    """What the name of a file says."""

    stem: str
    """The name without its ending; that of the folder for `2025-07-28-launch/index.md`."""
    slug: str
    """The name without a date."""
    date: date | None


def file_name_of(src_uri: str, *, root: str = "") -> FileName:
    """What the name of a file below the folder `root` says, by Jekyll's rule for dates in names."""
    path = PurePosixPath(src_uri)
    stem = path.stem
    if _is_bundle(path) and path.parent.name and path.parent != PurePosixPath(root):
        stem = path.parent.name
    dated = _DATED_NAME.fullmatch(stem)
    if not dated:
        return FileName(stem=stem, slug=stem, date=None)
    year = int(dated["year"])
    slug = dated["slug"].rstrip(".") or ("" if _is_jekylls(path) else stem)
    try:
        day = date(full_year(year) if len(dated["year"]) == len("25") else year, int(dated["month"]), int(dated["day"]))
    except ValueError:
        # Jekyll knows the name for that of a post all the same.
        return FileName(stem=stem, slug=slug, date=None)
    return FileName(stem=stem, slug=slug, date=day)


def has_dated_name(src_uri: str) -> bool:
    """Whether the name of a file, or of the folder of an `index.md`, begins as that of a post of Jekyll does."""
    path = PurePosixPath(src_uri)
    return bool(_DATED_NAME.fullmatch(path.parent.name if _is_bundle(path) else path.stem))


def _is_bundle(path: PurePosixPath) -> bool:
    """Whether a file is named by its folder; none is so below the folders of Jekyll."""
    return path.stem in _BUNDLE_NAMES and not _is_jekylls(path)


def _is_jekylls(path: PurePosixPath) -> bool:
    return any(folder in JEKYLL_FOLDERS for folder in path.parts[:-1])


def keys_of(settings: Settings) -> Mapping[str, tuple[str, ...]]:
    """The names of each field, with the site's own (`key_aliases`) after ours."""
    if not settings.key_aliases:
        return KEYS
    return {
        field: (
            *names,
            *(alias for name in dict.fromkeys((field, *names)) for alias in settings.key_aliases.get(name, ())),
        )
        for field, names in KEYS.items()
    }


def dialect_of(src_uri: str, values: Mapping[str, Any], settings: Settings, *, root: str = "") -> tuple[Dialect, str]:
    """Whose rules hold for a file, and why."""
    if settings.post_dialect != "auto":
        return Dialect(settings.post_dialect), f"`post_dialect` is `{settings.post_dialect}`"
    if reason := _why_jekyll(src_uri, values, settings, root):
        return Dialect.JEKYLL, reason
    return Dialect.MATERIAL, "nothing in it is Jekyll's"


def names_date(values: Mapping[str, Any], settings: Settings) -> bool:
    """Whether front matter says anything of a date."""
    return any(values.get(key.split(".")[0]) is not None for key in keys_of(settings)["date"])


def _why_jekyll(src_uri: str, values: Mapping[str, Any], settings: Settings, root: str) -> str | None:
    folders = PurePosixPath(src_uri).parts[:-1]
    if folder := next((name for name in JEKYLL_FOLDERS if name in folders), None):
        return f"it lies below `{folder}`"
    if settings.post_permalink:
        return "`post_permalink` is set"
    if key := next((key for key in JEKYLL_KEYS if key in values and not _is_address(key, values[key])), None):
        return f"it has `{key}`"
    if key := next((key for key in ("tags", "categories") if isinstance(values.get(key), str)), None):
        return f"its `{key}` is a string"
    if not names_date(values, settings) and file_name_of(src_uri, root=root).date:
        return "its date stands in its name only"
    return None


def _is_address(key: str, value: Any) -> bool:
    """Whether a permalink is a whole URL, which neither builder makes a page at."""
    return key == "permalink" and isinstance(value, str) and bool(SCHEME.match(value.strip()))
