"""Calendars of talks among the files of the site; they are filled once all texts are HTML."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass, field
from ..urls.option_claims import claim_of_option, place_made

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..content.models import Talk
    from ..settings import Settings
    from ..urls.url_claims import UrlClaims

CALENDAR = "talks.ics"
OF_A_TALK = "talk.ics"
"""Name of the calendar of a single talk, which is there only until that is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFiles:
    """The calendars of a blog."""

    of_all: File | None = None
    """That of all talks; `None` where there is nothing that it could hold."""
    of_talks: Mapping[str, File] = field(default_factory=dict)
    """Of each talk that is to come, by its `src_uri`."""


def place_calendars(
    talks: Iterable[Talk],
    dest_uris: Mapping[str, str],
    claims: UrlClaims,
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    now: datetime,
) -> CalendarFiles:
    """Make room for a calendar of all talks, and for one of each that is to come; `dest_uris` are those of talks."""
    dated = [talk for talk in talks if is_in_calendar(talk)]
    if not settings.talks_calendar or not dated:
        return CalendarFiles()

    def place(uri: str, name: str) -> File:
        return place_made(claim_of_option(uri, name, "talks_calendar", config), claims, files, config)

    coming = [talk for talk in dated if any(each.is_coming(now) for each in talk.deliveries)]
    return CalendarFiles(
        of_all=place(posixpath.join(settings.talks_dir, CALENDAR), "the calendar of talks"),
        of_talks={
            talk.src_uri: place(_beside(dest_uris[talk.src_uri]), f"the calendar of {talk.path}") for talk in coming
        },
    )


def is_in_calendar(talk: Talk) -> bool:
    """Whether a talk is no secret, and has a day."""
    return talk.held_back is None and any(each.date and each.is_certain for each in talk.deliveries)


def _beside(dest_uri: str) -> str:
    """The calendar of a talk: `talks/x/talk.ics`, and `talks/x-talk.ics` beside `talks/x.html`."""
    folder, name = posixpath.split(dest_uri)
    if name == "index.html":
        return posixpath.join(folder, OF_A_TALK)
    return f"{posixpath.splitext(dest_uri)[0]}-{OF_A_TALK}"
