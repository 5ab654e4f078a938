"""What the docs hand to editors and CI, tried as far as a machine without a network can."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.cli.command import run
from tests.test_docs import DOCS, PROJECT, SITE_URL, sections_of

if TYPE_CHECKING:
    from tests.site import Site

PAGE = (DOCS / "editors.md").read_text(encoding="utf-8")
FENCES = dict(fence for section in sections_of(DOCS / "editors.md") for fence in section.fences)


def _typed(body: list[str]) -> str:
    """What a snippet writes where whoever types it changes nothing."""
    text = re.sub(r"\$\{\d:([^}]*)\}", r"\1", "\n".join(body))
    for name, value in {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "11", "CURRENT_DATE": "21", "0": "More."}.items():
        text = text.replace(f"${name}", value)
    return text


def test_a_snippet_is_a_post_or_a_talk_in_which_nothing_is_wrong(site: Site) -> None:
    snippets = json.loads(FENCES[".vscode/blogposts.code-snippets"])
    site.put("docs/blog/posts/a.md", _typed(snippets["A post"]["body"]))
    site.put("docs/talks/b.md", _typed(snippets["A talk"]["body"])).put("docs/index.md", "# Home\n").save()

    assert run("check", "-f", str(site.root / "mkdocs.yml")).output == "Nothing is wrong\n"
    assert "published" in run("list", "-f", str(site.root / "mkdocs.yml")).output


def _commands() -> list[str]:
    """Every call of the command that a workflow or hook has."""
    hooks = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = yaml.safe_load(FENCES[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    steps: list[dict[str, Any]] = yaml.safe_load(FENCES[".github/workflows/check.yml"])["jobs"]["check"]["steps"]
    calls = [step["run"] for step in steps if step.get("run", "").startswith("blogposts ")]
    return [*(hook["entry"] for hook in (*hooks, *local)), *calls, *re.findall(r"run: (blogposts .* sarif)", PAGE)]


@pytest.mark.parametrize("command", _commands())
def test_what_hooks_and_workflows_call_tells_an_error(
    site: Site, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\n---\n").save()
    monkeypatch.chdir(site.root)
    name, *arguments = shlex.split(command)
    result = run(*arguments)

    assert (name, result.exit_code) == ("blogposts", 1)
    assert "has no date" in result.output


def test_the_hook_of_the_docs_is_the_one_that_is_there() -> None:
    hooks = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert f"- id: {hooks[0]['id']}\n" in PAGE
    assert {"id", "name", "entry", "language", "files", "pass_filenames"} <= set(hooks[0])
    assert re.search(hooks[0]["files"], "docs/blog/posts/a.md")
    assert not re.search(hooks[0]["files"], "docs/picture.png")


def test_the_schemas_are_where_the_docs_say() -> None:
    names = re.findall(rf"{re.escape(SITE_URL)}([\w-]+\.json)", PAGE) + re.findall(r"\]\(([\w-]+\.json)\)", PAGE)
    config = json.loads(FENCES[".remarkrc.json"])["plugins"][1][1]["schemas"]

    assert {*names, *(name.removeprefix("./") for name in config)} <= {path.name for path in DOCS.glob("*.json")}
    assert len(names) >= 4
