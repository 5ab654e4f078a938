"""A build where not everything is as at home."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.built import bytes_of
from tests.site import HOST, Site

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\ndate: 2024-01-31\ntags: [tides]\ndescription: |\n  One\n  two\n---\n"
POST = f"{HEAD}# Hello\n\nText.\n\n- a\n- b\n\n<!-- more -->\n\nMore.\n"
TALK = "---\ntitle: Tides\nvenue: Camp\ndate: 2024-05-06\nabstract: |\n  One\n\n  two\n---\nText.\n"
GONE = (
    "blog/posts/gone.md",
    "blog/posts/.meta.yml",
    "blog/.authors.yml",
    "gone/changelog.md",
    "_pages/gone.md",
    "blog/posts/lost.png",
    "blog/posts/gone.txt",
    "talks/gone.pdf",
)
GOES_AWAY = f"""
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-45)
def on_files(files, config):
    for name in {GONE}:
        (Path(config.docs_dir) / name).unlink()
"""

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="that is how Unix does it")  # told in the workflow


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """All builds are of one moment, which the theme prints."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1719792000")


def written(root: Path, ending: str = "\n") -> Site:
    root.mkdir(exist_ok=True)
    site = Site(root).config(theme="mkdocs")
    for name, text in {"index.md": "# Home\n", "blog/posts/hello.md": POST, "talks/tides.md": TALK}.items():
        site.put(f"docs/{name}", text.replace("\n", ending))
    return site


def test_line_endings_of_windows_change_nothing(tmp_path: Path) -> None:
    unix = written(tmp_path / "unix").build(strict=True)
    windows = written(tmp_path / "windows", "\r\n").build(strict=True)

    assert bytes_of(windows.dir) == bytes_of(unix.dir)


@on_unix
def test_a_checkout_that_is_only_read_and_no_home_are_enough(tmp_path: Path) -> None:
    site = written(tmp_path / "checkout")
    site.save()
    paths = [site.root, *site.root.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    # Root may write anywhere, unless it gives that up.
    as_anybody = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    environment = {name: value for name, value in os.environ.items() if name != "HOME" and not name.startswith("XDG_")}
    command = [*as_anybody, sys.executable, "-m", HOST, "build", "--strict", "--site-dir", str(tmp_path / "out")]

    ran = subprocess.run(command, cwd=site.root, env=environment, capture_output=True, text=True, check=False)

    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert (ran.returncode, "Traceback" in ran.stderr) == (0, False), ran.stderr
    assert "blog/2024/01/31/hello/index.html" in bytes_of(tmp_path / "out")
    assert not (site.root / ".cache").exists()


@pytest.mark.parametrize("serve", [False, True])
def test_a_file_that_goes_away_during_a_build_is_told_and_left_out(tmp_path: Path, *, serve: bool) -> None:
    site = written(tmp_path / "site")
    site.config(plugins=["search", "material/meta", "blogposts"]).blogposts(
        jekyll_pages=True, changelog=["gone/changelog.md"]
    )
    clean = site.build(serve=serve).files
    for name in GONE:
        site.put(f"docs/{name}", POST if name.endswith(".md") else "{}\n")
    site.put("docs/blog/posts/hello.md", POST.replace("tags", "teaser: lost.png\ntags") + "\n![](lost.png)\n")
    site.put("hook.py", GOES_AWAY).config(hooks=["hook.py"])

    built = site.build(serve=serve)

    assert built.exit_code == 0, built.log
    assert {fault for fault in built.faults if "went away" in fault} == {
        f"docs/{name}: failure: went away while the site was built, so it is left out\n    build once more"
        for name in GONE
    }
    assert built.files == clean
    assert [name for name, content in bytes_of(built.dir).items() if b"gone" in content] == []


def test_a_clock_that_jumps_leaves_nothing_wrong_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = {"draft_if_future_date": True, "outdated_after": "1 year"}
    site = written(tmp_path / "site").blogposts(**options)

    for number, year in enumerate((2024, 2014, 2034, 2024)):
        moment = (year - 1970) * 31_556_952 + 20_000_000
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(moment))
        built = site.build()
        clean = written(tmp_path / f"clean-{number}").blogposts(**options).build()
        assert bytes_of(built.dir) == bytes_of(clean.dir), year
        assert ("blog/2024/01/31/hello/" in built.pages) == (year > 2014)
        for path in [*site.root.rglob(".cache/**/*"), *built.dir.rglob("*")]:
            os.utime(path, (moment, moment))


@on_unix
def test_a_build_on_a_full_disk_spoils_nothing_for_the_next(tmp_path: Path) -> None:
    site = written(tmp_path / "site")
    site.save()
    shell = shutil.which("bash") or "/bin/bash"
    command = [shell, "-c", 'ulimit -f 8; exec "$0" "$@"', sys.executable, "-m", HOST, "build"]
    full = subprocess.run(command, cwd=site.root, capture_output=True, text=True, check=False)

    assert full.returncode != 0
    assert "File too large" in full.stderr
    again, said = site.run_build("--strict")
    assert again.exit_code == 0, said
    clean, _ = written(tmp_path / "clean").run_build("--strict")
    assert bytes_of(again.dir) == bytes_of(clean.dir)
