"""`blogposts new`: the files that it writes are posts and talks of the site, as they are."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command import run, run_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

NOON = "1780315200"
"""2026-06-01 12:00 UTC."""


def new(site: Site, *arguments: str) -> Path:
    """The file that the command writes."""
    result = run_in(site, "new", *arguments, SOURCE_DATE_EPOCH=NOON)
    assert result.exit_code == 0, result.output
    return site.root / result.stdout.strip()


def listed(site: Site, path: Path) -> dict[str, Any]:
    """What the site makes of a file."""
    rows = json.loads(run_in(site, "list", "--json", SOURCE_DATE_EPOCH=NOON).stdout)
    return next(row for row in rows if site.root / row["file"] == path)


@pytest.fixture(autouse=True)
def _in_the_folder_of_the_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)


def test_a_first_post_lies_where_posts_do(site: Site) -> None:
    path = new(site, "What is  new in 2.0: all")

    assert path == site.root / "docs/blog/posts/what-is-new-in-20-all.md"
    assert path.read_text(encoding="utf-8") == "---\ndate: 2026-06-01\n---\n\n# What is new in 2.0: all\n"
    assert listed(site, path)["url"] == "/blog/2026/06/01/what-is-new-in-20-all/"
    assert site.build(strict=True).exit_code == 0


def test_it_never_writes_over_a_file(site: Site) -> None:
    path = new(site, "A")
    path.write_text("mine", encoding="utf-8")
    again = run_in(site, "new", "A", SOURCE_DATE_EPOCH=NOON)

    assert (again.exit_code, again.stderr) == (1, f"Error: '{path.relative_to(site.root)}' is there already\n")
    assert path.read_text(encoding="utf-8") == "mine"


def test_it_does_as_the_newest_post_does(site: Site) -> None:
    site.put("docs/blog/posts/2025/2025-01-31-a.md", "---\ndate: 2025-01-31\n---\n# A\n")
    site.put("docs/blog/.authors.yml", "authors:\n  ada: {name: Ada, description: D, avatar: https://e.org/a.png}\n")
    path = new(site, "B", "--draft")

    assert path == site.root / "docs/blog/posts/2026/2026-06-01-b.md"
    assert "authors:\n- ada\ndraft: true\n" in path.read_text(encoding="utf-8")
    assert (listed(site, path)["state"], listed(site, path)["authors"]) == ("draft", ["Ada"])


def test_a_talk_is_one(site: Site) -> None:
    path = new(site, "venue: null", "--talk")

    assert path == site.root / "docs/talks/venue-null.md"
    assert path.read_text(encoding="utf-8") == "---\ndate: 2026-06-01\nvenue:\n---\n\n# venue: null\n"
    assert listed(site, path)["kind"] == "talk"


def test_jekylls_posts_and_drafts_are_named_as_jekyll_wants(site: Site) -> None:
    site.put("_posts/2025-01-31-a.md", "---\ntitle: A\nlayout: single\n---\nText\n")
    post, draft = new(site, 'B: "c"'), new(site, "C", "--draft")

    assert (post, draft) == (site.root / "_posts/2026-06-01-b-c.md", site.root / "_drafts/c.md")
    assert post.read_text(encoding="utf-8") == "---\ntitle: 'B: \"c\"'\nlayout: single\n---\n\n"
    assert (listed(site, post)["title"], listed(site, post)["state"]) == ('B: "c"', "published")
    assert listed(site, draft)["state"] == "draft"


@pytest.mark.parametrize(
    ("title", "name"),
    [("../../x", "x"), ("README", "readme-1"), ("!!!", "untitled"), ("日本 語", "日本-語"), ("x" * 300, "x" * 80)],
)
def test_no_title_leads_out_of_the_folder(site: Site, title: str, name: str) -> None:
    path = new(site, title)

    assert path == site.root / f"docs/blog/posts/{name}.md"
    assert listed(site, path)["kind"] == "post"


def test_a_title_that_looks_like_html_is_shown_as_it_was_given(site: Site) -> None:
    path = new(site, "Vec<T> & `Box<T>`, 1 < 2")

    assert path.name == "vec-box-1-2.md"
    assert [card.title for card in site.build(strict=True).page("blog/").cards] == ["Vec<T> & Box<T>, 1 < 2"]


def test_a_post_needs_a_title(site: Site) -> None:
    site.save()

    assert (run("new", "  ").exit_code, "needs a title" in run("new", "  ").stderr) == (2, True)


def test_it_opens_the_editor(site: Site) -> None:
    script = site.root / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'a').write('edited')", encoding="utf-8")
    result = run_in(site, "new", "A", "--edit", EDITOR=f"{sys.executable} {script}", VISUAL=None)

    assert result.exit_code == 0
    assert (site.root / result.stdout.strip()).read_text(encoding="utf-8").endswith("# A\nedited")
