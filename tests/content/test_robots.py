"""What a page tells robots."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.content.models import Robots
from mkdocs_blogposts.content.robots import in_preview
from tests.content.reading import DATED, post, talk


@pytest.mark.parametrize(
    ("line", "robots"),
    [
        ("title: A", Robots()),
        ("search: false", Robots(in_search=False)),
        ("search: no", Robots(in_search=False)),
        ("search: {exclude: true}", Robots(in_search=False)),
        ("search: {boost: 2}", Robots()),
        ("sitemap: false", Robots(in_sitemap=False)),
        ("sitemap: 'false'", Robots(in_sitemap=False)),
        ("sitemap: true", Robots()),
        ("sitemap: {priority: 0.5}", Robots()),
        ("sitemap: 0.5", Robots()),
        ("robots: noindex", Robots(in_sitemap=False, noindex=True)),
        ("robots: 'noindex, nofollow'", Robots(in_sitemap=False, noindex=True)),
        ("robots: [nofollow, NoIndex]", Robots(in_sitemap=False, noindex=True)),
        ("robots: none", Robots(in_sitemap=False, noindex=True)),
        ("robots: index, nofollow", Robots()),
        ("canonical_url: https://example.org/first/", Robots(canonical_url="https://example.org/first/")),
        ("canonical_url: /first/", Robots(canonical_url="/first/")),
    ],
)
def test_keys_of_front_matter(line: str, robots: Robots) -> None:
    for read in (post(f"{DATED}\n{line}"), talk(f"venue: PyCon\n{line}")):
        assert read.told == []
        assert read.it.robots == robots


def test_robots_find_nothing_of_what_is_in_no_list() -> None:
    robots = post(f"{DATED}\nunlisted: true\ncanonical_url: /x/").it.robots

    assert robots == Robots(canonical_url="/x/", in_search=False, in_sitemap=False, noindex=True)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "mailto:me@example.org", "{a: b}"])
def test_a_canonical_url_is_a_page(url: str) -> None:
    read = post(f"{DATED}\ncanonical_url: {url}")

    assert len(read.told) == 1
    assert read.told[0].startswith("post.md:3:16: canonical_url: ")
    assert read.it.robots.canonical_url is None


def test_a_preview_is_for_no_search_engine_and_has_what_is_held_back_in_no_sitemap() -> None:
    for listed in (True, False):
        for held_back in (True, False):
            robots = in_preview(Robots(in_sitemap=listed), is_held_back=held_back)

            assert robots == Robots(noindex=True, in_sitemap=listed and not held_back)
