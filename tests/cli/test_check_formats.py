"""`blogposts check --format`: what GitHub, code scanning and programs read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command import run_in

if TYPE_CHECKING:
    from tests.site import Site


@pytest.fixture(name="faulty")
def _faulty(site: Site) -> Site:
    """A site in a folder of its repository, with an error, a warning and a remark."""
    (site.root / ".git").mkdir()
    site.root /= "website"
    return site.write("""
        docs/blog/posts/no date, 100%: a.md
        | ---
        | title: A
        | ---
        docs/blog/posts/é.md
        | ---
        | date: 2024-01-31
        | catgories: [x]
        | ---
        | # B
        docs/blog/posts/twice.md
        | ---
        | date: 2024-01-31
        | title: C
        | title: C
        | ---
    """)


def test_as_json_each_fault_is_told_with_all_that_is_known(faulty: Site) -> None:
    result = run_in(faulty, "check", "--format", "json")

    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {
            "kind": "date",
            "level": "error",
            "path": "docs/blog/posts/no date, 100%: a.md",
            "line": 1,
            "column": 1,
            "message": "has no date",
            "hint": "add `date: 2025-07-01`, or begin the file name with `2025-07-01-`",
        },
        {
            "kind": "duplicate-key",
            "level": "info",
            "path": "docs/blog/posts/twice.md",
            "line": 4,
            "column": 1,
            "message": "duplicate key 'title', first on line 3",
            "hint": "keep one of the two",
        },
        {
            "kind": "key",
            "level": "warning",
            "path": "docs/blog/posts/é.md",
            "line": 3,
            "column": 1,
            "message": "unknown key 'catgories'; did you mean 'categories'?",
            "hint": None,
        },
    ]


def test_for_github_each_is_an_annotation_at_its_line_of_the_repository(faulty: Site) -> None:
    result = run_in(faulty, "check", "--format", "github", GITHUB_WORKSPACE=None)

    assert result.stdout.splitlines() == [
        (
            "::error file=website/docs/blog/posts/no date%2C 100%25%3A a.md,line=1,col=1,title=blogposts%3A date::"
            "has no date%0Aadd `date: 2025-07-01`, or begin the file name with `2025-07-01-`"
        ),
        (
            "::notice file=website/docs/blog/posts/twice.md,line=4,col=1,title=blogposts%3A duplicate-key::"
            "duplicate key 'title', first on line 3%0Akeep one of the two"
        ),
        (
            "::warning file=website/docs/blog/posts/é.md,line=3,col=1,title=blogposts%3A key::"
            "unknown key 'catgories'; did you mean 'categories'?"
        ),
        "1 error, 1 warning, 1 remark",
    ]


def test_for_github_paths_count_from_what_has_been_checked_out(faulty: Site) -> None:
    workspace = str(faulty.root / "docs" / "..")
    result = run_in(faulty, "check", "--format", "github", GITHUB_WORKSPACE=workspace)

    assert "::notice file=docs/blog/posts/twice.md," in result.stdout


def _required(report: dict[str, Any]) -> None:
    """Hold a report to what SARIF 2.1.0 wants to be there (3.13, 3.14, 3.18 to 3.20, 3.27 to 3.30, 3.49)."""
    assert report["version"] == "2.1.0"
    for run in report["runs"]:
        driver = run["tool"]["driver"]
        assert driver["name"]
        assert run["columnKind"] in {"unicodeCodePoints", "utf16CodeUnits"}
        assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
        for result in run["results"]:
            assert result["message"]["text"]
            assert result["level"] in {"none", "note", "warning", "error"}
            assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
            for location in result["locations"]:
                physical = location["physicalLocation"]
                assert physical["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
                assert physical.get("region", {"startLine": 1})["startLine"] >= 1


def test_as_sarif_it_is_what_code_scanning_takes(faulty: Site) -> None:
    result = run_in(faulty, "check", "--format", "sarif", GITHUB_WORKSPACE=None)

    report = json.loads(result.stdout)
    _required(report)
    results = report["runs"][0]["results"]
    assert [(each["ruleId"], each["level"]) for each in results] == [
        ("date", "error"),
        ("duplicate-key", "note"),
        ("key", "warning"),
    ]
    assert results[2]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "website/docs/blog/posts/%C3%A9.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 1},
    }


def test_where_nothing_is_wrong_programs_still_get_a_report(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n")
    told = {form: run_in(site, "check", "--format", form).stdout for form in ("json", "sarif", "github")}

    assert json.loads(told["json"]) == []
    assert json.loads(told["sarif"])["runs"][0]["results"] == []
    assert told["github"] == "Nothing is wrong\n"


@pytest.mark.parametrize(("fault", "codes"), [("catgories: [x]\n", (0, 1)), ("title: A\ntitle: A\n", (0, 0))])
def test_a_warning_counts_where_a_strict_build_would_end(site: Site, fault: str, codes: tuple[int, int]) -> None:
    site.put("docs/blog/posts/a.md", f"---\ndate: 2024-01-31\n{fault}---\n# A\n")

    assert (run_in(site, "check").exit_code, run_in(site, "check", "--strict").exit_code) == codes
