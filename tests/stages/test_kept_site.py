"""A build leaves the pages of the build before that show nothing new, and the site is as if built from nothing."""

from __future__ import annotations

import copy
import logging
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.log import log
from tests.built import bytes_of
from tests.cache.test_stale import A, B, edit
from tests.kept import CACHE
from tests.png import png
from tests.site import Site
from tests.stages.live import (
    OF_POSTS,
    OF_TEXTS,
    check_what_a_post_has_changed,
    check_what_was_made,
    made_upon,
    told,
)
from tests.stages.test_live_sayings import SAYINGS
from tests.stages.test_live_site import CHANGES, EQUAL, HEAD, OF_THEME, SHOWS_META

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.built import Built
    from tests.stages.live import Change

ALPHA = "blog/2024/01/01/alpha/index.html"


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")


@pytest.fixture(name="elsewhere")
def _elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clean") / "site"


def into_empty_folder(site: Site, elsewhere: Path) -> Built:
    """What a build makes of the same files that finds no site; texts and pages it may have from its cache."""
    kept = elsewhere.with_name("cache")
    if (elsewhere / ".cache").exists():
        (elsewhere / ".cache").rename(kept)
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(site.root, elsewhere, ignore=shutil.ignore_patterns("site", ".cache"), symlinks=True)
    if kept.exists():
        kept.rename(elsewhere / ".cache")
    other = Site.at(elsewhere)
    other.options = copy.deepcopy(site.options)
    return other.build()


def check(site: Site, elsewhere: Path, name: str = "now") -> None:
    """Build with and without the site of the build before; both must be the same, down to what is told."""
    built, clean = site.build(), into_empty_folder(site, elsewhere)
    assert str(built.error) == str(clean.error), name
    now, expected = bytes_of(built.dir), bytes_of(clean.dir)
    assert [uri for uri in sorted(now.keys() | expected.keys()) if now.get(uri) != expected.get(uri)] == [], name
    assert told(built) == told(clean), name


@pytest.mark.slow
def test_after_each_change_the_site_is_as_if_built_from_nothing(rich: Site, elsewhere: Path) -> None:
    rich.build()
    for name, change in CHANGES.items():
        change(rich)
        check(rich, elsewhere, name)


@pytest.mark.slow
def test_whatever_a_post_says_of_itself_the_site_is_as_if_built_from_nothing(rich: Site, elsewhere: Path) -> None:
    rich.config(theme={"name": "material", "font": False}).build()
    for name, change in SAYINGS.items():
        change(rich)
        check(rich, elsewhere, name)


@pytest.mark.parametrize("change", EQUAL.values(), ids=EQUAL)
def test_what_is_only_written_otherwise_is_seen(site: Site, change: tuple[str, str, str], elsewhere: Path) -> None:
    site.config(theme={"name": "material", "custom_dir": "theme", "font": False}, plugins=["meta", "blogposts"])
    site.put(A, HEAD).put("docs/blog/posts/.meta.yml", "part: 1\n").put("theme/main.html", SHOWS_META).build()
    edit(*change)(site)

    check(site, elsewhere)


def test_only_what_has_changed_is_made_again(rich: Site, made: list[str]) -> None:
    check_what_was_made(made_upon(OF_TEXTS, CHANGES, rich, rich.build, made))


def test_only_what_shows_what_a_post_says_is_made_again(rich: Site, made: list[str]) -> None:
    rich.config(theme=OF_THEME).blogposts(related=0)  # or most posts would show one another

    check_what_a_post_has_changed(made_upon(OF_POSTS, CHANGES, rich, rich.build, made))


def swapped(path: Path) -> None:
    before, content = path.stat(), path.read_bytes()
    with path.open("r+b") as file:
        file.write(content.replace(b"Alpha", b"Omega"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def led_elsewhere(path: Path) -> None:
    path.rename(path.with_name("x.html")).with_name("index.html").symlink_to("x.html")


TOUCHED: dict[str, Callable[[Path], object]] = {
    "written over": lambda path: path.write_text("other"),
    "gone": lambda path: path.unlink(),
    "a link": led_elsewhere,
    "another of its size and time": swapped,
}
"""What may become of a file of the site between two builds."""


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_a_file_of_the_site_that_is_not_what_was_written_is_made_again(
    rich: Site, touch: Callable[[Path], object], elsewhere: Path
) -> None:
    rich.build()
    touch(rich.root / "site" / ALPHA)

    check(rich, elsewhere)


def record_of(site: Site) -> Path:
    (record,) = (site.root / CACHE).glob("site-*")
    return record


def test_a_record_of_other_files_than_are_there_takes_none_of_them(rich: Site, elsewhere: Path) -> None:
    rich.build()
    record, text = record_of(rich).read_bytes(), (rich.root / A).read_text()
    CHANGES["text"](rich)
    rich.build()  # as another build does that ends sooner
    record_of(rich).write_bytes(record)
    rich.put(A, text)

    check(rich, elsewhere)


@pytest.mark.parametrize("content", [b"", b"x" * 100], ids=["empty", "foreign"])
def test_a_damaged_record_is_none(rich: Site, content: bytes, made: list[str], elsewhere: Path) -> None:
    rich.build()
    record_of(rich).write_bytes(content)
    made.clear()
    rich.build()
    again = {*made}

    assert {"blog/posts/e.md", "blog/tag/y.md", "blog/tags.md"} <= again
    check(rich, elsewhere)


STOPPED = """
import pathlib

def on_post_template(output_content, template_name, config):
    if pathlib.Path(config.config_file_path).with_name("stop").exists():
        raise KeyboardInterrupt
    return output_content
"""
IN_THE_END = """
import pathlib

def on_post_build(config):
    if pathlib.Path(config.config_file_path).with_name("stop").exists():
        raise KeyboardInterrupt
"""


@pytest.mark.parametrize("code", [STOPPED, IN_THE_END], ids=["before pages", "after pages"])
def test_a_build_that_was_stopped_leaves_nothing_wrong(rich: Site, code: str, elsewhere: Path) -> None:
    rich.put("hook.py", code).config(hooks=["hook.py"]).build()
    rich.put("stop", "")
    CHANGES["text"](rich)
    with pytest.raises(KeyboardInterrupt):
        rich.build()
    rich.delete("stop")

    check(rich, elsewhere)


CHANGING = """
import pathlib

def on_post_build(config):
    for name in ("blog/2024/01/01/alpha/index.html", "blog/rss.xml", "search/search_index.json"):
        with pathlib.Path(config.site_dir, name).open("a") as file:
            file.write("<!-- once -->")
"""


def test_what_another_plugin_changes_in_the_end_is_written_for_it_again(rich: Site, elsewhere: Path) -> None:
    rich.put("hook.py", CHANGING).config(hooks=["hook.py"]).build()
    CHANGES["text of a post that others are like"](rich)

    check(rich, elsewhere)
    assert (rich.root / "site/blog/rss.xml").read_text().count("<!-- once -->") == 1


class _Swapping(logging.Handler):
    """Puts another file in the place of one, once a build has told what is wrong, and has measured all pictures."""

    def __init__(self, new: Path, old: Path) -> None:
        super().__init__(logging.WARNING)
        self.new, self.old = new, old

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        if self.new.exists():
            self.new.replace(self.old)


def test_a_picture_that_is_changed_while_a_build_runs_is_seen_by_the_next(rich: Site, elsewhere: Path) -> None:
    rich.blogposts(pictures=False).put("new.png", png(8, 12))  # or the name of a copy would tell
    swapping = _Swapping(rich.root / "new.png", rich.root / "docs/blog/posts/a.png")
    log.addHandler(swapping)
    rich.build()
    log.removeHandler(swapping)

    assert not swapping.new.exists()
    check(rich, elsewhere)


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_plain_themes_leave_pages_too(rich: Site, theme: str, made: list[str], elsewhere: Path) -> None:
    rich.config(theme=theme, plugins=["search", "blogposts"]).build()
    CHANGES["excerpt"](rich)
    made.clear()
    rich.build()
    again = {*made}

    assert "blog/posts/a.md" in again
    assert "blog/posts/e.md" not in again
    edit(B, "title: Beta", "title: Bet")(rich)
    check(rich, elsewhere)


def all_made(site: Site, made: list[str]) -> bool:
    site.build()
    made.clear()
    built = site.build()
    assert built.error is None
    return {"blog/posts/e.md", "blog/tag/y.md", "blog/tags.md", "blog/archive/2023.md"} <= set(made)


ALL_MADE: dict[str, Change] = {
    "cache": lambda site: site.blogposts(cache=False),
    "keep_files": lambda site: site.blogposts(keep_files=False),
    "preview": lambda site: site.blogposts(preview=True),
    "another blog": lambda site: site.config(plugins=[*site.options["plugins"], {"blogposts": {"blog_dir": "news"}}]),
    "hook": lambda site: site.put("hook.py", "def on_post_page(output, page, config): return output").config(
        hooks=["hook.py"]
    ),
}


@pytest.mark.parametrize("change", ALL_MADE.values(), ids=ALL_MADE)
def test_all_pages_are_made(rich: Site, change: Change, made: list[str]) -> None:
    change(rich)

    assert all_made(rich, made)


LISTING = """
import pathlib
from mkdocs.plugins import event_priority

@event_priority({priority})
def on_env(env, config, files):
    names = pathlib.Path(config.config_file_path).with_name("left.txt").read_text().split()
    listing = files.get_file_from_path("blog/category/news.md").page
    listing.posts[:] = [post for post in listing.posts if post.file.name in names]
    files.get_file_from_path("blog/posts/a.md").page.categories[len(names):] = []
"""


@pytest.mark.parametrize("priority", [0, -1000])
def test_what_a_hook_takes_out_of_a_listing_is_seen(rich: Site, priority: int, elsewhere: Path) -> None:
    rich.put("hook.py", LISTING.format(priority=priority)).config(hooks=["hook.py"]).blogposts(view_layout="list")
    rich.put("left.txt", "a b").build()
    rich.put("left.txt", "b")
    check(rich, elsewhere)
    rich.put("left.txt", "")
    check(rich, elsewhere)


GIVES = """
import pathlib

def on_page_markdown(markdown, page, config, files):
    given = pathlib.Path(config.config_file_path).with_name("given.txt").read_text()
    if page.file.src_uri == "blog/posts/a.md":
        page.meta["given"] = "meta " + given
    if page.file.src_uri == "blog/posts/b.md":
        page.given = "attribute " + given
    if page.file.src_uri == "blog/category/news.md":
        page.meta["given"] = "listing " + given
"""
SHOWS_GIVEN = """
{% extends "base.html" %}
{% macro given(other) %}{{ other.title }}: {{ other.meta.given }} {{ other.given }}{% endmacro %}
{% block footer %}
  {% if page.previous_page %}{{ given(page.previous_page) }}{% endif %}
  {% if page.next_page %}{{ given(page.next_page) }}{% endif %}
  {% for category in page.categories %}{{ given(category) }}{% endfor %}
{% endblock %}
"""


def test_what_a_hook_gives_to_another_page_is_seen_where_a_template_shows_it(
    site: Site, made: list[str], elsewhere: Path
) -> None:
    for day, name in enumerate("abcd", 1):
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: 2024-01-0{day}\ncategories: [News]\n---\n# Post {name}\n")
    site.put("docs/index.md", "# Home\n").put("hook.py", GIVES).put("theme/main.html", SHOWS_GIVEN)
    site.config(theme={"name": "material", "custom_dir": "theme", "font": False}, hooks=["hook.py"], nav=["index.md"])
    site.put("given.txt", "one").build()
    site.put("given.txt", "two")
    check(site, elsewhere)
    made.clear()
    site.build()
    assert "blog/posts/b.md" not in made


def test_what_other_processes_have_made_is_left_too(site: Site) -> None:
    for number in range(30):
        site.put(
            f"docs/blog/posts/{number}.md", f"---\ndate: 2024-01-{number + 1:02}\ntags: [x]\n---\n# Post {number}\n"
        )
    site.blogposts(workers=2).put("docs/index.md", "# Home\n")
    site.run_build()
    site.put("docs/blog/posts/7.md", "---\ndate: 2024-01-08\ntags: [x]\n---\n# Post 7\n\nWith more.\n")
    made = site.run_build("--verbose")[1]

    assert "Building page blog/posts/7.md" in made
    assert "Building page blog/tag/x/page/3/index.md" in made or "Building page blog/tag/x" in made
    assert "Building page blog/posts/20.md" not in made
