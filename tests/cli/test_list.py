"""`blogposts list` on the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command import on_a_terminal, run, run_in

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.site import Site

NOON = "1780315200"
"""2026-06-01 12:00 UTC, for `SOURCE_DATE_EPOCH`."""


@pytest.fixture
def blog(site: Site) -> Site:
    """A blog with each state that a post can be in, and with what it is filtered by."""
    site.blogposts(draft_if_future_date=True)
    return site.write("""
        docs/blog/.authors.yml
        | authors:
        |   ada: {name: Ada L, description: Founder, avatar: https://example.org/a.png}
        docs/blog/posts/first.md
        | ---
        | date: 2025-01-31
        | tags: [Python, docs]
        | categories: [News]
        | authors: [ada]
        | ---
        | # First | and *best*
        docs/blog/posts/second.md
        | ---
        | date: 2026-02-01
        | tags: [python]
        | expires: 2026-12-31
        | ---
        | # Second
        docs/blog/posts/draft.md
        | ---
        | date: 2026-03-01
        | draft: true
        | ---
        | # Not yet
        docs/blog/posts/future.md
        | ---
        | date: 2026-07-01 09:00:00
        | ---
        | # To come
        docs/blog/posts/over.md
        | ---
        | date: 2024-07-01
        | expires: 2026-05-31
        | ---
        | # Over
        docs/talks/europython.md
        | ---
        | date: 2026-07-15
        | venue: EuroPython
        | tags: [python]
        | ---
        | # Talking
    """)


def listed(site: Site, *arguments: str) -> Result:
    """The list at noon of that day."""
    return run_in(site, "list", *arguments, SOURCE_DATE_EPOCH=NOON)


def titles(site: Site, *arguments: str) -> list[str]:
    """The titles of what is listed."""
    rows: list[dict[str, Any]] = json.loads(listed(site, "--json", *arguments).stdout)
    return [row["title"] for row in rows]


def test_it_lists_posts_and_talks_with_their_states(blog: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    result = listed(blog)

    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        "2026-07-15  published talk  Talking             docs/talks/europython.md",
        "2026-07-01  future          To come             docs/blog/posts/future.md",
        "2026-03-01  draft           Not yet             docs/blog/posts/draft.md",
        "2026-02-01  published       Second              docs/blog/posts/second.md",
        "2025-01-31  published       First | and *best*  docs/blog/posts/first.md",
        "2024-07-01  expired         Over                docs/blog/posts/over.md",
    ]
    assert not (blog.root / "site").exists()
    monkeypatch.chdir(blog.root / "docs" / "blog")
    assert run("list", SOURCE_DATE_EPOCH=NOON).stdout == result.stdout


def test_json_has_what_is_known_and_the_urls_that_a_build_has(blog: Site) -> None:
    blog.put("docs/blog/posts/home.md", "---\ndate: 2025-01-01\npermalink: /\n---\n# Home\n")
    rows = {row["file"]: row for row in json.loads(listed(blog, "--json").stdout)}
    pages = {f"/{url}" for url in blog.build().pages}

    assert rows["docs/blog/posts/first.md"] == {
        "kind": "post",
        "title": "First | and *best*",
        "date": "2025-01-31T00:00:00+00:00",
        "updated": None,
        "state": "published",
        "appears": "2025-01-31T00:00:00+00:00",
        "expires": None,
        "url": "/blog/2025/01/31/first--and-best/",
        "file": "docs/blog/posts/first.md",
        "tags": ["Python", "docs"],
        "categories": ["News"],
        "authors": ["Ada L"],
    }
    shown = {row["url"] for row in rows.values() if row["state"] == "published"}
    assert len(shown) == 4
    assert "/" in shown
    assert shown <= pages


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--tag", "PYTHON"], ["Talking", "Second", "First | and *best*"]),
        (["--tag", "python", "--tag", "docs"], ["First | and *best*"]),
        (["--category", "news"], ["First | and *best*"]),
        (["--author", "ada"], ["First | and *best*"]),
        (["--author", "Ada L", "--year", "2026"], []),
        (["--year", "2024"], ["Over"]),
        (["--drafts"], ["Not yet"]),
        (["--talks"], ["Talking"]),
    ],
    ids=" ".join,
)
def test_it_lists_what_is_asked_for(blog: Site, arguments: list[str], wanted: list[str]) -> None:
    assert titles(blog, *arguments) == wanted


def test_it_says_what_is_missing(blog: Site) -> None:
    blog.put("docs/blog/posts/no-date.md", "---\ntitle: A\n---\n")
    result = listed(blog, "--talks")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["2026-07-15  published talk  Talking  docs/talks/europython.md"]
    assert result.stderr.splitlines() == [
        "'docs/blog/posts/no-date.md' is missing here, since something is wrong; `blogposts check` says what"
    ]


@pytest.mark.parametrize("no_color", ["", "1"])
def test_a_terminal_gets_a_head_and_lines_that_fit(blog: Site, no_color: str) -> None:
    blog.put("docs/blog/posts/long.md", f"---\ndate: 2026-01-01\n---\n# {'Long ' * 30}\n")
    lines = on_a_terminal(blog, "list", SOURCE_DATE_EPOCH=NOON, NO_COLOR=no_color).splitlines()

    assert lines[0].startswith("date " if no_color else "\x1b[1mdate ")
    assert max(len(line) for line in lines[1:]) == 80
    assert sum("…" in line for line in lines) == 1


def test_a_list_of_nothing_is_empty_and_says_so(site: Site) -> None:
    for arguments, said in (([], ""), (["--json"], "[]\n")):
        result = run_in(site, "list", *arguments)
        assert (result.exit_code, result.stdout) == (0, said)
        assert result.stderr == "There are no such posts or talks\n"


def test_nothing_in_a_title_reaches_the_terminal_as_a_command(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2026-01-01\n---\n# A\x1b[31mB\x07\n")

    assert run_in(site, "list").stdout == "2026-01-01  published  A\\x1b[31mB\\x07  docs/blog/posts/a.md\n"


def test_it_refuses_a_folder_without_a_blog(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "has no plugin `blogposts`" in run_in(site.without_blog(), "list").stderr
    monkeypatch.chdir(tmp_path)
    (site.root / "mkdocs.yml").unlink()
    assert (run("list").exit_code, run("list").stderr) == (
        1,
        "Error: There is no mkdocs.yml in this folder, nor in one above it\n",
    )


def test_a_post_that_grows_old_is_due(site: Site) -> None:
    site.write("""
        docs/blog/posts/a.md
        | ---
        | date: 2026-01-31
        | ---
        | # A
        docs/blog/posts/gone-by-then.md
        | ---
        | date: 2026-01-15
        | expires: 2026-07-10
        | ---
        | # B
    """).blogposts(outdated_after="6 months")

    assert listed(site, "--due").stdout == ("2026-07-10T00:00:00+00:00  expires  docs/blog/posts/gone-by-then.md\n")
    site.delete("docs/blog/posts/gone-by-then.md")
    assert listed(site, "--due").stdout == "2026-07-31T00:00:00+00:00  ages  docs/blog/posts/a.md\n"


def test_what_is_due_is_the_next_that_comes_or_goes(blog: Site) -> None:
    assert listed(blog, "--due").stdout == "2026-07-01T09:00:00+00:00  appears  docs/blog/posts/future.md\n"
    blog.delete("docs/blog/posts/future.md")
    assert listed(blog, "--due").stdout == "2026-12-31T00:00:00+00:00  expires  docs/blog/posts/second.md\n"
    assert listed(blog, "--due", "--since", "2026-05-01").stdout.splitlines() == [
        "2026-05-31T00:00:00+00:00  expires  docs/blog/posts/over.md  (due)",
        "2026-12-31T00:00:00+00:00  expires  docs/blog/posts/second.md",
    ]
    blog.delete("docs/blog/posts/second.md")
    assert listed(blog, "--due").stdout == "Nothing is due\n"


def test_without_the_option_no_post_waits_for_its_date(blog: Site) -> None:
    blog.blogposts(draft_if_future_date=False)

    assert listed(blog, "--due").stdout == "2026-12-31T00:00:00+00:00  expires  docs/blog/posts/second.md\n"


def test_jekylls_future_false_holds_back_too(site: Site) -> None:
    site.put("_config.yml", "future: false\n").put("_posts/2026-07-01-a.md", "---\nlayout: post\n---\nText\n")

    assert listed(site, "--due").stdout == "2026-07-01T00:00:00+00:00  appears  _posts/2026-07-01-a.md\n"


def test_a_workflow_is_told(blog: Site, tmp_path: Path) -> None:
    output = tmp_path / "output"
    asked = ("list", "--format", "github")  # which says that it is about what is due
    for since in ("2026-06-01T11:00:00Z", "2026-05-30"):
        run_in(blog, *asked, "--since", since, SOURCE_DATE_EPOCH=NOON, GITHUB_OUTPUT=str(output))

    assert output.read_text().splitlines() == [
        *("due=false", "next=2026-07-01T09:00:00+00:00", "file=docs/blog/posts/future.md"),
        *("due=true", "next=2026-07-01T09:00:00+00:00", "file=docs/blog/posts/future.md"),
    ]
    assert "which is not set" in run_in(blog, *asked, GITHUB_OUTPUT=None).stderr
    wrong = run_in(blog, *asked, "--since", "yesterday")
    assert (wrong.exit_code, "'yesterday' is not a moment" in wrong.stderr) == (2, True)


def test_a_list_for_programs_is_none_of_what_is_due(site: Site) -> None:
    result = run_in(site, "list", "--due", "--json")

    assert (result.exit_code, "--json is for a list; with --due there is --format github" in result.stderr) == (2, True)
