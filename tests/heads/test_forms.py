"""The forms in which machines want what there is to say: JSON in a script, locales, recordings, heads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from babel.core import get_global
from extruct.jsonld import JsonLdExtractor

from mkdocs_blogposts.content.delivery import TalkStatus
from mkdocs_blogposts.heads.given import Given
from mkdocs_blogposts.heads.open_graph import locale_with_territory
from mkdocs_blogposts.heads.page_facts import Occasion, SiteFacts, Step, TalkFacts
from mkdocs_blogposts.heads.structured_data import as_script, things
from mkdocs_blogposts.html.video_sites import Recording, recording_of
from mkdocs_blogposts.shown_dates import locale_of
from mkdocs_blogposts.words import LOCALES
from tests.heads.metadata_site import assert_known

if TYPE_CHECKING:
    from typing import Any

SITE = SiteFacts(
    name="Site", url="https://example.org/", language="en", locale="en_US", blog=Step(name="Blog", url=None)
)


@pytest.mark.parametrize(
    "text",
    ["</script><evil-tag>", "<!--<script>", "a\u2028b\u2029c", '"\\', "]]>", "a & b &amp; c", "\x0b\x7f", "日本語"],
)
def test_json_stays_in_its_script(text: str) -> None:
    script = as_script([{"@type": "Thing", "name": text}])

    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(script)
    assert json.loads(script)["@graph"] == [{"@type": "Thing", "name": text}]
    page = f'<html><head><script type="application/ld+json">{script}</script></head></html>'
    assert JsonLdExtractor().extract(page)[0]["@graph"][0]["name"] == text


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en", "en_US"), ("pt_BR", "pt_BR"), ("pt", "pt_BR"), ("zh_Hant", "zh_TW"), ("zh", "zh_CN"), ("ja", "ja_JP")],
)
def test_a_locale_has_a_territory(locale: str, expected: str) -> None:
    assert locale_with_territory(locale) == expected


@pytest.mark.parametrize("language", sorted({path.stem for path in LOCALES.glob("*.yml")} - {"eo"}))
def test_each_language_of_ours_that_has_a_country_has_a_territory_that_there_is(language: str) -> None:
    _, _, territory = locale_with_territory(locale_of(language)).partition("_")

    assert territory in {name.split("_")[-1] for name in get_global("likely_subtags").values()}


YOUTUBE = "https://www.youtube-nocookie.com/embed/abcdefghijk"


@pytest.mark.parametrize(
    ("url", "embed_url", "is_file"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", YOUTUBE, False),
        ("https://m.youtube.com/watch?app=desktop&v=abcdefghijk&t=3s", YOUTUBE, False),
        ("https://youtu.be/abcdefghijk?si=x", YOUTUBE, False),
        ("https://www.youtube.com/live/abcdefghijk", YOUTUBE, False),
        ("https://www.youtube.com/playlist?list=abcdefghijk", None, False),
        ("https://vimeo.com/123456", "https://player.vimeo.com/video/123456", False),
        ("https://example.org/Talk.MP4?x=1", None, True),
        ("https://media.ccc.de/v/talk", None, False),
    ],
)
def test_a_recording_is_known_by_its_address(url: str, embed_url: str | None, *, is_file: bool) -> None:
    recording = recording_of(url)

    assert (recording.url, recording.embed_url, recording.is_file) == (url, embed_url, is_file)


def _event(*, on_a_day: bool = True, recording: Recording | None = None, **given: Any) -> dict[str, Any]:
    own = dict.fromkeys(("end", "status", "venue", "location", "address", "coordinates", "url"))
    occasion = Occasion(start="2024-02-02", **(own | given))
    facts: dict[str, Any] = {"title": "T", "description": "", "url": "https://example.org/talk/", "image": None}
    facts |= {"trail": (), "people": (), "tags": (), "language": None, "recording": recording, "chapters": ()}
    facts |= {"occasions": (occasion,) if on_a_day else ()}
    event = next(things(TalkFacts(**facts), SITE))
    assert_known(event)
    return event


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (None, "EventScheduled"),
        (TalkStatus.ACCEPTED, "EventScheduled"),
        (TalkStatus.CANCELLED, "EventCancelled"),
        (TalkStatus.POSTPONED, "EventPostponed"),
    ],
)
def test_an_event_says_what_has_become_of_it(status: TalkStatus | None, expected: str) -> None:
    assert _event(status=status)["eventStatus"] == f"https://schema.org/{expected}"


def test_an_event_without_a_place_is_somewhere_or_nowhere() -> None:
    assert _event(location="Online")["location"] == {"@type": "VirtualLocation", "url": "https://example.org/talk/"}
    assert _event(location="Online")["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert _event(venue="PyConf")["location"] == {"@type": "Place", "name": "PyConf"}
    assert "location" not in _event()
    assert "eventAttendanceMode" not in _event(venue="PyConf")


@pytest.mark.parametrize("location", ["online", "Online (Jitsi)", "Online, Jitsi", "virtual - Jitsi", "Webinar"])
def test_an_event_on_the_net_may_say_where_there(location: str) -> None:
    assert _event(location=location)["location"]["@type"] == "VirtualLocation"


@pytest.mark.parametrize(
    "location",
    [
        "Remote Island",
        "Virtual-Reality Lab, Berlin",
        "Onlineville",
        "Prague (online)",
        "Trinidad and Tobago",
        "N/A Bar",
    ],
)
def test_a_place_may_sound_like_the_net(location: str) -> None:
    assert _event(location=location)["location"] == {"@type": "Place", "name": location, "address": location}


@pytest.mark.parametrize("location", ["TBA", "tbd.", "To be announced", "everywhere", "Worldwide", "-", "?", "n/a"])
def test_nobody_goes_where_nobody_knows_yet(location: str) -> None:
    assert "location" not in _event(location=location)
    assert "eventAttendanceMode" not in _event(location=location)
    assert _event(location=location, venue="PyConf")["location"] == {"@type": "Place", "name": "PyConf"}


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("Prague and online", "Prague"),
        ("Prague, Czechia & Online (Jitsi)", "Prague, Czechia"),
        ("online / Prague", "Prague"),
        ("Prague (and online)", "Prague"),
        ("Prague; also virtual", "Prague"),
        ("Prague (hybrid)", "Prague"),
        ("Hybrid: Prague", "Prague"),
        ("Prague / Brno / online", "Prague / Brno"),
    ],
)
def test_an_event_may_be_at_a_place_and_on_the_net(location: str, place: str) -> None:
    event = _event(location=location)

    assert event["location"] == [
        {"@type": "Place", "name": place, "address": place},
        {"@type": "VirtualLocation", "url": "https://example.org/talk/"},
    ]
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"


def test_a_recording_without_an_event_stands_alone() -> None:
    recording = recording_of("https://example.org/talk.webm")

    assert _event(on_a_day=False, recording=recording)["contentUrl"] == "https://example.org/talk.webm"


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ('<meta property="og:title" content="x">', {"og:title"}),
        ("<META CONTENT='a > b' NAME=Description>", {"description"}),
        ("<meta\n  content=x property=og:image />", {"og:image"}),
        ('<meta data-name="x" content="name=description">', set()),
    ],
)
def test_what_a_head_says_is_known(head: str, names: set[str]) -> None:
    given = Given.of(f"<head>{head}")

    assert given.names == names
    assert not given.has_canonical
    assert Given.of("<link href=/x rel=canonical>").has_canonical
