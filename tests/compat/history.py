"""A site with a history in Git."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

_MOMENT = "2024-06-01T00:00:00Z"
_WHO = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")


def commit(root: Path) -> None:
    """Write all files of a folder down, as one commit."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("needs git: apt-get install git")
    environment = os.environ | {"GIT_AUTHOR_DATE": _MOMENT, "GIT_COMMITTER_DATE": _MOMENT}
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "."],
        [*_WHO, "commit", "--quiet", "--message", "Write"],
    ):
        subprocess.run([git, *command], cwd=root, check=True, env=environment)
