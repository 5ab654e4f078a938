"""A post as it came from a Jekyll site, with all that a rushed author does, built as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.built import Card, Link
from tests.links import broken_links
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

HEAD = """
title: '{mark}A Year at the Harbour Office: Looking Back'
date: 2025-07-01
permalink: /posts/2025/07/a-year-at-the-harbour/
header:
  teaser: https://img.example.com/logo_nRGJ.png.300x300_q85.png
tags:
  - harbour
  - harbour master office
  - career
  - python
"""
TEXT = """
> This is what I said in three talks:
> [Quay Days 2025][quay-talk], [Tide Conf 2025][tide-talk], and [Ebb Camp 2025][ebb-talk].
> The slides are at https://git.example.com/me/quay-2025, https://git.example.com/me/tide-2025,\x20
> and https://git.example.com/me/ebb-2025.

It's been a year since I joined the office, and what a year! I began with a bang{dash}literally.

## What we keep running

We [moved the gauges][moved] this spring. Our services are:
- The tide table
- [Mail](https://mail.example.org) for crews and pilots
- ...and more

### Going on
1. **Ask early**: it is tough as a\x20
new person.

2. **Celebrate**: all of it.

I spent 50 $ on "quotes", 5 < 6 & more.

---

*Want to help? See the [work groups](https://example.org/groups/),\x20
or write to us.*

[//]: # (links)
[moved]: /posts/2025/06/moving-the-gauges/
[quay-talk]: /talks/2025-07-17-quay-days
[tide-talk]: /talks/2025-05-18-tide-conf
[ebb-talk]: /talks/2025-04-13-ebb-camp
"""
MISREAD = "—".encode().decode("mac_roman")
"""An em dash in UTF-8, read as if it were in the set of old Macintoshes."""

URL = "posts/2025/07/a-year-at-the-harbour/"
TALKS = {
    "2025-07-17-quay-days": "Quay Days",
    "2025-05-18-tide-conf": "Tide Conf",
    "2025-04-13-ebb-camp": "Ebb Camp",
}


def site_at(site: Site, *, is_draft: bool) -> Site:
    head = HEAD.format(mark="DRAFT: " if is_draft else "").strip() + ("\n  - DRAFT" if is_draft else "")
    site.config(site_url="https://example.org/notes/").put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/2025-07-01-a-year.md", f"---\n{head}\n---\n{TEXT.format(dash=MISREAD)}")
    site.put(
        "docs/blog/posts/2025-06-01-gauges.md",
        "---\ntitle: Moving the gauges\npermalink: /posts/2025/06/moving-the-gauges/\n---\nWe moved them.\n",
    )
    for name, venue in TALKS.items():
        link = f"/talks/{name}"
        head = f"title: At {venue}\nvenue: {venue}\npermalink: {link}\nlink: {link}\ndate: {name[:10]}\ntype: Talk"
        site.put(f"docs/_talks/{name}.md", f"---\n{head}\n---\nAbstract.\n")
    return site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return site_at(Site(tmp_path_factory.mktemp("site")), is_draft=False).build(strict=True)


def test_the_draft_is_nowhere(site: Site) -> None:
    built = site_at(site, is_draft=True).build(strict=True)

    assert built.exit_code == 0, built.log
    told = [name for name in built.files if not name.endswith(".gz") and b"Harbour" in (built.dir / name).read_bytes()]
    assert told == []
    assert URL not in built.pages
    assert [card.title for card in built.page("blog/").cards] == ["Moving the gauges"]
    assert not [url for url in built.pages if "/tag/" in url]


def test_the_draft_in_serve_has_neither_marker(site: Site) -> None:
    page = site_at(site, is_draft=True).build(serve=True).page(URL)

    assert page.heading == "A Year at the Harbour Office: Looking Back"
    assert "DRAFT" not in page.html
    assert len(page.css(".bp-badge")) == 1


def test_it_stands_at_its_permalink(built: Built) -> None:
    assert built.exit_code == 0, built.log
    page = built.page(URL)
    assert page.heading == "A Year at the Harbour Office: Looking Back"
    assert page.css("link[rel=canonical]")[0].attributes["href"] == f"https://example.org/notes/{URL}"
    assert broken_links(built.dir, "/notes/") == []


def test_lists_are_lists(built: Built) -> None:
    page = built.page(URL)

    assert [node.text().split("\n")[0] for node in page.css("article ul > li") if not node.css("a.md-tag")][:3] == [
        "The tide table",
        "Mail for crews and pilots",
        "...and more",
    ]
    ordered = page.css("article ol > li")
    assert [" ".join(node.text().split()) for node in ordered] == [
        "Ask early: it is tough as a new person.",
        "Celebrate: all of it.",
    ]


def test_bare_urls_are_links_and_comments_are_not_shown(built: Built) -> None:
    page = built.page(URL)

    for name in ("quay", "tide", "ebb"):
        url = f"https://git.example.com/me/{name}-2025"
        assert Link(url, url) in page.links
    assert "(links)" not in page.text
    assert "5 < 6 & more" in page.text


def test_talks_are_linked_there_and_back(built: Built) -> None:
    page = built.page(URL)

    in_text = [
        node.attributes["href"] for node in page.css("blockquote a") if "talks" in (node.attributes["href"] or "")
    ]
    assert in_text == [f"../../../../talks/{name}/" for name in TALKS]
    assert [card.url for card in page.cards_in("[aria-labelledby=bp-talks]")] == [f"talks/{name}/" for name in TALKS]
    for name in TALKS:
        talk = built.page(f"talks/{name}/")
        assert [card.url for card in talk.cards] == [URL]
        assert talk.links_in(".bp-buttons") == []
    assert Link("moved the gauges", "posts/2025/06/moving-the-gauges/") in page.links


def test_its_card_stands_on_index_archive_and_each_tag(built: Built) -> None:
    tags = {
        "harbour": "harbour",
        "harbour master office": "harbour-master-office",
        "career": "career",
        "python": "python",
    }
    listings = ["blog/", "blog/archive/2025/", *(f"blog/tag/{slug}/" for slug in tags.values())]

    for url in listings:
        page = built.page(url)
        card = page.cards[0]
        assert card == Card(
            title="A Year at the Harbour Office: Looking Back",
            url=URL,
            excerpt=card.excerpt,
            date="2025-07-01",
            tags=tuple(tags),
        )
        assert card.excerpt.startswith("This is what I said in three talks: Quay Days 2025, ")
        teaser = page.css("article.bp-card .bp-teaser img")[0]
        assert teaser.attributes["src"] == "https://img.example.com/logo_nRGJ.png.300x300_q85.png"
        assert "July 1, 2025" in page.text
        assert {link.url for link in page.links_in(".bp-card__excerpt") if "example.com" not in link.url} == {
            f"talks/{name}/" for name in TALKS
        }


def test_feeds_lead_to_the_talks(built: Built) -> None:
    item = json.loads(built.read("blog/feed.json"))["items"][0]

    assert item["url"] == f"https://example.org/notes/{URL}"
    for name in TALKS:
        assert f'href="https://example.org/notes/talks/{name}/"' in item["content_html"]


def test_text_decoded_with_the_wrong_set_is_remarked_and_stays(built: Built) -> None:
    assert f"bang{MISREAD}literally" in built.page(URL).text
