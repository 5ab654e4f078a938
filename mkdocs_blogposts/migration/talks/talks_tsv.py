"""`talks.tsv`, of which academicpages makes its talks."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import TYPE_CHECKING

from ...faults import ContentError
from .export_values import doubtful, line_of, moment_of, text_of, url_of
from .foreign_talk import Export, ExportRefused, ForeignTalk, Occasion

if TYPE_CHECKING:
    from datetime import date

    from .foreign_talk import Circumstances

_NEEDED = frozenset({"title", "date"})
_END = "\v"
"""A row that only the end of a table has; within a quotation, it is none."""
_MARKS = re.compile(r"<[a-z/!][^>]*>|&#?\w+;", re.IGNORECASE)


def read_talks_tsv(text: str, name: str, given: Circumstances) -> Export:
    """The talks of a table whose first line names its columns."""
    rows = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter="\t")
    export = Export()
    try:
        columns = [column.strip().lower() for column in next(rows, [])]
        if not set(columns) >= _NEEDED:
            raise ExportRefused(f"{name}:1: its first line names no columns `title` and `date`")
        line = rows.line_num + 1
        for row in rows:
            if row == [_END]:
                break
            if row[-1:] and row[-1].endswith(f"\n{_END}"):
                raise ExportRefused(
                    f"{name}:{line}: a quotation mark in this row is not closed; delete it, or close it"
                )
            values = dict(zip(columns, map(str.strip, row), strict=False))
            if any(values.values()):
                export.talks.append(_talk(values, f"{name}:{line}", given))
            if len(row) > len(columns):
                export.odd.append(f"{name}:{line}: it has {len(row)} columns, of {len(columns)}")
            line = rows.line_num + 1
    except csv.Error as error:
        raise ExportRefused(f"{name}:{rows.line_num}: it is not a table: {error}") from error
    return export


def _talk(values: dict[str, str], origin: str, given: Circumstances) -> ForeignTalk:
    doubts: list[str] = []
    day: date | None = None
    try:
        day = moment_of(values.get("date"), given.zone)
    except ContentError as error:
        doubts.append(doubtful("date", error))
    title = line_of(_decoded(values.get("title", "")))
    slug = values.get("url_slug", "")
    return ForeignTalk(
        origin=origin,
        title=title,
        occasions=(Occasion(start=day),),
        event=line_of(_decoded(values.get("venue", ""))) or given.event,
        location=line_of(_decoded(values.get("location", ""))) or given.location,
        kind=line_of(values.get("type")) or "Talk",
        abstract=text_of(values.get("description")),
        url=url_of(values.get("talk_url")),
        stem="-".join(filter(None, (f"{day:%Y-%m-%d}" if day else "", slug))) if slug else "",
        reason="" if title else "it has no title",
        doubts=tuple(doubts),
    )


def _decoded(text: str) -> str:
    """A text without the entities of HTML that such tables have."""
    return unescape(text) if _MARKS.search(text) else text
