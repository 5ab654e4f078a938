"""Feeds of sections of the docs: the posts and talks that lead to their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest

from tests.output.feed_readers import titles
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

SITE = """
    docs/index.md
    | # Home
    docs/guide/index.md
    | # The *Guide*
    docs/guide/deep/water.md
    | # Water
    docs/guide/deep/fish.md
    | # Fish
    docs/guides.md
    | # Another
    docs/blog/posts/a.md
    | ---
    | title: On water
    | date: 2024-01-01
    | ---
    | See [water](../../guide/deep/water.md), [the guide](/guide/) and again [water](../../guide/deep/water.md).
    docs/blog/posts/b.md
    | ---
    | title: On the guide
    | date: 2024-02-01
    | ---
    | See [the guide](../../guide/index.md).
    docs/blog/posts/c.md
    | ---
    | title: On guides
    | date: 2024-03-01
    | ---
    | See [guides](../../guides.md).
    docs/blog/posts/d.md
    | ---
    | title: A draft
    | date: 2024-03-01
    | draft: true
    | ---
    | See [the guide](../../guide/index.md).
    docs/blog/posts/e.md
    | ---
    | title: Unlisted
    | date: 2024-03-01
    | unlisted: true
    | ---
    | See [the guide](../../guide/index.md).
    docs/blog/posts/f.md
    | ---
    | title: Replaced
    | date: 2023-03-01
    | superseded_by: /guide/
    | ---
    | No link.
    docs/talks/t.md
    | ---
    | title: A talk
    | venue: PyConf
    | date: 2024-01-15
    | ---
    | See [water](../guide/deep/water.md).
"""


@pytest.fixture(scope="module", name="built")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("sections")).write(SITE)
    return site.blogposts(feeds_sections=["guide", "guide/deep/"], backlinks=True).build(strict=True)


def test_a_section_has_the_posts_and_talks_that_lead_to_its_pages(built: Built) -> None:
    for name in ("rss.xml", "atom.xml"):
        assert titles(built, f"guide/{name}") == ["On the guide", "A talk", "On water", "Replaced"]
        assert titles(built, f"guide/deep/{name}") == ["A talk", "On water"]
    assert (built.dir / "guide/feed.json").is_file()


def test_a_feed_is_called_after_its_section(built: Built) -> None:
    guide, deep = (
        feedparser.parse((built.dir / name / "atom.xml").read_bytes()).feed for name in ("guide", "guide/deep")
    )

    assert (guide.title, deep.title) == ("The Guide - Site", "Deep - Site")
    assert guide.link == "https://example.org/guide/"


def test_pages_that_show_posts_lead_to_the_feed_of_their_section(built: Built) -> None:
    own = [node.attributes["title"] for node in built.page("guide/deep/water/").css("head link[type*=atom]")]

    assert own == ["Deep - Site", "Blog - Site"]
    assert [link.url for link in built.page("guide/").links_in(".bp-footer .bp-ways")] == ["guide/rss.xml"]
    assert built.page("guides/").css(".bp-footer .bp-ways") == []
    assert built.page("guide/deep/fish/").css("head link[type*=atom]") == []


def test_a_section_that_is_none_is_told(site: Site) -> None:
    built = site.write(SITE).blogposts(feeds_sections=["nowhere"]).build()

    assert built.warnings == ["There is no page below 'nowhere' in `docs_dir`, which `feeds_sections` names"]
