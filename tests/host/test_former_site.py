"""What the folder of the site had before: what stays keeps its time, and all else is as MkDocs leaves it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.built import bytes_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

LONG_AGO = 1_500_000_000 * 10**9
EPOCH = {"SOURCE_DATE_EPOCH": "1717200000"}

SITE = """
    docs/index.md
    | # Home
    docs/guide/start.md
    | # Start
    docs/guide/picture.svg
    | <svg xmlns="http://www.w3.org/2000/svg"/>
    docs/notes.txt
    | Notes
    docs/blog/index.md
    | # Blog
    docs/blog/posts/a.md
    | ---
    | date: 2024-01-01
    | tags: [x]
    | ---
    | # A
    docs/blog/posts/b.md
    | ---
    | date: 2024-01-02
    | tags: [y]
    | ---
    | # B
"""

HOOK = """
import pathlib

def on_files(files, config):
    found = [path.name for path in pathlib.Path(config.site_dir).glob("*")]
    pathlib.Path(config.config_file_path).with_name("found.txt").write_text(" ".join(sorted(found)))

def on_post_build(config):
    site = pathlib.Path(config.site_dir)
    (site / "made.txt").write_text("made")
    with (site / "notes.txt").open("a") as file:
        file.write("More")
    with (site / "blog" / "rss.xml").open("a") as file:
        file.write("<!-- more -->")
"""


@pytest.fixture(autouse=True)
def _at_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in EPOCH.items():
        monkeypatch.setenv(name, value)


def age(folder: Path) -> None:
    """Let all files of a folder be old."""
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, ns=(LONG_AGO, LONG_AGO))


def old_in(folder: Path) -> set[str]:
    """The files of a folder that still are."""
    return {name for name in bytes_of(folder) if (folder / name).stat().st_mtime_ns == LONG_AGO}


def change(site: Site) -> None:
    """What somebody does to the site between two builds."""
    site.delete("docs/blog/posts/b.md").put("docs/guide/start.md", "# Start\n\nMore.\n")
    site.put("docs/blog/posts/c.md", "---\ndate: 2024-01-03\ntags: [x]\n---\n# C\n")


@pytest.mark.parametrize("hooks", [[], ["hook.py"]], ids=["alone", "with a hook that writes"])
def test_what_stays_keeps_its_time_and_the_site_is_as_without(site: Site, hooks: list[str]) -> None:
    site.write(SITE).put("hook.py", HOOK).config(hooks=hooks or None)
    site.put("site/stale/index.html", "stale").put("site/.hidden/file", "hidden")
    site.build()
    before, built = bytes_of(site.root / "site"), site.root / "site"
    age(built)
    change(site)

    built_again = site.build()
    kept, old = bytes_of(built), old_in(built)
    site.blogposts(keep_files=False).build()

    assert kept == bytes_of(built), built_again.log
    assert old_in(built) == {".hidden/file"}
    assert old == {name for name in kept if kept[name] == before.get(name)}
    assert {"guide/picture.svg", "blog/feed.json"} & old == {"guide/picture.svg"}
    assert "guide/start/index.html" not in old
    assert "blog/2024/01/02/b/index.html" not in kept
    assert not (site.root / ".site.before").exists()
    if hooks:
        assert (site.root / "found.txt").read_text() == ".hidden"
        assert {"made.txt", "notes.txt"} <= old


def test_nothing_is_written_again_where_nothing_has_changed(site: Site) -> None:
    site.write(SITE).build()
    age(site.root / "site")
    folders = ("blog/2024/01/01", "blog/2024/01/02")  # which have nothing but the folder of a post
    names = [*bytes_of(site.root / "site"), *folders]
    inodes = {name: (site.root / "site" / name).stat().st_ino for name in names}

    site.build()

    assert old_in(site.root / "site") == inodes.keys() - {*folders}
    assert {name: (site.root / "site" / name).stat().st_ino for name in inodes} == inodes


def test_serve_keeps_files_from_build_to_build(site: Site) -> None:
    site.write(SITE)
    with site.serve() as preview:
        preview.build()
        served = site.root / "served"
        age(served)
        change(site)
        preview.build()
        old, kept = old_in(served), bytes_of(served)

    assert "guide/picture.svg" in old
    assert "blog/2024/01/03/c/index.html" in kept.keys() - old
    assert "blog/2024/01/02/b/index.html" not in kept


def test_what_a_killed_build_has_left_is_removed(site: Site) -> None:
    site.write(SITE).put("hook.py", "import os\n\ndef on_env(env, config, files):\n    os.kill(os.getpid(), 9)\n")
    site.run_build(**EPOCH)
    whole = bytes_of(site.root / "site")
    killed, _ = site.config(hooks=["hook.py"]).run_build(**EPOCH)
    left = (site.root / ".site.before").is_dir()

    _, said = site.config(hooks=None).run_build(**EPOCH)

    assert killed.exit_code
    assert left
    assert bytes_of(site.root / "site") == whole, said
    assert not (site.root / ".site.before").exists()


def test_a_build_that_fails_leaves_what_mkdocs_leaves(site: Site) -> None:
    site.write(SITE).build()
    site.put("docs/blog/posts/b.md", "---\ndate: never\n---\n# B\n")

    failed = site.build()

    assert failed.exit_code == 1
    assert bytes_of(site.root / "site") == {}
    assert not (site.root / ".site.before").exists()


def test_a_folder_of_somebody_else_is_left_alone(site: Site) -> None:
    site.write(SITE).put(".site.before/mine.txt", "mine")
    site.build()
    whole = bytes_of(site.root / "site")

    site.build()

    assert bytes_of(site.root / "site") == whole
    assert bytes_of(site.root / ".site.before") == {"mine.txt": b"mine"}


def test_what_a_link_leads_to_is_left_alone(site: Site) -> None:
    site.write(SITE).build()
    built, elsewhere = site.root / "site", site.root / "elsewhere"
    whole = bytes_of(built)
    for name in ("guide", "blog/tag"):
        (elsewhere / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).rename(elsewhere / name)
        (built / name).symlink_to(elsewhere / name)
    (built / "guide").unlink()
    (built / "guide").mkdir()
    (built / "guide" / "picture.svg").symlink_to(elsewhere / "guide" / "picture.svg")
    linked = bytes_of(elsewhere)

    site.build()

    assert bytes_of(elsewhere) == linked
    assert bytes_of(built) == whole
    assert not [path for path in built.rglob("*") if path.is_symlink()]


def test_a_dirty_build_writes_what_mkdocs_writes(site: Site) -> None:
    site.write(SITE).put("site/stale.txt", "stale").run_build("--dirty", **EPOCH)

    assert (site.root / "site" / "stale.txt").is_file()
    assert not (site.root / ".site.before").exists()


def test_two_blogs_share_a_site(site: Site) -> None:
    site.write(SITE).put("docs/news/posts/n.md", "---\ndate: 2024-01-01\n---\n# N\n")
    site.config(plugins=["search", {"blogposts": {}}, {"blogposts": {"blog_dir": "news"}}]).build()
    age(site.root / "site")

    built_again = site.build()

    assert old_in(site.root / "site") == bytes_of(site.root / "site").keys(), built_again.log


def test_a_read_only_place_changes_nothing(site: Site) -> None:
    """What can't be moved is removed and written again."""
    site.write(SITE).build()
    whole = bytes_of(site.root / "site")
    site.put(".site.before", "a file, where the folder would be")

    built_again = site.build()

    assert bytes_of(site.root / "site") == whole, built_again.log
    assert (site.root / ".site.before").is_file()
