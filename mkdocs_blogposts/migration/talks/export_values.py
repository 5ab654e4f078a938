"""Values of an export, whatever type they come in, as what is made of them here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

from ...frontmatter.dates import Clock
from ...frontmatter.schemes import SCHEME, WEB, is_malformed
from ...html.recordings import SLIDES, VIDEOS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from ...faults import ContentError
    from .foreign_talk import ForeignLink

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_DURATION = re.compile(r"(\d{1,3}):([0-5]\d)(?::[0-5]\d)?")
_DAY_ALONE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8}")
_SLIDES_LABEL = re.compile(r"\b(?:slides?|slide deck|presentation|folien)\b", re.IGNORECASE)
_VIDEO_LABEL = re.compile(r"\b(?:video|recording|watch|aufzeichnung)\b", re.IGNORECASE)
Moment = TypeVar("Moment", datetime, date)

_LONGEST_URL = 2000


def text_of(value: Any) -> str:
    """A text without what cannot be seen; of one in several languages the English one, or else the first."""
    if isinstance(value, Mapping):
        value = value.get("en") or next((each for each in value.values() if each), "")
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    return _UNSEEN.sub("", str(value).replace("\r\n", "\n").replace("\r", "\n")).strip()


def line_of(value: Any) -> str:
    """A text on one line."""
    return " ".join(text_of(value).split())


def items_of(value: Any) -> list[Any]:
    """A list; nothing of what is none."""
    return value if isinstance(value, list) else []


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names that are not empty, each once."""
    return tuple(dict.fromkeys(filter(None, names)))


def moment_of(value: Any, zone: tzinfo) -> datetime | date | None:
    """A moment with its zone, or a day alone; `ContentError` where it is neither, `None` where there is nothing."""
    text = line_of(value)
    if not text:
        return None
    moment = Clock(zone=zone, keeps_offsets=True).read(text)
    if _DAY_ALONE.fullmatch(text):
        return moment.date()
    is_utc = moment.utcoffset() == timedelta(0) and not isinstance(moment.tzinfo, ZoneInfo)
    return in_zone(moment, zone) if is_utc and zone is not UTC else moment


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """The same moment in a zone; as it is, where calendars end before that."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


def later(start: Moment, span: timedelta) -> Moment | None:
    """A moment some time after another; `None` where calendars end before that."""
    try:
        return start + span
    except OverflowError:
        return None


def end_after(start: datetime | date | None, duration: str) -> datetime | None:
    """When something is over that lasts `1:30`; `None` where it cannot be told."""
    found = _DURATION.fullmatch(duration)
    if not found or not isinstance(start, datetime):
        return None
    lasting = timedelta(hours=int(found[1]), minutes=int(found[2]))
    return later(start, lasting) if lasting else None


def doubtful(name: str, error: ContentError) -> str:
    """What is told of a value that could not be read."""
    return f"{name}: {error}"


def url_of(value: Any, base: str = "") -> str:
    """An address on the web, made whole by that of the export; empty for any other."""
    text = "".join(text_of(value).split())
    if not text or len(text) > _LONGEST_URL or is_malformed(text):
        return ""
    scheme = SCHEME.match(text)
    if scheme is None:
        text = urljoin(base, text) if base and not is_malformed(base) else ""
        scheme = SCHEME.match(text)
    return text if scheme and scheme[1].lower() in WEB and urlsplit(text).netloc else ""


def sorted_links(links: Iterable[ForeignLink]) -> tuple[str, str, tuple[ForeignLink, ...]]:
    """The first link to slides, the first one to a recording, and all others, each address once."""
    slides = video = ""
    others: dict[str, ForeignLink] = {}
    for link in links:
        if not link.url:
            continue
        if not video and (VIDEOS.match(link.url) or _VIDEO_LABEL.search(link.label)):
            video = link.url
        elif not slides and (SLIDES.match(link.url) or _SLIDES_LABEL.search(link.label)):
            slides = link.url
        elif link.url not in {slides, video}:
            others.setdefault(link.url, link)
    return slides, video, tuple(others.values())
