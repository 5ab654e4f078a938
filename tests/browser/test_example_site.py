"""What readers of the example site see and can do."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.conftest import Scheme, Visitor
    from tests.built import Built

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
PAGES = ("home", "index", "post", "hero", "tags", "tag", "archive", "talks", "talk", "cv", "old")


@pytest.fixture(scope="session")
def pages(example: Built) -> dict[str, str]:
    """A page of each kind, found as a reader finds them."""
    index = example.page("blog/")
    post = next(card for card in index.cards if card.tags)
    tag = next(link.url for link in index.links if link.text == post.tags[0])
    archive = next(url for url in example.pages if re.fullmatch(r"blog/archive/\d+/", url))
    talk = example.page("talks/").cards[0]
    return {
        "home": "",
        "index": "blog/",
        "post": post.url,
        "hero": next(url for url in example.pages if example.page(url).css(".bp-overlay--image")),
        "tags": "blog/tags/",
        "tag": tag,
        "archive": archive,
        "talks": "talks/",
        "talk": talk.url,
        "cv": "cv/",
        "old": "blog/2023/09/14/marigram-04-prints-sheets/",
    }


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_shown_whole_and_without_complaint(
    visitor: Visitor, pages: dict[str, str], name: str, width: int, scheme: Scheme
) -> None:
    visitor.open(pages[name])

    visitor.shoot(f"{name}-{scheme}" if width == 1280 else f"{name}-{scheme}-{width}")
    assert visitor.complaints == []
    assert visitor.overflow <= 0
    assert visitor.page.locator("h1").first.inner_text()
    assert visitor.page.locator("body").inner_text().strip()


def test_the_whole_card_leads_to_its_post(visitor: Visitor, example: Built) -> None:
    visitor.open("blog/")
    card = visitor.page.locator("article.bp-card:not(.bp-card--link)").first
    href = card.locator("h2 a").get_attribute("href")
    box = card.bounding_box()
    assert href
    assert box

    with visitor.page.expect_navigation():
        visitor.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 8)

    assert visitor.url == example.page("blog/").resolve(href)


def test_a_tag_on_a_card_leads_to_its_page(visitor: Visitor) -> None:
    visitor.open("blog/")
    tag = visitor.page.locator("article.bp-card a[rel=tag]").first
    name = tag.inner_text()

    with visitor.page.expect_navigation():
        tag.click()

    assert visitor.url.startswith("blog/tag/")
    assert name in visitor.page.locator("h1").inner_text()


@pytest.mark.parametrize(("width", "columns"), [(1600, 3), (360, 1)])
def test_cards_stand_in_as_many_columns_as_there_is_room(visitor: Visitor, width: int, columns: int) -> None:
    visitor.open("blog/")

    lefts = visitor.page.locator("article.bp-card").evaluate_all("cards => cards.map(card => card.offsetLeft)")

    assert len(set(lefts)) == columns, f"at {width} pixels"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_cards_are_light_or_dark_as_the_site_is(visitor: Visitor, scheme: Scheme) -> None:
    visitor.open("blog/")

    text = _brightness(visitor.page.locator("article.bp-card h2 a").first, "color")
    ground = _brightness(visitor.page.locator("body"), "background-color")

    assert (text < ground) == (scheme == "light")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [1280, 360])
def test_a_title_can_be_read_on_its_picture(visitor: Visitor, pages: dict[str, str]) -> None:
    visitor.open(pages["hero"])
    hero, title = visitor.page.locator(".bp-overlay"), visitor.page.locator("h1")
    inside, outside = title.bounding_box(), hero.bounding_box()

    assert title.count() == 1
    assert inside
    assert outside
    assert inside["x"] >= outside["x"]
    assert inside["x"] + inside["width"] <= outside["x"] + outside["width"]
    assert inside["y"] + inside["height"] <= outside["y"] + outside["height"]
    assert _brightness(title, "color") > 250
    assert hero.locator("img").evaluate("image => image.naturalWidth > 0 && image.loading != 'lazy'")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_post_says_once_and_below_its_title_who_wrote_it(visitor: Visitor, pages: dict[str, str]) -> None:
    visitor.open(pages["post"])
    line, title = visitor.page.locator(".bp-byline").first, visitor.page.locator("h1")
    below, above = line.bounding_box(), title.bounding_box()

    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] < above["y"] + above["height"] + 40
    assert not visitor.page.locator(".md-post__authors").first.is_visible()
    assert not visitor.page.locator(".md-post__meta").first.is_visible()

    visitor.page.emulate_media(media="print")
    assert line.is_visible()


def test_no_row_of_cards_has_a_hole(visitor: Visitor) -> None:
    visitor.open("blog/")

    grid, cards = visitor.page.locator(".bp-grid").last, visitor.page.locator(".bp-grid").last.locator("> article")
    right = grid.evaluate("grid => grid.getBoundingClientRect().right")
    boxes = cards.evaluate_all("all => all.map(one => one.getBoundingClientRect()).map(box => [box.top, box.right])")
    rows: dict[float, float] = {}
    for top, end in boxes:
        rows[top] = max(end, rows.get(top, 0))

    assert len(rows) > 1
    assert all(abs(end - right) < 2 for end in rows.values())


def test_search_finds_a_post_and_no_listing(visitor: Visitor, pages: dict[str, str], example: Built) -> None:
    visitor.open("")
    visitor.page.keyboard.press("/")
    visitor.page.keyboard.type(" ".join(re.findall(r"\b[a-zA-Z]{4,}\b", example.page(pages["post"]).heading)))

    results = visitor.page.locator(".md-search-result__link")
    results.first.wait_for()

    found = results.evaluate_all("links => links.map(link => link.pathname)")
    urls = [example.page().resolve(path) for path in found]
    assert pages["post"] in urls
    assert not [url for url in urls if url == "blog/" or url.startswith("blog/tag")]


def _brightness(element: Locator, colour: str) -> float:
    """From 0 for black to 255 for white."""
    value = element.evaluate("(element, colour) => getComputedStyle(element)[colour]", colour)
    red, green, blue = map(float, re.findall(r"[\d.]+", value)[:3])
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", ["blog/rss.xml", "talks/atom.xml"])
def test_a_feed_is_a_page_that_explains_it(visitor: Visitor, name: str, width: int, scheme: Scheme) -> None:
    visitor.open(name)

    assert visitor.overflow <= 0
    shown = "(names) => names.map((name) => document.querySelector(name)?.getBoundingClientRect().top ?? 0)"
    tops = visitor.page.evaluate(shown, ["title", "p", "item a, entry a", "item pubDate, entry published"])
    assert 0 < tops[0] < tops[1] < tops[2] < tops[3]
    assert visitor.page.locator("item > a, entry > a").first.is_visible()
    assert not visitor.page.locator("item > guid, entry > id").first.is_visible()
    visitor.shoot(f"feed-{name.partition('/')[0]}-{width}-{scheme}")


def test_what_is_told_of_a_speaker_stands_line_by_line_with_room_between(visitor: Visitor) -> None:
    visitor.open("talks/invite-us/")
    visitor.shoot("speaking")

    lines = visitor.page.locator(".bp-speaker").first.locator(".bp-profile__text > *")
    boxes = lines.evaluate_all(
        "lines => lines.map(line => line.getBoundingClientRect()).map(box => [box.top, box.bottom])"
    )
    assert len(boxes) > 2
    assert [upper for upper, lower in pairwise(boxes) if lower[0] <= upper[1]] == []


def test_a_page_with_papers_is_printed_as_a_cv(visitor: Visitor, pages: dict[str, str]) -> None:
    visitor.open(pages["cv"])
    visitor.page.locator(".bp-paper__bibtex").first.evaluate("each => { each.open = true }")
    sheet = visitor.page.pdf(prefer_css_page_size=True)
    visitor.page.emulate_media(media="print")

    assert b"/MediaBox [0 0 594.95996 841.91998]" in sheet
    for hidden in (".md-header", ".md-tabs", ".md-footer", ".bp-paper__bibtex"):
        assert not visitor.page.locator(hidden).first.is_visible()
    doi = visitor.page.locator(".bp-paper__link--doi").first
    after = doi.evaluate("each => getComputedStyle(each, '::after').content")
    assert "https://doi.org/10.5555/marigram.2026.14" in after
