"""Whether a file is part of a build, and if not, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import Level, shown
from ..frontmatter.dialects import Dialect
from ..light_dataclasses import dataclass
from .models import HeldBack

if TYPE_CHECKING:
    from datetime import datetime

    from ..faults import Faults
    from .models import Post, Talk
    from .reading import Reader, Reading

_IS_PUBLISHED = ", so it is published"
"""What becomes of a file where that cannot be told, as in Jekyll; Material's blog builds nothing then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a file is part of a build."""

    held_back: HeldBack | None
    """Why it is not now."""
    appears: datetime | None = None
    """From when on its date lets it be; `None` where that decides nothing."""
    expires: datetime | None = None
    """When its last day is over."""


def state_of(article: Post | Talk) -> str:
    """Whether readers see a post or talk, and if not, why."""
    if article.held_back:
        return str(article.held_back)
    return "unlisted" if article.unlisted else "published"


def take_publication(reading: Reading, date: datetime | None, *, is_marked: bool) -> Publication:
    """When the file is part of a build, and why it is not now."""
    now, fields = reading.reader.now, reading.fields
    draft = fields.take_flag("draft", otherwise=_IS_PUBLISHED)
    published = is_published(reading)
    expires = fields.take_date("expires", reading.clock)
    if draft or is_marked or reading.source.is_draft or _lies_among_drafts(reading):
        return Publication(held_back=HeldBack.DRAFT)
    if not published:
        return Publication(held_back=HeldBack.UNPUBLISHED)
    appears = date if draft is None and reading.settings.draft_if_future_date else None
    held_back = HeldBack.EXPIRED if expires and expires <= now else None
    if appears and appears > now:
        held_back = held_back or HeldBack.FUTURE
    return Publication(held_back=held_back, appears=appears, expires=expires)


def _lies_among_drafts(reading: Reading) -> bool:
    """Whether the file is a draft by its folder, where its site does not show them all."""
    jekyll = reading.reader.jekyll
    return reading.lies_below("_drafts") and not (jekyll.show_drafts and jekyll.counts_for(reading.source.src_uri))


def is_published(reading: Reading) -> bool:
    """Whether `published` lets the file be seen: in Jekyll's dialect by whatever is not `false`, or nothing at all."""
    if reading.dialect is Dialect.MATERIAL:
        return reading.fields.take_flag("published", otherwise=_IS_PUBLISHED) is not False
    value = reading.head.values.get("published", True)
    if value not in (None, True, False):
        found = reading.fields.at("published", value)
        told = f"expected true or false, got {shown(value, found.text)}{_IS_PUBLISHED}"
        reading.fields.refuse(found, told, hint="write `published: true` or `published: false`")
    return reading.reader.jekyll.unpublished or (value is not None and value is not False)


def is_in_build(held_back: HeldBack | None, reader: Reader) -> bool:
    """Whether a post or talk is part of a build: all that is not held back, and where drafts are shown that as well.

    What may be meant to be behind a password is shown to authors alone.
    """
    is_open = held_back is HeldBack.WITHOUT_LOCK
    return held_back is None or (reader.shows_drafts_to_authors if is_open else reader.shows_drafts)


def is_left_out_for_good(reading: Reading, held_back: HeldBack | None) -> bool:
    """Whether the build leaves out a file, and its time does not come by itself."""
    return held_back not in (None, HeldBack.FUTURE) and not reading.reader.shows_drafts


def faults_of(reading: Reading, held_back: HeldBack | None) -> Faults:
    """What is wrong in a file; in one that the build leaves out, all of it is remarks."""
    return reading.faults.at_most(Level.INFO) if is_left_out_for_good(reading, held_back) else reading.faults
