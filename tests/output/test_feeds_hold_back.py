"""No feed tells of what is held back, in whatever way, and of no other text what is not for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.locks import LOCK
from tests.output.feed_readers import FORMATS, feed_files, titles
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

WAYS = {
    "draft": ("docs/blog/posts/w1.md", "draft: true"),
    "drafts": ("_drafts/w2.md", ""),
    "tag": ("docs/blog/posts/w3.md", "tags: [Draft, shown]"),
    "prefix": ("docs/blog/posts/w4.md", "title: '[DRAFT] Whisper'"),
    "future": ("docs/blog/posts/w5.md", "date: 2099-01-01"),
    "unpublished": ("docs/blog/posts/w6.md", "published: false"),
    "unlisted": ("docs/blog/posts/w7.md", "unlisted: true"),
    "expired": ("docs/blog/posts/w8.md", "expires: 2020-01-01"),
    "draft of a talk": ("docs/talks/w9.md", "venue: PyConf\ndraft: true"),
    "unpublished talk": ("_talks/w10.md", "venue: PyConf\npublished: false"),
}
LISTED = {
    "blog/": ["Locked", "Shown"],
    "blog/tag/shown/": ["Locked", "Shown", "Talk"],
    "blog/category/shown/": ["Locked", "Shown"],
    "blog/author/ada/": ["Locked", "Shown", "Talk"],
    "blog/series/shown/": ["Locked", "Shown"],
    "talks/": ["Talk"],
}
COPIES = {
    "feed.xml": "blog/",
    "feed/by_tag/shown.xml": "blog/category/shown/",
    "feed/shown.xml": "blog/category/shown/",
    "feed/talks.xml": "talks/",
}
"""Feeds of jekyll-feed, and those of ours that hold the same."""

HEAD = {
    "title": "Whisper",
    "date": "2024-02-01",
    "tags": "[shown]",
    "categories": "[shown]",
    "authors": "[ada]",
    "series": "Shown",
}


def with_head(own: str, **others: str) -> str:
    head = {**HEAD, **others}
    lines = [f"{key}: {value}" for key, value in head.items() if f"{key}:" not in own]
    return "\n".join(["---", *lines, own, "---", "Whisper whisper.\n\n<!-- more -->\n\nWhisper.\n"])


@pytest.fixture(scope="module", params=["excerpt", "full"])
def built(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Built:
    site = Site(tmp_path_factory.mktemp("site")).config(hooks=["hook.py"])
    site.blogposts(
        authors_profiles=True,
        draft_if_future_date=True,
        feeds_content=request.param,
        feeds_archive=True,
        feeds_length=1,
    )
    config = "plugins: [jekyll-feed]\nfeed: {tags: true, categories: [shown], collections: [talks]}\n"
    site.put("hook.py", LOCK).put("_config.yml", config)
    site.put("docs/blog/.authors.yml", "authors: {ada: {name: Ada, description: Writes, avatar: /a.png}}\n")
    for path, own in WAYS.values():
        site.put(path, with_head(own))
    site.put("docs/blog/posts/locked.md", with_head("password: x", title="Locked", date="2024-01-02"))
    site.put("docs/blog/posts/shown.md", with_head("", title="Shown", date="2024-01-01").replace("hisper", ""))
    site.put("docs/talks/t.md", with_head("venue: PyConf", title="Talk", date="2023-01-01").replace("hisper", ""))
    # What jekyll-feed had is there where Jekyll's files are.
    return site.build()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("url", LISTED)
def test_a_feed_holds_only_what_is_shown(built: Built, url: str, name: str) -> None:
    stem, _, ending = name.partition(".")
    archives = range(len(LISTED[url]) - 1, 0, -1)
    names = [f"{url}{name}", *(f"{url}{stem}-archive-{number}.{ending}" for number in archives)]

    assert [title for each in names for title in titles(built, each)] == LISTED[url]


def test_nothing_that_is_held_back_is_in_any_feed(built: Built) -> None:
    assert [name for name in feed_files(built) if "hisper" in built.read(name)] == []


def test_feeds_of_jekyll_hold_as_little(built: Built) -> None:
    assert {name: titles(built, name) for name in COPIES} == {
        name: titles(built, f"{url}atom.xml") for name, url in COPIES.items()
    }
    assert not any("hisper" in built.read(name) for name in COPIES)
