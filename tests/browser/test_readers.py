"""Pages for those who read from right to left, on narrow screens, without scripts, without motion or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import serving
from tests.png import png
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LONG = "blog/2024/03/04/donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau/"
FAR = f"blog/tag/{'far' * 20}/"
PAGES = (
    *("", "blog/", "blog/2024/03/02/post-2/", LONG, "blog/tags/", "blog/tag/one/", FAR, "blog/archive/"),
    *("blog/archive/2024/", "blog/author/ada/", "blog/series/all/", "talks/", "talks/t/"),
)
HOME = """\
# Home

<!-- blogposts: {limit: 2} -->

<!-- blogposts: {layout: table} -->

<!-- blogposts: {talks: true} -->

<!-- blogposts: {list: tags} -->
"""
NAME = "Hubert Blaine of Wolfeschlegel and Hausen"
OTHERS = "Ada King, Countess of Lovelace"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def theme(request: pytest.FixtureRequest) -> str:
    """The theme of the site."""
    return str(request.param)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, theme: str) -> Iterator[str]:
    """URL of a site with all kinds of pages, and with words that are too long for any phone."""
    site = Site(tmp_path_factory.mktemp(theme))
    language = {"language": "ar"} if theme == "material" else {}
    site.config(theme={"name": theme, **language}).blogposts(pagination_per_page=3, authors_profiles=True)
    site.put("docs/pic.png", png(64, 36)).put("docs/index.md", HOME)
    authors = f"ada: {{name: '{NAME}', description: Writes, avatar: pic.png}}, bea: {{name: '{OTHERS}'}}"
    site.put("docs/blog/.authors.yml", f"authors: {{{authors}}}\n")
    for number in range(1, 5):
        head = f"date: 2024-03-0{number}\nauthors: [ada, bea]\ntags: [One, {'Long' * 6}, {'Far' * 20}]\nseries: All\n"
        teaser = "teaser: /pic.png\n" if number % 2 else ""
        title = f"Post {number}" if number != 4 else "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau"
        text = "A word, [a link](https://example.org/) and more words.\n\n[T](/talks/t/)\n"
        site.put(f"docs/blog/posts/{number}.md", f"---\n{head}{teaser}---\n# {title}\n\n{text}")
    site.put("docs/talks/t.md", "---\ndate: 2024-02-01\nvenue: PyCon\nvideourl: https://example.org/v\n---\n# Talk\n")
    with serving(site.build()) as url:
        yield url


@pytest.mark.parametrize("width", [320])
def test_no_page_is_wider_than_the_window(visitor: Visitor) -> None:
    wide = {}
    for url in PAGES:
        visitor.open(url)
        wide[url] = visitor.overflow

    assert {url: pixels for url, pixels in wide.items() if pixels > 0} == {}


@pytest.mark.parametrize("theme", ["material"], indirect=True)
@pytest.mark.parametrize("width", [320])
def test_a_site_that_wants_large_pictures_in_texts_has_no_large_author(visitor: Visitor) -> None:
    visitor.open("blog/2024/03/02/post-2/")
    large = "width: 100% !important; height: auto !important; margin: 1rem auto !important"

    visitor.page.add_style_tag(content=f".md-typeset img {{ {large} }}")

    picture = visitor.page.locator(".bp-authors__picture").first.bounding_box()
    assert picture
    assert picture["width"] == picture["height"] < 64
    assert visitor.overflow <= 0


@pytest.mark.parametrize("theme", ["material"], indirect=True)
@pytest.mark.parametrize("width", [320])
def test_from_right_to_left_a_card_begins_at_the_right_and_a_name_with_its_first_letter(visitor: Visitor) -> None:
    visitor.open("blog/archive/2024/")
    card = visitor.page.locator(".bp-grid .bp-card:has(img)").first
    name = card.locator(".bp-author a, .bp-author > span:last-child").first

    assert visitor.page.locator("body").get_attribute("dir") == "rtl"
    picture, title = card.locator(".bp-teaser").bounding_box(), card.locator(".bp-card__title").bounding_box()
    assert picture
    assert title
    assert picture["x"] < title["x"]
    assert name.evaluate("node => getComputedStyle(node).direction") == "ltr"
    assert name.evaluate("node => node.scrollWidth > node.clientWidth")


def context_page(browser: Browser, url: str, **options: bool | str) -> Page:
    """A page in a window of its own."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}, **options).new_page()  # type: ignore[arg-type]
    page.goto(url)
    return page


def test_without_scripts_cards_lead_to_posts(browser: Browser, home: str) -> None:
    page = context_page(browser, f"{home}blog/", java_script_enabled=False)

    titles = page.locator(".bp-card__title a")
    assert titles.count() == 3
    assert all(title.is_visible() for title in titles.all())
    page.locator(".bp-card").nth(1).click(position={"x": 5, "y": 5})
    page.wait_for_url("**/2024/03/0*/**")
    page.context.close()


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_who_does_not_like_that(browser: Browser, home: str, motion: str, *, moves: bool) -> None:
    page = context_page(browser, f"{home}blog/", reduced_motion=motion)
    card = page.locator(".bp-grid:not(.bp-grid--lead) .bp-card").first
    card.hover()

    assert card.evaluate("node => getComputedStyle(node).transitionProperty.includes('transform')") is moves
    assert (
        card.evaluate("node => node.getAnimations().length > 0 || getComputedStyle(node).transform != 'none'") is moves
    )
    page.context.close()


def test_on_paper_there_is_the_text_and_no_button(browser: Browser, home: str) -> None:
    page = context_page(browser, f"{home}blog/")
    page.emulate_media(media="print")

    assert page.locator(".bp-card").first.is_visible()
    assert not page.locator(".bp-ways").first.is_visible()
    assert not page.locator(".bp-pager").is_visible()
    page.goto(f"{home}blog/2024/03/02/post-2/")
    assert page.locator(".bp-byline, .bp-header .bp-meta").first.is_visible()
    page.context.close()
