"""What the name of a file says: a slug and, by Jekyll's rule, a date."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from ..light_dataclasses import dataclass
from .dates import day_of_ruby, full_year

JEKYLL_FOLDERS = ("_posts", "_drafts", "_talks")
"""Where a Jekyll site has its posts, drafts and talks."""

_DATED_NAME = re.compile(r"(?P<year>\d{4}|\d{2})-(?P<month>\d{1,2})-(?P<day>\d{1,2})-(?P<slug>.*)")
_NO_YEAR = 1000
"""What `0000` is, which people write where there is no date: no calendar of ours has that year."""
_BUNDLE_NAMES = ("index", "README")

_AT_HAND = 16
"""Files whose names are known: each is asked for several times while it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileName:
    """What the name of a file says."""

    stem: str
    """The name without its ending; that of the folder for `2025-07-28-launch/index.md`."""
    slug: str
    """The name without a date."""
    date: date | None
    """The day that it begins with; `None` where that is no date."""
    own: str
    """The name without its ending, as the host has it: `index` for `2025-07-28-launch/README.md`."""


@lru_cache(_AT_HAND)
def folders_above(src_uri: str) -> tuple[str, ...]:
    """The folders that a file lies in."""
    return PurePosixPath(src_uri).parts[:-1]


@lru_cache(_AT_HAND)
def file_name_of(src_uri: str, *, root: str = "") -> FileName:
    """What the name of a file below the folder `root` says, by Jekyll's rule for dates in names."""
    path = PurePosixPath(src_uri)
    stem = path.stem
    own = "index" if stem in _BUNDLE_NAMES else stem
    if _is_bundle(path) and path.parent.name and path.parent != PurePosixPath(root):
        stem = path.parent.name
    dated = _DATED_NAME.fullmatch(stem)
    if not dated:
        return FileName(stem=stem, slug=stem, date=None, own=own)
    year = int(dated["year"])
    slug = dated["slug"].rstrip(".") or ("" if _is_jekylls(path) else stem)
    full = full_year(year) if len(dated["year"]) == len("25") else year
    month, day_of_month = int(dated["month"]), int(dated["day"])
    try:
        if _is_jekylls(path):
            day = day_of_ruby(full or _NO_YEAR, month, day_of_month)
        else:
            day = date(full, month, day_of_month)
    except (ValueError, OverflowError):
        # Jekyll knows the name for that of a post all the same.
        return FileName(stem=stem, slug=slug, date=None, own=own)
    return FileName(stem=stem, slug=slug, date=day, own=own)


@lru_cache(_AT_HAND)
def has_dated_name(src_uri: str) -> bool:
    """Whether the name of a file, or of the folder of an `index.md`, begins as that of a post of Jekyll does."""
    path = PurePosixPath(src_uri)
    return bool(_DATED_NAME.fullmatch(path.parent.name if _is_bundle(path) else path.stem))


def _is_bundle(path: PurePosixPath) -> bool:
    """Whether a file is named by its folder; none is so below the folders of Jekyll."""
    return path.stem in _BUNDLE_NAMES and not _is_jekylls(path)


def _is_jekylls(path: PurePosixPath) -> bool:
    return any(folder in JEKYLL_FOLDERS for folder in path.parts[:-1])
