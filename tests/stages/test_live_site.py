"""`serve` makes again only what a save has changed, and shows after each save what a build from nothing shows."""

from __future__ import annotations

import contextlib
import gc
import threading
from typing import TYPE_CHECKING

import pytest
from mkdocs import utils

from tests.built import bytes_of
from tests.cache.test_stale import TALK, A, B, edit
from tests.png import png
from tests.stages.live import (
    OF_POSTS,
    OF_TEXTS,
    check_what_a_post_has_changed,
    check_what_was_made,
    differences,
    from_nothing,
    made_upon,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site
    from tests.stages.live import Change

D = "docs/blog/posts/d.md"
GUIDE = "docs/guide.md"


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")


def remove(name: str) -> Change:
    return lambda site: site.delete(name)


def file(name: str, content: str | bytes) -> Change:
    return lambda site: site.put(name, content)


def options(**values: object) -> Change:
    return lambda site: site.config(**values)


def renamed(site: Site) -> None:
    (site.root / D).rename(site.root / "docs/blog/posts/delta.md")


OF_THEME = {"name": "material", "font": False}
"""A theme to which the site adds nothing."""
CHANGES: dict[str, Change] = {
    "nothing": lambda _: None,
    "text": edit(A, "The PEP", "That PEP"),
    "excerpt": edit(A, "One, with", "First, with"),
    "text of a post that others are like": edit("docs/blog/posts/old/f.md", "Six of one.", "Four, with a lost place."),
    "heading": edit(A, "## Then", "## Now"),
    "link to a docs page": edit(B, "Two, after", "Two, after [the guide](../../guide.md), after"),
    "link mended": edit(B, "[a broken link](nowhere.md)", "a broken link"),
    "line of a lost anchor": edit(D, "Four, with", "Four.\n\nWith"),
    "cards asked for": edit(D, "Four.", "Four.\n\n<!-- blogposts: {limit: 1} -->\n"),
    "excerpt of a post that is asked for": edit("docs/blog/posts/e.md", "## Five", "## Five\n\nIn words."),
    "docs page that links to a post": edit(GUIDE, "## Setup", "## Setup\n\nSee [alpha](blog/posts/a.md)."),
    "title of a docs page": edit(GUIDE, "# Guide", "# Handbook"),
    "templates removed": options(theme=OF_THEME),
    "title": edit(A, "title: Alpha", "title: Aleph"),
    "tag added": edit(A, "tags: [x]", "tags: [x, z]"),
    "date": edit(A, "date: 2024-01-01", "date: 2024-03-03"),
    "category": edit(A, "categories: [News]", "categories: [Plans]"),
    "category of others": edit(D, "date: 2024-04-01", "date: 2024-04-01\ncategories: [Plans, News]"),
    "draft": edit(B, "title: Beta", "title: Beta\ndraft: true"),
    "draft published": edit(B, "\ndraft: true", ""),
    "fault": edit(B, "date: 2024-02-01", "date: some day"),
    "fault elsewhere on the page": edit(B, "Two, after", "2, after"),
    "fault mended": edit(B, "date: some day", "date: 2024-02-02"),
    "new post": file("docs/blog/posts/g.md", "---\ntitle: Eta\ndate: 2024-04-03\ntags: [x]\n---\nSeven.\n"),
    "text of a talk": edit(TALK, "See [alpha]", "See [video](https://youtu.be/x) and [alpha]"),
    "post renamed": renamed,
    "post deleted": remove("docs/blog/posts/g.md"),
    "authors": edit("docs/blog/.authors.yml", "Jane Doe", "Jane Roe"),
    "front matter of a folder": file("docs/blog/posts/.meta.yml", "tags: [common]\n"),
    "picture": file("docs/blog/posts/a.png", png(16, 4)),
    "another picture": edit(A, "teaser: a.png", "teaser: /j.png"),
    "pinned": edit(A, "teaser: /j.png", "teaser: /j.png\npin: true"),
    "head of a listing": file("docs/blog/category/plans.md", "# What is planned\n\nAll of it.\n"),
    "option": options(site_name="Another"),
    "templates": options(theme=OF_THEME | {"custom_dir": "theme"}),
    "template": edit("theme/main.html", "Footer of", "Foot of"),
    "template of cards": file("theme/blogposts/card.html", "<p>{{ card.title }} {{ card.excerpt }}</p>\n"),
    "excerpt on a card of the site": edit(A, "First, with", "At first, with"),
    "option of the theme": lambda site: site.config(theme=site.options["theme"] | {"features": ["navigation.footer"]}),
    "option of the blog": lambda site: site.blogposts(view_layout="list", pagination_per_page=2),
    "excerpt in the list of Material": edit(A, "At first, with", "First of all, with"),
    "page excluded": options(exclude_docs="guide.md", nav=None),
}


@pytest.mark.slow
def test_after_each_save_the_site_is_as_if_built_from_nothing(
    rich: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert differences(rich, CHANGES, tmp_path_factory.mktemp("clean") / "site") == {}


def test_only_what_a_save_has_changed_is_made_again(rich: Site, made: list[str]) -> None:
    (rich.root / "docs/blog/posts/.#a.md").symlink_to("somebody@elsewhere.1")  # as Emacs does while a file is edited
    with rich.serve() as preview:
        check_what_was_made(made_upon(OF_TEXTS, CHANGES, rich, preview.build, made))


def test_only_what_shows_what_a_post_says_is_made_again(rich: Site, made: list[str]) -> None:
    rich.config(theme=OF_THEME).blogposts(related=0)
    with rich.serve() as preview:
        check_what_a_post_has_changed(made_upon(OF_POSTS, CHANGES, rich, preview.build, made))


COLLECTING = """
import gc, pathlib

def on_nav(nav, config, files):
    with pathlib.Path(config.config_file_path).with_name("found.txt").open("a") as file:
        file.write(f"{gc.isenabled()} ")

def on_env(env, config, files):
    if config.site_name == "Broken":
        raise ValueError("broken")
"""


def test_python_looks_through_its_values_while_nobody_waits(site: Site) -> None:
    site.put("hook.py", COLLECTING).config(hooks=["hook.py"]).put(
        "docs/blog/posts/a.md", "---\ndate: 2024-01-01\n---\n# A\n"
    )

    with site.serve() as preview:
        for name in ("Site", "Site", "Broken", "Site", "Site", "Site"):
            with contextlib.suppress(ValueError):
                site.config(site_name=name)
                preview.build()
            assert gc.isenabled(), name
        assert [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]

    assert not [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
    assert (site.root / "found.txt").read_text() == "True False False False True False "


STOPPED = """
def on_nav(nav, config, files):
    if config.site_name == "Stopped":
        raise KeyboardInterrupt
"""


def test_python_and_the_host_do_what_they_did_once_a_build_was_stopped(site: Site) -> None:
    site.put("hook.py", STOPPED).config(hooks=["hook.py"]).put("docs/index.md", "# Home\n")

    before = utils.write_file, utils.copy_file

    with contextlib.suppress(KeyboardInterrupt), site.serve() as preview:
        preview.build()
        site.config(site_name="Stopped")
        preview.build()

    assert gc.isenabled()
    assert (utils.write_file, utils.copy_file) == before


CHANGING = """
import pathlib

def on_post_build(config):
    for name in ("blog/2024/01/01/alpha/index.html", "blog/rss.xml", "search/search_index.json"):
        with pathlib.Path(config.site_dir, name).open("a") as file:
            file.write("<!-- once -->")
"""


def test_what_another_plugin_changes_in_the_end_is_written_for_it_again(rich: Site, tmp_path: Path) -> None:
    rich.put("hook.py", CHANGING).config(hooks=["hook.py"])

    with rich.serve() as preview:
        preview.build()
        preview.build()
        CHANGES["text of a post that others are like"](rich)
        built = bytes_of(preview.build().dir)

    assert built == bytes_of(from_nothing(rich, tmp_path / "site").dir)
    assert built["blog/rss.xml"].count(b"<!-- once -->") == 1


def test_each_of_several_blogs_shows_what_was_saved(rich: Site, tmp_path: Path) -> None:
    rich.config(plugins=[*rich.options["plugins"], {"blogposts": {"blog_dir": "news"}}])
    rich.put("docs/news/posts/h.md", "---\ntitle: Theta\ndate: 2024-01-01\n---\nEight, see [the talk](/talks/t/).\n")

    with rich.serve() as preview:
        preview.build()
        CHANGES["text of a talk"](rich)
        edit("docs/news/posts/h.md", "Eight,", "8,")(rich)
        built = bytes_of(preview.build().dir)

    assert built == bytes_of(from_nothing(rich, tmp_path / "site").dir)


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_plain_themes_show_what_was_saved_too(rich: Site, theme: str, tmp_path: Path, made: list[str]) -> None:
    rich.config(theme=theme, plugins=["search", "blogposts"])

    with rich.serve() as preview:
        preview.build()
        CHANGES["excerpt"](rich)
        made.clear()
        built = preview.build()
        again, now = {*made}, bytes_of(built.dir)

    assert built.error is None
    assert "blog/posts/a.md" in again
    assert "blog/posts/e.md" not in again
    assert now == bytes_of(from_nothing(rich, tmp_path / "site").dir)


SHOWS_META = """
{% extends "base.html" %}
{% block announce %}{% if page %}{{ page.meta.edition }} {{ page.meta.part }}{% endif %}{% endblock %}
"""
HEAD = "---\ndate: 2024-01-01 10:00:00 +02:00\nedition: 1\ncategories: [x]\n---\n# Alpha\n"
EQUAL = {
    "moment": (A, "10:00:00 +02:00", "08:00:00 +00:00"),
    "number": (A, "edition: 1", "edition: true"),
    "number of a folder": ("docs/blog/posts/.meta.yml", "part: 1", "part: 1.0"),
}
"""What Python takes for equal, and readers do not."""


@pytest.mark.parametrize("change", EQUAL.values(), ids=EQUAL)
def test_what_is_only_written_otherwise_is_seen(site: Site, change: tuple[str, str, str], tmp_path: Path) -> None:
    site.config(theme={"name": "material", "custom_dir": "theme", "font": False}, plugins=["meta", "blogposts"])
    site.put(A, HEAD).put("docs/blog/posts/.meta.yml", "part: 1\n").put("theme/main.html", SHOWS_META)

    with site.serve() as preview:
        preview.build()
        edit(*change)(site)
        built = bytes_of(preview.build().dir)

    assert built == bytes_of(from_nothing(site, tmp_path / "site").dir)
