"""A blog beside each plugin that people have: the URLs are its own, nothing is there twice, and order is no matter."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.built import bytes_of
from tests.compat.history import commit
from tests.compat.neighbours import NAV, NEIGHBOURS, Neighbour, packages
from tests.compat.plugins import FIRST, POSTS, SECOND
from tests.links import broken_links
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.built import Built, Page

pytestmark = pytest.mark.filterwarnings("ignore")  # of other plugins and what they stand on

PROJECT = Path(__file__).parents[2]
OURS = ["search", "tags", "blogposts"]


def written(root: Path) -> Site:
    root.mkdir()
    return Site(root).write(POSTS).config(theme={"name": "material", "font": False})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site without any of them."""
    site = written(tmp_path_factory.mktemp("alone") / "site").config(plugins=OURS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1719792000")
        return site.build(strict=True)


@pytest.mark.parametrize("neighbour", NEIGHBOURS, ids=lambda each: each.name)
def test_they_get_along_in_any_order(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, neighbour: Neighbour
) -> None:
    if neighbour.package:
        try:
            importlib.metadata.version(neighbour.package)
        except importlib.metadata.PackageNotFoundError:
            pytest.skip(f"needs {neighbour.package}: pip install --group test")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1719792000")

    last = beside(neighbour, tmp_path / "last", [*OURS, neighbour.plugin], monkeypatch)
    first = beside(neighbour, tmp_path / "first", [neighbour.plugin, *OURS], monkeypatch)

    assert (last.exit_code, last.warnings) == (0, []), last.log
    assert (first.exit_code, [told.startswith(neighbour.told) for told in first.warnings]) == (
        0,
        [True] if neighbour.told else [],
    )
    assert set(urls(last)) - set(neighbour.makes.split()) == set(urls(built))
    assert [*twice(last)] == []
    where, shown = neighbour.shows
    assert shown in last.read(name_of(last, where))
    before, after = bytes_of(last.dir), bytes_of(first.dir)
    differing = sorted(name for name in before | after if before.get(name) != after.get(name))
    assert [name for name in differing if not any(fnmatchcase(name, each) for each in neighbour.changes.split())] == []
    assert [name for name in differing if name.endswith(".html") and seen(last, name) != seen(first, name)] == []


def test_other_plugins_get_the_html_of_each_page_as_plain_text(site: Site) -> None:
    # `replace` of text that is marked as HTML would escape what they put in.
    site.put("hook.py", "def on_page_content(html, page, **_):\n    assert type(html) is str, page\n")
    site.write(POSTS).put("docs/_posts/2024-01-01-a.md", "---\ntitle: A\n---\n# Another\n").config(hooks=["hook.py"])

    assert site.build(strict=True).exit_code == 0


PUTS_IN = """
def on_page_content(html, page, **_):
    if page.file.src_uri.endswith("second.md"):
        return html + '<p id="more"><a href="/talks/tides">On tides</a></p>'
"""


def test_what_other_plugins_put_into_a_text_is_part_of_it(site: Site) -> None:
    site.write(POSTS).put("docs/talks/tides.md", "---\ntitle: Tides\nvenue: Camp\n---\n")
    site.config(hooks=["hook.py"], site_url="https://example.org/docs/").put("hook.py", PUTS_IN)

    built = site.build(strict=True)

    assert [link.url for link in built.page(SECOND).links_in("#more")] == ["talks/tides/"]
    assert SECOND in [link.url for link in built.page("talks/tides/").links_in("article")]


def test_each_package_is_tried_alone_every_week() -> None:
    versions = yaml.safe_load((PROJECT / ".github/workflows/versions.yml").read_text(encoding="utf-8"))

    assert set(versions["jobs"]["neighbours"]["strategy"]["matrix"]["package"]) == packages()


def beside(neighbour: Neighbour, root: Path, plugins: list[Any], monkeypatch: pytest.MonkeyPatch) -> Built:
    site = written(root).write(neighbour.files).config(plugins=plugins, **neighbour.options)
    if neighbour.name.startswith("git-"):
        site.save()
        commit(root)
    if neighbour.name == "multirepo":
        if sys.platform == "win32":
            pytest.skip("it has scripts for bash")
        commit(root / "part")
        site.config(nav=[*NAV[:-1], {"Part": f"!import {(root / 'part').as_uri()}?branch=main"}])
    monkeypatch.chdir(root)
    # Its loop of events is none within that of a browser which other tests of the process have open.
    return site.run_build()[0] if neighbour.name == "multirepo" else site.build()


def urls(built: Built) -> Iterator[str]:
    """The URLs of a site, as they would be with folders."""
    return (re.sub(r"\.html$", "/", url) for url in built.pages)


def name_of(built: Built, where: str) -> str:
    """The file of a page, or that of this name."""
    names = (where, f"{where}index.html", f"{where.rstrip('/')}.html")
    return next(name for name in names if name in built.files)


def twice(built: Built) -> Iterator[str]:
    """What a site has more than once, or not at all, and ought to have once; and links that lead nowhere."""
    index, post = (built.page(name_of(built, url)) for url in ("blog/", FIRST))
    titles = [card.title for card in index.cards]
    yield from (title for title in ("First post", "Second post") if titles.count(title) != 1)
    places = [piece["location"] for piece in built.search]
    yield from (place for place in places if places.count(place) > 1)
    for each in ("h1", 'meta[property="og:title"]', 'meta[name="description"]', 'link[rel="canonical"]'):
        if len(post.css(each)) != 1:
            yield each
    feeds = [node.attributes["href"] for node in post.css('link[rel="alternate"]')]
    yield from (str(feed) for feed in feeds if feeds.count(feed) > 1)
    yield from broken_links(built.dir)


def seen(built: Built, name: str) -> tuple[Any, ...]:
    """What readers and machines see of a page."""
    page: Page = built.page(name)
    return page.title, page.text, page.links, page.json_ld, sorted(page.links_in("head"))
