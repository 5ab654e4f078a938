"""A talk as an export tells it, and what is said of one that is not taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo


class ExportRefused(ValueError):  # noqa: N818  # it is told as it is
    """Nothing can be read of a file; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One time that a talk is given."""

    start: datetime | date | None = None
    """A day alone, where no hour is known."""
    end: datetime | date | None = None
    room: str = ""


@dataclass(frozen=True, slots=True)
class ForeignLink:
    """A link of a talk."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignTalk:
    """A talk; all of its texts are those of strangers."""

    origin: str
    """Where it stands: `schedule.xml:12`, or `talks.json: sessions[3]`."""
    title: str
    occasions: tuple[Occasion, ...] = ()
    event: str = ""
    location: str = ""
    kind: str = ""
    language: str = ""
    level: str = ""
    status: str = ""
    speakers: tuple[str, ...] = ()
    abstract: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    url: str = ""
    slides: str = ""
    video: str = ""
    links: tuple[ForeignLink, ...] = ()
    stem: str = ""
    """What its file is to be called; empty where the export does not say."""
    reason: str = ""
    """Why it is left out; empty where it is taken."""
    doubts: tuple[str, ...] = ()
    """What of it could not be understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What an export does not say, and whoever imports it does."""

    zone: tzinfo
    """Where times without a zone are meant."""
    event: str = ""
    location: str = ""


@dataclass(slots=True, kw_only=True)
class Export:
    """All that a file tells."""

    talks: list[ForeignTalk] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    """Where something stands that is no talk, and why."""
