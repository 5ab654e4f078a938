"""The folder in which builds keep things: whatever is wrong with it, the site is right."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.built import bytes_of
from tests.cache.test_packs import change_texts, cut_in_the_middle, swap_texts
from tests.kept import CACHE, CHECKSUM, kept_in, packs_in
from tests.site import HOST
from tests.stages.test_determinism import SITE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site import Site


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")


@pytest.fixture(name="kept")
def _kept(site: Site) -> Site:
    """A site that has been built once."""
    site.write(SITE).build(strict=True)
    return site


def site_of(site: Site) -> dict[str, bytes]:
    built = site.build(strict=True)
    assert built.error is None
    assert built.warnings == []
    return bytes_of(built.dir)


@pytest.mark.parametrize("harm", [swap_texts, change_texts, cut_in_the_middle], ids=lambda harm: harm.__name__)
def test_an_entry_that_is_not_what_its_name_says_is_made_anew(kept: Site, harm: Callable[[Path], None]) -> None:
    before = bytes_of(kept.root / "site")

    harm(kept.root / CACHE)

    assert site_of(kept) == before
    assert site_of(kept) == before


@pytest.mark.parametrize("place", [CACHE, ".cache"])
def test_a_folder_that_cannot_be_made_only_means_that_nothing_is_kept(site: Site, place: str) -> None:
    clean = site_of(site.blogposts(cache=False).write(SITE))
    site.put(place, "A file.\n")

    assert site_of(site.blogposts(cache=True)) == clean
    assert site_of(site) == clean
    assert (site.root / place).read_text(encoding="utf-8") == "A file.\n"


def test_nothing_but_the_folder_is_left_in_the_tree(site: Site) -> None:
    site.write(SITE).build(strict=True)
    known = {"mkdocs.yml", "docs", "site", ".cache"}

    assert {path.name for path in site.root.iterdir()} == known
    assert [path.relative_to(site.root).as_posix() for path in (site.root / ".cache").iterdir()] == [".cache/plugin"]
    assert (site.root / CACHE / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert not [path for path in (site.root / CACHE).iterdir() if path.suffix not in {".entry", ".pack", ""}]


def test_a_few_files_hold_all_that_is_kept(kept: Site) -> None:
    families = sorted(path.name.partition("-")[0] for path in packs_in(kept.root))
    kinds = {(entry.path.name.partition("-")[0], entry.kind) for entry in kept_in(kept.root)}

    assert families == ["page", "text"]
    assert kinds == {("page", "page"), *(("text", kind) for kind in ("conversion", "reading", "rendered", "search"))}


def test_entries_are_text_that_runs_nothing(kept: Site) -> None:
    kinds = set()
    for entry in kept_in(kept.root):
        kind, text = entry.read()[CHECKSUM:][:1], entry.read()[CHECKSUM:][1:].decode("utf-8")
        assert text.lstrip().startswith("<!doctype html>") if kind == b"t" else json.loads(text)
        kinds.add(kind)

    assert kinds == {b"j", b"t"}


def test_two_builds_at_once_share_the_folder(site: Site) -> None:
    clean = bytes_of(site.write(SITE).blogposts(cache=False).run_build()[0].dir)
    site.blogposts(cache=True).save()

    def build(name: str) -> dict[str, bytes]:
        command = [sys.executable, "-m", HOST, "build", "--strict", "--site-dir", str(site.root / name)]
        subprocess.run(command, cwd=site.root, check=True, capture_output=True)
        return bytes_of(site.root / name)

    with ThreadPoolExecutor() as pool:
        assert list(pool.map(build, ["one", "two", "three"])) == [clean] * 3


@pytest.mark.slow
def test_one_text_in_several_places_has_the_links_of_each(site: Site) -> None:
    site.put("docs/index.md", "# Home\n")
    for folder in ("", "deep/"):
        head = f"---\ntitle: More\ndate: 2024-01-30\npermalink: /{folder}more/\n---\n"
        site.put(f"docs/blog/posts/{folder}more.md", head).put(f"docs/blog/posts/{folder}x.png", folder)

    for places in (
        {"a": "/a/", "b": "/deep/er/b/", "deep/a": "/a2/"},
        {"a": "/far/away/a/", "b": "/b/", "deep/a": "/a/"},
    ):
        for name, permalink in places.items():
            head = f"---\ntitle: A\ndate: 2024-01-31\npermalink: {permalink}\n---\n"
            site.put(f"docs/blog/posts/{name}.md", f"{head}See [it](more.md), [home](/index.md), ![](x.png).\n")
        built = site.build(strict=True)
        assert built.exit_code == 0, built.log
        for name, permalink in places.items():
            page, folder = built.page(f"{permalink.strip('/')}/"), "deep/" if name.startswith("deep") else ""
            assert [link.url for link in page.links_in("article p")][:2] == [f"{folder}more/", ""]
            assert page.resolve(page.css("article p img")[0].attributes["src"] or "") == f"blog/{folder}x.png"
