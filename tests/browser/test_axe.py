"""What axe, the checker of accessibility, finds in our parts of pages: nothing."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Scheme, serving
from tests.pdf import pdf, slide
from tests.png import png
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

POST = "blog/2024/03/02/two/"
PAGES = (
    *("", "blog/", "blog/page/2/", POST, "blog/tags/", "blog/tag/one/", "blog/archive/", "blog/archive/2024/"),
    *("blog/author/ada/", "blog/series/all/", "talks/", "talks/t1/"),
)
PALETTE = [
    {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "teal"},
    {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "primary": "teal"},
]
"""A colour that is too light for small print on white."""
TEXT = "A word, [a link](https://example.org/) and more words.\n"

HOME = """\
# Home

<!-- blogposts: {limit: 2} -->

## Talks

<!-- blogposts: {talks: true} -->

## All

<!-- blogposts: {list: archive} -->

## Speaking

<!-- blogposts: {list: speaking} -->

<!-- blogposts: {list: map} -->
"""

_FINDINGS = """() => axe.run({resultTypes: ["violations"]}).then(all => all.violations.flatMap(({id, nodes}) => nodes
    .filter(node => document.querySelector(node.target[0]).closest('[class*="bp-"]')?.matches(':not(.bp-slide__notes)'))
    .map(node => `${id}: ${node.html}: ${node.failureSummary}`)))"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe."""
    found = find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations:
        pytest.skip("needs axe: pip install axe-playwright-python")
    return Path(found.submodule_search_locations[0], "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def theme(request: pytest.FixtureRequest) -> str:
    """The theme of the site."""
    return str(request.param)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, theme: str) -> Iterator[str]:
    """URL of a site with all kinds of pages, whose posts have all that a card may show."""
    site = Site(tmp_path_factory.mktemp(theme))
    options: dict[str, Any] = {"palette": PALETTE} if theme == "material" else {}
    site.config(theme={"name": theme, **options}).blogposts(pagination_per_page=3, authors_profiles=True)
    site.put("docs/pic.png", png(64, 36)).put("docs/index.md", HOME)
    site.put(
        "docs/blog/.authors.yml",
        "authors:\n  ada: {name: Ada, description: Writes, biography: At length, avatar: pic.png}\n",
    )
    for day, name in enumerate(("one", "two", "three", "four"), 1):
        teaser, rest = ("teaser: /pic.png\n", "") if day % 2 else ("", "pin: true\nlink: https://example.org/\n")
        head = f"date: 2024-03-0{day}\nauthors: [ada]\ncategories: [News]\ntags: [One, Two]\nseries: All\n{teaser}"
        head += rest if name == "four" else "readtime: 4\n"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{head}---\n# {name.title()}\n\n{TEXT}\nTalk: [it](/talks/t1/)\n")
    site.put("docs/blog/posts/old.md", f"---\ndate: 2023-01-01\nsuperseded_by: two.md\n---\n# Old\n\n{TEXT}")
    site.put("docs/talks/deck.pdf", pdf(slide((24, "Slide with a title"), (12, "And text")), slide()))
    for name, own in (
        ("t1", "slides: deck.pdf\nchapters: [0:00 Welcome]\n"),
        ("t2", "slidesurl: https://example.org/s\n"),
    ):
        links = f"videourl: https://example.org/v\n{own}tags: [One]\nspeakers: [ada]\nstatus: offered\n"
        head = f"date: 2024-0{name[1]}-01\nvenue: PyCon\nlocation: Prague\ncoordinates: [50, 14]\n{links}"
        site.put(f"docs/talks/{name}.md", f"---\n{head}---\n# Talk {name}\n\n<!-- slide 1 -->\n\nTo it.\n\n{TEXT}")
    with serving(site.build()) as url:
        yield url


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_in_what_is_ours(visitor: Visitor, axe: str, theme: str, width: int, scheme: Scheme) -> None:
    found = []
    for url in PAGES:
        visitor.open(url)
        visitor.shoot(f"axe-{theme}-{url.strip('/').replace('/', '-') or 'home'}-{scheme}-{width}", whole=True)
        assert visitor.page.locator("h1").count() == 1, url
        visitor.page.evaluate(axe)
        found += [f"{url}: {finding}" for finding in visitor.page.evaluate(_FINDINGS)]
        assert visitor.overflow <= 0

    assert found == []
