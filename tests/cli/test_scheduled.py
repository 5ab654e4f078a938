"""The workflow in the docs that builds a site when a post is due: its steps are run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from tests.site import Site

DOCS = Path(__file__).parents[2] / "docs"
NOON = "1780315200"
"""2026-06-01 12:00 UTC."""


def workflow() -> dict[Any, Any]:
    """The workflow of the page."""
    fence = re.compile(r'```yaml title="\.github/workflows/scheduled\.yml"\n(.*?)```', re.DOTALL)
    found = fence.search((DOCS / "scheduled.md").read_text(encoding="utf-8"))
    assert found
    loaded: dict[Any, Any] = yaml.safe_load(found[1])
    return loaded


def put_program(folder: Path, name: str, script: str) -> None:
    """Put a program where the shell finds it."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="GitHub runs it on Ubuntu")
@pytest.mark.parametrize(
    ("last_build", "started"),
    [("2026-06-01T08:00:00Z", True), ("2026-06-01T11:30:00Z", False), ("", True)],
    ids=["a post is due since", "nothing is due since", "never built"],
)
def test_it_builds_when_a_post_is_due_and_only_then(
    site: Site, tmp_path: Path, last_build: str, *, started: bool
) -> None:
    site.blogposts(draft_if_future_date=True)
    site.put("docs/blog/posts/a.md", "---\ndate: 2026-06-01 11:00:00\n---\n# A\n").save()
    programs, output, told = tmp_path / "bin", tmp_path / "output", tmp_path / "told"
    put_program(programs, "gh", f'#!/bin/sh\necho "$@" >> {told}\ntest "$1" = run && echo "$LAST_BUILD" || true\n')
    run = "from mkdocs_blogposts.cli.main import main; main()"
    put_program(programs, "blogposts", f"#!{sys.executable}\n{run}\n")
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    given = {"PATH": path, "GITHUB_OUTPUT": str(output), "LAST_BUILD": last_build, "SOURCE_DATE_EPOCH": NOON}
    outputs: dict[str, str] = {}

    for step in workflow()["jobs"]["ask"]["steps"]:
        if "uses" in step or step["run"].startswith("pip "):
            continue
        wanted = re.fullmatch(r"steps\.ask\.outputs\.(\w+) == '(\w+)'", step.get("if", ""))
        assert wanted or "if" not in step
        if wanted and outputs[wanted[1]] != wanted[2]:
            continue
        # As GitHub does it.
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        subprocess.run(command, cwd=site.root, env=os.environ | given, check=True)
        outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())

    asked = told.read_text(encoding="utf-8").splitlines()
    assert ("workflow run publish.yml" in asked) is started
    assert outputs["due"] == json.dumps(started)


def test_it_is_a_workflow_that_may_start_another() -> None:
    found = workflow()

    # To YAML, `on` is a flag.
    assert found[True]["schedule"] == [{"cron": "7 * * * *"}]
    assert found["permissions"] == {"actions": "write", "contents": "read"}
    assert {"uses", "run"} >= {name for step in found["jobs"]["ask"]["steps"] for name in step} - {"id", "if", "with"}
