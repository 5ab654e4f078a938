"""Cards side by side: their rows are full, and browsers load pictures no larger than they are shown."""

from __future__ import annotations

import io
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from mkdocs_blogposts.pictures.cover_design import Cover

if TYPE_CHECKING:
    from tests.browser.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

HOLES = """() => {
    const grid = document.querySelector(".bp-grid:not(.bp-grid--lead)");
    const { left, right } = grid.getBoundingClientRect();
    const holes = [];
    for (let count = grid.children.length; count; count--, grid.lastElementChild.remove()) {
        const rows = Map.groupBy(grid.children, card => Math.round(card.getBoundingClientRect().top));
        for (const row of rows.values()) {
            const boxes = row.map(card => card.getBoundingClientRect());
            const starts = Math.min(...boxes.map(box => box.left)), ends = Math.max(...boxes.map(box => box.right));
            if (Math.abs(starts - left) > 1 || Math.abs(ends - right) > 1) holes.push([count, row.length]);
        }
    }
    return holes;
}"""
"""How many cards there were, and how many in a row that is not full, while the last is taken away again and again."""

CLAIMS = r"""() => [...document.querySelectorAll(".bp-teaser img[sizes]")].map(image => {
    const claims = image.sizes.replace("auto, ", "").split(", ").map(one => one.match(/^([(].*[)])? ?(.*)$/));
    const length = claims.find(claim => !claim[1] || matchMedia(claim[1]).matches)[2];
    const claimed = length.endsWith("vw") ? parseFloat(length) * innerWidth / 100 : parseFloat(length) * 16;
    const ratio = image.getAttribute("width") / image.getAttribute("height");
    return claimed / Math.max(image.clientWidth, image.clientHeight * ratio);
})"""
"""By how much each picture is wider, as `sizes` has it, than it is."""

CUT = """() => [...document.querySelectorAll(".bp-card .bp-byline > *")].filter(item => {
    const line = item.parentElement.getBoundingClientRect(), { left, right } = item.getBoundingClientRect();
    const { scrollWidth, clientWidth } = item.lastElementChild;
    return left < line.left - 1 || right > line.right + 1 || (item.matches(".bp-author") && scrollWidth > clientWidth);
}).map(item => item.innerText)"""
"""What of the names of authors, of minutes to read and of counted talks is not there to be read."""


@pytest.mark.parametrize("width", [1600, 700, 360])
def test_each_row_of_cards_is_full(visitor: Visitor) -> None:
    visitor.open("blog/page/2/")

    assert visitor.page.locator(".bp-grid > .bp-card").count() == 10
    assert visitor.page.evaluate(HOLES) == []


@pytest.mark.parametrize("width", [1280, 1000, 700, 360])
@pytest.mark.parametrize("url", ["blog/", "posts/2025/07/a-year-with-two-gauges/"])
def test_no_picture_is_loaded_much_larger_or_smaller_than_it_is_shown(visitor: Visitor, url: str) -> None:
    visitor.open(url)

    claims = visitor.page.evaluate(CLAIMS)
    assert claims
    assert 0.8 < min(claims) <= max(claims) < 1.5


@pytest.mark.parametrize("width", [1280, 700, 360])
def test_who_wrote_a_post_is_told_whole_on_its_card(visitor: Visitor) -> None:
    visitor.open("blog/tag/hardware/")

    assert visitor.page.locator(".bp-card .bp-author ~ .bp-author").count()
    assert visitor.page.evaluate(CUT) == []


@pytest.mark.parametrize("width", [1280, 700])
def test_the_band_of_a_card_without_picture_is_as_wide_as_the_card(visitor: Visitor) -> None:
    visitor.open("blog/archive/2024/")

    widths = "bands => bands.map(band => [band.clientWidth, band.parentElement.clientWidth])"
    found = visitor.page.locator(".bp-teaser--band").evaluate_all(widths)
    assert len(found) > 1
    assert [pair for pair in found if pair[0] != pair[1]] == []


def test_a_small_card_without_picture_has_its_text_in_its_middle(visitor: Visitor) -> None:
    visitor.open("blog/2024/10/18/the-highest-water/")
    middle = "each => each.getBoundingClientRect().top + each.getBoundingClientRect().height / 2"
    card = visitor.page.locator(".bp-grid--small:has(.bp-teaser img) > .bp-card--plain").first

    assert abs(card.evaluate(middle) - card.locator(".bp-card__head").evaluate(middle)) < 5


def test_a_draft_is_a_row_of_a_table_like_others(visitor: Visitor) -> None:
    visitor.open("cv/")
    row = visitor.page.locator(".bp-table__row").first
    row.evaluate("row => row.classList.add('bp-card--draft')")

    assert row.evaluate("row => getComputedStyle(row).borderInlineStartStyle") == "none"


@pytest.mark.parametrize("width", [360])
def test_only_a_cover_that_can_be_read_has_letters(visitor: Visitor) -> None:
    cover = b64encode(Cover.of("Tide tables in the afternoon", "May 1", "Tides", "#000000").svg().encode()).decode()
    sizes = ("width: 5.5em; height: 5.5em", "width: 320px; height: 180px")
    pictures = (f'<img src="data:image/svg+xml;base64,{cover}" style="object-fit: cover; {size}">' for size in sizes)
    visitor.page.set_content("".join(pictures))

    shots = [each.screenshot() for each in visitor.page.locator("img").all()]
    brightest = [max(Image.open(io.BytesIO(shot)).convert("L").tobytes()) for shot in shots]
    assert brightest[0] < 128
    assert brightest[1] == 255
