"""Files that are no exports, or would do harm: they are refused, with where and why."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from mkdocs_blogposts.migration.talks import export_reader
from mkdocs_blogposts.migration.talks.export_reader import read_export
from mkdocs_blogposts.migration.talks.foreign_talk import Circumstances, ExportRefused
from tests.migration import exports

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = Circumstances(zone=ZoneInfo("Europe/Prague"))


def refusal(folder: Path, name: str, content: str | bytes) -> str:
    """Why a file is not read."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ExportRefused) as refused:
        read_export(path, GIVEN)
    return str(refused.value)


LAUGHS = '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><schedule><version>&b;</version></schedule>'
OUTSIDE = '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><schedule><version>&a;</version></schedule>'


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xml", LAUGHS, "a.xml:1: it has a document type, and may have entities: a schedule has none"),
        ("a.xml", OUTSIDE, "a.xml:1: it has a document type, and may have entities: a schedule has none"),
        ("a.xml", "<rss/>", "a.xml:1: it begins with <rss>: a schedule begins with <schedule>"),
        ("a.xml", "<schedule>\n<day>\n</schedule>", "a.xml:3: it is not XML: Opening and ending tag mismatch: day"),
        ("a.json", '{"a":\n1', "a.json:2: it is not JSON: Expecting ',' delimiter"),
        ("a.json", "[" * 100_000, "a.json:1: it is JSON that cannot be read"),
        ("a.json", '[{"name": "x"}]', "a.json: it has no talks in a known form"),
        ("a.tsv", "name\tday\n", "a.tsv:1: its first line names no columns `title` and `date`"),
        (
            "a.tsv",
            'title\tdate\nA\t2025\n"B\t2025\nC\t2025\n',
            "a.tsv:3: a quotation mark in this row is not closed; delete it, or close it",
        ),
        ("a.tsv", b"title\tdate\nCaf\xe9\t2025\n", "a.tsv:2: it is not UTF-8"),
        ("a.pdf", "%PDF-1.7", "a.pdf: it is not one of the known files"),
        ("a.json", "", "a.json: it is not one of the known files"),
    ],
)
def test_what_is_no_export_is_refused(tmp_path: Path, name: str, content: str | bytes, why: str) -> None:
    assert refusal(tmp_path, name, content).startswith(why)


def test_an_event_without_an_end_is_told(tmp_path: Path) -> None:
    event = "BEGIN:VEVENT\nSUMMARY:{}\nDTSTART:20240523\n"
    whole, open_event, cut = event.format("A") + "END:VEVENT\n", event.format("B"), event.format("C")
    (tmp_path / "a.ics").write_text(f"BEGIN:VCALENDAR\n{open_event}{whole}{cut}BEGIN:VALARM\n")

    export = read_export(tmp_path / "a.ics", GIVEN)

    assert [talk.title for talk in export.talks] == ["A"]
    assert export.odd == [f"a.ics:{line}: the event that begins here has no end, so it is left out" for line in (2, 9)]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_reader, "LARGEST", 100)

    assert refusal(tmp_path, "schedule.xml", exports.SCHEDULE_XML) == "schedule.xml: it is larger than 0 MB"
