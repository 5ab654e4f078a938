"""The command as a whole: its help, and what a shell completes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.cli.command import run
from tests.site import Site

BASH, ZSH, FISH = (shutil.which(name) or "" for name in ("bash", "zsh", "fish"))
COMMAND = Path(sys.executable).with_name("blogposts")
HEAVY = {"lxml", "markdown", "material", "PIL", "nh3", "liquid", "ftfy", "mkdocs_blogposts.plugin"}


def test_help_tells_each_command_in_its_group() -> None:
    lines = run("--help").output.split("Write:\n")[1].splitlines()

    assert [line.split()[0] for line in lines if line.strip()] == [
        *("new", "tags"),
        *("Look:", "check", "explain", "list", "urls"),
        *("Build:", "build", "import"),
    ]
    assert run("nonsense").exit_code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_complete(shell: str) -> None:
    assert f"_BLOGPOSTS_COMPLETE={shell}_complete" in _completed(_BLOGPOSTS_COMPLETE=f"{shell}_source")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["ch"], {"check"}),
        ([""], {"new", "tags", "check", "explain", "list", "urls", "build", "import"}),
        (["check", "--f"], {"--format", "--fix"}),
        (["check", "--format", "s"], {"sarif"}),
        (["import", ""], {"jekyll", "talks"}),
    ],
)
def test_words_are_completed(words: list[str], wanted: set[str]) -> None:
    told = _completed(
        _BLOGPOSTS_COMPLETE="bash_complete", COMP_WORDS=" ".join(["blogposts", *words]), COMP_CWORD=str(len(words))
    )

    assert {line.partition(",")[2] for line in told.splitlines()} == wanted


def _completed(**environ: str) -> str:
    """What the command says to a shell that asks."""
    result = CliRunner().invoke(main, [], env=environ, prog_name="blogposts")
    assert result.exit_code == 0
    return result.output


@pytest.mark.skipif(not BASH, reason="needs bash")
def test_bash_itself_completes() -> None:
    script = f"""
        PATH={COMMAND.parent}:$PATH
        eval "$(_BLOGPOSTS_COMPLETE=bash_source blogposts)"
        COMP_WORDS=(blogposts expl); COMP_CWORD=1
        $(complete -p blogposts | sed 's/.*-F \\([^ ]*\\).*/\\1/') blogposts expl blogposts
        echo "${{COMPREPLY[@]}}"
    """
    ran = subprocess.run([BASH, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "explain"


@pytest.mark.skipif(not ZSH, reason="needs zsh")
def test_zsh_knows_what_completes() -> None:
    script = f"""
        PATH={COMMAND.parent}:$PATH
        autoload -Uz compinit && compinit -u -D
        eval "$(_BLOGPOSTS_COMPLETE=zsh_source blogposts)"
        print -r -- $_comps[blogposts]
    """
    ran = subprocess.run([ZSH, "-f", "-c", script], capture_output=True, text=True, check=True)

    assert (ran.stdout.strip(), ran.stderr) == ("_blogposts_completion", "")


@pytest.mark.skipif(not FISH, reason="needs fish")
def test_fish_itself_completes() -> None:
    script = f"""
        set -x PATH {COMMAND.parent} $PATH
        _BLOGPOSTS_COMPLETE=fish_source blogposts | source
        complete -C "blogposts expl"
        complete -C "blogposts check --format s"
    """
    ran = subprocess.run([FISH, "--no-config", "-c", script], capture_output=True, text=True, check=True)

    assert [line.split("\t")[0] for line in ran.stdout.splitlines()] == ["explain", "sarif"]


def test_completion_of_a_command_waits_for_nothing() -> None:
    script = f"import sys, mkdocs_blogposts.cli.main; print(*sys.modules.keys() & {HEAVY | {'mkdocs'}!r})"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == ""


BASE = """\
site_name: !ENV [NO_SUCH_NAME, Base]
site_url: https://example.org/
theme: {name: material}
plugins:
  search: {}
  blogposts:
    post_slugify: !!python/object/apply:pymdownx.slugs.slugify
      kwds: {case: lower}
    feed: 3
    enabled: !ENV [BLOG, true]
"""


@pytest.mark.parametrize("name", ["mkdocs.yml", "properdocs.yml"])
def test_each_command_reads_what_a_site_inherits_with_tags_and_variables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    site = Site.at(tmp_path).put("config/base.yml", BASE).put("docs/index.md", "# Home\n")
    site.put(name, "INHERIT: config/base.yml\nplugins:\n  blogposts:\n    related: -1\n")
    site.put("docs/blog/posts/A b.md", "---\ndate: 2024-01-31\n---\n# A b\n").put("docs/guide/x.md", "# X\n")
    monkeypatch.chdir(tmp_path / "docs" / "guide")
    wrong = [
        "config/base.yml:9:5: unknown option 'feed'; did you mean 'feeds'?",
        f"{name}:4:5: related: -1 is too few",
        "    write `related: 0` or more",
    ]

    assert [line for line in run("check").stdout.splitlines() if line in wrong] == wrong
    assert run("list").stdout == "2024-01-31  published  A b  docs/blog/posts/A b.md\n"
    assert "/blog/2024/01/31/a-b/ " in run("urls").stdout
    assert run("explain", "../blog/posts/A b.md").exit_code == 0
    assert run("tags").exit_code == 0
    assert "is switched off by `enabled: false`" in run("list", BLOG="false").stderr
