"""Listings of posts that use what works by script or ids, with Material's own script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Scheme, serving
from tests.constructs import CONSTRUCTS, write_constructs
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.fixture(scope="module", params=["cards", "list"])
def layout(request: pytest.FixtureRequest) -> str:
    """How listings look."""
    return str(request.param)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, layout: str) -> Iterator[str]:
    """URL of a site whose posts use all of it."""
    site = Site(tmp_path_factory.mktemp(layout))
    write_constructs(site, layout=layout)
    with serving(site.build()) as url:
        yield url


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
@pytest.mark.parametrize("url", ["", "blog/", "blog/archive/2024/"])
def test_no_script_complains_of_a_listing(visitor: Visitor, layout: str, url: str, width: int, scheme: Scheme) -> None:
    visitor.open(url)

    name = f"constructs-{layout}-{url.strip('/').replace('/', '-') or 'home'}-{scheme}-{width}"
    visitor.shoot(name, whole=True)
    assert visitor.complaints == []
    assert visitor.overflow <= 0
    assert visitor.page.locator(".bp-card, .md-post--excerpt").count() >= len(CONSTRUCTS)
    hidden = "all => all.filter(one => one.textContent.trim() && !one.offsetHeight).map(one => one.outerHTML)"
    assert visitor.page.locator(".bp-card__excerpt > *").evaluate_all(hidden) == []


@pytest.mark.parametrize("layout", ["list"], indirect=True)
def test_tabs_of_the_list_work_each_for_itself(visitor: Visitor) -> None:
    visitor.open("blog/")
    tabs = visitor.page.locator(".tabbed-set")

    tabs.nth(1).locator("label", has_text="Conda").click()

    shown = tabs.evaluate_all("all => all.map(one => one.querySelector('input:checked') !== null)")
    assert shown == [True] * tabs.count()
    assert visitor.page.locator(".tabbed-set").nth(1).get_by_text("Say conda.").is_visible()
    assert visitor.complaints == []


def test_search_still_finds_from_a_listing(visitor: Visitor) -> None:
    visitor.open("blog/")
    visitor.page.keyboard.press("/")
    visitor.page.keyboard.type("conda")

    results = visitor.page.locator(".md-search-result__link")
    results.first.wait_for()

    assert any("/tabs-" in href for href in results.evaluate_all("links => links.map(link => link.pathname)"))
    assert visitor.complaints == []
