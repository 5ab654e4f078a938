"""The page of promises names tests that there are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import yaml

PROJECT = Path(__file__).parents[1]
PAGE = PROJECT / "docs" / "promises.md"
WORKFLOWS = PROJECT / ".github" / "workflows"
WORKFLOW = re.compile(r"/actions/workflows/([\w.-]+)\)")
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def names_in(path: Path) -> set[str]:
    """The names of the tests in a file."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return {node.name for node in body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def test_each_promise_is_held_by_tests_that_there_are() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| (?!promise)\w", line)]
    assert len(rows) > 20

    for row in rows:
        named = NAMED.findall(row)
        assert named, f"nothing holds this: {row}"
        for file, test in named:
            found = names_in(PROJECT / file)
            assert found, file
            assert not test or test in found, f"{file} has no {test}"


def test_the_runs_that_it_leads_to_run_all_tests_when_it_says() -> None:
    linked = WORKFLOW.findall(PAGE.read_text(encoding="utf-8"))
    workflows = {name: yaml.load((WORKFLOWS / name).read_bytes(), Loader=yaml.BaseLoader) for name in linked}  # noqa: S506  # texts alone

    assert linked == ["ci.yml", "versions.yml"]
    assert {"push", "pull_request"} <= workflows["ci.yml"]["on"].keys()
    assert [each["cron"].split()[2:] for each in workflows["versions.yml"]["on"]["schedule"]] == [["*", "*", "1"]]
    for workflow in workflows.values():
        steps = [step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"]]
        assert any(run in {".ci/run", "make test"} or run.startswith("make test-") for run in steps), steps
        assert "continue-on-error" not in str(workflow)
