"""`blogposts import talks`: what is exported becomes files that build at once, and nothing that is there changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from icalendar import Calendar, Event

from tests.cli.command import run
from tests.migration import exports

if TYPE_CHECKING:
    from click.testing import Result

    from tests.site import Site

AUTHORS = "authors:\n  ana: {name: Ana Reis, description: D, avatar: https://e.org/a.png}\n"


@pytest.fixture(autouse=True)
def _in_the_folder_of_the_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put("docs/index.md", "# Home\n")
    monkeypatch.chdir(site.root)


def bring(site: Site, name: str, content: str | bytes, *arguments: str) -> Result:
    """What the command does with a file."""
    path = site.root / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    site.save()
    return run("import", "talks", name, *arguments)


def head(site: Site, name: str) -> dict[str, Any]:
    """The front matter of a file, as YAML has it."""
    text = (site.root / "docs/talks" / name).read_text(encoding="utf-8")
    values: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return values


def body(site: Site, name: str) -> str:
    """The text of a file."""
    return (site.root / "docs/talks" / name).read_text(encoding="utf-8").split("---\n", 2)[2].strip()


def test_a_schedule_becomes_talks_that_build(site: Site) -> None:
    site.put("docs/blog/.authors.yml", AUTHORS)

    result = bring(site, "schedule.xml", exports.SCHEDULE_XML, "--speaker", "ana  REIS", "--speaker", "Bo Holm")

    names = ("2025-05-23-tide-tables-__slack__-water.md", "2025-05-24-after-midnight-low-water.md", "a-riddle.md")
    assert result.exit_code == 0
    assert result.stdout.split() == [f"docs/talks/{name}" for name in names]
    assert result.stderr == (
        "Not understood:\n"
        "    schedule.xml:45: start: '2025-05-23 12 sharp' is not a date\n"
        "3 talks written, 0 left out, 1 not understood\n"
    )
    assert head(site, names[0]) == {
        "title": r"Tide tables & \_\_slack\_\_ water",
        "date": "2025-05-23 10:00 +02:00",
        "end": "2025-05-23 11:30 +02:00",
        "venue": "Hydro Camp 2025",
        "location": "Tromsø",
        "address": "Small pool",
        "type": "Workshop",
        "speakers": ["ana", "Bo Holm"],
        "language": "en",
        "link": "https://camp.example.org/talk/A1/",
        "slidesurl": "https://speakerdeck.com/ana/tides",
        "links": [{"name": "Paper", "url": "https://example.org/paper"}],
        "tags": ["Tides"],
        "abstract": "All of `Vec<T>` and &lt;script>alert(1)&lt;/script>.",
    }
    assert body(site, names[0]) == "## Outline\n\n* Notes (notes.md) and [more](https://example.org/more)"
    late = head(site, names[1])
    assert (late["title"], late["date"]) == ("After midnight: Low water", "2025-05-24 01:15 Europe/Oslo")
    built = site.build(strict=True)
    assert (built.exit_code, built.warnings) == (0, [])
    page = built.page("talks/2025-05-23-tide-tables-__slack__-water/")
    assert page.heading == "Tide tables & __slack__ water"
    assert "Vec<T>" in page.text
    assert "<script>alert(1)" not in page.html


def test_a_second_run_adds_only_what_is_new(site: Site) -> None:
    bring(site, "schedule.xml", exports.SCHEDULE_XML, "--speaker", "Bo Holm")
    mine = site.root / "docs/talks/2025-05-24-after-midnight-low-water.md"
    moved = mine.with_name("mine.md")
    moved.write_text(mine.read_text(encoding="utf-8") + "\nMy own words.\n", encoding="utf-8")
    mine.unlink()

    again = bring(site, "schedule.xml", exports.SCHEDULE_XML, "--speaker", "Bo Holm", "--speaker", "Ana Reis")

    assert again.stdout == "docs/talks/a-riddle.md\n"
    assert "    schedule.xml:38: 'After midnight: Low water': it is there already: docs/talks/mine.md\n" in again.stderr
    assert moved.read_text(encoding="utf-8").endswith("\nMy own words.\n")
    assert not mine.exists()


def test_news_of_a_talk_that_is_there_are_told(site: Site) -> None:
    sessions = json.loads(exports.SUBMISSIONS_JSON)["results"][:1]
    bring(site, "submissions.json", json.dumps(sessions), "--event", "EuroPython 2025")
    sessions[0]["state"] = "canceled"
    sessions[0]["slots"] = [{"start": "2025-07-20T12:00:00Z", "end": None, "room": None}]

    again = bring(site, "submissions.json", json.dumps(sessions), "--event", "EuroPython 2025")

    told = "it is there already: docs/talks/2025-07-17-twice.md; it says 2025-07-20 now; it says cancelled now"
    assert again.stderr.splitlines()[1] == f"    submissions.json: [0]: 'Twice': {told}"


def test_a_dry_run_says_the_same_and_writes_nothing(site: Site) -> None:
    dry = bring(site, "schedule.xml", exports.SCHEDULE_XML, "--all", "--dry-run")
    assert not (site.root / "docs/talks").exists()
    done = run("import", "talks", "schedule.xml", "--all")

    assert dry.stdout == done.stdout
    assert dry.stderr == done.stderr.replace("written", "would be written")


def test_each_kind_of_export_becomes_talks_that_build(site: Site) -> None:
    said = [
        bring(site, name, content, "--event", event, "--timezone", "Europe/Prague").stderr
        for name, content, event in (
            ("schedule.json", exports.SCHEDULE_JSON, ""),
            ("submissions.json", exports.SUBMISSIONS_JSON, "EuroPython 2025"),
            ("organisers.json", exports.ORGANISERS_JSON, "EuroPython 2025"),
            ("sessions.json", exports.SESSIONIZE_JSON, "Hydro Camp 2024"),
            ("talks.tsv", exports.TALKS_TSV, ""),
        )
    ]

    assert said == [
        (
            "Not understood:\n    schedule.json: days[0].rooms.Large pool[1]: it is not a mapping\n"
            "1 talk written, 0 left out, 1 not understood\n"
        ),
        (
            "Left out:\n    submissions.json: [1]: 'Not taken': it was rejected\n"
            "Not understood:\n    submissions.json: [3]: it has no title\n"
            "2 talks written, 1 left out, 1 not understood\n"
        ),
        "1 talk written, 0 left out, 0 not understood\n",
        (
            "Left out:\n    sessions.json: sessions[1]: 'Coffee': it is a break\n"
            "    sessions.json: sessions[2]: 'No': it was declined\n"
            "Not understood:\n    sessions.json: sessions[4]: it is not a session\n"
            "    sessions.json: sessions[3]: startsAt: 'soon' is not a date\n"
            "2 talks written, 2 left out, 2 not understood\n"
        ),
        (
            "Not understood:\n    talks.tsv:5: it has 9 columns, of 8\n    talks.tsv:5: date: 'May-18' is not a date\n"
            "3 talks written, 0 left out, 2 not understood\n"
        ),
    ]
    assert head(site, "2026-05-23-gauges.md") == {
        "title": "Gauges",
        "date": "2026-05-23 10:00 +02:00",
        "end": "2026-05-23 10:45 +02:00",
        "venue": "Hydro Camp 2026",
        "address": "Large pool",
        "speakers": ["Ana Reis"],
        "link": "https://camp.example.org/talk/B2/",
        "slidesurl": "https://camp.example.org/media/s.pdf",
        "videourl": "https://example.org/film",
    }
    assert body(site, "2026-05-23-gauges.md") == "<p>Of <b>gauges</b>.</p>"
    twice = head(site, "2025-07-17-twice.md")
    assert twice["deliveries"] == [
        {
            "venue": "EuroPython 2025",
            "date": "2025-07-17 14:00 Europe/Prague",
            "end": "2025-07-17 14:30 Europe/Prague",
            "address": "Hall",
        },
        {"venue": "EuroPython 2025", "date": "2025-07-18 09:00 +02:00", "address": "Attic"},
    ]
    assert (twice["type"], twice["tags"], twice["status"]) == ("Talk", ["Tides", "harbours"], "accepted")
    assert (twice["speakers"], twice["slidesurl"]) == (["Ana Reis"], "https://example.org/a.pdf")
    assert head(site, "perhaps.md")["status"] == "proposed"
    assert head(site, "2025-07-19-by-organisers.md")["address"] == "Hall"
    assert head(site, "2024-05-23-in-rooms.md") == {
        "title": "In rooms",
        "date": "2024-05-23 10:00 Europe/Prague",
        "end": "2024-05-23 10:45 Europe/Prague",
        "venue": "Hydro Camp 2024",
        "address": "Boathouse",
        "type": "Lightning talk",
        "speakers": ["Ana Reis"],
        "level": "Beginner",
        "videourl": "https://youtu.be/dQw4w9WgXcQ",
        "tags": ["Tides"],
    }
    assert head(site, "2012-03-01-talk-1.md")["title"] == "Tides & us"
    assert head(site, "2013-03-01-..-..-up.md")["title"] == "Two lines"
    built = site.build(strict=True)
    assert (built.exit_code, built.warnings) == (0, [])
    assert "talks/2012-03-01-talk-1/" in built.pages


def test_what_a_speaker_of_sessionize_offers_is_on_offer(site: Site) -> None:
    result = bring(site, "profile.json", exports.PROFILE_JSON)

    assert result.stdout == "docs/talks/on-offer.md\n"
    assert result.stderr == (
        "Not understood:\n"
        "    profile.json: sessions[1]: it is not a session\n"
        "    profile.json: events[0]: 'Hydro Camp', 2024-05-23: it does not say which talk was given there\n"
        "1 talk written, 0 left out, 2 not understood\n"
    )
    assert head(site, "on-offer.md") == {
        "title": "On offer",
        "speakers": ["Ana Reis"],
        "status": "offered",
        "language": "en",
        "link": "https://sessionize.com/s/ana/1",
    }
    assert site.build(strict=True).exit_code == 0


def test_a_calendar_says_what_icalendar_says(site: Site) -> None:
    event = Event()
    event.add("summary", "Low water; or high, or none")
    event.add("dtstart", yaml.safe_load("2025-07-17 12:00:00Z"))
    event.add("dtend", yaml.safe_load("2025-07-17 12:30:00Z"))
    event.add("location", "Prague, Czechia")
    event.add("description", "Of the tide, which comes and goes, and of all that it takes along. " * 3 + "\nEnd.")
    event.add("categories", ["tides", "harbours"])
    event.add("status", "CANCELLED")
    days = Event()
    days.add("summary", "Camp")
    days.add("dtstart", yaml.safe_load("2025-08-01"))
    days.add("dtend", yaml.safe_load("2025-08-04"))
    days.add("rrule", {"freq": "yearly"})
    calendar = Calendar()
    calendar.add_component(event)
    calendar.add_component(days)

    result = bring(site, "talks.ics", calendar.to_ical(), "--timezone", "Europe/Prague")

    talk = head(site, "2025-07-17-low-water-or-high-or-none.md")
    assert talk == {
        "title": str(event["summary"]),
        "date": "2025-07-17 14:00 Europe/Prague",
        "end": "2025-07-17 14:30 Europe/Prague",
        "location": str(event["location"]),
        "status": "cancelled",
        "tags": [str(each) for each in event.categories],
    }
    assert body(site, "2025-07-17-low-water-or-high-or-none.md") == str(event["description"]).strip()
    camp = head(site, "2025-08-01-camp.md")
    assert (str(camp["date"]), str(camp["end"]), camp["type"]) == ("2025-08-01", "2025-08-03", "Talk")
    assert "it repeats: only its first time is taken" in result.stderr
    assert site.build(strict=True).exit_code == 0


def test_what_is_no_export_is_refused_in_a_sentence(site: Site) -> None:
    result = bring(site, "a.xml", "<rss/>")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: a.xml:1: it begins with <rss>: a schedule begins with <schedule>\n"


def test_the_talks_of_everybody_are_asked_for(site: Site) -> None:
    assert bring(site, "schedule.xml", exports.SCHEDULE_XML).stderr == (
        'Error: these are talks of 2 people; name yours by `--speaker "Ana Reis"`,'
        " or take those of everybody by `--all`\n"
    )
    assert run("import", "talks", "schedule.xml", "--speaker", "Anna Reis").stderr == (
        "Error: 'Anna Reis' gives none of these talks; did you mean 'Ana Reis'?\n"
    )


def test_strange_names_make_files_of_the_folder(site: Site) -> None:
    titles = ["../../etc/passwd", "CON", "index", "x" * 300, "a\ud800b\x07", "[DRAFT] {{ config }}", "Same", "same!"]
    sessions = [{"title": title, "startsAt": None, "description": "{{ 1 }}"} for title in titles]

    result = bring(site, "sessions.json", json.dumps({"sessions": sessions}))

    names = [path.removeprefix("docs/talks/") for path in result.stdout.split()]
    assert names == [
        "etcpasswd.md",
        "talk-con.md",
        "talk-index.md",
        f"{'x' * 80}.md",
        "ab.md",
        "draft-config.md",
        "same.md",
        "same-2.md",
    ]
    assert head(site, "ab.md") == {
        "title": "ab",
        "type": "Talk",
        "render_with_liquid": False,
        "render_macros": False,
    }
    assert site.build(strict=True).exit_code == 0


def test_moments_at_the_end_of_all_calendars_are_no_mistake_of_ours(site: Site) -> None:
    sessions = [
        {"title": "Late", "startsAt": "9999-12-31T23:59:59Z"},
        {"title": "Early", "startsAt": "0001-01-01T00:00Z"},
    ]
    event = "BEGIN:VEVENT\nSUMMARY:Long\nDTSTART:99991231T235959Z\nDURATION:P9D\nEND:VEVENT\n"

    first = bring(site, "sessions.json", json.dumps({"sessions": sessions}), "--timezone", "Pacific/Auckland")
    second = bring(site, "talks.ics", f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n", "--timezone", "Pacific/Auckland")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert head(site, "9999-12-31-late.md")["date"] == "9999-12-31 23:59 +00:00"


def test_talks_lie_where_those_of_a_jekyll_site_do(site: Site) -> None:
    site.put("_talks/2011-01-01-old.md", "---\ntitle: Old\nvenue: V\ndate: 2011-01-01\n---\n")

    result = bring(site, "talks.tsv", exports.TALKS_TSV)

    assert result.stdout.split()[0] == "_talks/2012-03-01-talk-1.md"
    built = site.build(strict=True)
    assert (built.exit_code, built.warnings) == (0, [])
    assert "talks/2012-03-01-talk-1/" in built.pages
