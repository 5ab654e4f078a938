"""What strangers write into fields, in a browser: none of it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import serving
from tests.finishing.attacks import ATTACKS
from tests.finishing.test_attacks import site_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(name="home", scope="module")
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = site_with(tmp_path_factory.mktemp("attacked"), "material", ATTACKS)
    site.config(theme={"name": "material", "font": False})
    site.blogposts(feeds=False, pagination_per_page=1000, view_layout="cards")
    with serving(site.build()) as url:
        yield url


def search(visitor: Visitor, words: str) -> list[str]:
    """What the search box of the theme shows, once somebody has typed into it and looked at all results."""
    page = visitor.page
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(words)
    page.locator(".md-search-result__item").first.wait_for()
    for more in page.locator(".md-search-result__more summary").all()[:5]:
        more.click()
    for result in page.locator(".md-search-result__link").all()[:30]:
        result.hover()
    return page.locator(".md-search-result__item").all_inner_texts()


def test_nothing_of_what_strangers_write_runs(visitor: Visitor) -> None:
    said: list[str] = []
    visitor.page.on("dialog", lambda dialog: said.append(dialog.message))
    visitor.page.add_init_script("window.ran = []; window.zap = () => { window.ran.push(location.href) }")

    ran = []
    for url in ("blog/", "blog/tags/", "blog/archive/2024/", "talks/", "talks/5/", ""):
        visitor.open(url)
        for handle in visitor.page.query_selector_all("main [href*=zap]:not([href*='/'])")[:20]:
            handle.dispatch_event("mouseover")
            handle.focus()
        ran += visitor.page.evaluate("window.ran")
        assert visitor.url == url, "a script has led away"
    found = search(visitor, "zap")
    visitor.shoot("attacks-search")
    ran += visitor.page.evaluate("window.ran")
    assert len(found) > 5, "search has found nothing to show"
    assert [each for each in found if "<" in each], "no result shows a sign of HTML as a sign"
    assert ran == []
    assert said == []
    assert [each for each in visitor.complaints if "zap is not" in each or "Unexpected token" in each] == []
