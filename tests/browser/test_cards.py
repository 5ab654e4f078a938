"""Cards side by side: their rows are full, and browsers load pictures no larger than they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
