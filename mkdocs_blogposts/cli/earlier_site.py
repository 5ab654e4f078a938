"""A site as it was at another commit of git, or as it is in another folder."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..published.url_changes import Version
from .site_as_read import read_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NO_COMMIT = """\
'{base}' is neither a folder nor a commit here. In CI, check out the whole history: \
`fetch-depth: 0` of actions/checkout, `GIT_DEPTH: 0` of GitLab."""


def usual_base(environ: Mapping[str, str]) -> str | None:
    """What a pull request is to be compared with, as the service says that builds it."""
    if branch := environ.get("GITHUB_BASE_REF"):
        return f"origin/{branch}"
    return environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA")


def version_at(base: str, config_file: Path) -> Version:
    """The URLs of a site at a commit, or where its branch has left it, or in a folder."""
    with _checked_out(base, config_file) as path:
        if not path.is_file():
            return Version.listed(())
        return Version.of(read_site(path, preview=True).inventory)


@contextlib.contextmanager
def _checked_out(base: str, config_file: Path) -> Iterator[Path]:
    """The `mkdocs.yml` at a commit, in a folder of its own for as long as it takes."""
    if Path(base).is_dir():
        yield Path(base, config_file.name)
        return
    home = config_file.resolve().parent
    commit = _git(home, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if not commit:
        raise click.ClickException(_NO_COMMIT.format(base=base))
    commit = _git(home, "merge-base", "HEAD", commit) or commit
    top = Path(_git(home, "rev-parse", "--show-toplevel"))
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "tree")
        index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        _git(top, "read-tree", commit, **index)
        _git(top, "checkout-index", "--all", "--quiet", f"--prefix={tree}{os.sep}", **index)
        yield tree / home.relative_to(top.resolve()) / config_file.name


def _git(folder: Path, *arguments: str, **environ: str) -> str:
    """What git says; nothing where it refuses or is not there."""
    try:
        ran = subprocess.run(  # noqa: S603  # of fixed words and a commit behind `--end-of-options`
            ["git", *arguments],  # noqa: S607  # whichever git the user has
            cwd=folder,
            env=os.environ | environ,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return ran.stdout.strip() if ran.returncode == 0 else ""
