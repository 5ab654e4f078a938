"""Feeds and calendars of the example site as others read them: by their schemas, and as Thunderbird reads calendars."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import fastjsonschema
import icalendar
import pytest

from tests.output.feed_readers import feed_files, problems
from tests.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Built

NOW = "1719792000"
"""2024-07-01, for `SOURCE_DATE_EPOCH`."""
TALKS = """
    docs/talks/clocks.md
    | ---
    | title: "Clocks; or, what *the* \\\\n sea: 潮汐 \\"says\\""
    | tags: ["a,b", "c;d", "e\\\\f"]
    | deliveries:
    |   - {event: "PyCon; a, b", location: "Prague, Czechia", date: 2024-09-17 14:00, end: 2024-09-17 14:30}
    |   - {event: Winter, date: 2024-12-03 09:00, coordinates: [-34.6, -58.38]}
    |   - {event: Far, date: 2024-10-27 02:30 +13:45, status: cancelled}
    |   - {event: Days, date: 2024-03-29, end: 2024-04-01}
    | ---
    | The abstract, in *two* lines,
    |
    | and one more.
"""


def as_python_reads(text: str) -> list[dict[str, Any]]:
    """The events of a calendar, for icalendar."""
    calendar: Any = icalendar.Calendar.from_ical(text)
    return [
        {
            "uid": str(event["UID"]),
            "summary": str(event["SUMMARY"]),
            "location": str(event["LOCATION"]) if "LOCATION" in event else None,
            "description": str(event["DESCRIPTION"]),
            "start": moment(event.start),
            "end": moment(event.end),
            "status": str(event["STATUS"]),
            "categories": event.categories,
            "position": [*map(float, event["GEO"].to_ical().split(";"))] if "GEO" in event else None,
        }
        for event in calendar.events
    ]


def as_thunderbird_reads(path: Path, readers: Path) -> list[dict[str, Any]]:
    """The same for ical.js, which is strict, and goes by the zones that the calendar describes itself."""
    command = ["node", str(readers / "read_calendar.mjs"), str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def moment(time: date) -> str:
    if isinstance(time, datetime):
        return f"{time.astimezone(UTC).replace(tzinfo=None).isoformat()}.000Z"
    return time.isoformat()


def test_a_calendar_says_the_same_to_every_reader(
    tmp_path_factory: pytest.TempPathFactory, readers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    site = Site(tmp_path_factory.mktemp("site")).blogposts(timezone="Europe/Prague").write(TALKS)

    built = site.build(strict=True)

    found = as_thunderbird_reads(built.dir / "talks/talks.ics", readers)
    assert found == as_python_reads(built.read("talks/talks.ics"))
    assert [event["start"] for event in found] == [
        *("2024-03-29", "2024-09-17T12:00:00.000Z", "2024-10-26T12:45:00.000Z", "2024-12-03T08:00:00.000Z")
    ]


def test_calendars_of_the_example_site_do_too(example: Built, readers: Path) -> None:
    names = [name for name in example.files if name.endswith(".ics")]

    assert len(names) > 1
    for name in names:
        assert as_thunderbird_reads(example.dir / name, readers) == as_python_reads(example.read(name))


def test_feeds_of_the_example_site_keep_the_rules_of_their_formats(example: Built) -> None:
    assert {name: found for name in feed_files(example) if (found := problems(example, name))} == {}


def test_json_feeds_are_what_the_schema_of_their_format_asks_for(example: Built, readers: Path) -> None:
    schema = json.loads((readers / "node_modules/jsonfeed-schema/schema-v1.1.json").read_text(encoding="utf-8"))
    check = fastjsonschema.compile(schema)
    names = [name for name in feed_files(example) if name.endswith(".json")]

    assert len(names) > 20
    for name in names:
        check(json.loads(example.read(name)))
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        check(json.loads(example.read("blog/feed.json")) | {"items": [{"content_html": "without an id"}]})
