"""Reads a file of any kind that is known, which its content tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .calendar_reader import read_calendar
from .foreign_talk import Export, ExportRefused
from .frab_json import read_frab_json
from .frab_xml import read_frab_xml
from .pretalx_json import is_submission, read_pretalx_json
from .sessionize_json import has_sessions, is_profile, read_profile, read_sessionize_json
from .talks_tsv import read_talks_tsv

if TYPE_CHECKING:
    from pathlib import Path

    from .foreign_talk import Circumstances

LARGEST = 50_000_000
"""Bytes; the programme of the largest event takes a tenth of it."""
_KNOWN = "schedule.xml or .json of pretalx and frab, submissions of pretalx, JSON of Sessionize, talks.tsv, a calendar"


def read_export(path: Path, given: Circumstances) -> Export:
    """All that a file tells of talks; `ExportRefused` where it is none of those that are known."""
    name = path.name
    try:
        if path.stat().st_size > LARGEST:
            raise ExportRefused(f"{name}: it is larger than {LARGEST // 1_000_000} MB")
        content = path.read_bytes()
    except OSError as error:
        raise ExportRefused(f"{name}: it cannot be read: {error.strerror}") from error
    begin = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].upper()
    if begin.startswith(b"<"):
        return read_frab_xml(content, name, given)
    if begin.startswith(b"BEGIN:VCALENDAR"):
        return read_calendar(_text(content, name), name, given)
    if begin.startswith((b"{", b"[")):
        return _read_json(_text(content, name), name, given)
    if b"\t" in content.partition(b"\n")[0]:
        return read_talks_tsv(_text(content, name), name, given)
    raise ExportRefused(f"{name}: it is not one of the known files: {_KNOWN}")


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ExportRefused(f"{name}:{line}: it is not UTF-8") from error


def _read_json(text: str, name: str, given: Circumstances) -> Export:
    try:
        root = json.loads(text)
    except json.JSONDecodeError as error:
        raise ExportRefused(f"{name}:{error.lineno}: it is not JSON: {error.msg}") from error
    except (RecursionError, ValueError) as error:
        raise ExportRefused(f"{name}:1: it is JSON that cannot be read") from error
    if _is_schedule(root):
        return read_frab_json(root, name, given)
    if is_profile(root):
        return read_profile(root, name, given)
    if has_sessions(root):
        return read_sessionize_json(root, name, given)
    records = (
        next((root[key] for key in ("results", "talks", "submissions") if root.get(key)), root)
        if (isinstance(root, Mapping))
        else root
    )
    records = [records] if is_submission(records) else records
    if isinstance(records, list) and any(map(is_submission, records)):
        return read_pretalx_json(records, name, given)
    raise ExportRefused(f"{name}: it has no talks in a known form: {_KNOWN}")


def _is_schedule(root: Any) -> bool:
    schedule = root.get("schedule") if isinstance(root, Mapping) else None
    return isinstance(schedule, Mapping) and isinstance(schedule.get("conference"), Mapping)
