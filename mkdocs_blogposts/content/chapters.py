"""Chapters of a recording, as whoever puts it online writes them: `0:00 Welcome`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..frontmatter.fields import Fields

_CHAPTER = re.compile(r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)[\s:.–-]+(?P<title>\S.*)")  # noqa: RUF001


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part of a recording."""

    second: int
    """At which it begins."""
    time: str
    """The same as its author wrote it: `1:02:03`."""
    title: str


def take_chapters(fields: Fields) -> tuple[Chapter, ...]:
    """The chapters of a talk's recording, from a list or from lines of text."""
    return tuple(_chapters(fields))


def _chapters(fields: Fields) -> Iterator[Chapter]:
    found = fields.find("chapters")
    if not found:
        return
    items = fields.each(found)
    if isinstance(found.value, str):
        items = (fields.at(found.name, line) for line in found.value.splitlines() if line.strip())
    for item in items:
        told = _CHAPTER.fullmatch(item.text.strip()) if isinstance(item.value, str) else None
        if told is None:
            fields.reject(item, "a time and a title", hint='write `- "0:00 Welcome"`')
            continue
        second = int(told["hours"] or 0) * 3600 + int(told["minutes"]) * 60 + int(told["seconds"])
        time = item.text.strip()[: told.end("seconds")]
        yield Chapter(second=second, time=time, title=" ".join(told["title"].split()))
