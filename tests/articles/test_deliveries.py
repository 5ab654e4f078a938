"""A talk that is given several times: one page, one card, all dates."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

    from tests.built import Built
    from tests.site import Site

NOW = "1719792000"  # 2024-07-01


def _events(built: Built, url: str) -> list[dict[str, Any]]:
    return [thing for thing in built.page(url).json_ld[0]["@graph"] if thing["@type"] == "Event"]


def _flat(nodes: Iterable[LexborNode]) -> list[str]:
    return [" ".join(node.text(separator=" ").split()).replace("\u2013", "-") for node in nodes]


def _sections(built: Built) -> list[str]:
    return [node.text() for node in built.page("talks/").css(".bp-section__title")]


@pytest.fixture(name="given")
def _given(site: Site, monkeypatch: pytest.MonkeyPatch) -> Built:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    site.blogposts(events=True, timezone="Europe/Prague").write("""
        docs/blog/.authors.yml
        | authors:
        |   jane:
        |     name: Jane Doe
        |     url: https://example.com/jane
        docs/talks/tides.md
        | ---
        | title: Tides
        | speakers: [jane, John <Roe>]
        | language: German
        | level: beginners
        | deliveries:
        |   - event: PyCon
        |     location: Prague
        |     address: Street 1, Prague
        |     date: 2024-09-17 14:00
        |     end: 2024-09-17 14:30
        |     link: https://example.com/pycon
        |   - event: Meetup
        |     location: Ghent
        |     date: 2023-03-01
        |     video: https://example.com/video
        |   - event: Camp
        |     date: 2022-05-06
        |     end: 2022-05-08
        |     status: cancelled
        |   - event: Later
        |     date: 2025-01-01
        |     status: proposed
        | ---
        | Abstract.
        docs/talks/off.md
        | ---
        | title: Off
        | language: de
        | venue: PyCon
        | date: 2024-10-01
        | status: cancelled
        | ---
        docs/talks/offer.md
        | ---
        | title: Offer
        | type: Workshop
        | status: offered
        | ---
        docs/talks/wish.md
        | ---
        | title: Wish
        | venue: Some Conf
        | date: 2024-12-01
        | status: proposed
        | ---
        docs/blog/posts/a.md
        | ---
        | date: 2024-03-01
        | talks: [tides]
        | ---
        | # About it
    """)
    return site.build(strict=True)


def test_a_talk_that_is_given_several_times(given: Built) -> None:
    page = given.page("talks/tides/")

    assert _flat(page.css(".bp-header .bp-deliveries__one")) == [
        "January 1, 2025 Later Proposed",
        (
            "September 17, 2024 , 2:00 PM - 2:30 PM GMT+02:00 PyCon , Prague, Street 1, Prague"
            " Upcoming Event Add to calendar"
        ),
        "March 1, 2023 Meetup , Ghent Video",
        "May 6, 2022 - May 8, 2022 Camp Cancelled",
    ]
    people = [(node.text(strip=True), node.attributes.get("href")) for node in page.css(".bp-header .bp-author > *")]
    assert people == [("Jane Doe", "https://example.com/jane"), ("John <Roe>", None)]
    assert "German" in page.text
    assert "beginners" in page.text
    assert [link.url for link in page.links_in(".bp-buttons")] == [
        "https://example.com/video",
        "https://example.com/pycon",
        "talks/tides/talk.ics",
    ]

    assert _sections(given) == ["Upcoming talks", "2023", "2022", "Talks on offer", "Proposed talks"]
    assert [card.title for card in given.page("talks/").cards] == ["Tides", "Off", "Offer", "Wish"]
    marks = [node.text(strip=True) for node in given.page("talks/").css(".bp-card .bp-meta .bp-badge")]
    assert marks == ["Upcoming", "Cancelled", "On offer", "Proposed"]
    lines = given.page("talks/").css(".bp-section > .bp-deliveries .bp-deliveries__one")
    assert _flat(lines) == [
        "March 1, 2023 Tides , Meetup, Ghent",
        "May 6, 2022 - May 8, 2022 Tides , Camp Cancelled",
    ]

    events = _events(given, "talks/tides/")
    assert [(event["startDate"], event.get("endDate"), event["eventStatus"][19:]) for event in events] == [
        ("2024-09-17T14:00:00+02:00", "2024-09-17T14:30:00+02:00", "EventScheduled"),
        ("2023-03-01", None, "EventScheduled"),
        ("2022-05-06", "2022-05-08", "EventCancelled"),
    ]
    assert events[0]["location"]["address"] == "Street 1, Prague"
    assert [event["inLanguage"] for event in events] == [{"@type": "Language", "name": "German"}] * 3
    (off,) = _events(given, "talks/off/")
    assert off["inLanguage"] == "de"
    assert "German" in given.page("talks/off/").text
    assert _events(given, "talks/wish/") == _events(given, "talks/offer/") == []

    event = given.page("talks/event/pycon/")
    assert event.heading == "PyCon"
    assert [card.title for card in event.cards] == ["Off", "Tides", "About it"]
    assert "talks/event/pycon/" in {link.url for link in page.links_in(".bp-deliveries")}
    assert given.page("talks/event/meetup/").text.count("March 1, 2023") > 0


def test_the_talks_of_an_author_stand_with_their_posts(site: Site) -> None:
    site.blogposts(authors_profiles=True).write("""
        docs/talks/t.md
        | ---
        | title: T
        | venue: V
        | speakers: [Jane Doe]
        | ---
        docs/blog/posts/a.md
        | ---
        | date: 2024-03-01
        | author: Jane Doe
        | ---
        | # A
        docs/index.md
        | <!-- blogposts: {talks: true, author: Jane Doe} -->
        | <!-- blogposts: {talks: true, author: Nobody} -->
    """)

    built = site.build(strict=True)

    assert [card.title for card in built.page("blog/author/jane-doe/").cards] == ["A", "T"]
    assert [link.url for link in built.page("talks/t/").links_in(".bp-author")] == ["blog/author/jane-doe/"]
    assert [card.title for card in built.page("").cards] == ["T"]


JOINED = """
    docs/talks/one.md
    | ---
    | title: One
    | venue: First
    | date: 2022-01-01
    | tags: [a]
    | ---
    | Text.
    docs/talks/two.md
    | ---
    | title: Two
    | venue: Second
    | date: 2023-01-01
    | slidesurl: https://example.com/slides
    | same_as: one
    | tags: [b]
    | ---
    docs/talks/three.md
    | ---
    | title: Three
    | venue: Third
    | date: 2024-01-01
    | same_as: two.md
    | ---
    | Text.
    docs/blog/posts/a.md
    | ---
    | date: 2024-03-01
    | talks: [three]
    | ---
    | # A
    |
    | See [it](../../talks/two.md).
"""


def test_files_about_one_talk_are_one_page(site: Site) -> None:
    built = site.write(JOINED).build(strict=True)

    assert [card.title for card in built.page("talks/").cards] == ["One"]
    assert [node.text() for node in built.page("talks/").css(".bp-section__title")] == ["2024", "2023", "2022"]
    page = built.page("talks/one/")
    assert [node.text() for node in page.css(".bp-header .bp-deliveries time")] == [
        "January 1, 2024",
        "January 1, 2023",
        "January 1, 2022",
    ]
    assert {"https://example.com/slides"} <= {link.url for link in page.links_in(".bp-deliveries")}
    assert [card.title for card in page.cards] == ["A"]
    assert [(card.title, card.url) for card in built.page("blog/2024/03/01/a/").cards] == [("One", "talks/one/")]
    redirects = json.loads(built.read("redirects.json"))
    assert {old: new.removeprefix("https://example.org") for old, new in redirects.items()} == {
        "/talks/two/": "/talks/one/",
        "/talks/three/": "/talks/one/",
    }


def test_talks_with_one_key_are_one_page(site: Site) -> None:
    for year in (2022, 2023, 2024):
        site.put(
            f"docs/talks/{year}.md", f"---\ntitle: T{year}\nvenue: V{year}\ndate: {year}-01-01\ntalk: tides\n---\n"
        )

    built = site.build(strict=True)

    assert [(card.title, card.url) for card in built.page("talks/").cards] == [("T2022", "talks/2022/")]
    assert len(built.page("talks/2022/").css(".bp-header .bp-deliveries__one")) == 3


def test_what_is_wrong_with_files_about_one_talk_is_told(site: Site) -> None:
    site.write("""
        docs/talks/one.md
        | ---
        | title: One
        | venue: First
        | same_as: two
        | ---
        docs/talks/two.md
        | ---
        | title: Two
        | venue: Second
        | same_as: one
        | ---
        docs/talks/three.md
        | ---
        | title: Three
        | venue: Third
        | same_as: fuor
        | ---
        docs/talks/four.md
        | ---
        | title: Four
        | venue: Fourth
        | ---
        docs/talks/five.md
        | ---
        | title: Five
        | venue: Fifth
        | same_as: six
        | ---
        docs/talks/six.md
        | ---
        | title: Six
        | venue: Sixth
        | draft: true
        | ---
        docs/talks/seven.md
        | ---
        | title: Seven
        | venue: Seventh
        | same_as: four
        | ---
        | Lost.
    """)

    built = site.build()

    assert built.faults == [
        (
            "docs/talks/five.md:4:10: same_as: 'six' is held back (draft), so this talk has a page of its own\n"
            "    publish that talk, or take the key out"
        ),
        (
            "docs/talks/one.md:4:10: same_as: 'two' leads in a circle, so this talk has a page of its own\n"
            "    take the key out of the file that is to be the page"
        ),
        (
            "docs/talks/seven.md:4:10: its text is shown nowhere, since its page is that of 'docs/talks/four.md'\n"
            "    put what is worth reading into that file"
        ),
        "docs/talks/three.md:4:10: same_as: there is no other talk 'fuor'\n    did you mean 'four'?",
        (
            "docs/talks/two.md:4:10: same_as: 'one' leads in a circle, so this talk has a page of its own\n"
            "    take the key out of the file that is to be the page"
        ),
    ]
    assert {"talks/one/", "talks/two/", "talks/five/"} <= set(built.pages)


def test_what_another_file_tells_is_not_kept_from_the_build_before(site: Site) -> None:
    site.blogposts(events=True, talks_map=True).write(JOINED).write("""
        docs/map.md
        | <!-- blogposts: {list: map} -->
        docs/speaking.md
        | <!-- blogposts: {list: speaking} -->
    """)
    site.build(strict=True)
    head = "title: Two\nvenue: Second\nlocation: Here\ncoordinates: [1, 2]\ndate: 2023-06-06\nsame_as: one"
    site.put("docs/talks/two.md", f"---\n{head}\n---\n")
    site.put("docs/talks/offer.md", "---\ntitle: Offer\ntype: Talk\nstatus: offered\n---\n")

    built = site.build(strict=True)

    for url in ("talks/one/", "talks/", "talks/event/second/"):
        assert "June 6, 2023" in built.page(url).text
        assert "January 1, 2023" not in built.page(url).text
    assert "20230606" in built.read("talks/talks.ics")
    assert [node.text() for node in built.page("map/").css(".bp-map__dot")] == ["Here"]
    assert [card.title for card in built.page("speaking/").cards] == ["Offer"]
