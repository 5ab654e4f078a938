"""The recording of a talk on its page: a player that waits to be asked, and chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from tests.site import Site

TALK = """
    docs/talks/t.md
    | ---
    | title: T
    | venue: V
    | date: 2024-01-01
    | videourl: https://www.youtube.com/watch?v=abcdefghijk&t=3
    | chapters:
    |   - 0:00 Welcome
    |   - "1:02:03 - The <end>"
    | ---
    docs/talks/film.md
    | ---
    | title: Film
    | venue: V
    | teaser: https://example.com/picture.png
    | videourl: film.webm
    | ---
    docs/talks/film.webm
    | not really
    docs/talks/elsewhere.md
    | ---
    | title: Elsewhere
    | venue: V
    | videourl: https://example.com/video
    | chapters: 0:00 All of it
    | ---
"""


def test_a_player_waits_to_be_asked(site: Site) -> None:
    built = site.blogposts(talks_embed=True).write(TALK).build(strict=True)

    page = built.page("talks/t/")
    (player,) = page.css("iframe")
    assert player.attributes.get("src") is None
    inner = LexborHTMLParser(player.attributes["srcdoc"] or "")
    assert [link.attributes["href"] for link in inner.css("a")] == [
        "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1"
    ]
    assert inner.css("img, script, link") == []
    assert [node.text() for node in inner.css("a")] == ["▶ Play the video here, from YouTube"]

    (film,) = built.page("talks/film/").css("video")
    assert (film.attributes["src"], film.attributes["preload"]) == ("../film.webm", "none")
    assert "poster" not in film.attributes, "it would be loaded from elsewhere"
    assert built.page("talks/elsewhere/").css("iframe, video") == []


def test_chapters_lead_to_their_moments(site: Site) -> None:
    built = site.write(TALK).build(strict=True)

    page = built.page("talks/t/")
    assert page.css("iframe, video") == []
    assert [" ".join(node.text().split()) for node in page.css(".bp-chapters li")] == [
        "0:00 Welcome",
        "1:02:03 The <end>",
    ]
    assert [link.url for link in page.links_in(".bp-chapters")] == [
        "https://www.youtube.com/watch?v=abcdefghijk&t=0s",
        "https://www.youtube.com/watch?v=abcdefghijk&t=3723s",
    ]
    (event,) = (thing for thing in page.json_ld[0]["@graph"] if thing["@type"] == "Event")
    assert [(clip["name"], clip["startOffset"]) for clip in event["recordedIn"]["hasPart"]] == [
        ("Welcome", 0),
        ("The <end>", 3723),
    ]
    assert built.page("talks/elsewhere/").links_in(".bp-chapters") == []


@pytest.mark.parametrize("chapters", ["[Welcome]", '["0:70 Welcome"]', "{0: Welcome}", "7"])
def test_what_is_no_chapter_is_told(site: Site, chapters: str) -> None:
    site.put("docs/talks/t.md", f"---\ntitle: T\nvenue: V\nchapters: {chapters}\n---\n")

    told = site.build().infos

    assert [each for each in told if "expected a time and a title" in each and '`- "0:00 Welcome"`' in each]
