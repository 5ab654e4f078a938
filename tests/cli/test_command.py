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
