"""Talks, and the pages beside them."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.content.models import HeldBack
from mkdocs_blogposts.faults import Level
from mkdocs_blogposts.texts.loader import load_talk
from tests.content.reading import day, read, talk


def test_a_talk_is_read() -> None:
    found = talk(
        """
        title: "Async"
        collection: talks
        type: Talk
        talk_type: Conference Talk
        permalink: /talks/2025-07-17-europython
        venue: EuroPython 2025
        location: Prague, Czech Republic
        date: 2025-07-17
        slidesurl: https://example.org/slides
        videourl: https://example.org/video
        link: /talks/2025-07-17-europython
        tags: [python]
        excerpt: How it works.
        """,
        src_uri="_talks/2025-07-17-europython.md",
    )

    it = found.it
    assert found.told == []
    assert (it.id, it.title, it.date) == ("2025-07-17-europython", "Async", day("2025-07-17"))
    assert (it.talk_type, it.venue, it.location) == ("Conference Talk", "EuroPython 2025", "Prague, Czech Republic")
    assert (it.slides_url, it.video_url, it.link) == ("https://example.org/slides", "https://example.org/video", None)
    assert (it.dest_uri, it.tags, it.excerpt) == (
        "talks/2025-07-17-europython/index.html",
        ("python",),
        "How it works.",
    )


@pytest.mark.parametrize(
    "head",
    [
        "venue: PyCon",
        "venue:",
        "event: PyCon",
        "location: Prague",
        "type: Talk",
        "talk_type: Tutorial",
        "collection: talks",
        "speakers:",
        "deliveries: []",
    ],
)
def test_a_talk_is_known_by_its_keys(head: str) -> None:
    found = talk(head)

    assert (found.it.title, found.it.date, found.told) == ("Talk", None, [])


@pytest.mark.parametrize("head", ["conference: PyCon", "title: a: b\nconference: PyCon"])
def test_a_talk_is_known_by_names_that_the_site_has_for_its_keys(head: str) -> None:
    aliases = {"venue": ["conference"]}

    assert (talk(head).told, talk(head, key_aliases=aliases).told) == (
        [],
        talk(head.replace("conference", "venue")).told,
    )
    assert talk("conference: PyCon", key_aliases=aliases).it.venue == "PyCon"


@pytest.mark.parametrize("key", ["venue", "event"])
def test_an_event_has_two_names(key: str) -> None:
    assert talk(f"{key}: PyCon 2025").it.venue == "PyCon 2025"


@pytest.mark.parametrize(
    ("head", "src_uri"),
    [
        pytest.param("title: Talks\ndate: 2025-07-17\ntags: [python]", "talks/index.md", id="a page beside the talks"),
        pytest.param("collection: pages", "talks/about.md", id="a page of another collection"),
        pytest.param("venue: PyCon", "docs/about.md", id="a page elsewhere"),
        pytest.param("venue: PyCon", "talks-old/x.md", id="a page in a folder that begins alike"),
        pytest.param("tags: 7\ntags: 8", "talks/about.md", id="a page with faults, which are not ours"),
        pytest.param("title: a: b", "talks/about.md", id="a page that cannot be read, which is not ours either"),
    ],
)
def test_another_page_is_no_talk(head: str, src_uri: str) -> None:
    found = talk(head, src_uri=src_uri)

    assert (found.maybe, found.told) == (None, [])


@pytest.mark.parametrize(
    ("head", "src_uri", "level"),
    [
        ("title: a: b\nvenue: PyCon", "talks/talk.md", Level.ERROR),
        ("title: a: b\nspeakers: [Jane Doe]", "talks/talk.md", Level.ERROR),
        ("title: a: b", "_talks/talk.md", Level.WARNING),
    ],
)
def test_a_talk_that_cannot_be_read_is_told(head: str, src_uri: str, level: Level) -> None:
    found = talk(head, src_uri=src_uri)

    assert (found.maybe is None, found.levels) == (level is Level.ERROR, [level])
    assert found.told == ['talk.md:2:9: an unquoted value holds a colon -> write `title: "a: b"`']


def test_a_talk_needs_no_front_matter_below_its_folder() -> None:
    found = read(load_talk, "# Async\n", src_uri="_talks/13_async.md")

    assert (found.it.id, found.it.title, found.it.date, found.told) == ("13_async", "Async", None, [])


def test_every_fault_of_a_talk_is_told() -> None:
    found = talk("venue: [PyCon]\nslidesurl: javascript:x\ndate: soon")

    assert (found.it.venue, found.it.slides_url, found.it.date) == (None, None, None)
    assert [fault.place.line for fault in found.faults if fault.place] == [2, 3, 4]


def test_a_talk_may_be_a_draft() -> None:
    found = talk("venue: PyCon\npublished: false\ntags: 7")

    assert (found.it.held_back, found.levels) == (HeldBack.UNPUBLISHED, [Level.INFO])


@pytest.mark.parametrize("src_uri", ["_talks/dec.md", "talks/dec.md"])
def test_a_talk_whose_date_cannot_be_read_has_none(src_uri: str) -> None:
    found = talk("venue: PyCon\ndate: Dec-13", src_uri=src_uri)

    told = "dec.md:3:7: date: 'Dec-13' is not a date -> write it as 2025-07-01, or 2025-07-01 09:30:00 +02:00"
    assert (found.it.title, found.it.date, found.told) == ("Dec", None, [told])
