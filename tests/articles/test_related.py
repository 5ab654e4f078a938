"""Posts like another below its text, in the first build and in the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import text_of

if TYPE_CHECKING:
    from tests.built import Built, Page
    from tests.site import Site

POSTS = """
    docs/blog/posts/a.md
    | ---
    | title: Anchors
    | date: 2024-01-01
    | tags: [harbour]
    | ---
    | Text.
    docs/blog/posts/b.md
    | ---
    | title: Berths & *buoys*
    | date: 2024-01-02
    | tags: [harbour]
    | ---
    | Text.
    docs/blog/posts/c.md
    | ---
    | title: Cakes
    | date: 2024-01-03
    | tags: [kitchen]
    | ---
    | Text.
"""
A, B, C = (f"blog/2024/01/0{day}/{slug}/" for day, slug in enumerate(("anchors", "berths--buoys", "cakes"), 1))


def related(page: Page) -> list[tuple[str, str]]:
    """The small cards below a text."""
    return [(card.title, card.url) for card in page.cards_in("[aria-labelledby=bp-related]")]


def all_related(built: Built) -> dict[str, list[str]]:
    urls = (url for url in built.pages if url.startswith("blog/2024/"))
    return {url: [title for title, _ in related(built.page(url))] for url in urls}


def put(site: Site, name: str, title: str, day: int, *lines: str) -> None:
    """Write a post of the harbour."""
    head = "\n".join((f"title: {title}", f"date: 2024-01-{day:02}", "tags: [harbour]", *lines))
    site.put(f"docs/blog/posts/{name}.md", f"---\n{head}\n---\n")


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_post_shows_those_that_are_like_it(site: Site, theme: str) -> None:
    built = site.config(theme=theme).write(POSTS).build(strict=True)

    assert related(built.page(A)) == [("Berths & buoys", B)]
    assert related(built.page(C)) == []
    assert text_of(built.page(A).css("#bp-related")[0]) == "Related posts"
    assert "bp-related" not in built.page(C).html
    assert not any("Anchors" in doc["text"] for doc in built.search if doc["location"].startswith(B))


def test_the_next_build_shows_what_has_changed_since(site: Site) -> None:
    site.write(POSTS).build()

    put(site, "b", "Bollards", 2, "slug: berths--buoys")
    assert all_related(site.build()) == {A: ["Bollards"], B: ["Anchors"], C: []}

    d = "blog/2024/01/04/docks/"
    put(site, "d", "Docks", 4)
    expected = {A: ["Bollards", "Docks"], B: ["Anchors", "Docks"], C: [], d: ["Bollards", "Anchors"]}
    assert all_related(site.build()) == expected

    put(site, "b", "Bollards", 2, "draft: true")
    assert all_related(site.build()) == {A: ["Docks"], C: [], d: ["Anchors"]}


def test_a_site_says_how_many(site: Site) -> None:
    for day in (5, 6):
        put(site.write(POSTS), str(day), f"Day {day}", day)

    assert len(related(site.blogposts(related=1).build(strict=True).page(A))) == 1
    assert "bp-related" not in site.blogposts(related=0).build(strict=True).page(A).html


def test_what_is_held_back_is_no_ones_like(site: Site) -> None:
    for key in ("draft: true", "unlisted: true", "expires: 2024-01-09", "published: false"):
        put(site.write(POSTS), key[:4], "Hidden", 5, key)
    site.put("docs/blog/posts/future.md", "---\ntitle: Hidden\ndate: 2999-01-05\ntags: [harbour]\n---\n")
    built = site.blogposts(draft_if_future_date=True).build(strict=True)

    assert related(built.page(A)) == [("Berths & buoys", B)]
    assert related(built.page(B)) == [("Anchors", A)]


def test_other_parts_of_a_series_are_not_shown_twice(site: Site) -> None:
    for day in (6, 7):
        put(site.write(POSTS), str(day), f"Part {day}", day, "series: S")
    page = site.build(strict=True).page("blog/2024/01/06/part-6/")

    assert related(page) == [("Berths & buoys", B), ("Anchors", A)]


def test_the_card_of_a_link_post_leads_to_its_page(site: Site) -> None:
    put(site.write(POSTS), "b", "Berths", 2, "link: https://example.com/")

    assert related(site.build(strict=True).page(A)) == [("Berths", "blog/2024/01/02/berths/")]
