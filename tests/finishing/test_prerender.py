"""Pages that other processes finish while this one copies files: the same site as one process makes."""

from __future__ import annotations

import shutil
import sys

import pytest

from mkdocs_blogposts.processes.workers import FEWEST
from tests.built import bytes_of
from tests.cache.test_dropped import LONG_AGO, look_again, say_used
from tests.kept import CACHE, kept_in
from tests.site import Site

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="other systems can't fork safely"),
]


@pytest.fixture(name="many")
def _many(site: Site) -> Site:
    """A site with enough pages for several processes."""
    return write(site)


@pytest.fixture(name="single", scope="module")
def _single(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of it."""
    return made_by(write(Site(tmp_path_factory.mktemp("single"))), 1)


def write(site: Site) -> Site:
    site.put("docs/index.md", "# Home\n")
    for number in range(FEWEST):
        head = f"date: 2024-01-{number + 1:02}\ntags: [t{number % 5}, own{number}]\nredirect_from: /old/{number}/\n"
        site.put(f"docs/blog/posts/{number:02}.md", f"---\n{head}---\n# Post {number}\n\n[first](00.md)\n")
    return site


def made_by(site: Site, workers: int) -> dict[str, bytes]:
    built, said = site.blogposts(workers=workers, cache=workers > 1).run_build(SOURCE_DATE_EPOCH="1717200000")
    assert built.exit_code == 0, said
    return bytes_of(built.dir)


@pytest.mark.parametrize(
    "hook",
    [
        "@event_priority(-200)\ndef on_env(env, config, files):\n    config.copyright = 'Told late'\n",
        "def on_post_template(output, template_name, config):\n    config.copyright = 'Told late'\n    return output\n",
    ],
)
def test_what_a_hook_says_after_all_texts_is_on_each_page(many: Site, hook: str) -> None:
    many.config(hooks=["late.py"]).put("late.py", f"from mkdocs.plugins import event_priority\n\n{hook}")

    single, several = made_by(many, 1), made_by(many, 2)

    del single["404.html"], several["404.html"]  # made before or after the sitemap, as the host's set has them
    assert several == single
    assert all(b"Told late" in page for name, page in single.items() if name.startswith("blog/2024/"))


AT_THE_THIRD = """
import os, signal
from itertools import count
from pathlib import Path
from mkdocs_blogposts.finishing import written_pages

write_new, numbers = written_pages.write_new, count()

def write(content, path):
    if next(numbers) != 2:
        return write_new(content, path)
    Path("happened").touch()
    os.makedirs(os.path.dirname(path), exist_ok=True)
    {}

written_pages.write_new = write
"""

KILL = "os.kill(os.getpid(), signal.SIGKILL)"
FULL = "raise OSError(28, 'No space left on device')"


@pytest.mark.parametrize(
    "what",
    [
        KILL,
        f"open(path, 'xb').close(); {KILL}",
        f"Path(path).write_bytes(content[:99]); {KILL}",
        f"Path(path).write_bytes(content); {KILL}",
        FULL,
        f"Path(path).write_bytes(content[:99]); {FULL}",
        "told = write_new(content, path); Path(path).write_bytes(content[::-1]); return told",
        "told = write_new(content, path); Path(path).unlink(); return told",
    ],
)
def test_a_page_that_another_process_has_not_written_whole_is_written(
    many: Site, single: dict[str, bytes], what: str
) -> None:
    many.config(hooks=["third.py"]).put("third.py", AT_THE_THIRD.format(what))

    assert made_by(many, 2) == single
    assert (many.root / "happened").exists()


def test_several_processes_write_what_one_does_and_keep_it(many: Site, single: dict[str, bytes]) -> None:
    assert made_by(many, 4) == single
    times = {path: path.stat().st_mtime_ns for path in (many.root / "site/blog").rglob("*.html")}
    assert made_by(many, 4) == single
    assert times == {path: path.stat().st_mtime_ns for path in times}
    shutil.rmtree(many.root / "site")
    kept = many.root / CACHE
    pages = [entry.key for entry in kept_in(kept) if entry.kind == "page"]
    say_used(kept, LONG_AGO)
    look_again(kept)
    assert made_by(many, 4) == single
    assert {*pages} == {entry.key for entry in kept_in(kept) if entry.kind == "page"}


def test_a_page_of_which_nothing_comes_has_no_file(many: Site) -> None:
    many.config(theme={"name": "material", "custom_dir": "own"}).put("own/blank.html", " \n")
    for number in (0, FEWEST // 2, FEWEST - 1):
        path = many.root / f"docs/blog/posts/{number:02}.md"
        path.write_text(path.read_text().replace("---\n", "---\ntemplate: blank.html\n", 1))

    made = [name for name in made_by(many, 2) if name.startswith("blog/2024/")]

    assert len(made) == FEWEST - 3


def test_what_a_link_in_the_site_leads_to_is_written_over_and_not_replaced(
    many: Site, single: dict[str, bytes]
) -> None:
    many.put("page.html", "before")
    last = many.root / f"elsewhere/2024/01/{FEWEST}/post-{FEWEST - 1}/index.html"
    last.parent.mkdir(parents=True)
    last.symlink_to(many.root / "page.html")
    (many.root / "site").mkdir()
    (many.root / "site/blog").symlink_to(many.root / "elsewhere")

    made_by(many, 2)

    assert last.is_symlink()
    assert (many.root / "page.html").read_bytes() == single[f"blog/2024/01/{FEWEST}/post-{FEWEST - 1}/index.html"]
