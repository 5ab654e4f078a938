"""What readers of the example site see and can do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.conftest import Scheme, Visitor
    from tests.built import Built

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
PAGES = ("home", "index", "post", "tags", "tag", "archive", "talks", "talk")


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
        "tags": "blog/tags/",
        "tag": tag,
        "archive": archive,
        "talks": "talks/",
        "talk": talk.url,
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

    visitor.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 8)
    visitor.page.wait_for_load_state()

    assert visitor.url == example.page("blog/").resolve(href)


def test_a_tag_on_a_card_leads_to_its_page(visitor: Visitor) -> None:
    visitor.open("blog/")
    tag = visitor.page.locator("article.bp-card a[rel=tag]").first
    name = tag.inner_text()

    tag.click()
    visitor.page.wait_for_load_state()

    assert visitor.url.startswith("blog/tag/")
    assert name in visitor.page.locator("h1").inner_text()


@pytest.mark.parametrize(("width", "columns"), [(1600, 3), (360, 1)])
def test_cards_stand_in_as_many_columns_as_there_is_room(visitor: Visitor, width: int, columns: int) -> None:
    visitor.open("blog/")

    lefts = visitor.page.locator("article.bp-card").evaluate_all("cards => cards.map(card => card.offsetLeft)")

    assert len(set(lefts)) == columns, f"at {width} pixels"


def test_cards_can_be_read_in_the_dark(visitor: Visitor) -> None:
    colours: dict[Scheme, str] = {}
    for scheme in SCHEMES:
        visitor.page.emulate_media(color_scheme=scheme)
        visitor.open("blog/")
        title = visitor.page.locator("article.bp-card h2 a").first
        colours[scheme] = title.evaluate("title => getComputedStyle(title).color")

    assert colours["light"] != colours["dark"]


def test_search_finds_a_post_and_no_listing(visitor: Visitor, pages: dict[str, str], example: Built) -> None:
    visitor.open("")
    visitor.page.keyboard.press("/")
    visitor.page.keyboard.type(example.page(pages["post"]).heading)

    results = visitor.page.locator(".md-search-result__link")
    results.first.wait_for()

    urls = [example.page().resolve(url or "") for url in results.evaluate_all("all => all.map(a => a.pathname)")]
    assert pages["post"] in urls
    assert not [url for url in urls if url == "blog/" or url.startswith("blog/tag")]
