"""`blogposts tags`: how often each is used, and another name for one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.cli.command import run_in

if TYPE_CHECKING:
    from tests.site import Site


@pytest.fixture(name="tagged")
def _tagged(site: Site) -> Site:
    return site.write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | tags: [python, "docs"]  # two
        | categories: [News]
        | ---
        | # A
        |
        | On #python and `tags: [python]`.
        docs/blog/posts/b.md
        | ---
        | date: 2024-02-01
        | tags:
        |   - Python
        |   - PyPI
        | draft: true
        | ---
        | # B
        docs/blog/posts/old.md
        | ---
        | layout: post
        | date: 2024-02-02
        | tags: python docs
        | categories: News
        | ---
        docs/blog/posts/toml.md
        | +++
        | date = 2024-02-03
        | tags = ["docs", "python"]
        | +++
        docs/talks/t.md
        | ---
        | venue: Conf
        | tags: [python]
        | ---
        | # T
    """)


def _heads(site: Site) -> dict[str, str]:
    docs = site.root / "docs"
    return {path.stem: path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}


def test_tags_are_listed_by_number(tagged: Site) -> None:
    assert run_in(tagged, "tags").stdout == "    5  python\n    3  docs\n    1  PyPI\n"
    assert run_in(tagged, "tags", "--categories").stdout == "    2  News\n"
    assert json.loads(run_in(tagged, "tags", "--json").stdout)[1] == {"name": "docs", "count": 3}


def test_one_gets_another_name_wherever_it_stands_in_front_matter(tagged: Site) -> None:
    tagged.save()
    before = _heads(tagged)
    result = run_in(tagged, "tags", "--rename", "python", "pypi", "--yes")

    assert result.exit_code == 0
    assert result.stderr.endswith("\n5 files changed\n")
    assert _heads(tagged) == {
        "a": before["a"].replace('[python, "docs"]', '[pypi, "docs"]'),
        "b": before["b"].replace("  - Python\n", ""),
        "old": before["old"].replace("python docs", "pypi docs"),
        "toml": before["toml"].replace('"python"', '"pypi"'),
        "t": before["t"].replace("[python]", "[pypi]"),
    }
    assert run_in(tagged, "tags").stdout == "    5  pypi\n    3  docs\n"


def test_the_change_is_shown_and_made_once_it_is_wanted(tagged: Site) -> None:
    tagged.save()
    before = _heads(tagged)
    command = ["tags", "-f", str(tagged.root / "mkdocs.yml"), "--categories", "--rename", "news", "What is new"]
    refused = CliRunner().invoke(main, command, input="n\n")

    assert (refused.exit_code, _heads(tagged)) == (1, before)
    assert "-categories: [News]\n+categories: [What is new]\n" in refused.stderr
    assert "-categories: News\n+categories: [What is new]\n" in refused.stderr

    assert CliRunner().invoke(main, command, input="y\n").exit_code == 0
    assert run_in(tagged, "tags", "--categories").stdout == "    2  What is new\n"
    assert _heads(tagged)["t"] == before["t"]


def test_spellings_become_one(tagged: Site) -> None:
    run_in(tagged, "tags", "--rename", "PYTHON", "Python", "--yes")

    assert run_in(tagged, "tags").stdout == "    5  Python\n    3  docs\n    1  PyPI\n"
    assert run_in(tagged, "tags", "--rename", "python", "Python", "--yes").exit_code == 1


def test_a_category_is_found_whatever_space_is_within_its_name(site: Site) -> None:
    site.write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | categories: ["Big  Cats", Sea]
        | ---
        | # A
        docs/blog/posts/b.md
        | ---
        | date: 2024-02-01
        | category: "Big\\_Cats"
        | ---
        | # B
    """)

    assert run_in(site, "list", "--category", "big cats").stdout.count("\n") == 2

    result = run_in(site, "tags", "--categories", "--rename", "big cats", "Big Cats", "--yes")
    assert (result.exit_code, result.stderr.endswith("\n2 files changed\n")) == (0, True), result.output
    assert run_in(site, "tags", "--categories").stdout == "    2  Big Cats\n    1  Sea\n"


def test_a_file_whose_url_would_change_is_named_and_left(tagged: Site) -> None:
    tagged.blogposts(post_url_format="{categories}/{slug}")
    before = _heads(tagged)
    result = run_in(tagged, "tags", "--categories", "--rename", "News", "Releases", "--yes")

    assert (result.exit_code, _heads(tagged)) == (1, before)
    assert "docs/blog/posts/a.md keeps 'News': its URL, state or dialect would change\n" in result.stderr


def test_a_name_that_marks_drafts_is_given_to_nothing(tagged: Site) -> None:
    before = _heads(tagged)
    result = run_in(tagged, "tags", "--rename", "docs", "draft", "--yes")

    assert (result.exit_code, _heads(tagged)) == (1, before)


def test_what_a_folder_gives_is_renamed_there(tagged: Site) -> None:
    tagged.config(plugins=["search", "meta", "blogposts"])
    tagged.put("docs/blog/posts/x/.meta.yml", "tags:\n  - old # for all\n")
    tagged.put("docs/blog/posts/x/c.md", "---\ndate: 2024-03-01\n---\n# C\n")
    result = run_in(tagged, "tags", "--rename", "old", "new", "--yes")

    assert result.exit_code == 0, result.output
    assert (tagged.root / "docs/blog/posts/x/.meta.yml").read_text(encoding="utf-8") == "tags:\n  - new # for all\n"


def test_what_is_none_and_what_cannot_be_is_refused(tagged: Site) -> None:
    tagged.blogposts(categories_allowed=["News", "Other"])

    assert "no post and no talk has 'rust'" in run_in(tagged, "tags", "--rename", "rust", "Rust").stderr
    assert "'docs' is its name already" in run_in(tagged, "tags", "--rename", "docs", "docs").stderr
    assert run_in(tagged, "tags", "--rename", "python", " ").exit_code == 2
    assert run_in(tagged, "tags", "--yes").exit_code == 2
    named = run_in(tagged, "tags", "--categories", "--rename", "News", "Other", "--yes")
    assert named.stderr.endswith("`categories_allowed` in mkdocs.yml still names 'News'\n")
