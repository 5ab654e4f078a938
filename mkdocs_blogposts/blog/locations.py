"""What the location of a talk says: a place, that it is on the net, both, or that nobody knows yet."""

from __future__ import annotations

import re

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

_NET = late_pattern(
    r"(?:online|remote|virtual|webinar|(?:the )?internet|live ?stream)(?:\s*[(,;:/|].*|\s+\W.*)?", re.IGNORECASE
)
"""Locations that are none, be it with what an event is held by: `Online (Jitsi)`."""
_UNKNOWN = late_pattern(
    r"(?:tb[acd]|t\.b\.[acd]|to be (?:announced|confirmed|decided|determined)|unknown|n/?a|none|"
    r"anywhere|everywhere|various(?: places| cities)?|worldwide|[-\u2013\u2014?.]+)[\W_]*",
    re.IGNORECASE,
)
_BESIDE = late_pattern(r"\s*[,(]?\s*(?:[&+/|;]|(?:\band|\bor)\b)\s*(?:also\s+)?(?=\S)", re.IGNORECASE)
"""What may stand between a place and the net: `Prague and online`."""
_BOTH = late_pattern(r"(?P<place>.+?)\s*[,(]?\s*\bhybrid\b\s*\)?|hybrid\s*[:,(-]?\s*(?P<after>.*?)\)?", re.IGNORECASE)


_LONGEST = 200
"""Signs of a location in which anything is looked for."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where those who listen may be."""

    place: str | None
    """Where to go; `None` where there is no such place, or nobody knows of it."""
    is_online: bool


def whereabouts(location: str) -> Whereabouts:
    """What a location says; whatever is not plainly something else is a place."""
    text = location.strip()
    if not text or _UNKNOWN.fullmatch(text):
        return Whereabouts(None, is_online=False)
    if len(text) > _LONGEST:
        return Whereabouts(text, is_online=False)
    if both := _BOTH.fullmatch(text):
        return Whereabouts(both["place"] or both["after"] or None, is_online=True)
    parts = _BESIDE.split(text)
    places = [part for part in parts if not _NET.fullmatch(part.rstrip(") "))]
    if len(parts) > 1 and len(places) < len(parts):
        return Whereabouts(" / ".join(places) or None, is_online=True)
    if _NET.fullmatch(text):
        return Whereabouts(None, is_online=True)
    return Whereabouts(text, is_online=False)
