"""Each time that a talk is given, as front matter tells it."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.content.delivery import TalkStatus
from tests.content.reading import NOW, author_book, day, talk

GIVEN = """
    title: Tides
    deliveries:
      - event: PyCon
        location: Prague
        date: 2025-07-17 14:00 +02:00
        end: 2025-07-17 14:30 +02:00
        link: https://example.org/pycon
        video: https://example.org/video
      - event: Meetup
        location: Online
        date: 2024-03-01
        slides: slides.pdf
        status: canceled
      - event: EuroSciPy
        date: 2027-01-01
        status: proposed
"""


def test_a_talk_is_given_several_times() -> None:
    found = talk(GIVEN)

    assert found.told == []
    assert [(each.venue, each.is_all_day, each.status) for each in found.it.deliveries] == [
        ("EuroSciPy", True, TalkStatus.PROPOSED),
        ("PyCon", False, None),
        ("Meetup", True, TalkStatus.CANCELLED),
    ]
    pycon, meetup = found.it.deliveries[1:]
    assert (pycon.event_url, pycon.video_url) == ("https://example.org/pycon", "https://example.org/video")
    assert pycon.end == day("2025-07-17T12:30:00")
    assert meetup.slides_url == "slides.pdf"
    assert [each.is_coming(NOW) for each in found.it.deliveries] == [False, False, False]


def test_what_stands_at_the_top_is_one_more_time() -> None:
    deliveries = "deliveries: [{event: PyCon, date: 2024-03-01}]"
    told = {
        head: [each.venue for each in talk(f"{head}\n{deliveries}").it.deliveries]
        for head in ("title: T", "venue: PyCon", "venue: PyCon\ndate: 2024-03-01", "venue: Other\ndate: 2025-01-01")
    }

    assert told == {
        "title: T": ["PyCon"],
        "venue: PyCon": ["PyCon"],
        "venue: PyCon\ndate: 2024-03-01": ["PyCon"],
        "venue: Other\ndate: 2025-01-01": ["Other", "PyCon"],
    }


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("{street: 450 Serra Mall, city: Stanford, region: CA, country: United States}", "Stanford, United States"),
        ("{street: 450 Serra Mall, city: Stanford}", "Stanford"),
        ("{street: 450 Serra Mall}", None),
        ("450 Serra Mall", None),
    ],
)
def test_a_talk_without_a_location_is_where_its_address_is(address: str, location: str | None) -> None:
    (delivery,) = talk(f"event: PyCon\naddress: {address}").it.deliveries

    assert delivery.location == location
    assert delivery.address
    assert delivery.address.startswith("450 Serra Mall")


def test_every_key_of_hugoblox_is_understood() -> None:
    found = talk("""
        title: Example Talk
        event: Wowchemy Conference
        event_url: https://example.org/conference
        location: HQ
        address:
          street: 450 Serra Mall
          city: Stanford
          region: CA
          postcode: '94305'
          country: United States
        summary: An example talk.
        abstract: The whole of it.
        date: '2030-06-01T13:00:00Z'
        date_end: '2030-06-01T15:00:00Z'
        all_day: false
        publishDate: '2017-01-01T00:00:00Z'
        authors: [admin]
        tags: []
        featured: false
        image:
          caption: A picture
          focal_point: Right
        links:
          - icon: twitter
            icon_pack: fab
            name: Follow
            url: https://example.org/follow
        url_code: https://example.org/code
        url_pdf: https://example.org/paper.pdf
        url_slides: https://example.org/slides
        url_video: https://example.org/video
        slides: example
        projects: [internal-project]
    """)

    it = found.it
    (delivery,) = it.deliveries
    assert found.told == []
    assert delivery.address == "450 Serra Mall, 94305 Stanford, CA, United States"
    assert (delivery.venue, delivery.event_url) == ("Wowchemy Conference", "https://example.org/conference")
    assert (delivery.date, delivery.end) == (day("2030-06-01T13:00:00"), day("2030-06-01T15:00:00"))
    assert not delivery.is_all_day
    assert [author.name for author in it.speakers] == ["admin"]
    assert (it.code_url, it.paper_url) == ("https://example.org/code", "https://example.org/paper.pdf")
    assert (it.slides_url, it.video_url) == ("https://example.org/slides", "https://example.org/video")
    assert [(link.label, link.url) for link in it.further] == [("Follow", "https://example.org/follow")]
    assert (it.projects, it.description) == (("internal-project",), "An example talk.")
    assert it.body.startswith("The whole of it.\n\n")


def test_links_of_hugoblox_with_a_type_are_what_this_says() -> None:
    found = talk("""
        venue: PyCon
        hugoblox:
          ids:
            doi: 10.5281/zenodo.12
        links:
          - {type: slides, url: Poster.pdf}
          - {type: video, url: https://example.org/video, label: Live}
          - {type: poster, url: https://example.org/poster}
          - {type: code, url: ""}
          - {type: [odd], url: https://example.org/odd}
    """)

    assert found.told == ["talk.md:11:12: links[4].type: expected text, got a list"]
    assert [(link.kind, link.label, link.url) for link in found.it.further] == [
        ("slides", None, "Poster.pdf"),
        ("video", "Live", "https://example.org/video"),
        ("", "Poster", "https://example.org/poster"),
        ("", None, "https://example.org/odd"),
    ]
    assert found.it.doi == "https://doi.org/10.5281/zenodo.12"


def test_the_text_below_an_abstract_keeps_its_lines() -> None:
    found = talk("venue: PyCon\nabstract: What it is.", body="# Title\n\nText.\n").it

    lines = found.body.split("\n")
    assert lines == ["# Title", "", "What it is.", "", "", "Text.", ""]
    assert found.body_line + lines.index("Text.") == 7


def test_a_talk_says_whose_it_is_and_for_whom() -> None:
    book, _ = author_book("authors:\n  jane:\n    name: Jane Doe\n")

    found = talk(
        "venue: PyCon\nspeakers: [jane, John Roe]\nlanguage: German\nlevel: beginners\ndoi: doi:10.5281/zenodo.12",
        authors=book,
    )

    assert found.told == []
    assert [(author.id, author.name) for author in found.it.speakers] == [("jane", "Jane Doe"), (None, "John Roe")]
    assert (found.it.language, found.it.level) == ("German", "beginners")
    assert found.it.doi == "https://doi.org/10.5281/zenodo.12"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "deliveries: PyCon",
            (
                "deliveries: expected a list, got 'PyCon' -> write `- {event: PyCon 2025, location: Prague,"
                " date: 2025-07-17}`"
            ),
        ),
        (
            "deliveries: [{evnt: PyCon}]",
            "unknown key 'evnt'; did you mean 'event'?",
        ),
        (
            "date: 2025-07-17\nend: 2025-07-01",
            "end: 2025-07-01 is before the talk begins -> write a day that is not before that of `date`",
        ),
        (
            "status: canceld",
            (
                "status: 'canceld' is not a status of a talk; did you mean 'canceled'?"
                " -> write one of proposed, accepted, cancelled, postponed, offered"
            ),
        ),
        (
            "slides: example",
            "slides: 'example' is neither a file nor a URL, so nothing leads to it -> write `slides: slides.pdf`",
        ),
        (
            "video: example",
            (
                "video: 'example' is neither a file nor a URL, so nothing leads to it"
                " -> write `video: https://example.org/video`"
            ),
        ),
        (
            "doi: 12/34",
            "doi: '12/34' is not a DOI -> write `doi: 10.5281/zenodo.1234567`",
        ),
        (
            "coordinates: [95, 14]",
            "coordinates: expected a latitude and a longitude, got a list -> write `coordinates: [50.08, 14.43]`",
        ),
        (
            "coordinates: [14, -181]",
            "coordinates: expected a latitude and a longitude, got a list -> write `coordinates: [50.08, 14.43]`",
        ),
        (
            "coordinates: here",
            "coordinates: expected a latitude and a longitude, got 'here' -> write `coordinates: [50.08, 14.43]`",
        ),
        (
            "coordinates: {lat: 50.1}",
            "coordinates: expected a latitude and a longitude, got a mapping -> write `coordinates: [50.08, 14.43]`",
        ),
        (
            "deliveries: [{video: 'javascript:x'}]",
            "deliveries[0].video: 'javascript:x' is not an address to link to -> write `https://…` or a path",
        ),
    ],
)
def test_what_is_wrong_is_told(head: str, told: str) -> None:
    found = talk(f"venue: PyCon\n{head}")

    assert [each.split(": ", 1)[1] for each in found.told] == [told]


@pytest.mark.parametrize("status", ["new", "deprecated", "[x]", "7"])
def test_a_status_that_is_the_themes_is_left_alone(status: str) -> None:
    found = talk(f"venue: PyCon\nstatus: {status}")

    assert (found.it.status, found.told) == (None, [])


@pytest.mark.parametrize(
    ("coordinates", "at"),
    [
        ("[50.1, 14.4]", (50.1, 14.4)),
        ("50.1, 14.4", (50.1, 14.4)),
        ("{lat: 50.1, lng: 14.4}", (50.1, 14.4)),
        ("[90, -180]", (90, -180)),
    ],
)
def test_coordinates_are_written_in_several_ways(coordinates: str, at: tuple[float, float]) -> None:
    found = talk(f"venue: PyCon\ncoordinates: {coordinates}")

    assert (found.it.deliveries[0].coordinates, found.told) == (at, [])


@pytest.mark.parametrize(
    ("head", "over"),
    [
        ("date: 2026-01-01", "2026-01-02T00:00:00"),
        ("date: 2025-12-29\nend: 2025-12-31", "2026-01-01T00:00:00"),
        ("date: 2025-12-31\nend: 2026-01-02", "2026-01-03T00:00:00"),
        ("date: 2025-12-31 23:00\nend: 2026-01-01 00:30", "2026-01-01T00:30:00"),
        ("date: 2025-12-31 23:00", "2025-12-31T23:00:00"),
    ],
)
def test_a_talk_is_coming_until_its_last_day_or_hour_is_over(head: str, over: str) -> None:
    delivery = talk(f"venue: PyCon\n{head}").it.deliveries[0]

    assert delivery.over == day(over)
    assert delivery.is_coming(NOW) is (day(over) > NOW)


def test_a_talk_without_a_date_is_never_over_and_never_coming() -> None:
    delivery = talk("venue: PyCon").it.deliveries[0]

    assert (delivery.over, delivery.is_coming(NOW)) == (None, False)


def test_links_of_a_talk_are_buttons_by_their_type_or_name() -> None:
    links = "{type: pdf, url: /p}, {type: code, url: /c}, {type: blog, url: /b}, {title: Mine, url: /m}, {label: None}"
    found = talk(f"venue: PyCon\nlinks: [{links}, {{type: Slides, label: Deck, url: /s}}, {{type: video, url: /v}}]")

    assert found.told == []
    assert [(each.kind, each.label, each.url) for each in found.it.further] == [
        ("paper", None, "/p"),
        ("code", None, "/c"),
        ("", "Blog", "/b"),
        ("", "Mine", "/m"),
        ("slides", "Deck", "/s"),
        ("video", None, "/v"),
    ]


def test_slides_and_video_may_be_a_file_or_a_url() -> None:
    for each in ("deck.pdf", "https://e.org/x"):
        it = talk(f"venue: PyCon\nslides: {each}\nvideo: {each}").it
        assert (it.slides_url, it.video_url) == (each, each)
