"""What a post says of its age: what it replaces, what replaces it, and from when on it is old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import ContentError
from ..frontmatter.fields import Found
from ..frontmatter.time_spans import end_of, read_span
from .models import Reference

if TYPE_CHECKING:
    from datetime import datetime

    from ..frontmatter.fields import Fields
    from .reading import Reading


def take_references(fields: Fields, field: str) -> tuple[Reference, ...]:
    """The pages that a field names, one or several; none where it is switched off."""
    found = fields.find(field)
    if not found or found.value is False:
        return ()
    words = fields.take_names(field, whole=True)
    found_at = (Found(name=found.name, value=word.text, text=word.text, place=word.place) for word in words)
    return tuple(
        Reference(name=url, key=found.name, place=one.place) for one in found_at if (url := fields.url_of(one))
    )


def take_outdated_from(reading: Reading, last_change: datetime) -> datetime | None:
    """When a post is old, by its own key or by what holds for all."""
    found = reading.fields.find("outdated_after")
    if found and found.value is False:
        return None
    of_all = reading.settings.outdated_after
    span = read_span(of_all) if of_all else None
    if found:
        try:
            span = read_span(found.value) or span
        except ContentError as error:
            reading.fields.refuse(found, error.message, hint=error.hint)
    return end_of(span, last_change) if span else None
