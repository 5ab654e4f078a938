"""What strangers write into what is imported: it stays data, in files of the folder that it goes to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from icalendar import Calendar, Event

from tests.built import bytes_of
from tests.cli.command import run
from tests.finishing.attacks import ATTACKS, post_with
from tests.finishing.test_attacks import page_with, read_html
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

pytestmark = pytest.mark.slow

WAYS_OUT = ("../../zap", "..\\..\\zap", "/zap", "C:zap", "con", "zap.", "~/zap", "zap" * 200, ".", "index")


def schedule_of(texts: Iterable[str]) -> str:
    """A programme of pretalx with each text in all fields of a talk."""
    events = [
        {
            **dict.fromkeys(
                ("title", "subtitle", "track", "type", "language", "abstract", "description", "room"), text
            ),
            **dict.fromkeys(("url", "slug", "logo", "recording_license"), text),
            "guid": f"{number} {text}",
            "date": "2025-05-23T10:00:00+02:00",
            "duration": "00:30",
            "persons": [{"id": number, "name": text, "public_name": text, "biography": text}],
            "links": [{"url": text, "title": text}],
            "attachments": [{"url": text, "title": text}],
        }
        for number, text in enumerate(texts)
    ]
    day = {"index": 1, "date": "2025-05-23", "rooms": {"zap\"'><zap-tag>": events}}
    conference = {"title": "<zap-tag>zap", "city": "../zap", "time_zone_name": "Europe/Oslo", "days": [day]}
    return json.dumps({"schedule": {"version": "1", "base_url": "javascript:zap()", "conference": conference}})


def sessions_of(texts: Iterable[str]) -> str:
    """Sessions of Sessionize with each text in all fields of one."""
    sessions = [
        {
            **dict.fromkeys(("title", "description", "room", "liveUrl", "recordingUrl"), text),
            "id": f"s{number}",
            "startsAt": "2024-05-23T10:00:00",
            "endsAt": "2024-05-23T10:30:00",
            "speakers": [{"id": f"p{number}", "name": text}],
            "categories": [{"name": text, "categoryItems": [{"id": 1, "name": text}]}],
            "questionAnswers": [{"question": text, "answer": text}],
        }
        for number, text in enumerate(texts)
    ]
    return json.dumps([{"groupId": "1", "groupName": "zap", "sessions": sessions}])


def table_of(texts: Iterable[str]) -> str:
    """A table of talks with each text in all of its columns."""
    columns = ("title", "type", "url_slug", "venue", "location", "talk_url", "description")
    lines = ["\t".join((*columns, "date"))]
    for text in texts:
        cell = " ".join(text.replace("\x00", "").split()).replace('"', "'")
        lines.append("\t".join((*[cell] * len(columns), "2023-05-23")))
    return "\n".join(lines) + "\n"


def calendar_of(texts: Iterable[str]) -> bytes:
    """A calendar with each text in all fields of an event."""
    calendar = Calendar()
    calendar.add("x-wr-calname", "zap<zap-tag>")
    for number, text in enumerate(texts):
        event = Event()
        for key in ("summary", "description", "location", "url", "organizer", "categories"):
            event.add(key, text.replace("\x00", ""))
        event.add("uid", str(number))
        event["dtstart"] = "20220523T100000Z"
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def test_what_is_imported_from_programmes_is_text(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "site").mkdir(parents=True)
    site = Site(outside / "site")
    texts = (*ATTACKS[::3], *WAYS_OUT)
    exports: dict[str, str | bytes] = {
        "schedule.json": schedule_of(texts),
        "sessions.json": sessions_of(texts),
        "talks.tsv": table_of(texts),
        "talks.ics": calendar_of(texts),
    }
    for name, content in exports.items():
        site.put(name, content)
    site.save()
    before = bytes_of(outside)

    files = [str(site.root / name) for name in exports]
    result = run("import", "talks", "--config-file", str(site.root / "mkdocs.yml"), *files, "--all", "--event", "Zap")

    assert result.exit_code == 0, result.output
    made = {name: content for name, content in bytes_of(outside).items() if name not in before}
    assert len(made) > 2 * len(texts)
    assert {name.rpartition("/")[0] for name in made} == {"site/docs/talks"}
    for name, content in made.items():
        stem = name.rpartition("/")[2].removesuffix(".md")
        assert stem.isprintable(), ascii(stem)
        assert not set(stem) & set('<>:"|?*\\/ ')
        assert len(stem) <= 90
        assert stem.lower() not in {"con", "index"}
        head: dict[str, Any] = yaml.safe_load(content.decode().split("---\n")[1])
        assert [key for key in head if "zap" in key.lower()] == []
    built = site.build()
    assert built.error is None, built.errors
    talks = [url for url in built.pages if url.startswith("talks/")]
    assert len(talks) > 2 * len(texts)
    for url in talks:
        read_html(built, url, built.page(url).html)


def test_a_jekyll_site_is_imported_as_it_says(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "old").mkdir(parents=True)
    old = Site(outside / "old")
    evil = "zap\"'><zap-tag>: [&zap, *zap] # {{ zap }} !!python/none \u2028 | > %zap @zap `zap`"
    config = {
        **dict.fromkeys(("title", "description", "name", "repository", "email"), evil),
        "author": dict.fromkeys(("name", "bio", "github", "avatar", "uri", "location"), evil),
        "include": ["../zap", "/zap", evil],
        "url": "https://example.org",
        "collections": {"talks": {"output": True, "permalink": "/talks/../../:path/"}, "../zap": {"output": True}},
    }
    old.put("_config.yml", yaml.safe_dump(config))
    links = [{"title": text, "url": text} for text in (*ATTACKS[::4], *WAYS_OUT, evil)]
    old.put("_data/navigation.yml", yaml.safe_dump({"main": links}))
    old.put("_data/authors.yml", yaml.safe_dump({evil: dict.fromkeys(("name", "bio", "avatar", "uri"), evil)}))
    old.put("_bibliography/papers.bib", "@article{zap, title = {<zap-tag>}, author = {Zap}, year = 2024}\n")
    for number, text in enumerate((*ATTACKS[::4], *WAYS_OUT)):
        old.put(f"_posts/2024-01-31-{number}.md", page_with(post_with(text, number) | {"permalink": text}))
        old.put(f"_talks/{number}.md", page_with({"title": text, "permalink": text, "venue": text}))
    (outside / "zap").write_text("bait", encoding="utf-8")
    (outside / "old" / "linked").symlink_to(outside / "zap")
    before = bytes_of(outside)

    result = run("import", "jekyll", str(old.root), str(outside / "new"), "--no-check")

    assert result.exit_code == 0, result.output
    made = {name: content for name, content in bytes_of(outside).items() if before.get(name) != content}
    assert [name for name in made if not name.startswith("new/")] == []
    assert [name for name, content in made.items() if content == b"bait"] == []
    written = made["new/mkdocs.yml"].decode()
    wanted = " ".join(evil.split())
    read = yaml.safe_load(_plain(written))
    assert " ".join(read["site_name"].split()) == wanted
    assert sum("2024-01-31-" in name for name in made) >= len(ATTACKS[::4]) + len(WAYS_OUT), list(made)


def _plain(text: str) -> str:
    """YAML without the tags that only MkDocs knows."""
    return text.replace("!!python/name:", "").replace("!ENV", "")
