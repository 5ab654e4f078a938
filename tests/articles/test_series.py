"""Series: the parts on each part, a page for each series, and nothing of those held back."""

from __future__ import annotations

import re

import pytest

from tests.built import Built, Page, text_of
from tests.site import Site

PARTS = """
    docs/blog/posts/c.md
    | ---
    | title: Sheets & *lines*
    | date: 2024-01-01
    | series: {name: "Sails <b>", order: 3}
    | ---
    | Cedar.
    docs/blog/posts/a.md
    | ---
    | title: Masts
    | date: 2024-03-01
    | series: {name: "Sails <b>", order: 1}
    | ---
    | Ash.
    docs/blog/posts/b.md
    | ---
    | title: Cloth
    | date: 2024-02-01
    | pin: true
    | series: {name: "SAILS <b>", order: 2}
    | ---
    | Birch.
    docs/blog/posts/draft.md
    | ---
    | title: A draft
    | date: 2024-02-02
    | draft: true
    | series: {name: "Sails <b>", order: 1}
    | ---
    docs/blog/posts/unlisted.md
    | ---
    | title: Unlisted
    | date: 2024-02-03
    | unlisted: true
    | series: "Sails <b>"
    | ---
    docs/blog/posts/alone.md
    | ---
    | title: Alone
    | date: 2024-02-04
    | series: Knots
    | ---
    docs/blog/posts/none.md
    | ---
    | title: None
    | date: 2024-02-05
    | ---
"""
URL = "blog/series/sails/"
A, B, C = "blog/2024/03/01/masts/", "blog/2024/02/01/cloth/", "blog/2024/01/01/sheets--lines/"


@pytest.fixture(scope="module", name="built")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Site(tmp_path_factory.mktemp("series")).write(PARTS).build(strict=True)


def links(page: Page, selector: str) -> list[tuple[str, str]]:
    return [(link.text, link.url) for link in page.links_in(selector)]


def test_a_part_names_the_parts_in_their_order(built: Built) -> None:
    page = built.page(B)

    assert [text_of(node) for node in page.css(".bp-series li")] == ["Masts", "Cloth", "Sheets & lines"]
    assert [text_of(node) for node in page.css(".bp-series [aria-current]")] == ["Cloth"]
    assert text_of(page.css(".bp-series > p")[0]) == "Part 2 of 3"
    assert links(page, ".bp-series h2") == [("Sails <b>", URL)]
    assert links(page, ".bp-series ol") == [("Masts", A), ("Sheets & lines", C)]
    assert links(page, ".bp-series .bp-buttons") == [("Previous part", A), ("Next part", C)]


def test_below_the_title_stands_which_part_it_is(built: Built) -> None:
    assert [text_of(node) for node in built.page(A).css(".bp-series-line")] == ["Sails <b> Part 1 of 3"]
    assert links(built.page(A), ".bp-series-line") == [("Sails <b>", URL)]


def test_the_first_and_the_last_part_have_one_beside_them(built: Built) -> None:
    assert links(built.page(A), ".bp-series .bp-buttons") == [("Next part", B)]
    assert links(built.page(C), ".bp-series .bp-buttons") == [("Previous part", B)]


def test_the_page_of_a_series_has_its_parts_in_order(built: Built) -> None:
    page = built.page(URL)

    assert (page.heading, [card.title for card in page.cards]) == ("Sails <b>", ["Masts", "Cloth", "Sheets & lines"])
    assert {text for text, url in links(page, ".bp-card .bp-meta") if url == URL} == {"Sails <b>", "SAILS <b>"}


def test_a_series_of_one_part_has_a_page_and_names_no_others(built: Built) -> None:
    page = built.page("blog/2024/02/04/alone/")

    assert links(page, ".bp-series-line") == [("Knots", "blog/series/knots/")]
    assert page.css(".bp-series") == []
    assert [card.title for card in built.page("blog/series/knots/").cards] == ["Alone"]


def test_what_is_in_no_list_is_no_part(built: Built) -> None:
    assert built.page("blog/2024/02/03/unlisted/").css(".bp-series, .bp-series-line") == []
    assert built.page("blog/2024/02/05/none/").css(".bp-series, .bp-series-line") == []
    assert not [url for url in built.pages if "draft" in url]
    pages = [built.page(url).html for url in (A, B, C, URL)]
    assert not [html for html in pages if "A draft" in html or "Unlisted" in html]


def test_search_knows_the_text_alone(built: Built) -> None:
    assert not [doc for doc in built.search if re.search("Sails|Part 2|Knots|Next part", doc["text"])]
    assert not [doc for doc in built.search if "series" in doc["location"]]


def test_without_series_nothing_is_made_of_the_key(site: Site) -> None:
    built = site.blogposts(series=False).write(PARTS).build(strict=True)

    assert not [url for url in built.pages if "series" in url]
    assert "bp-series" not in built.page(A).html
    assert "Sails" not in built.page("blog/").html


def test_a_long_series_names_the_parts_around(site: Site) -> None:
    for day in range(1, 21):
        site.put(f"docs/blog/posts/{day}.md", f"---\ntitle: Day {day}\ndate: 2024-01-{day:02}\nseries: Days\n---\n")
    built = site.build(strict=True)

    for day, start, first in ((1, None, 1), (8, "3", 3), (20, "10", 10)):
        [parts] = built.page(f"blog/2024/01/{day:02}/day-{day}/").css(".bp-series ol")
        assert parts.attributes.get("start") == start
        assert [text_of(node) for node in parts.css("li")] == [f"Day {each}" for each in range(first, first + 11)]
    assert len(built.page("blog/series/days/").cards) == 10
    assert len(built.page("blog/series/days/page/2/").cards) == 10


def test_a_page_that_is_written_there_is_the_head_of_the_series(site: Site) -> None:
    site.blogposts(series_url_format="/guides/{slug}").write(PARTS)
    site.put("docs/guides/knots.md", "# All about knots\n\nHow to tie them.\n")
    page = site.build(strict=True).page("guides/knots/")

    assert (page.heading, [card.title for card in page.cards]) == ("All about knots", ["Alone"])
    assert "How to tie them." in page.text


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_plain_themes_have_all_of_it(site: Site, theme: str) -> None:
    page = site.config(theme=theme).write(PARTS).build(strict=True).page(B)

    assert [text_of(node) for node in page.css(".bp-series-line")] == ["Sails <b> Part 2 of 3"]
    assert links(page, ".bp-series ol") == [("Masts", A), ("Sheets & lines", C)]


def test_what_material_sites_have_under_the_key_stays_green(site: Site) -> None:
    for number, value in enumerate(["true", "[]", "{id: 3, of: 7}", "3", "{name: [a]}", "[[a], null, {b: c}]"]):
        head = f"date: 2024-01-0{number + 1}\nseries: {value}\npart: [1]"
        site.put(f"docs/blog/posts/{number}.md", f"---\n{head}\n---\n# P{number}\n")

    built = site.build(strict=True)

    assert len(built.page("blog/").cards) == 6
    assert sorted(url for url in built.pages if "series" in url) == ["blog/series/3/", "blog/series/a/"]
