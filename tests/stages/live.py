"""What `serve` has after some saves, held to what a server has that is started then."""

from __future__ import annotations

import copy
import shutil
from typing import TYPE_CHECKING

from tests.built import bytes_of
from tests.cache.test_stale import A
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from tests.built import Built

    Change = Callable[[Site], object]

OF_TEXTS = ("nothing", "text", "excerpt", "tag added")
OF_POSTS = ("tag added", "date", "new post", "post deleted")
"""Changes of the rich site upon which all pages would be made, if it were not known what each of them shows."""


def from_nothing(site: Site, folder: Path) -> Built:
    """What a server that is started now builds."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns("served", ".cache", ".served.before"))
    other = Site.at(folder)
    other.options = copy.deepcopy(site.options)
    return other.build(serve=True)


def told(built: Built) -> list[str]:
    """What is said of the site, but for how it came about."""
    passing = ("Documentation built", "Building", "Cleaning", "Changed:", "New:", "Gone:")
    return sorted(said.message for said in built.log if not said.message.startswith(passing))


def differences(rich: Site, changes: dict[str, Change], folder: Path) -> dict[str, object]:
    """What is not as if built from nothing after each change, one after the other."""
    wrong: dict[str, object] = {}
    with rich.serve() as preview:
        preview.build()
        for name, change in changes.items():
            change(rich)
            built, clean = preview.build(), from_nothing(rich, folder)
            assert built.error is clean.error is None, name
            now, expected = bytes_of(built.dir), bytes_of(clean.dir)
            differing = sorted(uri for uri in now.keys() | expected.keys() if now.get(uri) != expected.get(uri))
            if differing or told(built) != told(clean):
                wrong[name] = differing or set(told(built)) ^ set(told(clean))
    return wrong


def made_upon(
    names: Iterable[str], changes: Mapping[str, Change], site: Site, build: Callable[[], Built], made: list[str]
) -> dict[str, set[str]]:
    """The pages that builds have made upon some changes, one after the other."""
    found: dict[str, set[str]] = {}
    build()
    for name in names:
        made.clear()
        changes[name](site)
        build()
        found[name] = set(made)
    return found


def check_what_was_made(made_of: Mapping[str, set[str]]) -> None:
    """Hold the pages that were made upon some changes of the rich site to those that show what has changed."""
    always = {"index.md", "guide.md", "talks/t.md"}  # not of the blog, with cards, and the newest of all
    assert made_of["nothing"] == always
    elsewhere = {"blog/posts/e.md", "blog/tag/y.md", "blog/tags.md", "blog/archive/2023.md", "talks/index.md"}
    for name in ("text", "excerpt"):
        assert {*always, A.removeprefix("docs/"), "blog/index.md", "blog/tag/x.md"} <= made_of[name]
        assert not elsewhere & made_of[name]
    assert {*elsewhere, "blog/tag/z.md"} <= made_of["tag added"]


def check_what_a_post_has_changed(made_of: Mapping[str, set[str]]) -> None:
    """Hold the pages that were made upon changes of posts, in a site without templates, to those that show them."""
    always = {"index.md", "guide.md", "talks/t.md"}
    assert {*always, A.removeprefix("docs/"), "blog/tag/z.md", "blog/tags.md"} <= made_of["tag added"]
    assert not {"blog/posts/d.md", "blog/posts/e.md", "blog/tag/y.md", "talks/index.md"} & made_of["tag added"]
    assert {*always, A.removeprefix("docs/"), "blog/index.md", "blog/archive/2024.md"} <= made_of["date"]
    assert not {"blog/posts/e.md", "blog/archive/2023.md", "blog/tags.md"} & made_of["date"]
    for name in ("new post", "post deleted"):
        assert {*always, "blog/index.md", "blog/archive/2024.md", "blog/tag/x.md", "blog/tags.md"} <= made_of[name]
        assert not {"blog/posts/a.md", "blog/posts/b.md", "blog/category/news.md", "talks/index.md"} & made_of[name]
    assert "blog/posts/g.md" in made_of["new post"] - made_of["post deleted"]
