"""Calendars of talks, read back by icalendar."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_blogposts.output.calendars import as_text, folded
from mkdocs_blogposts.output.time_zones import zone_lines

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

NOW = "1719792000"  # 2024-07-01
TALKS = """
    docs/talks/tides.md
    | ---
    | title: "Tides; *small*, and 潮汐 that make a line so long that it goes on in the next one, and the one after"
    | tags: [sea, "a,b"]
    | description: One. Two, three.
    | deliveries:
    |   - event: PyCon
    |     location: Prague
    |     address: Street 1, Prague
    |     coordinates: [50.08, 14.43]
    |     date: 2024-09-17 14:00
    |     end: 2024-09-17 14:30
    |   - event: Camp
    |     date: 2022-05-06
    |     end: 2022-05-08
    |     status: cancelled
    |   - event: Meetup
    |     date: 2023-03-01 19:00 -05:00
    |     status: postponed
    |   - event: Meetup
    |     date: 2023-04-01
    |   - event: Meetup
    |     date: 2023-04-01
    |   - event: Meetup
    |     date: 2023-04-01
    |   - event: Later
    |     date: 2025-01-01
    |     status: proposed
    | ---
    docs/talks/draft.md
    | ---
    | title: Secret
    | venue: Nowhere
    | date: 2024-10-01
    | draft: true
    | ---
    docs/talks/undated.md
    | ---
    | title: Undated
    | venue: Somewhere
    | ---
    docs/talks/off.md
    | ---
    | title: "\\u0646\\u200C\\u062E"
    | venue: PyCon
    | date: 2024-10-01
    | status: cancelled
    | ---
"""


@pytest.fixture(name="built")
def _built(site: Site, monkeypatch: pytest.MonkeyPatch) -> Built:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    return site.blogposts(timezone="Europe/Prague").write(TALKS).build(strict=True)


def _read(text: str) -> Any:
    return icalendar.Calendar.from_ical(text)


def _calendar(built: Built, name: str) -> Any:
    calendar = _read(built.read(name))
    assert calendar.errors == []
    assert [event.errors for event in calendar.events if event.errors] == []
    return calendar


def test_a_calendar_has_each_time_that_a_talk_is_given(built: Built) -> None:
    calendar = _calendar(built, "talks/talks.ics")

    prague = ZoneInfo("Europe/Prague")
    assert [(event.start, event.end, str(event["STATUS"])) for event in calendar.events] == [
        (date(2022, 5, 6), date(2022, 5, 9), "CANCELLED"),
        (datetime(2023, 3, 2, 0, tzinfo=UTC), datetime(2023, 3, 2, 0, tzinfo=UTC), "TENTATIVE"),
        *[(date(2023, 4, 1), date(2023, 4, 2), "CONFIRMED")] * 3,
        (
            datetime(2024, 9, 17, 14, tzinfo=prague),
            datetime(2024, 9, 17, 14, 30, tzinfo=prague),
            "CONFIRMED",
        ),
        (date(2024, 10, 1), date(2024, 10, 2), "CANCELLED"),
    ]
    assert [str(event["UID"]) for event in calendar.events] == [
        "tides.camp@example.org",
        "tides.meetup@example.org",
        "tides.meetup.20230401@example.org",
        "tides.meetup.20230401.2@example.org",
        "tides.meetup.20230401.3@example.org",
        "tides.pycon@example.org",
        "off.pycon@example.org",
    ]
    pycon = calendar.events[5]
    title = "Tides; small, and 潮汐 that make a line so long that it goes on in the next one, and the one after"
    assert (str(pycon["SUMMARY"]), str(pycon["LOCATION"])) == (title, "PyCon, Street 1, Prague")
    assert str(pycon["DESCRIPTION"]) == "One. Two, three.\n\nhttps://example.org/talks/tides/"
    assert (str(pycon["URL"]), pycon["GEO"].to_ical()) == ("https://example.org/talks/tides/", "50.08;14.43")
    assert pycon.categories == ["sea", "a,b"]
    assert str(calendar.events[6]["SUMMARY"]) == "\u0646\u200c\u062e"
    assert str(calendar["X-WR-CALNAME"]) == "Talks - Site"
    assert [zone.tz_name for zone in calendar.timezones] == ["Europe/Prague"]
    assert all(len(line.encode()) <= 75 for line in built.read("talks/talks.ics").splitlines())


def test_only_what_is_to_come_leads_into_a_calendar(built: Built) -> None:
    assert [event.start.year for event in _calendar(built, "talks/tides/talk.ics").events] == [2024]
    page = built.page("talks/tides/")
    assert [link.url for link in page.links_in(".bp-deliveries") if link.url.endswith(".ics")] == [
        "talks/tides/talk.ics"
    ]
    assert [link.url for link in built.page("talks/").links_in(".bp-ways")][-1] == "talks/talks.ics"
    assert [link for link in built.page("talks/off/").links if link.url.endswith(".ics")] == []


def test_a_site_that_knows_no_address_of_its_own_has_one_without_links(site: Site) -> None:
    talk = "---\ntitle: T\nlocation: Ghent\ndate: 2024-09-17\nabstract: One.\n---\n"
    site.config(site_url="", theme="mkdocs").put("docs/talks/t.md", talk)
    site.blogposts(timezone="Europe/Prague").put("docs/talks/u.md", "---\ntype: Talk\ndate: 2024-09-18\n---\n# U\n")

    assert site.build(strict=True).read("talks/talks.ics").splitlines() == [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mkdocs-blogposts//EN", "CALSCALE:GREGORIAN"),
        "X-WR-CALNAME:Talks - Site",
        *("BEGIN:VEVENT", "UID:t.ghent@mkdocs-blogposts", "DTSTAMP:20240916T220000Z"),
        *("DTSTART;VALUE=DATE:20240917", "DTEND;VALUE=DATE:20240918"),
        *("SUMMARY:T", "LOCATION:Ghent", "DESCRIPTION:One.", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:u@mkdocs-blogposts", "DTSTAMP:20240917T220000Z"),
        *("DTSTART;VALUE=DATE:20240918", "DTEND;VALUE=DATE:20240919"),
        *("SUMMARY:U", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "END:VEVENT"),
        "END:VCALENDAR",
    ]


def test_a_site_may_have_no_calendar(site: Site) -> None:
    built = site.blogposts(talks_calendar=False).write(TALKS).build(strict=True)

    assert not [name for name in built.files if name.endswith(".ics")]


def test_without_a_talk_that_has_a_day_there_is_no_calendar(site: Site) -> None:
    site.put("docs/talks/t.md", "---\ntitle: T\nvenue: V\n---\n")

    assert not [name for name in site.build(strict=True).files if name.endswith(".ics")]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
@example("a\\nb;c,d:\r\ne\x00\u2028")
@example("10\u00a0km\tand\u3000\u0646\u200c\u062e \U0001f469\u200d\U0001f4bb")
def test_any_text_comes_back_as_it_was(text: str) -> None:
    line = folded(f"SUMMARY:{as_text(text)}")

    calendar = f"BEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20240101T000000Z\r\n{line}\r\nEND:VEVENT\r\n"
    told = _read(calendar)
    assert str(told["SUMMARY"]) == "".join(
        each for each in text if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Zl", "Zp"}
    )


def test_lines_are_as_long_as_they_may_be() -> None:
    assert [len(line.encode()) for line in folded("x" * 200).split("\r\n")] == [75, 75, 52]
    assert [len(line.encode()) for line in folded("é" * 60).split("\r\n")] == [74, 47]
    assert folded("x" * 75) == "x" * 75


@pytest.mark.parametrize(
    "key", ["Europe/Prague", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca"]
)
def test_a_zone_says_when_its_clocks_are_changed(key: str) -> None:
    zone = ZoneInfo(key)
    moments = [(datetime(2023, 1, 1, tzinfo=UTC) + timedelta(hours=13 * step)).astimezone(zone) for step in range(900)]

    lines = "\r\n".join(("BEGIN:VCALENDAR", *zone_lines(moments), "END:VCALENDAR", ""))
    (component,) = _read(lines).walk("VTIMEZONE")
    observances = sorted(
        (part["TZOFFSETFROM"].td, part["DTSTART"].dt - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td)
        for part in component.subcomponents
    )
    observances.sort(key=lambda part: part[1])
    for moment in moments:
        utc = moment.astimezone(UTC).replace(tzinfo=None)
        assert [after for _, start, after in observances if start <= utc][-1] == moment.utcoffset()


def test_a_zone_is_told_for_the_years_that_matter_and_no_others() -> None:
    lines = [*zone_lines([datetime(2024, 7, 1, tzinfo=ZoneInfo("Europe/Prague"))])]

    begun = [line.partition(":")[2] for line in lines if line.startswith(("BEGIN", "DTSTART"))]
    assert begun == [
        *("VTIMEZONE", "STANDARD", "20230101T010000", "DAYLIGHT", "20230326T020000", "STANDARD", "20231029T030000"),
        *("DAYLIGHT", "20240331T020000", "STANDARD", "20241027T030000"),
    ]
    assert [*zone_lines([datetime(2024, 7, 1, tzinfo=ZoneInfo("UTC"))])] == []
