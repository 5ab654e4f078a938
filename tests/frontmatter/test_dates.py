"""Dates as people have written them, in 4,348 posts and a few more."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil import parser

from mkdocs_blogposts.faults import ContentError
from mkdocs_blogposts.frontmatter.dates import Clock

CHICAGO = ZoneInfo("America/Chicago")
MATERIAL = Clock(zone=UTC)
JEKYLL = Clock(zone=CHICAGO, bare_datetimes_are_utc=True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025-07-28", "2025-07-28 00:00"),
        ("2025-8-5", "2025-08-05 00:00"),
        ("23-11-02", "2023-11-02 00:00"),
        ("99-11-02", "1999-11-02 00:00"),
        ("2025/07/28", "2025-07-28 00:00"),
        ("2025.07.28", "2025-07-28 00:00"),
        ("20250728", "2025-07-28 00:00"),
        ("2025-07-28 9:05:00", "2025-07-28 09:05"),
        ("2025-07-28 09:05", "2025-07-28 09:05"),
        ("2025-07-28, 09:05", "2025-07-28 09:05"),
        ("2025-07-28 10:00::00", "2025-07-28 10:00"),
        ("2025-07-28 24:00", "2025-07-29 00:00"),
        ("2025-12-31 24:00:00", "2026-01-01 00:00"),
        ("2025-07-28 12:05 AM", "2025-07-28 00:05"),
        ("2025-07-28 12:05 p.m.", "2025-07-28 12:05"),
        ("2025-07-28 10:30 pm", "2025-07-28 22:30"),
        ("2016-07-19 (optional)", "2016-07-19 00:00"),
        ("  2025-07-28\n", "2025-07-28 00:00"),
        ("February 21, 2017", "2017-02-21 00:00"),
        ("21 Feb 2017", "2017-02-21 00:00"),
        ("1st March 2020", "2020-03-01 00:00"),
        ("Jul 28, 2025 10am", "2025-07-28 10:00"),
        ("Fri Feb 29 2008", "2008-02-29 00:00"),
        ("31/12/2025", "2025-12-31 00:00"),
        ("07/07/2025", "2025-07-07 00:00"),
    ],
)
def test_a_date_without_a_zone_is_meant_where_the_site_is(text: str, told: str) -> None:
    assert MATERIAL.read(text) == datetime.fromisoformat(told).replace(tzinfo=UTC)
    assert JEKYLL.read(text) == datetime.fromisoformat(told).replace(tzinfo=CHICAGO)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2018-07-29 14:00:30 +0900", "2018-07-29 05:00:30"),
        ("2018-07-29 14:00:30 +09:00", "2018-07-29 05:00:30"),
        ("2018-07-29 14:00 -3", "2018-07-29 17:00:00"),
        ("2018-07-29T14:00Z", "2018-07-29 14:00:00"),
        ("2018-07-29 14:00:00 UTC", "2018-07-29 14:00:00"),
        ("2018-07-29 14:00:00 UTC+2", "2018-07-29 12:00:00"),
        ("2018-07-29 10:00 EDT", "2018-07-29 14:00:00"),
        ("2023-01-29 18:30:22 2023 -0800", "2023-01-30 02:30:22"),
        ("2018-07-29 10:00 cest", "2018-07-29 08:00:00"),
        ("2018-07-29 10:00 Asia/Kolkata", "2018-07-29 04:30:00"),
        ("2013-05-06 01:02:03.123456789 +00:00", "2013-05-06 01:02:03.123456"),
        ("Fri May  9 12:00:00 CEST 2014", "2014-05-09 10:00:00"),
        ("Tue, 01 Jul 2025 10:00:00 +0200", "2025-07-01 08:00:00"),
        ("Tue, 01 Jul 2025 10:00:00 GMT", "2025-07-01 10:00:00"),
        ("Tue, 01 Jul 2025 10:00:00 +0200 (CEST)", "2025-07-01 08:00:00"),
        ("9999-12-31 10:00 +14:00", "9999-12-30 20:00:00"),
        ("2018-07-29 14:00 +15:00", "2018-07-28 23:00:00"),
    ],
)
def test_a_date_with_a_zone_is_told_in_that_of_the_site(text: str, utc: str) -> None:
    assert MATERIAL.read(text) == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert JEKYLL.read(text).tzinfo == CHICAGO


@pytest.mark.parametrize(
    "text", ["2018-07-29 14:00 -08000", "2018-07-29 14:00 +15:01", "2018-07-29 14:00 +25:00", "2018-07-29 14:00 +1:2:3"]
)
def test_an_offset_that_cannot_be_is_dropped_as_in_jekyll(text: str) -> None:
    assert JEKYLL.read(text) == datetime(2018, 7, 29, 14, tzinfo=CHICAGO)


@pytest.mark.parametrize("zone", ["Z", "UTC", "UT", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"])
def test_a_zone_that_ruby_knows_counts_in_jekylls_dialect(zone: str) -> None:
    text = f"2018-07-29 10:00 {zone}"

    assert JEKYLL.read(text) == MATERIAL.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thurs Feb 3 17:03:39 2011",
        "Thur, 3 Febuary 2011 17:03:39",
        "thursd. Febr. 3, 2011 17:03:39",
        "Thursday February 3 2011 17:03:39",
        '2011-02-03 17:03:39"',
        "\u201c2011-02-03 17:03:39\u201d,",
    ],
)
def test_of_words_in_a_date_ruby_reads_three_letters_and_no_quotes_around_it(text: str) -> None:
    assert JEKYLL.read(text) == datetime(2011, 2, 3, 17, 3, 39, tzinfo=CHICAGO)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2011-02-03 18:30am", "06:30"),
        ("2011-02-03 14:30:00 pm", "14:30"),
        ("2011-02-03 0:30 p.m.", "12:30"),
        ("February 3, 2011 12:30 AM", "00:30"),
    ],
)
def test_to_ruby_an_hour_of_the_whole_day_is_one_of_its_half_as_well(text: str, told: str) -> None:
    assert JEKYLL.read(text) == datetime.fromisoformat(f"2011-02-03 {told}").replace(tzinfo=CHICAGO)


def test_to_ruby_the_day_after_the_last_of_february_is_one_of_march() -> None:
    assert JEKYLL.read("2023-02-29") == datetime(2023, 3, 1, tzinfo=CHICAGO)


@pytest.mark.parametrize("zone", ["CEST", "JST", "BRT"])
def test_another_one_counts_only_where_the_site_is(zone: str) -> None:
    text = f"2018-07-29 10:00 {zone}"
    in_paris = Clock(zone=ZoneInfo("Europe/Paris"), bare_datetimes_are_utc=True)

    assert JEKYLL.read(text) == datetime(2018, 7, 29, 10, tzinfo=CHICAGO)
    assert in_paris.read(text) == datetime(2018, 7, 29, 10, tzinfo=ZoneInfo("Europe/Paris"))


class TestValuesOfYaml:
    """What YAML has made of a date already."""

    def test_a_date_is_midnight_where_the_site_is(self) -> None:
        assert JEKYLL.read(date(2025, 7, 28)) == datetime(2025, 7, 28, tzinfo=CHICAGO)

    def test_a_datetime_without_a_zone_is_local_in_materials_dialect(self) -> None:
        clock = Clock(zone=CHICAGO)

        assert clock.read(datetime.fromisoformat("2025-07-28 02:00")) == datetime(2025, 7, 28, 2, tzinfo=CHICAGO)

    def test_a_datetime_without_a_zone_is_utc_in_jekylls_dialect_and_may_change_the_day(self) -> None:
        moment = JEKYLL.read(datetime.fromisoformat("2025-07-28 02:00"))

        assert moment.isoformat() == "2025-07-27T21:00:00-05:00"

    def test_a_datetime_with_a_zone_is_shifted(self) -> None:
        moment = datetime(2025, 7, 28, 9, tzinfo=timezone(timedelta(hours=9)))

        assert MATERIAL.read(moment).isoformat() == "2025-07-28T00:00:00+00:00"

    def test_a_number_of_eight_digits_is_a_date(self) -> None:
        assert MATERIAL.read(20250728) == datetime(2025, 7, 28, tzinfo=UTC)


def test_an_hour_that_summer_time_skips_is_the_next_one() -> None:
    assert JEKYLL.read("2025-03-09 02:30").isoformat() == "2025-03-09T03:30:00-05:00"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("July 1st", "'July 1st'", id="no year"),
        pytest.param("July 2025", "'July 2025'", id="no day"),
        pytest.param("2025", "'2025'", id="a year in quotes"),
        pytest.param(2025, "2025", id="a year"),
        pytest.param("Friday", "'Friday'", id="a day of the week"),
        pytest.param("10:00", "'10:00'", id="a time"),
        pytest.param(time(10), "10:00:00", id="a time of TOML"),
        pytest.param("today", "'today'", id="today"),
        pytest.param("TBD", "'TBD'", id="to be done"),
        pytest.param("31 Dez 2025", "'31 Dez 2025'", id="a month in another language"),
        pytest.param("2025-13-45", "'2025-13-45'", id="no such month"),
        pytest.param("2025-28-07", "'2025-28-07'", id="day and month swapped"),
        pytest.param("2025-02-30", "'2025-02-30'", id="no such day"),
        pytest.param("2025-07-28 24:01", "'2025-07-28 24:01'", id="no such hour"),
        pytest.param("2025-07-28 13:00 PM", "'2025-07-28 13:00 PM'", id="no such hour of half a day"),
        pytest.param("0000-01-01", "'0000-01-01'", id="year 0"),
        pytest.param("9999-12-31 23:59 -08:00", "'9999-12-31 23:59 -08:00'", id="beyond the last year"),
        pytest.param(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=9))), "0001-01-01T00:00:00+09:00", id="year -1"),
        pytest.param("2020-2021", "'2020-2021'", id="two years"),
        pytest.param("1" * 70, f"'{'1' * 60}…'", id="too many digits"),
        pytest.param("July " * 100, f"'{('July ' * 12).strip()} …'", id="too long"),
        pytest.param("\0", "'\0'", id="a null character"),
        pytest.param(True, "true", id="a flag"),
        pytest.param(1.5, "1.5", id="a number"),
        pytest.param(["2025-07-28"], "a list", id="a list"),
        pytest.param({"created": 1}, "a mapping", id="a mapping"),
    ],
)
def test_what_is_no_date_is_told_and_never_guessed(value: Any, shown: str) -> None:
    with pytest.raises(ContentError) as caught:
        MATERIAL.read(value)

    assert caught.value.message == f"{shown} is not a date"
    assert caught.value.hint == "write it as 2025-07-01, or 2025-07-01 09:30:00 +02:00"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("07/01/2025", "write it as 2025-07-01, or as 2025-01-07"),
        ("1.5.2021", "write it as 2021-05-01, or as 2021-01-05"),
        ("07-01-2025 10:00", "write it as 2025-07-01, or as 2025-01-07"),
    ],
)
def test_a_date_that_can_be_read_in_two_ways_is_told(text: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        MATERIAL.read(text)

    assert caught.value.message == f"'{text}' can be read in two ways"
    assert caught.value.hint == hint


@pytest.mark.parametrize("text", ["2025-07-28 10:00 IST", "July 28 2025 10:00 IST", "2025-07-28 10:00 Europe/Nowhere"])
def test_a_zone_that_is_not_known_is_told(text: str) -> None:
    with pytest.raises(ContentError) as caught:
        MATERIAL.read(text)

    assert caught.value.message == f"'{text.rsplit(' ', 1)[-1]}' is not a time zone that is known here"
    assert caught.value.hint == "write it as an offset from UTC: +02:00"


ZONES = {
    1: (
        "WET Europe/Lisbon, CET Europe/Paris, MEZ Europe/Berlin, EET Europe/Helsinki, GMT Europe/London, "
        "SAST Africa/Johannesburg, MSK Europe/Moscow, SGT Asia/Singapore, HKT Asia/Hong_Kong, AWST Australia/Perth, "
        "JST Asia/Tokyo, KST Asia/Seoul, ACST Australia/Darwin, AEST Australia/Brisbane, ACDT Australia/Adelaide, "
        "AEDT Australia/Sydney, NZDT Pacific/Auckland, BRT America/Sao_Paulo, NST America/St_Johns, "
        "AST America/Halifax, EST America/New_York, CST America/Chicago, MST America/Denver, PST America/Los_Angeles, "
        "AKST America/Anchorage, HST Pacific/Honolulu"
    ),
    7: (
        "WEST Europe/Lisbon, CEST Europe/Paris, MESZ Europe/Berlin, EEST Europe/Helsinki, BST Europe/London, "
        "NZST Pacific/Auckland, NDT America/St_Johns, ADT America/Halifax, EDT America/New_York, CDT America/Chicago, "
        "MDT America/Denver, PDT America/Los_Angeles, AKDT America/Anchorage"
    ),
}
"""Names of zones, each with a town where it holds in that month."""


@pytest.mark.parametrize(
    ("month", "name", "town"),
    [(month, *zone.split()) for month, zones in ZONES.items() for zone in zones.split(", ")],
)
def test_the_name_of_a_zone_is_that_of_its_towns(month: int, name: str, town: str) -> None:
    moment = datetime(2025, month, 15, 12, tzinfo=ZoneInfo(town))

    assert moment.tzname() in {name, {"MEZ": "CET", "MESZ": "CEST"}.get(name), f"{moment:%z}".removesuffix("00")}
    assert MATERIAL.read(f"2025-{month}-15 12:00 {name}") == moment


def test_a_text_on_which_the_parser_stumbles_is_no_date() -> None:
    text = "July 1 2017 99999999999991999999999999936m"  # more minutes than Python's decimals can divide
    with pytest.raises(ArithmeticError):
        parser.parse(text)

    with pytest.raises(ContentError, match=f"'{text}' is not a date"):
        MATERIAL.read(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2017-01-14 - 2017-01-18", "2017-01-14T00:00:00-06:00"),
        ("2017-01-14/2017-01-18", "2017-01-14T00:00:00-06:00"),
        ("2020-10-11T016:30:00", "2020-10-11T16:30:00-05:00"),
    ],
)
def test_the_first_of_several_days_and_an_hour_of_three_digits_are_read_in_jekylls_dialect(
    text: str, moment: str
) -> None:
    assert JEKYLL.read(text).isoformat() == moment
    with pytest.raises(ContentError):
        MATERIAL.read(text)


@pytest.mark.parametrize(
    ("name", "hours"), [("WET", 0), ("CET", 1), ("EET", 2), ("EST", -5), ("MST", -7), ("HST", -10)]
)
def test_the_name_of_standard_time_means_that_in_summer_too(name: str, hours: int) -> None:
    moment = datetime(2025, 7, 15, 12, tzinfo=timezone(timedelta(hours=hours)))

    assert MATERIAL.read(f"2025-07-15 12:00 {name}") == moment
