"""One time that a talk is given, and what has become of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..faults import Place


class TalkStatus(StrEnum):
    """What has become of a talk, or of one time that it is given."""

    PROPOSED = "proposed"
    """Sent to an event that has not answered yet."""
    ACCEPTED = "accepted"
    """Part of the programme of its event."""
    CANCELLED = "cancelled"
    """Not given after all."""
    POSTPONED = "postponed"
    """Given at another time, that may not be known."""
    OFFERED = "offered"
    """To be had by whoever asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One time that a talk is given."""

    date: datetime | None = None
    """When it begins; `None` where that is not known."""
    end: datetime | None = None
    """When it ends, or the last of its days."""
    is_all_day: bool
    """Whether only the days are known, and no time of day."""
    venue: str | None = None
    """Name of the event."""
    location: str | None = None
    """Where the event is."""
    address: str | None = None
    """The same to the door, on a single line."""
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude of that, where its author gives them."""
    event_url: str | None = None
    video_url: str | None = None
    slides_url: str | None = None
    status: TalkStatus | None = None
    path: str = field(default="", compare=False)
    """The file that tells of it, as messages name it."""
    names: Mapping[str, tuple[str, Place | None]] = field(default_factory=dict, compare=False, hash=False)
    """For each date, event, address and place, the key that gives it, and where."""

    @property
    def is_certain(self) -> bool:
        """Whether it was given, or somebody counts on it; a proposal is only a wish."""
        return self.status not in {TalkStatus.PROPOSED, TalkStatus.OFFERED}

    @property
    def over(self) -> datetime | None:
        """From when on it is past: after its last day, or at the end of its hours; `None` without a date."""
        last = self.end or self.date
        return last + timedelta(days=1) if last and self.is_all_day else last

    def is_coming(self, now: datetime) -> bool:
        """Whether it is still to come, or going on."""
        return bool(self.is_certain and self.over and self.over > now)


def by_date(deliveries: tuple[Delivery, ...]) -> tuple[Delivery, ...]:
    """Those with a date, the newest first, and then the others as they come."""
    dated = [delivery for delivery in deliveries if delivery.date]
    dated.sort(key=lambda delivery: delivery.date or datetime.min, reverse=True)  # noqa: DTZ901
    return (*dated, *(delivery for delivery in deliveries if not delivery.date))
