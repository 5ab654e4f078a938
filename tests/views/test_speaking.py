"""The page for organisers: who gives talks, and which can be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site

SITE = """
    docs/blog/.authors.yml
    | authors:
    |   jane:
    |     name: Jane <Doe>
    |     description: Speaks.
    |     biography: "First.\\n\\nSecond."
    |     avatar: jane.svg
    |     portraits: [large.svg, small.svg]
    |   john:
    |     name: John Roe
    |     description: Listens.
    |   nobody:
    |     name: Nobody
    |     description: Gives no talk.
    docs/jane.svg
    | <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>
    docs/large.svg
    | <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>
    docs/talks/offer.md
    | ---
    | title: Offer
    | status: offered
    | type: Talk
    | speakers: [jane, "A name alone"]
    | ---
    docs/talks/secret.md
    | ---
    | title: Secret
    | status: offered
    | type: Talk
    | draft: true
    | speakers: [nobody]
    | ---
    docs/talks/past.md
    | ---
    | title: Past
    | venue: V
    | date: 2020-01-01
    | speakers: [john]
    | ---
    docs/speaking.md
    | <!-- blogposts: {list: speaking} -->
    docs/john.md
    | <!-- blogposts: {list: speaking, author: john} -->
    docs/empty.md
    | <!-- blogposts: {list: speaking, author: someone} -->
"""


def test_organisers_see_who_gives_talks_and_which(site: Site) -> None:
    built = site.write(SITE).build()

    page = built.page("speaking/")
    assert [node.text() for node in page.css(".bp-speaker__name")] == ["John Roe", "Jane <Doe>"]
    assert [card.title for card in page.cards] == ["Offer"]
    assert [node.text() for node in page.css(".bp-speaker details p")] == ["First.", "Second."]
    assert [link.url for link in page.links_in(".bp-speaker")] == ["large.svg"]
    assert [node.attributes["src"] for node in page.css(".bp-speaker img")] == ["../jane.svg"]
    assert "blogposts." in page.html
    assert [each for each in built.infos if "small.svg" in each]

    assert [node.text() for node in built.page("john/").css(".bp-speaker__name")] == ["John Roe"]
    assert built.page("john/").cards == []
    assert "There are no talks here yet." in built.page("empty/").text
